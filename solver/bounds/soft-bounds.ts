/**
 * Proved lower bounds of each rule's deviation: for each point of application the least that any position of its lessons allows, summed over the
 * points; and the same with the teachers there are (teacher-teams.ts).
 */
import { itemsOf, eachPeriod, seesAll, type Problem } from '../problem/problem.ts';
import { teamBounds } from './teacher-teams.ts';
import { timeCosts, type TimeCosts } from './time-costs.ts';

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

/** Least deviations by rule; a rule without a better one has 0, `trivial`. */
export interface WeekBounds {
  /** [rules] of weeks that have a slot for every lesson, whatever else they break */
  placed: RuleBound[];
  /** [rules] of weeks that break nothing hard */
  complete: RuleBound[];
  /** of the same weeks: what soft rules cost only together, beyond the sum of what each costs alone */
  beyond: number;
}

/** `times`: what has been asked of the same problem before. */
export function weekBounds(problem: Problem, times: TimeCosts = timeCosts(problem)): WeekBounds {
  const { rules, monitors } = problem;
  const bounds: RuleBound[] = Array.from({ length: rules.count }, (_, rule) => ({
    value: rules.fixed[rule],
    method: rules.fixed[rule] > 0 ? 'section-plan' : 'trivial',
  }));
  const { wishes } = times;
  /** [rules] what concerns events that `wishes` does not count */
  const others = new Int32Array(rules.count);
  const add = (rule: number, value: number, method: string, isCounted = false): void => {
    bounds[rule].value += value;
    if (!isCounted) others[rule] += value;
    if (value > 0 || bounds[rule].method === 'trivial') bounds[rule].method = method;
  };
  const counts = (rule: number, event: number): boolean => rules.weight[rule] > 0 && wishes[event] !== null;
  const { spread, eventInside, eventCount } = monitors;
  for (let m = 0; m < spread.count; m++) {
    const [rule, event] = [spread.rule[m], spread.event[m]];
    if (!seesAll(rules, rule)) continue;
    add(rule, crowdedDays(problem, event, spread.maxPerDay[m]), 'days-pigeonhole', counts(rule, event));
  }
  for (let m = 0; m < eventInside.count; m++) {
    const [rule, event] = [eventInside.rule[m], eventInside.event[m]];
    if (!seesAll(rules, rule)) continue;
    const { least, leastOnce } = eventRange(problem, event, eventInside.set[m]);
    const isWhole = eventInside.whole[m] === 1;
    add(rule, isWhole ? leastOnce : least, 'domains', !isWhole && counts(rule, event));
  }
  for (let m = 0; m < eventCount.count; m++) {
    const rule = eventCount.rule[m];
    if (!seesAll(rules, rule)) continue;
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
    const own = itemsOf(watches, m);
    const isCounted = !whole[m] && own.length === 1 && counts(rule, event[own[0]]);
    add(rule, short + Math.max(0, least - eventCount.most[m]), 'domains', isCounted);
  }
  const { keepStudent } = monitors;
  for (let m = 0; m < keepStudent.count; m++) {
    if (seesAll(rules, keepStudent.rule[m])) add(keepStudent.rule[m], 1, 'section-plan');
  }
  return { placed: bounds, ...raisedByTeams(problem, times, bounds, others) };
}

/** Bounds of rules on the times of single sections, raised by who can teach them when; what they cost together beyond their sum. */
function raisedByTeams(
  problem: Problem,
  times: TimeCosts,
  placed: readonly RuleBound[],
  others: Int32Array,
): Pick<WeekBounds, 'complete' | 'beyond'> {
  const { weight, fixed } = problem.rules;
  const concerned = new Set(
    times.wishes.flatMap((wish) => [...(wish?.days ?? []), ...(wish?.counts ?? [])].map(({ rule }) => rule)),
  );
  const least = teamBounds(problem, times, concerned);
  const complete = placed.map((bound) => ({ ...bound }));
  let beyond = least.together;
  for (const rule of concerned) {
    const rest = others[rule] + fixed[rule];
    const value = rest + least.alone[rule];
    if (value > complete[rule].value) complete[rule] = { value, method: 'teachers-free-slots' };
    beyond += weight[rule] * (rest - complete[rule].value);
  }
  return { complete, beyond: Math.max(0, beyond) };
}
