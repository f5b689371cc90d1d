/** 每天最少课时 `teacher.minPerDay`: per teacher and day with at least one period, periods short of `min`. params: periods, min. */
import { teacherWho } from '../names.ts';
import { selectTeachers } from '../selectors.ts';
import { slotIdsOf } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { daysOf, periodsOfDay } from './teacher-days.ts';

export const judgeTeacherMinPerDay: RuleJudge = (week, rule) => {
  const min = countOf(rule['min'], 0);
  return selectTeachers(week, rule).flatMap((teacher) =>
    daysOf(week).flatMap((day) => {
      const periods = periodsOfDay(week, teacher, day);
      if (periods.length === 0 || periods.length >= min) return [];
      const params = { periods: periods.length, min };
      const who = [teacherWho(week, teacher)];
      return [{ who, slots: slotIdsOf(week, periods), deviation: min - periods.length, params }];
    }),
  );
};
