/**
 * A Kempe chain between two slots (or two pairs of consecutive slots): a lesson changes sides, every lesson it meets on the other
 * side changes too, and so on. Without new overlaps by construction, unless a domain forbids; then nothing is proposed.
 */
import { nextBelow, type RandomState } from '../../search/random.ts';
import { drawLesson, isHotLesson } from '../hot-lessons.ts';
import { plainSidesDelta } from '../plain-delta.ts';
import { carryOut, goAway, makeJourney, restoreJourney, stayHome, takeBack } from './carry-out.ts';
import { NOTHING, sharesTeacher, type NeighbourhoodMaker } from './neighbourhood.ts';

/**
 * Longer chains are whole slot exchanges: one in ten is taken, hardly ever one makes the week cheaper, and counting them took a third of an
 * epoch. Some lessons that break something hard have no other way out, though: a line under a meeting of its teachers, where every homeroom's
 * week is full. Among plain lessons long chains cost no more than their students.
 */
const LONGEST_CHAIN = 24;
const LONGEST_WAY_OUT = 160;
/** One chain in so many may be a long way out of something hard. */
const WAY_OUT_SHARE = 8;

export const makeKempeChain: NeighbourhoodMaker = (state) => {
  const { lessons, slots, events } = state.problem;
  const { weightOf, plain } = state.links;
  const { starts, domains } = lessons;
  if (lessons.count < 2) return null;
  const chain = makeJourney(LONGEST_WAY_OUT);
  let longest = LONGEST_WAY_OUT;
  /** [lessons] 1 + the number of the proposal in which the lesson joined the chain */
  const joined = new Int32Array(lessons.count);
  let stamp = 0;
  /** the sides: one … one + width − 1 and other …, within a week */
  let one = 0;
  let other = 0;
  let width = 1;

  /** The week's slots without which week they are in: sides are the same in all weeks of the cycle. */
  const inWeek = (slot: number): number => slot % slots.perWeek;

  /** Where a lesson at `slot` goes; −1 where it lies across the edge of a side. */
  const otherSide = (slot: number, length: number): number => {
    const at = inWeek(slot);
    if (at >= one && at + length <= one + width) return slot - one + other;
    if (at >= other && at + length <= other + width) return slot - other + one;
    return -1;
  };

  /** Takes the lesson into the chain; false: it cannot change sides, or the chain has grown too long. */
  const join = (lesson: number): boolean => {
    if (joined[lesson] === stamp) return true;
    if (chain.size === longest) return false;
    const target = otherSide(state.lessonSlot[lesson], lessons.length[lesson]);
    if (target < 0 || domains[lessons.domain[lesson] * slots.count + target] === 0) return false;
    joined[lesson] = stamp;
    chain.lessons[chain.size] = lesson;
    chain.away[chain.size++] = target;
    return true;
  };

  /** Takes in what shares students with the lesson in the slot. The overlap there says how much is still to be found. */
  const joinMet = (lesson: number, slot: number): boolean => {
    const event = lessons.event[lesson];
    const weights = event * events.count;
    const row = slot * lessons.count;
    let left = state.overlap[slot * events.count + event];
    for (let at = 0; left > 0; at++) {
      const met = state.running[row + at];
      const weight = weightOf[weights + lessons.event[met]];
      if (weight === 0) continue;
      left -= weight;
      if (!join(met)) return false;
    }
    return true;
  };

  /** Takes in what the lesson's teachers teach in the slot. */
  const joinTaught = (lesson: number, slot: number): boolean => {
    const { roles } = lessons;
    for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
      const teacher = state.roleTeacher[roles.item[at]];
      const taught = teacher < 0 ? 0 : state.taught[teacher * slots.count + slot];
      if (taught === 1 && !join(state.taughtSum[teacher * slots.count + slot])) return false;
      for (let i = 0; taught > 1 && i < state.runningCount[slot]; i++) {
        const met = state.running[slot * lessons.count + i];
        if (sharesTeacher(state, lesson, met) && !join(met)) return false;
      }
    }
    return true;
  };

  const mayBeLong = (lesson: number, random: RandomState): boolean =>
    plain || (state.hotCount > 0 && nextBelow(random, WAY_OUT_SHARE) === 0 && isHotLesson(state, lesson));

  /** Grows the chain from its first lesson; false where it cannot be. */
  const grow = (): boolean => {
    for (let done = 0; done < chain.size; done++) {
      const lesson = chain.lessons[done];
      const length = lessons.length[lesson];
      for (let week = 0, from = chain.away[done]; week < lessons.span[lesson]; week++, from += slots.perWeek) {
        for (let s = from; s < from + length; s++) if (!joinMet(lesson, s) || !joinTaught(lesson, s)) return false;
      }
    }
    return true;
  };

  return {
    name: 'kempe-chain',
    propose(random) {
      const lesson = drawLesson(state, random, 2);
      const from = state.lessonSlot[lesson];
      const domain = lessons.domain[lesson];
      const choices = starts.start[domain + 1] - starts.start[domain];
      if (from < 0 || choices < 2) return NOTHING;
      const to = starts.item[starts.start[domain] + nextBelow(random, choices)];
      width = lessons.length[lesson];
      one = inWeek(from);
      other = inWeek(to);
      if (to - other !== from - one || (other > one - width && other < one + width)) return NOTHING;
      longest = mayBeLong(lesson, random) ? LONGEST_WAY_OUT : LONGEST_CHAIN;
      stamp++;
      chain.size = 0;
      if (!join(lesson) || !grow()) return NOTHING;
      if (!plain) return carryOut(state, chain);
      stayHome(state, chain);
      return plainSidesDelta(state, chain.lessons, chain.away, chain.size, one, other);
    },
    accept: () => goAway(state, chain),
    reject: () => takeBack(state, chain),
    restoreInto: (lessonSlot) => restoreJourney(chain, lessonSlot),
  };
};
