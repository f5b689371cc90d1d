/**
 * 优先时段 `slots.prefer`: per section, the periods missing to `share` percent (100 if absent) of its periods inside `slots`, the share
 * rounded up. A lesson not placed is not inside. params: wanted, inside.
 */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';

export const judgeSlotsPrefer: RuleJudge = (week, rule) => {
  const isInside = insideSlots(week, rule);
  const share = countOf(rule['share'], 100);
  return selectSections(week, rule).flatMap((section) => {
    const wanted = Math.floor((share * section.course.periods + 99) / 100);
    const inside = section.lessons.flatMap((lesson) => lesson.slots).filter(isInside).length;
    if (inside >= wanted) return [];
    return [{ who: [sectionWho(week, section)], slots: [], deviation: wanted - inside, params: { wanted, inside } }];
  });
};
