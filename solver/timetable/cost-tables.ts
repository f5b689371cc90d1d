/** Costs that depend on one lesson, teacher or day alone, looked up instead of computed: rebuilt when the hard weight changes. */
import { countBits } from '../problem/bits.ts';
import { dayDeviation, type DayFrame } from '../monitors/day-shapes.ts';
import { HALF, type Problem } from '../problem/problem.ts';

export interface CostTables {
  /** [lesson classes × slots] cost of a lesson of the class starting there */
  lessonCost: Int32Array;
  /** [lessons] */
  lessonClass: Int32Array;
  /** [teachers × slots] cost of one period of the teacher there */
  teacherCost: Int32Array;
  /** [day classes × 2^slotsPerDay] cost of a day with this mask of busy slots */
  dayCost: Int32Array;
  /** [teachers × days] */
  dayClass: Int32Array;
}

/** Cost of one unit of deviation of each rule in the search: its weight, or the hard weight. */
export function ruleCosts(problem: Problem, hardWeight: number): Int32Array {
  const { weight, required } = problem.rules;
  return weight.map((soft, rule) => (required[rule] ? hardWeight : soft));
}

/** Per lesson and slot that a pool cannot take. */
export const ROOM_MISSING = 2;

/** [pools] cost of one lesson more than a pool can take in a slot. */
export function poolCosts({ pools }: Problem, ruleCost: Int32Array, hardWeight: number): Int32Array {
  return pools.rule.map((rule) => (rule < 0 ? ROOM_MISSING * hardWeight : ruleCost[rule]));
}

/** Cost of a lesson away from where it was, however little else it matters: changes that gain nothing are not made. */
const INERTIA = 1;

function lessonTable(problem: Problem, cost: Int32Array): Pick<CostTables, 'lessonCost' | 'lessonClass'> {
  const { lessons, slots, monitors, events } = problem;
  const watching: number[][] = Array.from({ length: events.count }, () => []);
  for (let m = 0; m < monitors.eventInside.count; m++) watching[monitors.eventInside.event[m]].push(m);
  const starting: number[][] = Array.from({ length: events.count }, () => []);
  for (let m = 0; m < monitors.startInside.count; m++) starting[monitors.startInside.event[m]].push(m);
  const rows: Int32Array[] = [];
  const rowOf = new Map<string, number>();
  const lessonClass = lessons.event.map((event, lesson) => {
    const length = lessons.length[lesson];
    const span = lessons.span[lesson];
    const earlier = lessons.earlier[lesson];
    const startsWatched = starting[event].filter((m) => length === monitors.startInside.length[m]);
    const names = [
      watching[event].map((m) => `${monitors.eventInside.rule[m]}.${monitors.eventInside.set[m]}`).join(' '),
      startsWatched.map((m) => `${monitors.startInside.rule[m]}.${monitors.startInside.set[m]}`).join(' '),
    ];
    const key = [length, span, earlier, ...names].join(':');
    const known = rowOf.get(key);
    if (known !== undefined) return known;
    const row = new Int32Array(slots.count).fill(earlier < 0 ? 0 : INERTIA);
    if (earlier >= 0) row[earlier] = 0;
    for (const m of watching[event]) {
      const set = monitors.eventInside.set[m] * slots.count;
      for (let s = 0; s < slots.count; s++) {
        for (let week = 0, from = s; week < span; week++, from += slots.perWeek) {
          for (let at = from; at < from + length && at < slots.count; at++) {
            row[s] += monitors.slotSets[set + at] * cost[monitors.eventInside.rule[m]];
          }
        }
      }
    }
    for (const m of startsWatched) {
      const set = monitors.startInside.set[m] * slots.count;
      for (let s = 0; s < slots.count; s++) {
        for (let week = 0, from = s; week < span && from < slots.count; week++, from += slots.perWeek) {
          row[s] += monitors.slotSets[set + from] * cost[monitors.startInside.rule[m]];
        }
      }
    }
    rowOf.set(key, rows.length);
    rows.push(row);
    return rows.length - 1;
  });
  const lessonCost = new Int32Array(rows.length * slots.count);
  rows.forEach((row, index) => lessonCost.set(row, index * slots.count));
  return { lessonCost, lessonClass };
}

