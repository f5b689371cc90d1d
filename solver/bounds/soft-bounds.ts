/**
 * Proved lower bounds of each rule's deviation, every one by counting alone: for each point of application the least that any
 * position of its lessons allows, summed over the points.
 */
import type { Problem } from '../problem/problem.ts';

export interface RuleBound {
  value: number;
  method: string;
}

/** Days on which the event has an open start slot. */
function openDays(problem: Problem, event: number): number {
  const { events, lessons, slots } = problem;
  const days = new Set<number>();
  for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
    const domain = lessons.domain[events.lessons.item[at]];
    for (let i = lessons.starts.start[domain]; i < lessons.starts.start[domain + 1]; i++) {
      days.add(slots.day[lessons.starts.item[i]]);
    }
  }
  return days.size;
}

/** Of all start slots of a lesson, the fewest and the most periods that lie inside the set. */
function insideRange(problem: Problem, lesson: number, set: number): { least: number; most: number } {
  const { lessons, slots, monitors } = problem;
  const domain = lessons.domain[lesson];
  let least = lessons.length[lesson];
  let most = 0;
  for (let i = lessons.starts.start[domain]; i < lessons.starts.start[domain + 1]; i++) {
    let inside = 0;
    for (let k = 0; k < lessons.length[lesson]; k++)
      inside += monitors.slotSets[set * slots.count + lessons.starts.item[i] + k];
    if (inside < least) least = inside;
    if (inside > most) most = inside;
  }
  return lessons.starts.start[domain] === lessons.starts.start[domain + 1] ? { least: 0, most } : { least, most };
}

/** [rules] bounds; a rule without a better one has 0, `trivial`. */
export function softBounds(problem: Problem): RuleBound[] {
  const { events, rules, monitors } = problem;
  const bounds: RuleBound[] = Array.from({ length: rules.count }, (_, rule) => ({
    value: rules.fixed[rule],
    method: rules.fixed[rule] > 0 ? 'section-plan' : 'trivial',
  }));
  const add = (rule: number, value: number, method: string): void => {
    bounds[rule].value += value;
    if (value > 0 || bounds[rule].method === 'trivial') bounds[rule].method = method;
  };
  const { spread, eventInside, eventCount } = monitors;
  for (let m = 0; m < spread.count; m++) {
    const event = spread.event[m];
    const count = events.lessons.start[event + 1] - events.lessons.start[event];
    const room = openDays(problem, event) * spread.maxPerDay[m];
    add(spread.rule[m], room > 0 ? Math.max(0, count - room) : 0, 'days-pigeonhole');
  }
  for (let m = 0; m < eventInside.count; m++) {
    for (
      let at = events.lessons.start[eventInside.event[m]];
      at < events.lessons.start[eventInside.event[m] + 1];
      at++
    ) {
      add(eventInside.rule[m], insideRange(problem, events.lessons.item[at], eventInside.set[m]).least, 'domains');
    }
  }
  for (let m = 0; m < eventCount.count; m++) {
    let most = 0;
    for (let at = events.lessons.start[eventCount.event[m]]; at < events.lessons.start[eventCount.event[m] + 1]; at++) {
      most += insideRange(problem, events.lessons.item[at], eventCount.set[m]).most;
    }
    // An unplaced lesson counts in no slot, but then the week is not complete; the bound is for complete weeks.
    add(eventCount.rule[m], Math.max(0, eventCount.least[m] - most), 'domains');
  }
  return bounds;
}
