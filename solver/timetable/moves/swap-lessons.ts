/** One lesson to another slot, and the one lesson that it meets there (same students or teacher) back to where it came from. */
import { nextBelow } from '../../search/random.ts';
import { moveDelta, moveLesson } from '../state.ts';
import { collides, NOTHING, type NeighbourhoodMaker } from './neighbourhood.ts';

export const makeSwapLessons: NeighbourhoodMaker = (state) => {
  const { lessons, slots } = state.problem;
  const { starts, domains } = lessons;
  if (lessons.count < 2) return null;
  let lesson = 0;
  let partner = -1;
  let from = 0;
  let to = 0;
  return {
    name: 'swap-lessons',
    propose(random) {
      lesson = nextBelow(random, lessons.count);
      from = state.lessonSlot[lesson];
      const domain = lessons.domain[lesson];
      const choices = starts.start[domain + 1] - starts.start[domain];
      if (from < 0 || choices < 2) return NOTHING;
      to = starts.item[starts.start[domain] + nextBelow(random, choices)];
      const length = lessons.length[lesson];
      if (to === from || (to > from - length && to < from + length)) return NOTHING;
      const event = lessons.event[lesson];
      const first = nextBelow(random, length);
      const row = (to + first) * lessons.count;
      const running = state.runningCount[to + first];
      if (running === 0) return NOTHING;
      partner = -1;
      let at = nextBelow(random, running);
      for (let tried = 0; tried < running; tried++) {
        const other = state.running[row + at];
        if (++at === running) at = 0;
        if (lessons.length[other] === length && state.lessonSlot[other] === to) {
          const met = lessons.event[other];
          if (met !== event && collides(state, event, met)) {
            partner = other;
            break;
          }
        }
      }
      if (partner < 0 || domains[lessons.domain[partner] * slots.count + from] === 0) return NOTHING;
      const first1 = moveDelta(state, lesson, to);
      moveLesson(state, lesson, to);
      return first1 + moveDelta(state, partner, from);
    },
    accept: () => moveLesson(state, partner, from),
    reject: () => moveLesson(state, lesson, from),
    restoreInto(lessonSlot) {
      lessonSlot[lesson] = from;
      lessonSlot[partner] = to;
    },
  };
};
