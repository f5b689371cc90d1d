/** 每天课时 `teacher.maxPerDay`: per teacher and day, periods over `max`. params: periods, max. */
import { teacherWho } from '../names.ts';
import { selectTeachers } from '../selectors.ts';
import { dayOf, slotIdsOf } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { daysOf } from './teacher-days.ts';

export const judgeTeacherMaxPerDay: RuleJudge = (week, rule) => {
  const max = countOf(rule['max'], Number.POSITIVE_INFINITY);
  return selectTeachers(week, rule).flatMap((teacher) => {
    const periods = (week.lessonsOfTeacher[teacher] ?? []).flatMap((lesson) => lesson.slots);
    return daysOf(week).flatMap((day) => {
      const onDay = periods.filter((slot) => dayOf(week, slot) === day);
      if (onDay.length <= max) return [];
      const params = { periods: onDay.length, max };
      return [
        { who: [teacherWho(week, teacher)], slots: slotIdsOf(week, onDay), deviation: onDay.length - max, params },
      ];
    });
  });
};
