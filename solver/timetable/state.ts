/**
 * The mutable state of one week under search: where every lesson lies and who teaches, with the counters that make the cost of a
 * change a few reads. cost = hardWeight × (weighted overlaps, rooms over capacity, loads over max, required rules) + soft rules;
 * rooms themselves are matched afterwards (rooms/), here they are counted in pools.
 */
import { spreadDeviation } from '../monitors/spread.ts';
import type { Problem, Solution } from '../problem/problem.ts';
import { makeCostTables, ruleCosts, type CostTables } from './cost-tables.ts';
import { makeLinks, OWN_OVERLAP, type Links } from './links.ts';

export interface WeekState {
  problem: Problem;
  links: Links;
  hardWeight: number;
  tables: CostTables;
  /** [rules] */
  ruleCost: Int32Array;
  /** [lessons] first slot, −1: unplaced */
  lessonSlot: Int32Array;
  /** [roles] teacher, −1: nobody */
  roleTeacher: Int32Array;
  /** [events × slots] Σ overlap weights of the lessons of met events (and the event's own) running there */
  overlap: Int32Array;
  /** [teachers × slots] periods taught */
  taught: Int32Array;
  /** [teachers × days] bit mask of taught slots */
  dayMask: Int32Array;
  /** [teachers] */
  load: Int32Array;
  /** [pools × slots] room demands */
  poolUse: Int32Array;
  /** [events × days] lessons */
  perDay: Int32Array;
  /** [eventCount monitors] periods inside */
  inside: Int32Array;
  /** [slots × lessons of the slot, width = events] lessons that run in the slot, in no particular order */
  running: Int32Array;
  runningCount: Int32Array;
  /** [lessons × longest] index of the lesson in the list of its k-th slot */
  runningAt: Int32Array;
  longest: number;
}

export function makeWeekState(problem: Problem, hardWeight: number): WeekState {
  const { slots, events, teachers, lessons, pools, roles, monitors } = problem;
  let longest = 1;
  for (const length of lessons.length) if (length > longest) longest = length;
  return {
    problem,
    links: makeLinks(problem),
    hardWeight,
    tables: makeCostTables(problem, hardWeight),
    ruleCost: ruleCosts(problem, hardWeight),
    lessonSlot: new Int32Array(lessons.count).fill(-1),
    roleTeacher: new Int32Array(roles.count).fill(-1),
    overlap: new Int32Array(events.count * slots.count),
    taught: new Int32Array(teachers.count * slots.count),
    dayMask: new Int32Array(teachers.count * slots.days),
    load: new Int32Array(teachers.count),
    poolUse: new Int32Array(pools.count * slots.count),
    perDay: new Int32Array(events.count * slots.days),
    inside: new Int32Array(monitors.eventCount.count),
    running: new Int32Array(slots.count * lessons.count),
    runningCount: new Int32Array(slots.count),
    runningAt: new Int32Array(lessons.count * longest),
    longest,
  };
}

export function setHardWeight(state: WeekState, hardWeight: number): void {
  if (state.hardWeight === hardWeight) return;
  state.hardWeight = hardWeight;
  state.tables = makeCostTables(state.problem, hardWeight);
  state.ruleCost = ruleCosts(state.problem, hardWeight);
}

/** Puts the state where the solution is, from nothing. */
export function loadSolution(state: WeekState, solution: Pick<Solution, 'lessonSlot' | 'roleTeacher'>): void {
  state.lessonSlot.fill(-1);
  state.roleTeacher.fill(-1);
  for (const counter of [state.overlap, state.taught, state.dayMask, state.load, state.poolUse]) counter.fill(0);
  for (const counter of [state.perDay, state.inside, state.runningCount]) counter.fill(0);
  for (let role = 0; role < solution.roleTeacher.length; role++) {
    const teacher = solution.roleTeacher[role];
    if (!teachesIn(state, state.links.eventOfRole[role], teacher)) setTeacher(state, role, teacher);
  }
  for (let lesson = 0; lesson < solution.lessonSlot.length; lesson++)
    moveLesson(state, lesson, solution.lessonSlot[lesson]);
}

