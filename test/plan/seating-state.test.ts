/** Students of three homerooms change places between sections: what is counted on the way is what counting afresh finds. */
import { expect, test } from 'vitest';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import {
  exchangeCost,
  makeSeatingState,
  reseat,
  shift,
  type SeatingState,
} from '../../solver/sectioning/seating-state.ts';
import { smallSeating, STUDENTS, WIDTH } from './small-seating.ts';

const counted = ({ present, size, cells, fault, over, mayLeave, taken }: SeatingState): unknown => ({
  present,
  size,
  cells,
  fault,
  over,
  mayLeave,
  taken,
});

test('an exchange costs what is gained by taking it back, and leaves the counts as they are', () => {
  const seating = smallSeating();
  const state = makeSeatingState(seating);
  state.sizeCost = 5;
  const random = seedRandom(8);
  let dear = 0;
  for (let round = 0; round < 500; round++) {
    const [one, two] = [nextBelow(random, STUDENTS), nextBelow(random, STUDENTS)];
    const position = nextBelow(random, WIDTH);
    const from = seating.sectionOf[one * WIDTH + position] ?? 0;
    const to = seating.sectionOf[two * WIDTH + position] ?? 0;
    const [homeroom, other] = [state.homeroomOf[one] ?? -1, state.homeroomOf[two] ?? -1];
    if (from === to || homeroom === other) continue;
    if ([one, two].some((student) => seating.fixed[student * WIDTH + position] !== 0)) continue;
    // Both change places, or the first alone.
    const m = nextBelow(random, 2);
    const { over, fault, cells } = state;
    const cost = exchangeCost(state, from, to, { homeroom, n: 1, other, m });
    expect([state.over, state.fault, state.cells]).toEqual([over, fault, cells]);
    shift(state, homeroom, from, to, 1);
    reseat(state, one, position, to);
    if (m > 0) {
      shift(state, other, to, from, 1);
      reseat(state, two, position, from);
    }
    expect(exchangeCost(state, to, from, { homeroom, n: 1, other, m })).toBe(0 - cost);
    const sizes = 5 * (state.fault - fault + 2 * (state.over - over));
    if (m > 0) expect(sizes).toBe(0);
    if (m === 0 && homeroom < 0) expect(cost).toBe(sizes);
    if (cost > 0) dear++;
    const fresh = makeSeatingState({ ...seating, sectionOf: seating.sectionOf.slice() });
    expect(counted(state)).toEqual(counted(fresh));
  }
  expect(dear).toBeGreaterThan(50);
});
