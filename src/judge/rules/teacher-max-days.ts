/** 每周上课天数 `teacher.maxDays`: per teacher, days of the cycle taught over `max`, a weekly number. params: days, max (over the cycle). */
import { teacherWho } from '../names.ts';
import { selectTeachers } from '../selectors.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { daysOf, periodsOfDay } from './teacher-days.ts';

export const judgeTeacherMaxDays: RuleJudge = (week, rule) => {
  const max = countOf(rule['max'], Number.POSITIVE_INFINITY) * week.model.grid.weeks;
  return selectTeachers(week, rule).flatMap((teacher) => {
    const days = daysOf(week).filter((day) => periodsOfDay(week, teacher, day).length > 0).length;
    if (days <= max) return [];
    return [{ who: [teacherWho(week, teacher)], slots: [], deviation: days - max, params: { days, max } }];
  });
};