/**
 * Whether the teacher fills a role of the event. Nobody fills two roles of one event (sections of a line run at once); the cost
 * differences rely on it.
 */
export function teachesIn(state: WeekState, event: number, teacher: number): boolean {
  const { roles } = state.problem.events;
  if (teacher < 0) return false;
  for (let at = roles.start[event]; at < roles.start[event + 1]; at++) {
    if (state.roleTeacher[roles.item[at]] === teacher) return true;
  }
  return false;
}

/** Cost of `taught` periods of one teacher at once beyond the first, per period. */
const TEACHER_OVERLAP = 2;

function overCapacity(use: number, capacity: number): number {
  return use > capacity ? use - capacity : 0;
}

/** Σ over pools of a lesson of the rooms missing when it joins (after = 1) or leaves (after = 0) a slot that counts it or not. */
function poolDelta(state: WeekState, lesson: number, from: number, to: number, length: number): number {
  const { poolsOf } = state.links;
  const { slots, pools } = state.problem;
  let delta = 0;
  for (let at = poolsOf.start[lesson]; at < poolsOf.start[lesson + 1]; at++) {
    // A lesson that needs n rooms of a pool stands n times in the list; counted one after another they add up exactly.
    const pool = poolsOf.item[at];
    let before = 0;
    for (let i = at - 1; i >= poolsOf.start[lesson] && poolsOf.item[i] === pool; i--) before++;
    const row = pool * slots.count;
    for (let k = 0; k < length; k++) {
      if (to >= 0) {
        const s = to + k;
        if (from < 0 || s < from || s >= from + length) {
          if (state.poolUse[row + s] + before >= pools.capacity[row + s]) delta++;
        }
      }
      if (from >= 0) {
        const s = from + k;
        if (to < 0 || s < to || s >= to + length) {
          if (state.poolUse[row + s] - before > pools.capacity[row + s]) delta--;
        }
      }
    }
  }
  return delta;
}

/** Cost of the teacher's periods when a lesson of length moves: overlaps, slots and the shape of the days. */
function teacherDelta(state: WeekState, teacher: number, from: number, to: number, length: number): number {
  const { slots } = state.problem;
  const { tables } = state;
  const row = teacher * slots.count;
  let overlaps = 0;
  let cost = 0;
  let fromClear = 0;
  let toSet = 0;
  for (let k = 0; k < length; k++) {
    if (to >= 0) {
      const s = to + k;
      const own = from >= 0 && s >= from && s < from + length ? 1 : 0;
      overlaps += state.taught[row + s] - own;
      cost += tables.teacherCost[row + s];
      toSet |= 1 << (s % slots.slotsPerDay);
    }
    if (from >= 0) {
      const s = from + k;
      const others = state.taught[row + s] - 1;
      overlaps -= others;
      cost -= tables.teacherCost[row + s];
      if (others === 0) fromClear |= 1 << (s % slots.slotsPerDay);
    }
  }
  const dayBase = teacher * slots.days;
  const bits = slots.slotsPerDay;
  const fromDay = from >= 0 ? slots.day[from] : -1;
  const toDay = to >= 0 ? slots.day[to] : -1;
  if (fromDay >= 0) {
    const mask = state.dayMask[dayBase + fromDay];
    const table = tables.dayClass[dayBase + fromDay] << bits;
    const left = mask & ~fromClear;
    const after = fromDay === toDay ? left | toSet : left;
    cost += tables.dayCost[table + after] - tables.dayCost[table + mask];
  }
  if (toDay >= 0 && toDay !== fromDay) {
    const mask = state.dayMask[dayBase + toDay];
    const table = tables.dayClass[dayBase + toDay] << bits;
    cost += tables.dayCost[table + (mask | toSet)] - tables.dayCost[table + mask];
  }
  return cost + overlaps * TEACHER_OVERLAP * state.hardWeight;
}

