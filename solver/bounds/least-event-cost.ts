/**
 * The least that an event's lessons cost wherever they lie in the week, by dynamic programming over its slots: what no week can be below
 * where the event has these free slots, however the rest lies.
 */
import { itemsOf, seesAll, type Problem } from '../problem/problem.ts';

/** Lessons of an event that nothing tells apart. */
interface Kind {
  length: number;
  lessons: number;
  /** [slots of a week] 1: a lesson may start here */
  starts: Uint8Array;
}

/** More lessons than this on a day cost a unit each, once for every week. */
interface DayWish {
  rule: number;
  most: number;
}

/** Periods in a set of slots: `least` and `most` as the rule says; each of them counts where `each` is set. */
interface CountWish {
  rule: number;
  /** [slots of a week] periods over all weeks that a period here brings into the set */
  inside: Uint8Array;
  each: boolean;
  least: number;
  most: number;
}

/** What is wished of an event's times, as far as it concerns no other event. */
export interface EventWishes {
  /** equal numbers: equal wishes */
  shape: number;
  kinds: Kind[];
  days: DayWish[];
  counts: CountWish[];
}

/** States of the programme: beyond them an event is left to simpler counting. */
const MOST_STATES = 20_000;
const NONE = 0x3fffffff;

/**
 * The kinds of an event's lessons, each held in every week; null: some are not, or how the event is split is open, or nobody is there whom two of them at
 * once would tear apart.
 */
