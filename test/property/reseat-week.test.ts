/** Students seated anew in a week that stands: homerooms less torn apart, nobody in two places who was not, and no section beyond the sizes of its course. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trueScore, type Problem, type Solution } from '../../solver/index.ts';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { itemsOf } from '../../solver/problem/problem.ts';
import { openRosters } from '../../solver/sectioning/open-rosters.ts';
import { reseatWeek } from '../../solver/sectioning/reseat-week.ts';
import { carryOut, changeOf } from '../../solver/sectioning/roster-changes.ts';
import { randomSchool } from '../support/random-school.ts';
import { judgedDocument, plannedWeek, search, type PlannedWeek } from '../support/week-of.ts';

const settings = (seed: number) => ({ seed, roundsPerSeat: 60, stopped: () => false });

/** Deviation by type of rule. */
function deviations({ week }: PlannedWeek, solution: Solution): (type: string) => number {
  const { deviation } = trueScore(week.problem, solution);
  return (type) => week.ruleTypes.reduce((sum, it, rule) => sum + (it === type ? (deviation[rule] ?? 0) : 0), 0);
}

/** Nothing has a time but the lessons of each line, which are all at once. */
function byLines({ week, stage }: PlannedWeek): Solution {
  const { lessons, slots, roomDemands, enrolments } = week.problem;
  return {
    lessonSlot: lessons.event.map((event) => {
      const line = week.lineOf[event] ?? -1;
      return line < 0 ? -1 : line % slots.perWeek;
    }),
    roleTeacher: stage.roleTeacher,
    demandRoom: new Int32Array(roomDemands.count).fill(-1),
    enrolled: enrolments.event,
  };
}

/** The week with students who have changed places at random, none of them into two places. */
function scattered(problem: Problem, week: Solution, seed: number): Solution {
  const { enrolments } = problem;
  const random = seedRandom(seed);
  const rosters = openRosters(problem, week.lessonSlot, week.enrolled.slice(), 1000);
  for (let n = 0; n < 8 * enrolments.count; n++) {
    const [one, other] = [nextBelow(random, enrolments.count), nextBelow(random, enrolments.count)];
    const [from, to] = [rosters.enrolled[one] ?? 0, rosters.enrolled[other] ?? 0];
    if (from === to || enrolments.choiceOf[from] !== enrolments.choiceOf[to]) continue;
    const proposal = { one, to, other, two: -1, toTwo: -1, otherTwo: -1 };
    if (changeOf(rosters, proposal) < 500) carryOut(rosters, proposal);
  }
  return { ...week, enrolled: rosters.enrolled };
}

/** [choices] fewest and most students of a section. */
function ranges({ enrolments }: Problem, enrolled: Int32Array): [number, number][] {
  return Array.from({ length: enrolments.choices.start.length - 1 }, (_, choice) => {
    const sizes = Array.from(
      itemsOf(enrolments.choices, choice),
      (event) => itemsOf(enrolments.stays, event).length + enrolled.filter((it) => it === event).length,
    );
    return [Math.min(...sizes), Math.max(...sizes)];
  });
}

function onWeeks(
  check: (planned: PlannedWeek, seed: number, before: Solution, after: Solution, moved: boolean) => void,
): void {
  fc.assert(
    fc.property(randomSchool, fc.boolean(), fc.nat(1_000_000), (school, lines, seed) => {
      const stated = { ...school, defaults: true };
      const planned = plannedWeek(stated, seed);
      fc.pre(planned !== null && planned.week.problem.enrolments.count > 15);
      const { problem } = planned.week;
      const week = lines ? byLines(planned) : search(planned, seed, 2, 1024).solution;
      const before = scattered(problem, week, seed);
      const enrolled = before.enrolled.slice();
      const moved = reseatWeek(problem, before.lessonSlot, enrolled, settings(seed));
      const after = { ...before, enrolled };
      if (!lines) judgedDocument(stated, planned, after);
      check(planned, seed, before, after, moved === true);
    }),
    { numRuns: 30, seed: 20_251_124 },
  );
}

describe('students seated anew in a week that stands', () => {
  it('tear no homeroom further apart, are nowhere twice who were not, and sit in sections no less even', () => {
    let fewer = 0;
    let changed = 0;
    let held = 0;
    onWeeks((planned, seed, before, after, moved) => {
      const [old, now] = [deviations(planned, before), deviations(planned, after)];
      expect(now('walking.keepTogether')).toBeLessThanOrEqual(old('walking.keepTogether'));
      for (const type of ['structural.student', 'structural.size', 'structural.line']) {
        expect(now(type), type).toBeLessThanOrEqual(old(type));
      }
      expect(moved).toBe(after.enrolled.some((event, enrolment) => event !== before.enrolled[enrolment]));
      const { problem } = planned.week;
      const rangesThen = ranges(problem, before.enrolled);
      for (const [choice, [least, most]] of ranges(problem, after.enrolled).entries()) {
        expect(least).toBeGreaterThanOrEqual(rangesThen[choice]?.[0] ?? 0);
        expect(most).toBeLessThanOrEqual(rangesThen[choice]?.[1] ?? 0);
      }
      const again = before.enrolled.slice();
      reseatWeek(problem, before.lessonSlot, again, settings(seed));
      expect(again).toEqual(after.enrolled);
      const stopped = before.enrolled.slice();
      reseatWeek(problem, before.lessonSlot, stopped, { ...settings(seed), stopped: () => true });
      expect(stopped).toEqual(before.enrolled);
      if (moved) changed++;
      if (problem.enrolments.stays.item.some((student) => (problem.students.home[student] ?? -1) >= 0)) held++;
      if (now('walking.keepTogether') < old('walking.keepTogether')) fewer++;
    });
    expect(changed).toBeGreaterThan(8);
    expect(fewer).toBeGreaterThan(8);
    expect(held).toBeGreaterThan(3);
  });
});
