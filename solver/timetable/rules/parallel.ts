/** How many events of a set run at once, kept slot by slot: deviation, and its change when a lesson moves. */
import { parallelDeviation } from '../../monitors/parallel.ts';
import type { WeekState } from '../state.ts';

/** Adds (sign 1) or takes away (−1) the lesson's events in its slots. */
export function countParallel(state: WeekState, lesson: number, first: number, sign: 1 | -1): void {
  const { slots, lessons } = state.problem;
  const { parallelOf } = state.links;
  const event = lessons.event[lesson];
  const length = lessons.length[lesson];
  for (let at = parallelOf.start[event]; at < parallelOf.start[event + 1]; at++) {
    const row = parallelOf.item[at] * slots.count;
    for (let week = 0, from = first; week < lessons.span[lesson]; week++, from += slots.perWeek) {
      for (let s = from; s < from + length; s++) state.counters.parallel[row + s] += sign;
    }
  }
}

export function parallelMoveDelta(state: WeekState, lesson: number, from: number, to: number): number {
  const { slots, lessons, monitors } = state.problem;
  const { parallelOf } = state.links;
  const { rule, shape, max, set } = monitors.parallel;
  const { parallel } = state.counters;
  const event = lessons.event[lesson];
  const length = lessons.length[lesson];
  const end = parallelOf.start[event + 1];
  let cost = 0;
  let events = 0;
  for (let at = parallelOf.start[event]; at < end; at++) {
    const m = parallelOf.item[at];
    // A composite lesson carries several events of one set.
    events++;
    if (at + 1 < end && parallelOf.item[at + 1] === m) continue;
    const row = m * slots.count;
    const inside = set[m] * slots.count;
    let change = 0;
    for (let week = 0, shift = 0; week < lessons.span[lesson]; week++, shift += slots.perWeek) {
      for (let k = 0; k < length; k++) {
        const comes = to + k;
        if (to >= 0 && !(from >= 0 && comes >= from && comes < from + length)) {
          const s = comes + shift;
          if (monitors.slotSets[inside + s] === 1) {
            const now = parallel[row + s];
            change += parallelDeviation(shape[m], now + events, max[m]) - parallelDeviation(shape[m], now, max[m]);
          }
        }
        const goes = from + k;
        if (from >= 0 && !(to >= 0 && goes >= to && goes < to + length)) {
          const s = goes + shift;
          if (monitors.slotSets[inside + s] === 1) {
            const now = parallel[row + s];
            change += parallelDeviation(shape[m], now - events, max[m]) - parallelDeviation(shape[m], now, max[m]);
          }
        }
      }
    }
    cost += change * state.ruleCost[rule[m]];
    events = 0;
  }
  return cost;
}

export function parallelTotal(state: WeekState): number {
  const { slots, monitors } = state.problem;
  const { count, rule, shape, max, set } = monitors.parallel;
  let cost = 0;
  for (let m = 0; m < count; m++) {
    for (let s = 0; s < slots.count; s++) {
      if (monitors.slotSets[set[m] * slots.count + s] === 0) continue;
      cost +=
        state.ruleCost[rule[m]] * parallelDeviation(shape[m], state.counters.parallel[m * slots.count + s], max[m]);
    }
  }
  return cost;
}