export function dayFrame(problem: Problem): DayFrame {
  const { slots } = problem;
  const halves = [0, 0];
  let runsOn = 0;
  for (let i = 0; i < slots.slotsPerDay; i++) {
    if (slots.half[i] !== HALF.evening) halves[slots.half[i]] |= 1 << i;
    if (slots.runsOn[i]) runsOn |= 1 << i;
  }
  return { slotsPerDay: slots.slotsPerDay, halves, runsOn };
}

/** The bits of one day of a slot set; all ones for −1 when `whenNone` is. */
export function dayBits(problem: Problem, set: number, day: number, whenNone: number): number {
  const { slots, monitors } = problem;
  if (set < 0) return whenNone;
  let bits = 0;
  for (let i = 0; i < slots.slotsPerDay; i++) {
    bits |= monitors.slotSets[set * slots.count + day * slots.slotsPerDay + i] << i;
  }
  return bits;
}

function dayTable(problem: Problem, cost: Int32Array): Pick<CostTables, 'dayCost' | 'dayClass'> {
  const { slots, teachers } = problem;
  const { day: table } = problem.monitors;
  const masks = 1 << slots.slotsPerDay;
  const frame = dayFrame(problem);
  const watching: number[][] = Array.from({ length: teachers.count }, () => []);
  for (let m = 0; m < table.count; m++) watching[table.teacher[m]].push(m);
  const rows: Int32Array[] = [];
  const rowOf = new Map<string, number>();
  const dayClass = new Int32Array(teachers.count * slots.days);
  for (let t = 0; t < teachers.count; t++) {
    for (let d = 0; d < slots.days; d++) {
      const terms = watching[t].map((m) => ({
        weight: cost[table.rule[m]],
        shape: table.shape[m],
        max: table.max[m],
        open: dayBits(problem, table.openSet[m], d, masks - 1),
        meeting: dayBits(problem, table.busySet[m], d, 0),
      }));
      const key = terms.map((x) => [x.weight, x.shape, x.max, x.open, x.meeting].join()).join(' ');
      let row = rowOf.get(key);
      if (row === undefined) {
        row = rows.length;
        rowOf.set(key, row);
        const costs = new Int32Array(masks);
        for (const x of terms) {
          for (let mask = 0; mask < masks; mask++) {
            const day = { mask, periods: countBits(mask), open: x.open, meeting: x.meeting };
            costs[mask] += x.weight * dayDeviation(x.shape, x.max, day, frame);
          }
        }
        rows.push(costs);
      }
      dayClass[t * slots.days + d] = row;
    }
  }
  const dayCost = new Int32Array(rows.length * masks);
  rows.forEach((row, index) => dayCost.set(row, index * masks));
  return { dayCost, dayClass };
}

function teacherTable(problem: Problem, cost: Int32Array): Int32Array {
  const { slots, monitors, teachers } = problem;
  const { teacherInside } = monitors;
  const table = new Int32Array(teachers.count * slots.count);
  for (let m = 0; m < teacherInside.count; m++) {
    const row = teacherInside.teacher[m] * slots.count;
    const set = teacherInside.set[m] * slots.count;
    for (let s = 0; s < slots.count; s++) table[row + s] += monitors.slotSets[set + s] * cost[teacherInside.rule[m]];
  }
  return table;
}

export function makeCostTables(problem: Problem, hardWeight: number): CostTables {
  const cost = ruleCosts(problem, hardWeight);
  return { ...lessonTable(problem, cost), ...dayTable(problem, cost), teacherCost: teacherTable(problem, cost) };
}
