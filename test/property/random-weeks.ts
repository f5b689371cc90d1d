/** States of the weeks of random schools. */
import fc from 'fast-check';
import type { WeekState } from '../../solver/timetable/state.ts';
import { randomSchool } from '../support/random-school.ts';
import { plannedWeek } from '../support/week-of.ts';
import { startedState } from './states.ts';
import { twoWeeks } from './two-weeks.ts';

/** Asks for every level of every random school that a reader accepts, and for the same as a cycle of two weeks. */
export function onRandomWeeks(
  runs: { numRuns: number; seed: number },
  check: (state: WeekState, seed: number) => void,
): void {
  fc.assert(
    fc.property(randomSchool, fc.nat(1_000_000), (school, seed) => {
      const planned = plannedWeek(school, seed);
      fc.pre(planned !== null);
      for (const { problem } of planned.bundle.levels) {
        check(startedState(problem, planned.stage.roleTeacher, seed), seed);
        check(startedState(twoWeeks(problem, seed), planned.stage.roleTeacher, seed), seed);
      }
    }),
    runs,
  );
}
