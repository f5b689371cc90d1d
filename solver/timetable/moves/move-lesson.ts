/** One lesson to another start slot of its domain. */
import { nextBelow } from '../../search/random.ts';
import { moveDelta, moveLesson } from '../state.ts';
import { NOTHING, type NeighbourhoodMaker } from './neighbourhood.ts';

export const makeMoveLesson: NeighbourhoodMaker = (state) => {
  const { lessons } = state.problem;
  const { starts } = lessons;
  if (lessons.count === 0) return null;
  let lesson = 0;
  let to = 0;
  return {
    name: 'move-lesson',
    propose(random) {
      lesson = nextBelow(random, lessons.count);
      const domain = lessons.domain[lesson];
      const choices = starts.start[domain + 1] - starts.start[domain];
      if (choices < 2) return NOTHING;
      to = starts.item[starts.start[domain] + nextBelow(random, choices)];
      return to === state.lessonSlot[lesson] ? NOTHING : moveDelta(state, lesson, to);
    },
    accept: () => moveLesson(state, lesson, to),
    reject: () => {},
    restoreInto(lessonSlot) {
      lessonSlot[lesson] = state.lessonSlot[lesson];
    },
  };
};
