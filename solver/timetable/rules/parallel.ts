/** How many events of a set run at once, kept slot by slot: deviation, and its change when a lesson moves. */
import { parallelDeviation } from '../../monitors/parallel.ts';
import type { Csr } from '../../problem/problem.ts';
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

/** Change of a monitor's deviation when `events` of its events move with the lesson (below 0: the other way). */
function eventsMoveDelta(
  state: WeekState,
  monitor: number,
  events: number,
  lesson: number,
  from: number,
  to: number,
): number {
  const { slots, lessons, monitors } = state.problem;
  const { rule, shape, max, set } = monitors.parallel;
  const { parallel } = state.counters;
  const length = lessons.length[lesson];
  const row = monitor * slots.count;
  const inside = set[monitor] * slots.count;
  let change = 0;
  for (let week = 0, shift = 0; week < lessons.span[lesson]; week++, shift += slots.perWeek) {
    for (let k = 0; k < length; k++) {
      const comes = to + k;
      if (to >= 0 && !(from >= 0 && comes >= from && comes < from + length)) {
        const s = comes + shift;
        if (monitors.slotSets[inside + s] === 1) {
          const now = parallel[row + s];
          change +=
            parallelDeviation(shape[monitor], now + events, max[monitor]) -
            parallelDeviation(shape[monitor], now, max[monitor]);
        }
      }
      const goes = from + k;
      if (from >= 0 && !(to >= 0 && goes >= to && goes < to + length)) {
        const s = goes + shift;
        if (monitors.slotSets[inside + s] === 1) {
          const now = parallel[row + s];
          change +=
            parallelDeviation(shape[monitor], now - events, max[monitor]) -
            parallelDeviation(shape[monitor], now, max[monitor]);
        }
      }
    }
  }
  return change * state.ruleCost[rule[monitor]];
}

/** How often the monitor stands at this place and the next ones of the list. */
function repeats({ start, item }: Csr, event: number, at: number): number {
  let end = at + 1;
  while (end < start[event + 1] && item[end] === item[at]) end++;
  return end - at;
}

export function parallelMoveDelta(state: WeekState, lesson: number, from: number, to: number): number {
  const { parallelOf } = state.links;
  const event = state.problem.lessons.event[lesson];
  let cost = 0;
  for (let at = parallelOf.start[event]; at < parallelOf.start[event + 1];) {
    // A composite lesson carries several events of one set.
    const events = repeats(parallelOf, event, at);
    cost += eventsMoveDelta(state, parallelOf.item[at], events, lesson, from, to);
    at += events;
  }
  return cost;
}

/** Two lessons of equal length and weeks, which share no slot, exchange their slots: a set that both belong to sees the difference alone. */
export function parallelSwapDelta(state: WeekState, lesson: number, partner: number): number {
  const { start, item } = state.links.parallelOf;
  const { event } = state.problem.lessons;
  const from = state.lessonSlot[lesson];
  const to = state.lessonSlot[partner];
  const end = start[event[lesson] + 1];
  const otherEnd = start[event[partner] + 1];
  let i = start[event[lesson]];
  let j = start[event[partner]];
  let cost = 0;
  while (i < end || j < otherEnd) {
    const monitor = j === otherEnd || (i < end && item[i] <= item[j]) ? item[i] : item[j];
    const goes = i < end && item[i] === monitor ? repeats(state.links.parallelOf, event[lesson], i) : 0;
    const comes = j < otherEnd && item[j] === monitor ? repeats(state.links.parallelOf, event[partner], j) : 0;
    if (goes !== comes) cost += eventsMoveDelta(state, monitor, goes - comes, lesson, from, to);
    i += goes;
    j += comes;
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
