/**
 * Monitors on the events of one course that one teacher has: how far they are from each other. Days are numbered over the cycle.
 * Sources: rules.md, progress.equal, progress.alternate, progress.doubles.
 */
import type { Problem } from '../problem/problem.ts';

export const PROGRESS_SHAPE = {
  /** occurrences i, up to the fewest, whose last day − first day is over `days` */
  equal: 0,
  /** D = days on which all n events meet: Σ_s max(0, first_s − ⌈D/n⌉, ⌊D/n⌋ − first_s) */
  alternate: 1,
} as const;

/** Room for the work of one call; made once. */
export interface ProgressScratch {
  /** [events of the teacher] */
  events: Int32Array;
  /** [events × most occurrences or days] */
  cells: Int32Array;
  /** [events] */
  counts: Int32Array;
  width: number;
}

export function makeProgressScratch(problem: Problem): ProgressScratch {
  const { progress } = problem.monitors;
  const { events, slots } = problem;
  let most = 0;
  for (let m = 0; m < progress.count; m++) most = Math.max(most, progress.roles.start[m + 1] - progress.roles.start[m]);
  let width = slots.days;
  for (let e = 0; e < events.count; e++) {
    width = Math.max(width, (events.lessons.start[e + 1] - events.lessons.start[e]) * slots.weeks);
  }
  if (progress.count === 0) width = 0;
  return {
    events: new Int32Array(most),
    cells: new Int32Array(most * width),
    counts: new Int32Array(most),
    width,
  };
}

/** The events of the monitor that the teacher has, into the scratch; gives how many. */
function ownEvents(
  problem: Problem,
  roleTeacher: Int32Array,
  eventOfRole: Int32Array,
  monitor: number,
  teacher: number,
  scratch: ProgressScratch,
): number {
  const { roles } = problem.monitors.progress;
  let n = 0;
  for (let at = roles.start[monitor]; at < roles.start[monitor + 1]; at++) {
    if (roleTeacher[roles.item[at]] !== teacher) continue;
    const event = eventOfRole[roles.item[at]];
    let known = false;
    for (let i = 0; i < n && !known; i++) known = scratch.events[i] === event;
    if (!known) scratch.events[n++] = event;
  }
  return n;
}

export function progressDeviation(
  problem: Problem,
  lessonSlot: Int32Array,
  roleTeacher: Int32Array,
  eventOfRole: Int32Array,
  monitor: number,
  teacher: number,
  scratch: ProgressScratch,
): number {
  const { shape, days, minLength } = problem.monitors.progress;
  const n = ownEvents(problem, roleTeacher, eventOfRole, monitor, teacher, scratch);
  if (n < 2) return 0;
  return shape[monitor] === PROGRESS_SHAPE.equal
    ? behind(problem, lessonSlot, n, days[monitor], minLength[monitor], scratch)
    : unevenFirsts(problem, lessonSlot, n, scratch);
}

function behind(
  { events, lessons, slots }: Problem,
  lessonSlot: Int32Array,
  n: number,
  limit: number,
  minLength: number,
  { events: own, cells, width }: ProgressScratch,
): number {
  let fewest = 0x7fffffff;
  for (let i = 0; i < n; i++) {
    const row = i * width;
    let count = 0;
    for (let at = events.lessons.start[own[i]]; at < events.lessons.start[own[i] + 1]; at++) {
      const lesson = events.lessons.item[at];
      let slot = lessonSlot[lesson];
      if (slot < 0 || lessons.length[lesson] < minLength) continue;
      for (let week = 0; week < lessons.span[lesson]; week++, slot += slots.perWeek) {
        const day = slots.day[slot];
        let place = row + count++;
        for (; place > row && cells[place - 1] > day; place--) cells[place] = cells[place - 1];
        cells[place] = day;
      }
    }
    if (count < fewest) fewest = count;
  }
  let deviation = 0;
  for (let k = 0; k < fewest; k++) {
    let first = cells[k];
    let last = first;
    for (let i = 1; i < n; i++) {
      const day = cells[i * width + k];
      if (day < first) first = day;
      if (day > last) last = day;
    }
    if (last - first > limit) deviation++;
  }
  return deviation;
}

function unevenFirsts(
  { events, lessons, slots }: Problem,
  lessonSlot: Int32Array,
  n: number,
  { events: own, cells, counts, width }: ProgressScratch,
): number {
  for (let i = 0; i < n; i++) {
    const row = i * width;
    cells.fill(-1, row, row + slots.days);
    counts[i] = 0;
    for (let at = events.lessons.start[own[i]]; at < events.lessons.start[own[i] + 1]; at++) {
      const lesson = events.lessons.item[at];
      let slot = lessonSlot[lesson];
      if (slot < 0) continue;
      for (let week = 0; week < lessons.span[lesson]; week++, slot += slots.perWeek) {
        const cell = row + slots.day[slot];
        if (cells[cell] < 0 || slot < cells[cell]) cells[cell] = slot;
      }
    }
  }
  let days = 0;
  for (let d = 0; d < slots.days; d++) {
    let first = 0;
    let all = true;
    for (let i = 0; i < n && all; i++) {
      all = cells[i * width + d] >= 0;
      if (all && cells[i * width + d] < cells[first * width + d]) first = i;
    }
    if (!all) continue;
    days++;
    counts[first]++;
  }
  const least = Math.floor(days / n);
  const most = Math.ceil(days / n);
  let deviation = 0;
  for (let i = 0; i < n; i++) deviation += Math.max(0, counts[i] - most, least - counts[i]);
  return deviation;
}
