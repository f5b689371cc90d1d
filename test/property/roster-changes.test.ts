/** Changes of sections counted on bits, without being carried out, cost what carrying them out costs; and the books stay as if opened anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveChange, moveTwoChange, tradeChange, tradeTwoChange } from '../../solver/sectioning/roster-changes.ts';
import { openRosters } from '../../solver/sectioning/open-rosters.ts';
import { move, trade, type Rosters } from '../../solver/sectioning/rosters.ts';
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
function otherEvent({ problem, enrolled }: Rosters, random: RandomState, enrolment: number): number {
  const { choices, choiceOf } = problem.enrolments;
  const others = [...itemsOf(choices, choiceOf[enrolled[enrolment] ?? 0] ?? 0)].filter(
    (e) => e !== enrolled[enrolment],
  );
  return others[nextBelow(random, others.length)] ?? -1;
}

const someone = (rosters: Rosters, random: RandomState, event: number): number => {
  const inside = [...rosters.enrolled.keys()].filter((e) => rosters.enrolled[e] === event);
  return inside[nextBelow(random, Math.max(1, inside.length))] ?? -1;
};

/** What the books say beyond who is where. */
const books = ({ busy, once, crowd, crowded, size, fromHome, least, most, withLeast, withMost }: Rosters) => ({
  busy,
  once,
  crowd,
  crowded,
  size,
  fromHome,
  least,
  most,
  withLeast,
  withMost,
});

/** One random change: what it was counted at and what it cost; carried out. Null: there was none to make. */
function change(rosters: Rosters, random: RandomState): { kind: string; counted: number; cost: number } | null {
  const { enrolled, problem, ofStudent, size } = rosters;
  const { student, count } = problem.enrolments;
  const one = nextBelow(random, count);
  const to = otherEvent(rosters, random, one);
  const isFull = (event: number): boolean => (size[event] ?? 0) >= (problem.enrolments.most[event] ?? 0);
  if (to < 0) return null;
  const second = [...itemsOf(ofStudent, student[one] ?? 0)].filter((e) => e !== one);
  const two = nextBelow(random, 2) === 0 ? -1 : (second[nextBelow(random, Math.max(1, second.length))] ?? -1);
  const other = nextBelow(random, 2) === 0 ? -1 : someone(rosters, random, to);
  if (other < 0 && isFull(to)) return null;
  if (two < 0 && other < 0) {
    const counted = moveChange(rosters, one, to);
    return { kind: 'move', counted, cost: move(rosters, one, to) };
  }
  if (two < 0) {
    const counted = tradeChange(rosters, one, other);
    return { kind: 'trade', counted, cost: trade(rosters, one, other) };
  }
  if (other < 0) {
    const toTwo = otherEvent(rosters, random, two);
    if (toTwo < 0 || isFull(toTwo)) return null;
    const counted = moveTwoChange(rosters, one, to, two, toTwo);
    return { kind: 'two moves', counted, cost: move(rosters, one, to) + move(rosters, two, toTwo) };
  }
  const otherTwo = [...itemsOf(ofStudent, student[other] ?? 0)].find(
    (e) =>
      problem.enrolments.choiceOf[enrolled[e] ?? 0] === problem.enrolments.choiceOf[enrolled[two] ?? 0] &&
      enrolled[e] !== enrolled[two],
  );
  if (otherTwo === undefined) return null;
  const counted = tradeTwoChange(rosters, one, other, two, otherTwo);
  return { kind: 'two trades', counted, cost: trade(rosters, one, other) + trade(rosters, two, otherTwo) };
}

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
          const made = change(rosters, random);
          if (made === null) continue;
          expect(made.counted).toBe(made.cost);
          seen.set(`${made.kind} ${crowded}`, (seen.get(`${made.kind} ${crowded}`) ?? 0) + 1);
        }
        const { members, row, place, count } = rosters;
        expect(rosters.enrolled.every((event, e) => members[(row[event] ?? 0) + (place[e] ?? 0)] === e)).toBe(true);
        expect(count.reduce((sum, n) => sum + n, 0)).toBe(problem.enrolments.count);
        expect(books(rosters)).toEqual(books(openRosters(problem, lessonSlot, rosters.enrolled.slice(), HARD_WEIGHT)));
      }),
      { numRuns: 60, seed: 20_251_124 },
    );
    for (const kind of ['move', 'trade', 'two moves', 'two trades']) {
      expect(seen.get(`${kind} crowded`) ?? 0).toBeGreaterThan(20);
      expect(seen.get(`${kind} clean`) ?? 0).toBeGreaterThan(20);
    }
  });
});
