/**
 * From an earlier week: two lessons of one section that need different rooms exchange their slots. The section keeps its times, and is in the
 * laboratory at another of them.
 */
import { itemsOf } from '../../problem/problem.ts';
import { nextBelow } from '../../search/random.ts';
import type { WeekState } from '../state.ts';
import { NOTHING, type NeighbourhoodMaker } from './neighbourhood.ts';
import { makeSwap } from './swap.ts';

/** Pairs of lessons of one section that need different rooms, flat: both lessons of the first pair, then those of the second. */
function mixedPairs({ problem, links }: WeekState): Int32Array {
  const { events } = problem;
  const pairs: number[] = [];
  for (let event = 0; event < events.count; event++) {
    const lessons = [...itemsOf(events.lessons, event)];
    for (const [at, one] of lessons.entries()) {
      for (const other of lessons.slice(at + 1)) {
        if (links.roomClass[one] !== links.roomClass[other]) pairs.push(one, other);
      }
    }
  }
  return Int32Array.from(pairs);
}

export const makeSwapOwnLessons: NeighbourhoodMaker = (state) => {
  if (!state.problem.lessons.earlier.some((slot) => slot >= 0)) return null;
  const pairs = mixedPairs(state);
  if (pairs.length === 0) return null;
  const swap = makeSwap(state);
  return {
    ...swap,
    name: 'swap-own-lessons',
    propose(random) {
      const at = 2 * nextBelow(random, pairs.length / 2);
      return state.lessonSlot[pairs[at]] < 0 ? NOTHING : swap.propose(pairs[at], pairs[at + 1]);
    },
  };
};
