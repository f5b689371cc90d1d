/**
 * Two lessons that the caller has chosen exchange their slots. Lessons of one section, of one teacher, or that a rule ties to each other are moved
 * one after the other to be counted, and back on reject; of others the exact difference is a sum of reads.
 */
import { exchangeRooms, moveDelta } from '../delta.ts';
import { isEntangled } from '../entangled.ts';
import { plainSwapDelta } from '../plain-delta.ts';
import { ruleSwapDelta } from '../rules/rule-counters.ts';
import { ruleGain } from '../rules/rule-gain.ts';
import { moveLesson, type WeekState } from '../state.ts';
import { keepsWeek, NOTHING, sharesTeacher } from './neighbourhood.ts';

export function makeSwap(state: WeekState) {
  const { lessons, slots, events } = state.problem;
  const { domains } = lessons;
  const { weightOf, roomClass } = state.links;
  let lesson = 0;
  let partner = 0;
  let from = 0;
  let to = 0;
  /** the proposal has moved `lesson` already */
  let half = false;
  return {
    propose(one: number, other: number): number {
      lesson = one;
      partner = other;
      from = state.lessonSlot[lesson];
      to = state.lessonSlot[partner];
      const event = lessons.event[lesson];
      const length = lessons.length[lesson];
      const span = lessons.span[lesson];
      if (to < 0 || lessons.length[partner] !== length || lessons.span[partner] !== span) return NOTHING;
      if (to > from - length && to < from + length) return NOTHING;
      if (!keepsWeek(state, lesson, from, to) || !keepsWeek(state, partner, to, from)) return NOTHING;
      if (domains[lessons.domain[lesson] * slots.count + to] === 0) return NOTHING;
      if (domains[lessons.domain[partner] * slots.count + from] === 0) return NOTHING;
      const met = lessons.event[partner];
      if (event === met && roomClass[lesson] === roomClass[partner]) return NOTHING;
      half = false;
      if (state.links.plain && event !== met) return plainSwapDelta(state, lesson, partner);
      half = event === met || sharesTeacher(state, lesson, partner) || isEntangled(state, lesson, partner);
      const { watched } = state.links;
      const isRuled = watched[event] !== 0 || watched[met] !== 0;
      let delta = 0;
      if (!half) {
        // Each difference counts the meeting of the two, which the exchange avoids.
        const meeting = 2 * length * span * weightOf[event * events.count + met] * state.hardWeight;
        delta =
          moveDelta(state, lesson, to, false, false) +
          moveDelta(state, partner, from, false, false) +
          exchangeRooms(state, lesson, partner) -
          meeting;
        if (!isRuled) return delta;
        const least = delta - ruleGain(state, lesson) - ruleGain(state, partner);
        return least > state.cutoff ? least : delta + ruleSwapDelta(state, lesson, partner);
      }
      delta = moveDelta(state, lesson, to);
      moveLesson(state, lesson, to);
      return delta + moveDelta(state, partner, from);
    },
    accept(): void {
      if (!half) moveLesson(state, lesson, to);
      moveLesson(state, partner, from);
    },
    reject(): void {
      if (half) moveLesson(state, lesson, from);
    },
    restoreInto(lessonSlot: Int32Array): void {
      lessonSlot[lesson] = from;
      lessonSlot[partner] = to;
    },
  };
}
