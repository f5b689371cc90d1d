/** Lessons of two events against each other: the deviation of each pair that counts is kept, a change is counted anew. */
import { pairDeviation } from '../../monitors/pair-shapes.ts';
import type { WeekState } from '../state.ts';

export function pairMoveDelta(state: WeekState, lesson: number, to: number): number {
  const { pairsOf } = state.links;
  const { problem, lessonSlot } = state;
  const { rule } = problem.monitors.pair;
  const event = problem.lessons.event[lesson];
  const from = lessonSlot[lesson];
  let cost = 0;
  lessonSlot[lesson] = to;
  for (let at = pairsOf.start[event]; at < pairsOf.start[event + 1]; at++) {
    const m = pairsOf.item[at];
    cost += state.ruleCost[rule[m]] * (pairDeviation(problem, lessonSlot, m) - state.counters.pair[m]);
  }
  lessonSlot[lesson] = from;
  return cost;
}

export function settlePairs(state: WeekState, event: number): void {
  const { pairsOf } = state.links;
  for (let at = pairsOf.start[event]; at < pairsOf.start[event + 1]; at++) {
    const m = pairsOf.item[at];
    state.counters.pair[m] = pairDeviation(state.problem, state.lessonSlot, m);
  }
}

/** Pairs that do not count have deviation 0. */
export function pairTotal(state: WeekState): number {
  const { rule, count } = state.problem.monitors.pair;
  let cost = 0;
  for (let m = 0; m < count; m++) cost += state.ruleCost[rule[m]] * state.counters.pair[m];
  return cost;
}
