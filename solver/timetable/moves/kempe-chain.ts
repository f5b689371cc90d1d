/**
 * A Kempe chain between two slots (or two pairs of consecutive slots): a lesson changes sides, every lesson it meets on the other
 * side changes too, and so on. Without new overlaps by construction, unless a domain forbids; then nothing is proposed.
 */
import { nextBelow } from '../../search/random.ts';
import { moveDelta } from '../delta.ts';
import { moveLesson } from '../state.ts';
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

  /** The week's slots without which week they are in: sides are the same in all weeks of the cycle. */
  const inWeek = (slot: number): number => slot % slots.perWeek;

  /** Where a lesson at `slot` goes; −1 where it lies across the edge of a side. */
  const otherSide = (slot: number, length: number, one: number, other: number, width: number): number => {
    const at = inWeek(slot);
    if (at >= one && at + length <= one + width) return slot - one + other;
    if (at >= other && at + length <= other + width) return slot - other + one;
    return -1;
  };

  /** Grows the chain from chain[0]; sides are one … one + width − 1 and other …; false where it cannot be. */
  const grow = (one: number, other: number, width: number): boolean => {
    for (let done = 0; done < size; done++) {
      const lesson = chain[done];
      const length = lessons.length[lesson];
      const target = otherSide(state.lessonSlot[lesson], length, one, other, width);
      if (target < 0 || domains[lessons.domain[lesson] * slots.count + target] === 0) return false;
      for (let week = 0, from = target; week < lessons.span[lesson]; week++, from += slots.perWeek) {
        for (let s = from; s < from + length; s++) {
          const row = s * lessons.count;
          const running = state.runningCount[s];
          for (let at = 0; at < running; at++) {
            const met = state.running[row + at];
            if (joined[met] === stamp || !collides(state, lesson, met)) continue;
            if (size === LONGEST_CHAIN) return false;
            joined[met] = stamp;
            chain[size++] = met;
          }
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
      const one = inWeek(from);
      const other = inWeek(to);
      if (to - other !== from - one || (other > one - width && other < one + width)) return NOTHING;
      stamp++;
      joined[lesson] = stamp;
      chain[0] = lesson;
      size = 1;
      if (!grow(one, other, width)) return NOTHING;
      let delta = 0;
      for (let i = 0; i < size; i++) {
        const slot = state.lessonSlot[chain[i]];
        home[i] = slot;
        const target = otherSide(slot, lessons.length[chain[i]], one, other, width);
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
