/** Changes of sections counted on bits, without being carried out, cost what carrying them out costs; and the books stay as if opened anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOut, changeOf, takeBack, type Proposal } from '../../solver/sectioning/roster-changes.ts';
import { openRosters } from '../../solver/sectioning/open-rosters.ts';
import type { Rosters } from '../../solver/sectioning/rosters.ts';
import { nextBelow, seedRandom, type RandomState } from '../../solver/search/random.ts';
import { itemsOf } from '../../solver/problem/problem.ts';
import { randomSchool } from '../support/random-school.ts';
import { plannedWeek, type PlannedWeek } from '../support/week-of.ts';
import { anywhere } from './states.ts';

const HARD_WEIGHT = 40;

/** A week with every lesson nowhere, one thrown together, and one with the lessons of each line at once; null: there is none. */
function slotsOf({ week, stage }: PlannedWeek, kind: number, seed: number): Int32Array | null {
  const { problem } = week;
  if (kind === 1) return anywhere(problem, stage.roleTeacher, seed)?.lessonSlot ?? null;
  const nowhere = new Int32Array(problem.lessons.count).fill(-1);
  if (kind === 0) return nowhere;
  return nowhere.map((_, lesson) => {
    const line = week.lineOf[problem.lessons.event[lesson] ?? 0] ?? -1;
    return line < 0 ? -1 : line % problem.slots.perWeek;
  });
}

/** Another event of the enrolment's choice. */
function otherEvent(
  { problem, enrolled }: Pick<Rosters, 'problem' | 'enrolled'>,
  random: RandomState,
  enrolment: number,
): number {
  const { choices, choiceOf } = problem.enrolments;
  const others = [...itemsOf(choices, choiceOf[enrolled[enrolment] ?? 0] ?? 0)].filter(
    (e) => e !== enrolled[enrolment],
  );
  return others[nextBelow(random, others.length)] ?? -1;
}

const someone = (enrolled: Int32Array, random: RandomState, event: number): number => {
  const inside = [...enrolled.keys()].filter((e) => enrolled[e] === event);
  return inside[nextBelow(random, Math.max(1, inside.length))] ?? -1;
};

/** What the books say beyond who is where. */
const books = ({ busy, once, crowd, crowded, eventIn, size, fromHome, least, most, withLeast, withMost }: Rosters) => ({
  busy,
  once,
  crowd,
  crowded,
  eventIn,
  size,
  fromHome,
  least,
  most,
  withLeast,
  withMost,
});

/** One random change; null: there was none to make. */
function drawChange({ enrolled, problem, ofStudent, size }: Rosters, random: RandomState): Proposal | null {
  const { student, count, choiceOf, most } = problem.enrolments;
  const one = nextBelow(random, count);
  const to = otherEvent({ problem, enrolled }, random, one);
  const isFull = (event: number): boolean => (size[event] ?? 0) >= (most[event] ?? 0);
  if (to < 0) return null;
  const second = [...itemsOf(ofStudent, student[one] ?? 0)].filter((e) => e !== one);
  const two = nextBelow(random, 2) === 0 ? -1 : (second[nextBelow(random, Math.max(1, second.length))] ?? -1);
  const other = nextBelow(random, 2) === 0 ? -1 : someone(enrolled, random, to);
  if (other < 0 && isFull(to)) return null;
  if (two < 0) return { one, to, other, two, toTwo: -1, otherTwo: -1 };
  if (other < 0) {
    const toTwo = otherEvent({ problem, enrolled }, random, two);
    return toTwo < 0 || isFull(toTwo) ? null : { one, to, other, two, toTwo, otherTwo: -1 };
  }
  const otherTwo = [...itemsOf(ofStudent, student[other] ?? 0)].find(
    (e) => choiceOf[enrolled[e] ?? 0] === choiceOf[enrolled[two] ?? 0] && enrolled[e] !== enrolled[two],
  );
  return otherTwo === undefined ? null : { one, to, other, two, toTwo: enrolled[otherTwo] ?? 0, otherTwo };
}

const kindOf = ({ other, two }: Proposal): string => `${two < 0 ? 'one' : 'two'} ${other < 0 ? 'moved' : 'traded'}`;

describe('changes of sections, counted without being carried out', () => {
  it('cost what carrying them out costs, whether students are in two places or in one', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(randomSchool, fc.nat(2), fc.nat(1_000_000), (school, kind, seed) => {
        const planned = plannedWeek(school, seed);
        fc.pre(planned !== null);
        const { problem } = planned.week;
        const lessonSlot = slotsOf(planned, kind, seed);
        fc.pre(lessonSlot !== null && problem.enrolments.count > 0);
        const rosters = openRosters(problem, lessonSlot, problem.enrolments.event.slice(), HARD_WEIGHT);
        const random = seedRandom(seed);
        for (let n = 0; n < 60; n++) {
          const crowded = rosters.crowded > 0 ? 'crowded' : 'clean';
          const proposal = drawChange(rosters, random);
          if (proposal === null) continue;
          const { one, two } = proposal;
          const [from, fromTwo] = [rosters.enrolled[one] ?? 0, rosters.enrolled[two] ?? -1];
          const counted = changeOf(rosters, proposal);
          expect(counted).toBe(carryOut(rosters, proposal));
          const made = `${kindOf(proposal)} ${crowded}`;
          seen.set(made, (seen.get(made) ?? 0) + 1);
          if (nextBelow(random, 4) === 0) takeBack(rosters, proposal, from, fromTwo);
        }
        const { members, row, place, count } = rosters;
        expect(rosters.enrolled.every((event, e) => members[(row[event] ?? 0) + (place[e] ?? 0)] === e)).toBe(true);
        expect(count.reduce((sum, n) => sum + n, 0)).toBe(problem.enrolments.count);
        expect(books(rosters)).toEqual(books(openRosters(problem, lessonSlot, rosters.enrolled.slice(), HARD_WEIGHT)));
      }),
      { numRuns: 60, seed: 20_251_124 },
    );
    for (const kind of ['one moved', 'one traded', 'two moved', 'two traded']) {
      expect(seen.get(`${kind} crowded`) ?? 0).toBeGreaterThan(20);
      expect(seen.get(`${kind} clean`) ?? 0).toBeGreaterThan(20);
    }
  });
});