function spreadDelta(state: WeekState, event: number, fromDay: number, toDay: number): number {
  const { spreadOf } = state.links;
  const { spread } = state.problem.monitors;
  const days = state.problem.slots.days;
  const base = event * days;
  let cost = 0;
  for (let at = spreadOf.start[event]; at < spreadOf.start[event + 1]; at++) {
    const m = spreadOf.item[at];
    const weight = state.ruleCost[spread.rule[m]];
    const max = spread.maxPerDay[m];
    if (spread.minGapDays[m] === 0) {
      if (toDay >= 0 && state.perDay[base + toDay] >= max) cost += weight;
      if (fromDay >= 0 && state.perDay[base + fromDay] > max) cost -= weight;
      continue;
    }
    const before = spreadDeviation(state.perDay, base, days, max, spread.minGapDays[m]);
    if (fromDay >= 0) state.perDay[base + fromDay]--;
    if (toDay >= 0) state.perDay[base + toDay]++;
    cost += weight * (spreadDeviation(state.perDay, base, days, max, spread.minGapDays[m]) - before);
    if (fromDay >= 0) state.perDay[base + fromDay]++;
    if (toDay >= 0) state.perDay[base + toDay]--;
  }
  return cost;
}

const countDeviation = (inside: number, least: number, most: number): number =>
  inside < least ? least - inside : inside > most ? inside - most : 0;

function countDelta(state: WeekState, event: number, from: number, to: number, length: number): number {
  const { countsOf } = state.links;
  const { eventCount, slotSets } = state.problem.monitors;
  const slotCount = state.problem.slots.count;
  let cost = 0;
  for (let at = countsOf.start[event]; at < countsOf.start[event + 1]; at++) {
    const m = countsOf.item[at];
    const row = eventCount.set[m] * slotCount;
    let change = 0;
    for (let k = 0; k < length; k++) {
      if (to >= 0) change += slotSets[row + to + k];
      if (from >= 0) change -= slotSets[row + from + k];
    }
    if (change === 0) continue;
    const inside = state.inside[m];
    const { least, most } = eventCount;
    cost +=
      state.ruleCost[eventCount.rule[m]] *
      (countDeviation(inside + change, least[m], most[m]) - countDeviation(inside, least[m], most[m]));
  }
  return cost;
}

/** Change of cost when the lesson moves to start at `to` (−1: taken out). Reads only. */
export function moveDelta(state: WeekState, lesson: number, to: number, withPools = true): number {
  const { problem, links, tables, overlap } = state;
  const { slots, events, lessons } = problem;
  const from = state.lessonSlot[lesson];
  if (from === to) return 0;
  const event = lessons.event[lesson];
  const length = lessons.length[lesson];
  const row = event * slots.count;
  let clashes = 0;
  for (let k = 0; k < length; k++) {
    if (to >= 0) {
      const s = to + k;
      clashes += overlap[row + s] - (from >= 0 && s >= from && s < from + length ? OWN_OVERLAP : 0);
    }
    if (from >= 0) clashes -= overlap[row + from + k] - OWN_OVERLAP;
  }
  // An unplaced lesson costs more than any one place could.
  if (from < 0) clashes -= length * UNPLACED;
  if (to < 0) clashes += length * UNPLACED;
  let cost = 0;
  const unary = tables.lessonClass[lesson] * slots.count;
  if (to >= 0) cost += tables.lessonCost[unary + to];
  if (from >= 0) cost -= tables.lessonCost[unary + from];
  for (let at = events.roles.start[event]; at < events.roles.start[event + 1]; at++) {
    const teacher = state.roleTeacher[events.roles.item[at]];
    if (teacher >= 0) cost += teacherDelta(state, teacher, from, to, length);
  }
  if (withPools && links.poolsOf.start[lesson] < links.poolsOf.start[lesson + 1]) {
    clashes += ROOM_MISSING * poolDelta(state, lesson, from, to, length);
  }
  const fromDay = from >= 0 ? slots.day[from] : -1;
  const toDay = to >= 0 ? slots.day[to] : -1;
  if (fromDay !== toDay) cost += spreadDelta(state, event, fromDay, toDay);
  cost += countDelta(state, event, from, to, length);
  return cost + clashes * state.hardWeight;
}

