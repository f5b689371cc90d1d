/**
 * Proved lower bounds of each rule's deviation, every one by counting alone: for each point of application the least that any
 * position of its lessons allows, summed over the points.
 */
import { itemsOf, eachPeriod, type Problem } from '../problem/problem.ts';

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

/**
 * The same of all lessons of an event together. `leastOnce`: of slots that count once however many lessons take them, as they may where
 * a week is not complete.
 */
function eventRange(problem: Problem, event: number, set: number): { least: number; leastOnce: number; most: number } {
  const ranges = Array.from(itemsOf(problem.events.lessons, event), (l) => insideRange(problem, l, set));
  return {
    least: ranges.reduce((sum, range) => sum + range.least, 0),
    leastOnce: ranges.reduce((most, range) => Math.max(most, range.least), 0),
    most: ranges.reduce((sum, range) => sum + range.most, 0),
  };
}

/** [rules] bounds; a rule without a better one has 0, `trivial`. */
export function softBounds(problem: Problem): RuleBound[] {
  const { rules, monitors } = problem;
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
    const { least, leastOnce } = eventRange(problem, eventInside.event[m], eventInside.set[m]);
    add(eventInside.rule[m], eventInside.whole[m] ? leastOnce : least, 'domains');
  }
  for (let m = 0; m < eventCount.count; m++) {
    if (!seesAll(eventCount.rule[m])) continue;
    const { watches, event, set, whole } = eventCount;
    let most = 0;
    let least = 0;
    for (const watch of itemsOf(watches, m)) {
      const range = eventRange(problem, event[watch], set[watch]);
      most += range.most;
      least += whole[m] ? range.leastOnce : range.least;
    }
    // An unplaced lesson counts in no slot, but then the week is not complete; the bound is for complete weeks.
    const short = Math.max(0, eventCount.least[m] - most);
    add(eventCount.rule[m], short + Math.max(0, least - eventCount.most[m]), 'domains');
  }
  const { keepStudent } = monitors;
  for (let m = 0; m < keepStudent.count; m++) {
    if (seesAll(keepStudent.rule[m])) add(keepStudent.rule[m], 1, 'section-plan');
  }
  return bounds;
}
