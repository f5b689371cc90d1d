/** The half-cycle lessons of one event to the other week, each in the same place: those tied by parity change together. */
import { itemsOf } from '../../problem/problem.ts';
import { nextBelow } from '../../search/random.ts';
import { moveDelta } from '../delta.ts';
import { moveLesson } from '../state.ts';
import { NOTHING, type NeighbourhoodMaker } from './neighbourhood.ts';

export const makeFlipWeeks: NeighbourhoodMaker = (state) => {
  const { lessons, events, slots } = state.problem;
  const tied: number[][] = [];
  for (let e = 0; e < events.count; e++) {
    const list = [...itemsOf(events.lessons, e)];
    const ofEvent = list.filter((lesson) => lessons.parity[lesson] !== 0);
    if (ofEvent.length > 0) tied.push(ofEvent);
  }
  if (tied.length === 0 || slots.weeks !== 2) return null;
  let flipped: number[] = [];
  const otherWeek = (slot: number): number => (slot < slots.perWeek ? slot + slots.perWeek : slot - slots.perWeek);
  const flip = (): number => {
    let delta = 0;
    for (const lesson of flipped) {
      const to = otherWeek(state.lessonSlot[lesson]);
      delta += moveDelta(state, lesson, to);
      moveLesson(state, lesson, to);
    }
    return delta;
  };
  return {
    name: 'flip-weeks',
    propose(random) {
      flipped = tied[nextBelow(random, tied.length)];
      for (const lesson of flipped) {
        const slot = state.lessonSlot[lesson];
        if (slot < 0 || lessons.domains[lessons.domain[lesson] * slots.count + otherWeek(slot)] === 0) return NOTHING;
      }
      return flip();
    },
    accept: () => {},
    reject: () => void flip(),
    restoreInto(lessonSlot) {
      for (const lesson of flipped) lessonSlot[lesson] = otherWeek(state.lessonSlot[lesson]);
    },
  };
};
