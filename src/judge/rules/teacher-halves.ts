/**
 * 半天上课 `teacher.halfDay`: per teacher, days of the cycle with periods in the morning and in the afternoon. 上下午不连排
 * `teacher.noonSplit`: days on which the teacher has the last period of the morning and the first of the afternoon, by the parts of the
 * calendar. One finding per teacher and day. params: none.
 */
import type { Rule } from '../../school/types.ts';
import type { Breach } from '../judgement.ts';
import { teacherWho } from '../names.ts';
import { selectTeachers } from '../selectors.ts';
import { slotIdsOf, type Week } from '../week.ts';
import { halvesOfDay } from './halves.ts';
import type { RuleJudge } from './rule-judge.ts';
import { daysOf, taughtSlots } from './teacher-days.ts';

/** The slots of a day that are at fault, of those taught in the morning and in the afternoon; none where the day is right. */
type DayFault = (am: number[], pm: number[], isTaught: (slot: number) => boolean) => number[];

function faultyDays(week: Week, rule: Rule, fault: DayFault): Breach[] {
  return selectTeachers(week, rule).flatMap((teacher) => {
    const taught = taughtSlots(week, teacher);
    return daysOf(week).flatMap((day) => {
      const [am = [], pm = []] = halvesOfDay(week, day);
      const slots = fault(am, pm, (slot) => taught.has(slot));
      if (slots.length === 0) return [];
      return [{ who: [teacherWho(week, teacher)], slots: slotIdsOf(week, slots), deviation: 1, params: {} }];
    });
  });
}

export const judgeTeacherHalfDay: RuleJudge = (week, rule) =>
  faultyDays(week, rule, (am, pm, isTaught) =>
    am.some(isTaught) && pm.some(isTaught) ? [...am, ...pm].filter(isTaught) : [],
  );

export const judgeTeacherNoonSplit: RuleJudge = (week, rule) =>
  faultyDays(week, rule, (am, pm, isTaught) => {
    const around = [...am.slice(-1), ...pm.slice(0, 1)];
    return around.length === 2 && around.every(isTaught) ? around : [];
  });
