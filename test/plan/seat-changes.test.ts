/** A student changes sections, and whoever can follows: nobody is in a line more often than before. */
import { expect, test } from 'vitest';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { keepTogether } from '../../solver/sectioning/keep-together.ts';
import { blockedTimes, follows, MOST_STEPS, propose, type Change } from '../../solver/sectioning/seat-changes.ts';
import { makeSeatingState, reseat } from '../../solver/sectioning/seating-state.ts';
import { smallSeating, STUDENTS, WIDTH } from './small-seating.ts';

const places = (): Int32Array => new Int32Array(MOST_STEPS);

test('changes and whoever follows them leave nobody in fewer lines than before', () => {
  const seating = smallSeating();
  const random = seedRandom(5);
  const change: Change = { count: 0, courses: places(), from: places(), to: places(), blocked: 0 };
  let [together, refused, several] = [0, 0, 0];
  for (let round = 0; round < 400; round++) {
    const state = makeSeatingState({ ...seating, sectionOf: seating.sectionOf.slice() });
    const linesOf = (student: number): number[] =>
      Array.from({ length: WIDTH }, (_, k) => state.timesOf[state.seating.sectionOf[student * WIDTH + k] ?? 0] ?? 0);
    const first = nextBelow(random, STUDENTS);
    if (new Set(linesOf(first)).size < WIDTH || !propose(state, random, first, change)) continue;
    change.blocked = blockedTimes(state, change);
    expect(follows(state, first, change)).toBe(true);
    if (change.count > 1) several++;
    for (let student = 0; student < STUDENTS; student++) {
      const before = new Set(linesOf(student)).size;
      if (!follows(state, student, change)) {
        refused++;
        continue;
      }
      for (let step = 0; step < change.count; step++) {
        expect(state.seating.sectionOf[student * WIDTH + (change.courses[step] ?? 0)]).toBe(change.from[step]);
        reseat(state, student, change.courses[step] ?? 0, change.to[step] ?? 0);
      }
      expect(new Set(linesOf(student)).size).toBeGreaterThanOrEqual(before);
      if (student !== first) together++;
    }
  }
  expect(Math.min(together, refused, several)).toBeGreaterThan(50);
});

test('lines past the 31st keep their students', () => {
  const seating = smallSeating((section) => (section < 3 ? section : 30 + section));
  const before = seating.sectionOf.slice();
  keepTogether(seating, 1);
  const at = (sectionOf: Int32Array, position: number): number[] =>
    [...sectionOf].filter((_, seat) => seat % WIDTH === position);
  expect(at(seating.sectionOf, 1)).toEqual(at(before, 1));
  expect(at(seating.sectionOf, 0)).not.toEqual(at(before, 0));
});