const UNPLACED = 40;
const ROOM_MISSING = 2;

function joinSlot(state: WeekState, lesson: number, slot: number, k: number): void {
  const at = state.runningCount[slot]++;
  state.running[slot * state.problem.lessons.count + at] = lesson;
  state.runningAt[lesson * state.longest + k] = at;
}

function leaveSlot(state: WeekState, lesson: number, slot: number, k: number): void {
  const width = state.problem.lessons.count;
  const at = state.runningAt[lesson * state.longest + k];
  const last = --state.runningCount[slot];
  const moved = state.running[slot * width + last];
  state.running[slot * width + at] = moved;
  state.runningAt[moved * state.longest + (slot - state.lessonSlot[moved])] = at;
}

/** Adds (sign 1) or removes (sign −1) one placed lesson to every counter but the lists of running lessons. */
function countLesson(state: WeekState, lesson: number, slot: number, sign: 1 | -1): void {
  const { problem, links, overlap } = state;
  const { slots, events, lessons, monitors } = problem;
  const event = lessons.event[lesson];
  const length = lessons.length[lesson];
  const day = slots.day[slot];
  state.perDay[event * slots.days + day] += sign;
  const { meets, poolsOf, countsOf } = links;
  for (let k = 0; k < length; k++) {
    const s = slot + k;
    overlap[event * slots.count + s] += sign * OWN_OVERLAP;
    for (let at = meets.start[event]; at < meets.start[event + 1]; at++) {
      overlap[meets.item[at] * slots.count + s] += sign * links.meetsWeight[at];
    }
    for (let at = poolsOf.start[lesson]; at < poolsOf.start[lesson + 1]; at++) {
      state.poolUse[poolsOf.item[at] * slots.count + s] += sign;
    }
    for (let at = countsOf.start[event]; at < countsOf.start[event + 1]; at++) {
      const m = countsOf.item[at];
      state.inside[m] += sign * monitors.slotSets[monitors.eventCount.set[m] * slots.count + s];
    }
  }
  for (let at = events.roles.start[event]; at < events.roles.start[event + 1]; at++) {
    const teacher = state.roleTeacher[events.roles.item[at]];
    if (teacher >= 0) countTaught(state, teacher, slot, length, sign);
  }
}

function countTaught(state: WeekState, teacher: number, slot: number, length: number, sign: 1 | -1): void {
  const { slots } = state.problem;
  const row = teacher * slots.count;
  const dayAt = teacher * slots.days + slots.day[slot];
  for (let s = slot; s < slot + length; s++) {
    state.taught[row + s] += sign;
    const bit = 1 << (s % slots.slotsPerDay);
    if (state.taught[row + s] > 0) state.dayMask[dayAt] |= bit;
    else state.dayMask[dayAt] &= ~bit;
  }
}

/** Moves the lesson to start at `to` (−1: taken out) and keeps every counter in step. */
export function moveLesson(state: WeekState, lesson: number, to: number): void {
  const from = state.lessonSlot[lesson];
  if (from === to) return;
  const length = state.problem.lessons.length[lesson];
  if (from >= 0) {
    countLesson(state, lesson, from, -1);
    for (let k = 0; k < length; k++) leaveSlot(state, lesson, from + k, k);
  }
  state.lessonSlot[lesson] = to;
  if (to >= 0) {
    for (let k = 0; k < length; k++) joinSlot(state, lesson, to + k, k);
    countLesson(state, lesson, to, 1);
  }
}

