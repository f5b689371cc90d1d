/**
 * A lesson goes to a slot it may have, and one that runs there comes in its place: for weeks of single students, where hardly two events
 * have most of their students in common.
 */
import { nextBelow } from '../../search/random.ts';
import { drawLesson } from '../hot-lessons.ts';
import type { NeighbourhoodMaker } from './neighbourhood.ts';
import { NOTHING } from './neighbourhood.ts';
import { makeSwap } from './swap.ts';

export const makeExchangeSlots: NeighbourhoodMaker = (state) => {
  const { lessons } = state.problem;
  const { starts } = lessons;
  if (lessons.count < 2) return null;
  // Homerooms and teachers tie lessons to each other: there Kempe chains find what goes together.
  if (state.problem.roles.count > 0 || state.problem.students.home.some((home) => home >= 0)) return null;
  const swap = makeSwap(state);
  return {
    ...swap,
    name: 'exchange-slots',
    propose(random) {
      const lesson = drawLesson(state, random, 4);
      const domain = lessons.domain[lesson];
      const choices = starts.start[domain + 1] - starts.start[domain];
      if (state.lessonSlot[lesson] < 0 || choices < 2) return NOTHING;
      const to = starts.item[starts.start[domain] + nextBelow(random, choices)];
      const running = state.runningCount[to];
      if (running === 0) return NOTHING;
      const partner = state.running[to * lessons.count + nextBelow(random, running)];
      if (state.lessonSlot[partner] !== to) return NOTHING;
      return swap.propose(lesson, partner);
    },
  };
};
