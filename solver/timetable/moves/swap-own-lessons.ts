/**
 * From an earlier week: two lessons of one section that need different rooms exchange their slots. The section keeps its times, and is in the
 * laboratory at another of them.
 */
import { itemsOf, makeCsr, type Csr } from '../../problem/problem.ts';
import { nextBelow } from '../../search/random.ts';
import type { WeekState } from '../state.ts';
import { NOTHING, type NeighbourhoodMaker } from './neighbourhood.ts';
import { makeSwap } from './swap.ts';

/** CSR event whose lessons need different rooms → those lessons. */
function mixedRooms({ problem, links }: WeekState): Csr {
  const { events } = problem;
  const lists: number[][] = [];
  for (let event = 0; event < events.count; event++) {
    const lessons = [...itemsOf(events.lessons, event)];
    if (new Set(lessons.map((lesson) => links.roomClass[lesson])).size > 1) lists.push(lessons);
  }
  return makeCsr(lists);
}

export const makeSwapOwnLessons: NeighbourhoodMaker = (state) => {
  if (!state.problem.lessons.earlier.some((slot) => slot >= 0)) return null;
  const { start, item } = mixedRooms(state);
  const sections = start.length - 1;
  if (sections === 0) return null;
  const swap = makeSwap(state);
  return {
    ...swap,
    name: 'swap-own-lessons',
    propose(random) {
      const section = nextBelow(random, sections);
      const lessons = start[section + 1] - start[section];
      const one = start[section] + nextBelow(random, lessons);
      const other = start[section] + nextBelow(random, lessons);
      if (state.lessonSlot[item[one]] < 0) return NOTHING;
      return swap.propose(item[one], item[other]);
    },
  };
};