/** Gives the role to another teacher (−1: nobody) and keeps every counter in step. */
export function setTeacher(state: WeekState, role: number, teacher: number): void {
  const before = state.roleTeacher[role];
  if (before === teacher) return;
  const { events, roles } = state.problem;
  const event = state.links.eventOfRole[role];
  const workload = roles.workload[role];
  if (before >= 0) state.load[before] -= workload;
  if (teacher >= 0) state.load[teacher] += workload;
  state.roleTeacher[role] = teacher;
  for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
    const lesson = events.lessons.item[at];
    const slot = state.lessonSlot[lesson];
    if (slot < 0) continue;
    const length = state.problem.lessons.length[lesson];
    if (before >= 0) countTaught(state, before, slot, length, -1);
    if (teacher >= 0) countTaught(state, teacher, slot, length, 1);
  }
}

/** Cost of everything that depends on one teacher: overlaps, slots, days, load. */
export function teacherTotal(state: WeekState, teacher: number): number {
  const { slots, teachers } = state.problem;
  const { tables } = state;
  const row = teacher * slots.count;
  let overlaps = 0;
  let cost = 0;
  for (let s = 0; s < slots.count; s++) {
    const n = state.taught[row + s];
    overlaps += (n * (n - 1)) / 2;
    cost += n * tables.teacherCost[row + s];
  }
  for (let d = 0; d < slots.days; d++) {
    const at = teacher * slots.days + d;
    cost += tables.dayCost[(tables.dayClass[at] << slots.slotsPerDay) + state.dayMask[at]];
  }
  const over = overCapacity(state.load[teacher], teachers.loadMax[teacher]);
  return cost + state.hardWeight * (overlaps * TEACHER_OVERLAP + over);
}

/** The whole cost, from the positions and teachers alone where a counter could be wrong: for assertions and tests. */
export function recomputeCost(state: WeekState): number {
  const fresh = makeWeekState(state.problem, state.hardWeight);
  loadSolution(fresh, state);
  return totalCost(fresh);
}

/** The whole cost, from the counters. */
export function totalCost(state: WeekState): number {
  const { problem, tables, overlap } = state;
  const { slots, lessons, pools, teachers, monitors, events } = problem;
  let twiceClashes = 0;
  let cost = 0;
  let missing = 0;
  for (let l = 0; l < lessons.count; l++) {
    const slot = state.lessonSlot[l];
    if (slot < 0) {
      missing += UNPLACED * lessons.length[l];
      continue;
    }
    const row = lessons.event[l] * slots.count;
    for (let k = 0; k < lessons.length[l]; k++) twiceClashes += overlap[row + slot + k] - OWN_OVERLAP;
    cost += tables.lessonCost[tables.lessonClass[l] * slots.count + slot];
  }
  for (let i = 0; i < pools.count * slots.count; i++)
    missing += ROOM_MISSING * overCapacity(state.poolUse[i], pools.capacity[i]);
  for (let t = 0; t < teachers.count; t++) cost += teacherTotal(state, t);
  const { spread, eventCount } = monitors;
  for (let m = 0; m < spread.count; m++) {
    cost +=
      state.ruleCost[spread.rule[m]] *
      spreadDeviation(
        state.perDay,
        spread.event[m] * slots.days,
        slots.days,
        spread.maxPerDay[m],
        spread.minGapDays[m],
      );
  }
  for (let m = 0; m < eventCount.count; m++) {
    cost +=
      state.ruleCost[eventCount.rule[m]] * countDeviation(state.inside[m], eventCount.least[m], eventCount.most[m]);
  }
  let nobody = 0;
  for (let e = 0; e < events.count; e++) {
    for (let at = events.roles.start[e]; at < events.roles.start[e + 1]; at++) {
      const role = events.roles.item[at];
      const { start } = problem.roles.candidates;
      if (state.roleTeacher[role] < 0 && start[role] < start[role + 1]) nobody++;
    }
  }
  return cost + state.hardWeight * (twiceClashes / 2 + missing + NOBODY * nobody);
}

export const NOBODY = 40;
