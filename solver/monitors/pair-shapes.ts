/**
 * Monitors on the lessons of two events, or of one against itself, by where they lie. Sources: rules.md, course.notSameDay,
 * course.notAdjacent, course.order, weeks.pair, course.doubles; and precedence, of public problems. Lessons that are not placed are not
 * looked at.
 */
import type { Problem } from '../problem/problem.ts';

export const PAIR_SHAPE = {
  /** days with lessons of both */
  sameDay: 0,
  /** lessons of `other` directly after lessons of `one` */
  follows: 1,
  /** per week: lessons of `other` before the first lesson of `one` */
  order: 2,
  /** lessons of either in one week of two without one of the other in the same slot of the other week */
  alternateWeeks: 3,
  /** of one event (one = other): pairs of its lessons of two periods or more on one day, or on days next to each other */
  doublesApart: 4,
  /** lessons of `other` that begin before every lesson of `one` is over */
  before: 5,
} as const;

export function pairDeviation(problem: Problem, lessonSlot: Int32Array, monitor: number): number {
  const { shape, one, other, runsOn } = problem.monitors.pair;
  const a = one[monitor];
  const b = other[monitor];
  switch (shape[monitor]) {
    case PAIR_SHAPE.sameDay:
      return sameDays(problem, lessonSlot, a, b);
    case PAIR_SHAPE.follows:
      return directlyBefore(problem, lessonSlot, a, b, runsOn[monitor]);
    case PAIR_SHAPE.order:
      return early(problem, lessonSlot, a, b);
    case PAIR_SHAPE.alternateWeeks:
      return alone(problem, lessonSlot, a, b) + (b < 0 ? 0 : alone(problem, lessonSlot, b, a));
    case PAIR_SHAPE.before:
      return tooEarly(problem, lessonSlot, a, b);
    default:
      return neighbours(problem, lessonSlot, a);
  }
}

/** Bit mask of the days of the cycle with a lesson of the event. */
function daysOf({ events, lessons, slots }: Problem, lessonSlot: Int32Array, event: number): number {
  let days = 0;
  for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
    const lesson = events.lessons.item[at];
    let slot = lessonSlot[lesson];
    if (slot < 0) continue;
    for (let week = 0; week < lessons.span[lesson]; week++, slot += slots.perWeek) days |= 1 << slots.day[slot];
  }
  return days;
}

function sameDays(problem: Problem, lessonSlot: Int32Array, one: number, other: number): number {
  let both = 0;
  const days = daysOf(problem, lessonSlot, one) & daysOf(problem, lessonSlot, other);
  for (let rest = days; rest !== 0; rest &= rest - 1) both++;
  return both;
}

/** Lessons of `one` that end where a lesson of `other` begins. */
function directlyBefore(problem: Problem, lessonSlot: Int32Array, one: number, other: number, runsOn: number): number {
  const { events, lessons, slots, monitors } = problem;
  let found = 0;
  for (let at = events.lessons.start[one]; at < events.lessons.start[one + 1]; at++) {
    const lesson = events.lessons.item[at];
    const first = lessonSlot[lesson];
    if (first < 0) continue;
    for (let week = 0; week < lessons.span[lesson]; week++) {
      const last = first + week * slots.perWeek + lessons.length[lesson] - 1;
      if (monitors.slotSets[runsOn * slots.count + last] === 0) continue;
      for (let i = events.lessons.start[other]; i < events.lessons.start[other + 1]; i++) {
        const next = events.lessons.item[i];
        const from = lessonSlot[next];
        if (from < 0) continue;
        if (from === last + 1 || (lessons.span[next] > 1 && from + slots.perWeek === last + 1)) found++;
      }
    }
  }
  return found;
}

/** The first slot of the week, counted from the week's start, in which the event has a lesson; −1: none. */
function firstOfWeek({ events, lessons, slots }: Problem, lessonSlot: Int32Array, event: number, week: number): number {
  let first = -1;
  for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
    const lesson = events.lessons.item[at];
    const slot = lessonSlot[lesson];
    if (slot < 0) continue;
    // A lesson of every week starts in the first.
    const from = lessons.span[lesson] > 1 ? slot : slot - week * slots.perWeek;
    if (from >= 0 && from < slots.perWeek && (first < 0 || from < first)) first = from;
  }
  return first;
}

