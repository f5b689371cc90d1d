/**
 * The mutable state of one week (or cycle of weeks) under search: where every lesson lies and who teaches, with the counters that make
 * the cost of a change a few reads (delta.ts) and the whole cost a sum (cost.ts). Rooms themselves are matched afterwards (rooms/);
 * here they are counted in pools.
 */
import type { Problem, Solution } from '../problem/problem.ts';
import { makeCostTables, poolCosts, ruleCosts, type CostTables } from './cost-tables.ts';
import { beginChange, countAllChanges, endChange, makeKeptTeachers, type KeptTeachers } from './kept-teachers.ts';
import { makeLinks, OWN_OVERLAP, WATCHED, type Links } from './links.ts';
import {
  clearRuleCounters,
  countAttended,
  countParallel,
  makeRuleCounters,
  markRules,
  markTeachers,
  type RuleCounters,
} from './rules/rule-counters.ts';
import { makeStudentDays, priceStudentDays, type StudentDays } from './rules/student-days.ts';
import { countSetsTaught } from './rules/teacher-week.ts';
import { clearRoomMatch, countRoom, makeRoomMatch, type RoomMatch } from './room-match.ts';
import { countAllStaff, fillRole, leaveRole, makeStaffState, type StaffState } from './staff.ts';

/** Every difference is stated exactly. */
export const NO_CUTOFF = 0x7fffffff;

export interface WeekState {
  problem: Problem;
  links: Links;
  hardWeight: number;
  /** a proposal that costs more is refused in any case: it may state any difference above this that it certainly has */
  cutoff: number;
  tables: CostTables;
  /** [rules] */
  ruleCost: Int32Array;
  /** [lessons] first slot, −1: unplaced */
  lessonSlot: Int32Array;
  /** [roles] teacher, −1: nobody */
  roleTeacher: Int32Array;
  /** [slots × events] Σ overlap weights of the lessons of met events (and the event's own) running there */
  overlap: Int32Array;
  /** [teachers × slots] periods taught */
  taught: Int32Array;
  /** [teachers × slots] Σ ids of the lessons taught: the lesson, where it is one */
  taughtSum: Int32Array;
  /** [teachers × days] bit mask of taught slots */
  dayMask: Int32Array;
  /** [teachers] workload */
  load: Int32Array;
  /** [pools] cost of one lesson more than a pool can take in a slot */
  poolCost: Int32Array;
  /** [pools × slots] room demands */
  poolUse: Int32Array;
  /** rooms matched slot by slot; null where pools count them */
  roomMatch: RoomMatch | null;
  /** [events × days] lessons */
  perDay: Int32Array;
  /** [eventCount monitors] periods inside */
  inside: Int32Array;
  /** [apart monitors] slots that both teach */
  shared: Int32Array;
  /** what rules on several events or teachers count: see rules/ */
  counters: RuleCounters;
  /** days of students: see rules/student-days.ts; null where no rule looks at them */
  studentDays: StudentDays | null;
  /** who teaches against who taught before: see kept-teachers.ts */
  kept: KeptTeachers;
  /** who fills which roles: see staff.ts; null where no rule looks at that */
  staff: StaffState | null;
  /** [slots × lessons] lessons that run in the slot, in no particular order */
  running: Int32Array;
  /** [slots] */
  runningCount: Int32Array;
  /** [lessons × weeks × longest] place of the lesson in the list of each slot it covers */
  runningAt: Int32Array;
  /** periods of the longest lesson */
  longest: number;
  /** [lessons] those found hot at the last look (hot-lessons.ts), the first hotCount */
  hot: Int32Array;
  hotCount: number;
}

export function makeWeekState(problem: Problem, hardWeight: number): WeekState {
  const { slots, events, teachers, lessons, pools, roles, monitors } = problem;
  let longest = 1;
  for (const length of lessons.length) if (length > longest) longest = length;
  const roleTeacher = new Int32Array(roles.count).fill(-1);
  const state: WeekState = {
    problem,
    links: makeLinks(problem),
    hardWeight,
    cutoff: NO_CUTOFF,
    tables: makeCostTables(problem, hardWeight),
    ruleCost: ruleCosts(problem, hardWeight),
    lessonSlot: new Int32Array(lessons.count).fill(-1),
    roleTeacher,
    overlap: new Int32Array(events.count * slots.count),
    taught: new Int32Array(teachers.count * slots.count),
    taughtSum: new Int32Array(teachers.count * slots.count),
    dayMask: new Int32Array(teachers.count * slots.days),
    load: new Int32Array(teachers.count),
    poolCost: poolCosts(problem, ruleCosts(problem, hardWeight), hardWeight),
    poolUse: new Int32Array(pools.count * slots.count),
    roomMatch: makeRoomMatch(problem),
    perDay: new Int32Array(events.count * slots.days),
    inside: new Int32Array(monitors.eventCount.count),
    shared: new Int32Array(monitors.apart.count),
    counters: makeRuleCounters(problem),
    studentDays: makeStudentDays(problem, ruleCosts(problem, hardWeight)),
    kept: makeKeptTeachers(problem),
    staff: makeStaffState(
      { teachers: teachers.count, loadUnit: teachers.loadUnit, workload: roles.workload, staff: monitors.staff },
      roleTeacher,
    ),
    running: new Int32Array(slots.count * lessons.count),
    runningCount: new Int32Array(slots.count),
    runningAt: new Int32Array(lessons.count * slots.weeks * longest),
    longest,
    hot: new Int32Array(lessons.count),
    hotCount: 0,
  };
  countAllChanges(state);
  return state;
}