function kindsOf(problem: Problem, event: number): Kind[] | null {
  const { events, lessons, slots } = problem;
  const kinds = new Map<string, Kind>();
  if (events.minPieces[event] !== events.maxPieces[event] || events.lead[event] >= 0) return null;
  if (itemsOf(events.students, event).length + itemsOf(events.roles, event).length === 0) return null;
  for (const lesson of itemsOf(events.lessons, event)) {
    const length = lessons.length[lesson];
    const domain = lessons.domain[lesson];
    if (length === 0 || lessons.span[lesson] < slots.weeks) return null;
    const key = `${length}/${domain}`;
    const kind = kinds.get(key) ?? { length, lessons: 0, starts: new Uint8Array(slots.perWeek) };
    if (kind.lessons === 0) for (const slot of itemsOf(lessons.starts, domain)) kind.starts[slot] = 1;
    kind.lessons++;
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}

/** Wishes of soft rules by event; null: an event that this file does not know how to count. */
export function eventWishes(problem: Problem): (EventWishes | null)[] {
  const sees = (rule: number): boolean => problem.rules.weight[rule] > 0 && seesAll(problem.rules, rule);
  const { events, lessons, slots, monitors } = problem;
  const { spread, eventInside, eventCount } = monitors;
  const insideOf = (set: number): Uint8Array => {
    const inside = new Uint8Array(slots.perWeek);
    for (let slot = 0; slot < slots.count; slot++)
      inside[slot % slots.perWeek] += monitors.slotSets[set * slots.count + slot];
    return inside;
  };
  const wishes = Array.from({ length: events.count }, (_, event): EventWishes | null => {
    const kinds = kindsOf(problem, event);
    return kinds && { shape: 0, kinds, days: [], counts: [] };
  });
  const keys = wishes.map((_, event) =>
    Array.from(itemsOf(events.lessons, event), (l) => `${lessons.length[l]}/${lessons.domain[l]}`)
      .toSorted()
      .join(' '),
  );
  for (let m = 0; m < spread.count; m++) {
    if (!sees(spread.rule[m])) continue;
    wishes[spread.event[m]]?.days.push({ rule: spread.rule[m], most: spread.maxPerDay[m] });
    keys[spread.event[m]] += ` d${spread.rule[m]}/${spread.maxPerDay[m]}`;
  }
  for (let m = 0; m < eventInside.count; m++) {
    const [rule, event, set] = [eventInside.rule[m], eventInside.event[m], eventInside.set[m]];
    if (!sees(rule) || eventInside.whole[m]) continue;
    wishes[event]?.counts.push({ rule, inside: insideOf(set), each: true, least: 0, most: 0 });
    keys[event] += ` i${rule}/${set}`;
  }
  for (let m = 0; m < eventCount.count; m++) {
    const rule = eventCount.rule[m];
    const watches = itemsOf(eventCount.watches, m);
    if (!sees(rule) || eventCount.whole[m] || watches.length !== 1) continue;
    const [event, set] = [eventCount.event[watches[0]], eventCount.set[watches[0]]];
    const [least, most] = [eventCount.least[m], eventCount.most[m]];
    wishes[event]?.counts.push({ rule, inside: insideOf(set), each: false, least, most });
    keys[event] += ` c${rule}/${set}/${least}/${most}`;
  }
  const shapes = new Map<string, number>();
  return wishes.map((wish, event) => {
    const shape = shapes.get(keys[event]) ?? shapes.size;
    shapes.set(keys[event], shape);
    return wish && { ...wish, shape };
  });
}

/** Of a count: how far it must be followed. Beyond the least nothing changes, unless there is a most. */
function trackedTo({ each, inside, least, most }: CountWish, kinds: readonly Kind[]): number {
  if (each) return 0;
  const peak = inside.reduce((a, b) => Math.max(a, b), 0);
  const all = kinds.reduce((sum, { lessons, length }) => sum + lessons * length * peak, 0);
  return most >= all ? Math.min(least, all) : all;
}

/**
 * Σ over the wishes of deviation × `price` of its rule, at the least; `free` [slots of a week] 1: the lessons may lie there. Null: the
 * lessons do not fit into these slots at all, or there are too many states to say.
 */
export function leastEventCost(
  problem: Problem,
  { kinds, days, counts }: EventWishes,
  price: (rule: number) => number,
  free: Uint8Array | null,
): number | null {
  const { weeks, perWeek, slotsPerDay } = problem.slots;
  const dayWishes = days.filter(({ rule }) => price(rule) > 0);
  const countWishes = counts.filter(({ rule }) => price(rule) > 0);
  // A state is a number with mixed radices: lessons placed of each kind, each count, lessons of the day, periods that the last one still takes.
  const all = kinds.reduce((sum, { lessons }) => sum + lessons, 0);
  const todayTo = dayWishes.reduce((most, wish) => Math.max(most, Math.min(wish.most, all)), 0);
  const tracked = countWishes.map((wish) => trackedTo(wish, kinds));
  const busyTo = kinds.reduce((longest, { length }) => Math.max(longest, length), 1) - 1;
  const radices = [...kinds.map(({ lessons }) => lessons), ...tracked, todayTo, busyTo].map((to) => to + 1);
  const unit: number[] = [];
  const states = radices.reduce((size, radix) => {
    unit.push(size);
    return size * radix;
  }, 1);
  if (states > MOST_STATES) return null;
  const [todayAt, busyAt] = [radices.length - 2, radices.length - 1];
  const digit = (state: number, at: number): number => Math.trunc(state / unit[at]) % radices[at];
  let now = new Int32Array(states).fill(NONE);
  let next = new Int32Array(states);
  now[0] = 0;
  for (let slot = 0; slot < perWeek; slot++) {
    next.fill(NONE);
    for (let state = 0; state < states; state++) {
      if (now[state] === NONE) continue;
      const busy = digit(state, busyAt);
      const isNewDay = slot % slotsPerDay === 0;
      const today = isNewDay ? 0 : digit(state, todayAt);
      const idle = state - (digit(state, todayAt) - today) * unit[todayAt];
      if (busy > 0) {
        next[idle - unit[busyAt]] = Math.min(next[idle - unit[busyAt]], now[state]);
        continue;
      }
      next[idle] = Math.min(next[idle], now[state]);
      for (const [k, kind] of kinds.entries()) {
        if (kind.starts[slot] === 0 || digit(state, k) === kind.lessons || !isFree(free, slot, kind.length)) continue;
        let cost = now[state];
        for (const { rule, most } of dayWishes) if (today >= most) cost += price(rule) * weeks;
        let to = idle + unit[k] + (today < todayTo ? unit[todayAt] : 0) + (kind.length - 1) * unit[busyAt];
        for (const [c, wish] of countWishes.entries()) {
          let brought = 0;
          for (let s = slot; s < slot + kind.length; s++) brought += wish.inside[s];
          if (wish.each) cost += price(wish.rule) * brought;
          else to += Math.min(brought, tracked[c] - digit(state, kinds.length + c)) * unit[kinds.length + c];
        }
        if (cost < next[to]) next[to] = cost;
      }
    }
    [now, next] = [next, now];
  }
  let least = NONE;
  for (let state = 0; state < states; state++) {
    if (now[state] === NONE || kinds.some(({ lessons }, k) => digit(state, k) < lessons)) continue;
    const ends = countWishes.reduce((sum, wish, c) => {
      const inside = digit(state, kinds.length + c);
      const off = wish.each ? 0 : Math.max(0, wish.least - inside) + Math.max(0, inside - wish.most);
      return sum + price(wish.rule) * off;
    }, now[state]);
    least = Math.min(least, ends);
  }
  return least === NONE ? null : least;
}

function isFree(free: Uint8Array | null, first: number, length: number): boolean {
  if (!free) return true;
  for (let slot = first; slot < first + length; slot++) if (free[slot] === 0) return false;
  return true;
}
