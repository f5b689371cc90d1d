/**
 * 连上不超过 `teacher.maxConsecutive`: per maximal run of adjacent taught slots, slots over `max`. A noon or end break ends a run, a
 * long break does not. A teacher may teach grades with different breaks: the calendar's own are the teacher's.
 * params: length, max.
 */
import { teacherWho } from '../names.ts';
import { selectTeachers } from '../selectors.ts';
import { slotIdsOf, type Week } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { daysOf, slotsOfDay, taughtSlots } from './teacher-days.ts';

/** Maximal runs of one day, each a list of slots. */
function runsOfDay(week: Week, day: number, taught: Set<number>): number[][] {
  const { breaks } = week.model.grid;
  const runs: number[][] = [];
  let run: number[] = [];
  slotsOfDay(week, day).forEach((slot, period) => {
    if (taught.has(slot)) run.push(slot);
    const ends = !taught.has(slot) || breaks[period] === 'noon' || breaks[period] === 'end';
    if (ends && run.length > 0) runs.push(run);
    if (ends) run = [];
  });
  if (run.length > 0) runs.push(run);
  return runs;
}

export const judgeTeacherMaxConsecutive: RuleJudge = (week, rule) => {
  const max = countOf(rule['max'], Number.POSITIVE_INFINITY);
  return selectTeachers(week, rule).flatMap((teacher) => {
    const taught = taughtSlots(week, teacher);
    return daysOf(week)
      .flatMap((day) => runsOfDay(week, day, taught))
      .filter((run) => run.length > max)
      .map((run) => ({
        who: [teacherWho(week, teacher)],
        slots: slotIdsOf(week, run),
        deviation: run.length - max,
        params: { length: run.length, max },
      }));
  });
};
