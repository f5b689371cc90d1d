/** The half-cycle lessons of one event to the other week, each in the same place: those tied by parity change together. */
import { itemsOf } from '../../problem/problem.ts';
import { nextBelow } from '../../search/random.ts';
import { carryOut, makeJourney, restoreJourney, takeBack } from './carry-out.ts';
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
  const flip = makeJourney(Math.max(...tied.map((list) => list.length)));
  const otherWeek = (slot: number): number => (slot < slots.perWeek ? slot + slots.perWeek : slot - slots.perWeek);
  return {
    name: 'flip-weeks',
    propose(random) {
      const flipped = tied[nextBelow(random, tied.length)];
      flip.size = 0;
      for (const lesson of flipped) {
        const slot = state.lessonSlot[lesson];
        if (slot < 0 || lessons.domains[lessons.domain[lesson] * slots.count + otherWeek(slot)] === 0) return NOTHING;
        flip.lessons[flip.size] = lesson;
        flip.away[flip.size++] = otherWeek(slot);
      }
      return carryOut(state, flip);
    },
    accept: () => {},
    reject: () => takeBack(state, flip),
    restoreInto: (lessonSlot) => restoreJourney(flip, lessonSlot),
  };
};
