/**
 * A Kempe chain between two slots (or two pairs of consecutive slots): a lesson changes sides, every lesson it meets on the other
 * side changes too, and so on. Without new overlaps by construction, unless a domain forbids; then nothing is proposed.
 */
import { nextBelow } from '../../search/random.ts';
import { moveDelta, moveLesson } from '../state.ts';
import { collides, NOTHING, type NeighbourhoodMaker } from './neighbourhood.ts';

/** Longer chains are whole slot exchanges and rarely pay. */
const LONGEST_CHAIN = 160;

export const makeKempeChain: NeighbourhoodMaker = (state) => {
  const { lessons, slots } = state.problem;
  const { starts, domains } = lessons;
  if (lessons.count < 2) return null;
  const chain = new Int32Array(LONGEST_CHAIN);
  const home = new Int32Array(LONGEST_CHAIN);
  /** [lessons] 1 + the number of the proposal in which the lesson joined the chain */
  const joined = new Int32Array(lessons.count);
  let stamp = 0;
  let size = 0;

  /** Grows the chain from chain[0]; sides are one … one + width − 1 and other …; false where it cannot be. */
  const grow = (one: number, other: number, width: number): boolean => {
    for (let done = 0; done < size; done++) {
      const lesson = chain[done];
      const length = lessons.length[lesson];
      const slot = state.lessonSlot[lesson];
      const onOne = slot >= one && slot + length <= one + width;
      const onOther = slot >= other && slot + length <= other + width;
      if (!onOne && !onOther) return false;
      const target = onOne ? slot - one + other : slot - other + one;
      if (domains[lessons.domain[lesson] * slots.count + target] === 0) return false;
      const event = lessons.event[lesson];
      for (let k = 0; k < length; k++) {
        const row = (target + k) * lessons.count;
        const running = state.runningCount[target + k];
        for (let at = 0; at < running; at++) {
          const met = state.running[row + at];
          if (joined[met] === stamp || !collides(state, event, lessons.event[met])) continue;
          if (size === LONGEST_CHAIN) return false;
          joined[met] = stamp;
          chain[size++] = met;
        }
      }
    }
    return true;
  };

  return {
    name: 'kempe-chain',
    propose(random) {
      const lesson = nextBelow(random, lessons.count);
      const from = state.lessonSlot[lesson];
      const domain = lessons.domain[lesson];
      const choices = starts.start[domain + 1] - starts.start[domain];
      if (from < 0 || choices < 2) return NOTHING;
      const to = starts.item[starts.start[domain] + nextBelow(random, choices)];
      const width = lessons.length[lesson];
      if (to > from - width && to < from + width) return NOTHING;
      stamp++;
      joined[lesson] = stamp;
      chain[0] = lesson;
      size = 1;
      if (!grow(from, to, width)) return NOTHING;
      let delta = 0;
      for (let i = 0; i < size; i++) {
        const slot = state.lessonSlot[chain[i]];
        home[i] = slot;
        const target = slot >= from && slot < from + width ? slot - from + to : slot - to + from;
        delta += moveDelta(state, chain[i], target);
        moveLesson(state, chain[i], target);
      }
      return delta;
    },
    accept: () => {},
    reject() {
      for (let i = size - 1; i >= 0; i--) moveLesson(state, chain[i], home[i]);
    },
    restoreInto(lessonSlot) {
      for (let i = 0; i < size; i++) lessonSlot[chain[i]] = home[i];
    },
  };
};
