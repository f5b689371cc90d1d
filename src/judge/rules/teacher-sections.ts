/**
 * 任课班数、指定、排除 `teacher.sections`: per teacher of `teachers` (without it, who has one of the selected sections), the selected
 * sections that (s)he has, over `max` and short of `min`. params: count, and min or max, whichever does not hold.
 */
import { sectionWho, teacherWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';

export const judgeTeacherSections: RuleJudge = (week, rule) => {
  const { teachers: named, ...places } = rule;
  const sections = selectSections(week, places);
  const min = countOf(rule['min'], 0);
  const max = countOf(rule['max'], Number.POSITIVE_INFINITY);
  return week.model.school.teachers.flatMap(({ id }, teacher) => {
    const own = sections.filter((section) => section.teachers.includes(teacher));
    if (named === undefined ? own.length === 0 : !named.includes(id)) return [];
    const over = Math.max(0, own.length - max);
    const short = Math.max(0, min - own.length);
    if (over + short === 0) return [];
    const who = [teacherWho(week, teacher), ...(over > 0 ? own : []).map((section) => sectionWho(week, section))];
    const params = { count: own.length, ...(over > 0 ? { max } : { min }) };
    return [{ who, slots: [], deviation: over + short, params }];
  });
};