export function setHardWeight(state: WeekState, hardWeight: number): void {
  if (state.hardWeight === hardWeight) return;
  state.hardWeight = hardWeight;
  state.tables = makeCostTables(state.problem, hardWeight);
  state.ruleCost = ruleCosts(state.problem, hardWeight);
  state.poolCost = poolCosts(state.problem, state.ruleCost, hardWeight);
  if (state.studentDays !== null) priceStudentDays(state.problem, state.studentDays, state.ruleCost);
}

/** Puts the state where the solution is, from nothing. */
export function loadSolution(state: WeekState, solution: Pick<Solution, 'lessonSlot' | 'roleTeacher'>): void {
  state.lessonSlot.fill(-1);
  state.roleTeacher.fill(-1);
  for (const counter of [state.overlap, state.taught, state.taughtSum, state.dayMask, state.load]) counter.fill(0);
  for (const counter of [state.poolUse, state.perDay, state.inside, state.runningCount, state.shared]) counter.fill(0);
  clearRuleCounters(state);
  if (state.roomMatch !== null) clearRoomMatch(state.roomMatch);
  countAllChanges(state);
  if (state.staff !== null) countAllStaff(state.staff);
  for (let role = 0; role < solution.roleTeacher.length; role++) {
    const teacher = solution.roleTeacher[role];
    if (!teachesIn(state, state.links.eventOfRole[role], teacher)) setTeacher(state, role, teacher);
  }
  for (let lesson = 0; lesson < solution.lessonSlot.length; lesson++) {
    moveLesson(state, lesson, solution.lessonSlot[lesson]);
  }
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

/** Where runningAt keeps the place of a lesson in the list of a slot it covers. */
function placeIndex(state: WeekState, lesson: number, slot: number): number {
  const { weeks, perWeek } = state.problem.slots;
  const offset = slot - state.lessonSlot[lesson];
  const week = weeks === 1 ? 0 : Math.floor(offset / perWeek);
  return (lesson * weeks + week) * state.longest + offset - week * perWeek;
}

function joinSlot(state: WeekState, lesson: number, slot: number): void {
  const at = state.runningCount[slot]++;
  state.running[slot * state.problem.lessons.count + at] = lesson;
  state.runningAt[placeIndex(state, lesson, slot)] = at;
}

function leaveSlot(state: WeekState, lesson: number, slot: number): void {
  const row = slot * state.problem.lessons.count;
  const at = state.runningAt[placeIndex(state, lesson, slot)];
  const moved = state.running[row + --state.runningCount[slot]];
  state.running[row + at] = moved;
  state.runningAt[placeIndex(state, moved, slot)] = at;
}

/** Adds (sign 1) or removes (sign −1) one placed lesson to every counter but the lists of running lessons. */
function countLesson(state: WeekState, lesson: number, first: number, sign: 1 | -1): void {
  const { problem, links, overlap } = state;
  const { slots, events, lessons, monitors } = problem;
  const event = lessons.event[lesson];
  const length = lessons.length[lesson];
  const { meets, meetsWeight, poolsOf, countsOf, countOfWatch } = links;
  const metFrom = meets.start[event];
  const metUntil = meets.start[event + 1];
  for (let week = 0, from = first; week < lessons.span[lesson]; week++, from += slots.perWeek) {
    state.perDay[event * slots.days + slots.day[from]] += sign;
    for (let s = from; s < from + length; s++) {
      const row = s * events.count;
      overlap[row + event] += sign * OWN_OVERLAP;
      for (let at = metFrom; at < metUntil; at++) overlap[row + meets.item[at]] += sign * meetsWeight[at];
      if (state.roomMatch !== null) countRoom(state.roomMatch, lesson, s, sign);
      for (let at = poolsOf.start[lesson]; at < poolsOf.start[lesson + 1]; at++) {
        state.poolUse[poolsOf.item[at] * slots.count + s] += sign;
      }
      for (let at = countsOf.start[event]; at < countsOf.start[event + 1]; at++) {
        const watch = countsOf.item[at];
        state.inside[countOfWatch[watch]] += sign * monitors.slotSets[monitors.eventCount.set[watch] * slots.count + s];
      }
    }
  }
  if (links.watched[event] & WATCHED.parallel) countParallel(state, lesson, first, sign);
  if (links.watched[event] & WATCHED.students) countAttended(state, lesson, first, sign);
  for (let at = lessons.roles.start[lesson]; at < lessons.roles.start[lesson + 1]; at++) {
    const teacher = state.roleTeacher[lessons.roles.item[at]];
    if (teacher >= 0) countTaught(state, teacher, lesson, first, sign);
  }
}

function countTaught(state: WeekState, teacher: number, lesson: number, first: number, sign: 1 | -1): void {
  const { slots, lessons } = state.problem;
  const row = teacher * slots.count;
  const length = lessons.length[lesson];
  if (state.links.watched[lessons.event[lesson]] & WATCHED.teacherSets) {
    countSetsTaught(state, teacher, lesson, first, sign);
  }
  for (let week = 0, from = first; week < lessons.span[lesson]; week++, from += slots.perWeek) {
    const dayAt = teacher * slots.days + slots.day[from];
    for (let s = from; s < from + length; s++) {
      state.taught[row + s] += sign;
      state.taughtSum[row + s] += sign * lesson;
      if (state.taught[row + s] === (sign === 1 ? 1 : 0)) countShared(state, teacher, s, sign);
      const bit = 1 << (s % slots.slotsPerDay);
      if (state.taught[row + s] > 0) state.dayMask[dayAt] |= bit;
      else state.dayMask[dayAt] &= ~bit;
    }
  }
}

/** The teacher begins (sign 1) or ceases (−1) to teach in the slot: those to be kept apart who teach there share it. */
function countShared(state: WeekState, teacher: number, slot: number, sign: 1 | -1): void {
  const { apartOf } = state.links;
  const { one, other } = state.problem.monitors.apart;
  for (let at = apartOf.start[teacher]; at < apartOf.start[teacher + 1]; at++) {
    const m = apartOf.item[at];
    const partner = one[m] === teacher ? other[m] : one[m];
    if (state.taught[partner * state.problem.slots.count + slot] > 0) state.shared[m] += sign;
  }
}

/** Moves the lesson to start at `to` (−1: taken out) and keeps every counter in step. */
export function moveLesson(state: WeekState, lesson: number, to: number): void {
  const from = state.lessonSlot[lesson];
  if (from === to) return;
  if (from >= 0) {
    countLesson(state, lesson, from, -1);
    eachSlot(state, lesson, from, leaveSlot);
  }
  state.lessonSlot[lesson] = to;
  if (to >= 0) {
    eachSlot(state, lesson, to, joinSlot);
    countLesson(state, lesson, to, 1);
  }
  if (state.links.watched[state.problem.lessons.event[lesson]] !== 0) markRules(state, lesson);
}

function eachSlot(
  state: WeekState,
  lesson: number,
  first: number,
  visit: (state: WeekState, lesson: number, slot: number) => void,
): void {
  const { slots, lessons } = state.problem;
  for (let week = 0, from = first; week < lessons.span[lesson]; week++, from += slots.perWeek) {
    for (let s = from; s < from + lessons.length[lesson]; s++) visit(state, lesson, s);
  }
}

/** Gives the role to another teacher (−1: nobody) and keeps every counter in step. */
export function setTeacher(state: WeekState, role: number, teacher: number): void {
  const before = state.roleTeacher[role];
  if (before === teacher) return;
  const { lessonsOfRole } = state.links;
  const workload = state.problem.roles.workload[role];
  if (before >= 0) state.load[before] -= workload;
  if (teacher >= 0) state.load[teacher] += workload;
  beginChange(state, role);
  if (state.staff !== null) {
    leaveRole(state.staff, role);
    fillRole(state.staff, role, teacher);
  }
  state.roleTeacher[role] = teacher;
  endChange(state, role);
  for (let at = lessonsOfRole.start[role]; at < lessonsOfRole.start[role + 1]; at++) {
    const lesson = lessonsOfRole.item[at];
    const slot = state.lessonSlot[lesson];
    if (slot < 0) continue;
    if (before >= 0) countTaught(state, before, lesson, slot, -1);
    if (teacher >= 0) countTaught(state, teacher, lesson, slot, 1);
  }
  if (state.links.watched[state.links.eventOfRole[role]] !== 0) markTeachers(state, role, before, teacher);
}