function early(problem: Problem, lessonSlot: Int32Array, one: number, other: number): number {
  const { events, lessons, slots } = problem;
  let found = 0;
  for (let week = 0; week < slots.weeks; week++) {
    const first = firstOfWeek(problem, lessonSlot, one, week);
    if (first < 0) continue;
    for (let at = events.lessons.start[other]; at < events.lessons.start[other + 1]; at++) {
      const lesson = events.lessons.item[at];
      const slot = lessonSlot[lesson];
      if (slot < 0) continue;
      const from = lessons.span[lesson] > 1 ? slot : slot - week * slots.perWeek;
      if (from >= 0 && from < first) found++;
    }
  }
  return found;
}

function tooEarly({ events, lessons, slots }: Problem, lessonSlot: Int32Array, one: number, other: number): number {
  let over = 0;
  for (let at = events.lessons.start[one]; at < events.lessons.start[one + 1]; at++) {
    const lesson = events.lessons.item[at];
    if (lessonSlot[lesson] < 0) continue;
    const last = lessonSlot[lesson] + (lessons.span[lesson] - 1) * slots.perWeek;
    over = Math.max(over, last + lessons.length[lesson]);
  }
  let found = 0;
  for (let at = events.lessons.start[other]; at < events.lessons.start[other + 1]; at++) {
    const slot = lessonSlot[events.lessons.item[at]];
    if (slot >= 0 && slot < over) found++;
  }
  return found;
}

/** Lessons of `one` of a single week for which no lesson of `other` covers the same slots of the other week. */
function alone({ events, lessons, slots }: Problem, lessonSlot: Int32Array, one: number, other: number): number {
  if (slots.weeks === 1) return 0;
  let found = 0;
  for (let at = events.lessons.start[one]; at < events.lessons.start[one + 1]; at++) {
    const lesson = events.lessons.item[at];
    const slot = lessonSlot[lesson];
    if (slot < 0 || lessons.span[lesson] > 1) continue;
    const wanted = slot < slots.perWeek ? slot + slots.perWeek : slot - slots.perWeek;
    const until = wanted + lessons.length[lesson];
    let isThere = false;
    const last = other < 0 ? 0 : events.lessons.start[other + 1];
    for (let i = other < 0 ? 0 : events.lessons.start[other]; i < last && !isThere; i++) {
      const partner = events.lessons.item[i];
      const first = lessonSlot[partner];
      if (first < 0) continue;
      // A lesson of every week is there in the second too.
      const from = lessons.span[partner] > 1 && wanted >= slots.perWeek ? first + slots.perWeek : first;
      isThere = from <= wanted && from + lessons.length[partner] >= until;
    }
    if (!isThere) found++;
  }
  return found;
}

/** Pairs of lessons of two periods or more of the event on one day or on days next to each other, in one week. */
function neighbours({ events, lessons, slots }: Problem, lessonSlot: Int32Array, event: number): number {
  let found = 0;
  for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
    const one = events.lessons.item[at];
    if (lessonSlot[one] < 0 || lessons.length[one] < 2) continue;
    for (let i = at + 1; i < events.lessons.start[event + 1]; i++) {
      const other = events.lessons.item[i];
      if (lessonSlot[other] < 0 || lessons.length[other] < 2) continue;
      for (let week = 0; week < lessons.span[one]; week++) {
        for (let also = 0; also < lessons.span[other]; also++) {
          const day = slots.day[lessonSlot[one] + week * slots.perWeek];
          const next = slots.day[lessonSlot[other] + also * slots.perWeek];
          const inOneWeek = Math.floor(day / slots.daysPerWeek) === Math.floor(next / slots.daysPerWeek);
          if (inOneWeek && Math.abs(day - next) <= 1) found++;
        }
      }
    }
  }
  return found;
}
