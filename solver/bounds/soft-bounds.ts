/**
 * Proved lower bounds of each rule's deviation, every one by counting alone: for each point of application the least that any
 * position of its lessons allows, summed over the points.
 */
import { eachPeriod, type Problem } from '../problem/problem.ts';

export interface RuleBound {
  value: number;
  method: string;
}

/**
 * Lessons of the event held in every week, beyond what the days with an open start slot can take at `perDay` a day, over the weeks.
 * Lessons of one week alone may go to the other: they are left out.
 */
function crowdedDays(problem: Problem, event: number, perDay: number): number {
  const { events, lessons, slots } = problem;
  const days = new Set<number>();
  let weekly = 0;
  for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
    const lesson = events.lessons.item[at];
    if (lessons.span[lesson] < slots.weeks) continue;
    weekly++;
    const domain = lessons.domain[lesson];
    for (let i = lessons.starts.start[domain]; i < lessons.starts.start[domain + 1]; i++) {
      days.add(slots.day[lessons.starts.item[i]]);
    }
  }
  return days.size === 0 ? 0 : slots.weeks * Math.max(0, weekly - days.size * perDay);
}

/** Of all start slots of a lesson, the fewest and the most periods that lie inside the set. */
function insideRange(problem: Problem, lesson: number, set: number): { least: number; most: number } {
  const { lessons, slots, monitors } = problem;
  const domain = lessons.domain[lesson];
  let least = lessons.length[lesson] * lessons.span[lesson];
  let most = 0;
  for (let i = lessons.starts.start[domain]; i < lessons.starts.start[domain + 1]; i++) {
    let inside = 0;
    eachPeriod(problem, lesson, lessons.starts.item[i], (slot) => {
      inside += monitors.slotSets[set * slots.count + slot];
    });
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
  const { onlyTeachers, onlyRooms } = rules;
  /** A rule narrowed to teachers or rooms may see nothing of a section. */
  const seesAll = (rule: number): boolean =>
    onlyTeachers.start[rule] === onlyTeachers.start[rule + 1] && onlyRooms.start[rule] === onlyRooms.start[rule + 1];
  for (let m = 0; m < spread.count; m++) {
    if (!seesAll(spread.rule[m])) continue;
    add(spread.rule[m], crowdedDays(problem, spread.event[m], spread.maxPerDay[m]), 'days-pigeonhole');
  }
  for (let m = 0; m < eventInside.count; m++) {
    if (!seesAll(eventInside.rule[m])) continue;
    for (
      let at = events.lessons.start[eventInside.event[m]];
      at < events.lessons.start[eventInside.event[m] + 1];
      at++
    ) {
      add(eventInside.rule[m], insideRange(problem, events.lessons.item[at], eventInside.set[m]).least, 'domains');
    }
  }
  for (let m = 0; m < eventCount.count; m++) {
    if (!seesAll(eventCount.rule[m])) continue;
    let most = 0;
    for (let at = events.lessons.start[eventCount.event[m]]; at < events.lessons.start[eventCount.event[m] + 1]; at++) {
      most += insideRange(problem, events.lessons.item[at], eventCount.set[m]).most;
    }
    // An unplaced lesson counts in no slot, but then the week is not complete; the bound is for complete weeks.
    add(eventCount.rule[m], Math.max(0, eventCount.least[m] - most), 'domains');
  }
  return bounds;
}
