/**
 * 上下午课时 `course.halfday`: per section, periods over `amMax` in the morning (early, morning), over `pmMax` in the afternoon, short of
 * `amMin` in the morning; weekly numbers. params: am, pm (periods over the cycle).
 */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { slotIdsOf } from '../week.ts';
import { halfOf } from './halves.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';

export const judgeCourseHalfday: RuleJudge = (week, rule) => {
  const { weeks } = week.model.grid;
  const amMax = countOf(rule['amMax'], Number.POSITIVE_INFINITY) * weeks;
  const pmMax = countOf(rule['pmMax'], Number.POSITIVE_INFINITY) * weeks;
  const amMin = countOf(rule['amMin'], 0) * weeks;
  return selectSections(week, rule).flatMap((section) => {
    const slots = section.lessons.flatMap((lesson) => lesson.slots);
    const am = slots.filter((slot) => halfOf(week, slot) === 'am');
    const pm = slots.filter((slot) => halfOf(week, slot) === 'pm');
    const over = { am: Math.max(0, am.length - amMax), pm: Math.max(0, pm.length - pmMax) };
    const short = Math.max(0, amMin - am.length);
    const deviation = over.am + over.pm + short;
    if (deviation === 0) return [];
    const about = [...(over.am > 0 ? am : []), ...(over.pm > 0 || short > 0 ? pm : [])];
    const params = { am: am.length, pm: pm.length };
    return [{ who: [sectionWho(week, section)], slots: slotIdsOf(week, about), deviation, params }];
  });
};
