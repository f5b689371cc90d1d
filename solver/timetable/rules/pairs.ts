/**
 * Lessons of two events against each other: the deviation of each pair that counts is kept; one whose lessons have moved is counted anew
 * when it is asked for.
 */
import { pairDeviation } from '../../monitors/pair-shapes.ts';
import type { WeekState } from '../state.ts';

/** No monitor looks at it; −1 says of a monitor that it has no second event. */
const NO_EVENT = -2;

/** The deviation of a pair that counts, as lessons lie. */
export function pairNow(state: WeekState, monitor: number): number {
  const { pair, pairStale } = state.counters;
  if (pairStale[monitor] === 1) {
    pair[monitor] = pairDeviation(state.problem, state.lessonSlot, monitor);
    pairStale[monitor] = 0;
  }
  return pair[monitor];
}

/** Must be called before lessons are elsewhere for a moment. */
function settlePairs(state: WeekState, event: number): void {
  const { start, item } = state.links.pairsOf;
  for (let at = start[event]; at < start[event + 1]; at++) pairNow(state, item[at]);
}

/** Change of the cost of an event's pairs, its lessons being elsewhere for the moment; those that look at `except` too are left out. */
function pairDelta(state: WeekState, event: number, except = NO_EVENT): number {
  const { start, item } = state.links.pairsOf;
  const { rule, one, other } = state.problem.monitors.pair;
  let cost = 0;
  for (let at = start[event]; at < start[event + 1]; at++) {
    const m = item[at];
    if (one[m] === except || other[m] === except) continue;
    cost += state.ruleCost[rule[m]] * (pairDeviation(state.problem, state.lessonSlot, m) - state.counters.pair[m]);
  }
  return cost;
}

export function pairMoveDelta(state: WeekState, lesson: number, to: number): number {
  const { lessonSlot } = state;
  const event = state.problem.lessons.event[lesson];
  const from = lessonSlot[lesson];
  settlePairs(state, event);
  lessonSlot[lesson] = to;
  const cost = pairDelta(state, event);
  lessonSlot[lesson] = from;
  return cost;
}

/** Two lessons of different events exchange their slots. */
export function pairSwapDelta(state: WeekState, lesson: number, partner: number): number {
  const { lessonSlot } = state;
  const { event } = state.problem.lessons;
  const from = lessonSlot[lesson];
  const to = lessonSlot[partner];
  settlePairs(state, event[lesson]);
  settlePairs(state, event[partner]);
  lessonSlot[lesson] = to;
  lessonSlot[partner] = from;
  const cost = pairDelta(state, event[lesson]) + pairDelta(state, event[partner], event[lesson]);
  lessonSlot[lesson] = from;
  lessonSlot[partner] = to;
  return cost;
}

/** The first `size` lessons, of different events, go to where `away` says. */
export function pairJourneyDelta(state: WeekState, lessons: Int32Array, away: Int32Array, size: number): number {
  const { lessonSlot, links, counters } = state;
  const { event } = state.problem.lessons;
  const { start, item } = links.pairsOf;
  const { rule, one, other } = state.problem.monitors.pair;
  let cost = 0;
  let pairs = 0;
  for (let i = 0; i < size; i++) {
    pairs += start[event[lessons[i]] + 1] - start[event[lessons[i]]];
    settlePairs(state, event[lessons[i]]);
  }
  if (pairs === 0) return 0;
  for (let i = 0; i < size; i++) exchangeSlot(lessonSlot, away, lessons[i], i);
  for (let i = 0; i < size; i++) {
    const own = event[lessons[i]];
    for (let at = start[own]; at < start[own + 1]; at++) {
      const m = item[at];
      const partner = one[m] === own ? other[m] : one[m];
      // Of two that go, the first counts it.
      let counted = false;
      for (let k = 0; k < i && !counted; k++) counted = event[lessons[k]] === partner;
      if (!counted) cost += state.ruleCost[rule[m]] * (pairDeviation(state.problem, lessonSlot, m) - counters.pair[m]);
    }
  }
  for (let i = 0; i < size; i++) exchangeSlot(lessonSlot, away, lessons[i], i);
  return cost;
}

function exchangeSlot(lessonSlot: Int32Array, away: Int32Array, lesson: number, i: number): void {
  const slot = lessonSlot[lesson];
  lessonSlot[lesson] = away[i];
  away[i] = slot;
}

/** A lesson of the event has moved. */
export function markPairs(state: WeekState, event: number): void {
  const { start, item } = state.links.pairsOf;
  for (let at = start[event]; at < start[event + 1]; at++) state.counters.pairStale[item[at]] = 1;
}

/** Pairs that do not count have deviation 0. */
export function pairTotal(state: WeekState): number {
  const { rule, count } = state.problem.monitors.pair;
  let cost = 0;
  for (let m = 0; m < count; m++) cost += state.ruleCost[rule[m]] * pairNow(state, m);
  return cost;
}
