/** The week under repair: where every decision stands, and what follows from it; each step can be taken back. */
import { itemsOf, eachPeriod, invertCsr, type Csr } from '../problem/problem.ts';
import type { RepairTask } from './task.ts';

export interface RepairState {
  task: RepairTask;
  /** [lessons] */
  slot: Int32Array;
  /** [lessons] 1: put somewhere by the repair, and staying there */
  lessonSet: Uint8Array;
  /** [lessons] 1: every other slot has been tried, 2: every other room; 3: both. What was tried in vain stays as it is */
  lessonTried: Uint8Array;
  /** [lessons] 1: its room is still to be found, another than `notRoom` */
  floats: Uint8Array;
  notRoom: Int32Array;
  /** lessons that float, unordered */
  floating: Set<number>;
  /** [lessons] its room demand, −1: none */
  demandOf: Int32Array;
  /** [roles] */
  teacher: Int32Array;
  /** [roles] 1: given by the repair, or every other teacher tried in vain */
  roleSet: Uint8Array;
  /** [events] 1: its change of teachers is counted already */
  teachersOpen: Uint8Array;
  eventOfRole: Int32Array;
  lessonsOfRole: Csr;
  /** [seats] event, −1: none yet */
  seat: Int32Array;
  /** [seats] 1: taken by the repair, or every other one tried in vain */
  seatSet: Uint8Array;
  /** free seats that the repair has not settled */
  freeSeats: number;
  /** CSR student → seats, and student → events (s)he cannot leave */
  seatsOf: Csr;
  homesOf: Csr;
  /** per event: its seats */
  seatsIn: Set<number>[];
  /** [events × events] students in common */
  shared: Uint16Array;
  /** [events] */
  size: Int32Array;
  /** [teachers] */
  load: Int32Array;
  /** per teacher: the roles (s)he fills */
  rolesBy: Set<number>[];
  /** per slot: lessons that run in it */
  running: Set<number>[];
  /** [rooms × slots] lessons whose room is settled */
  inRoom: Uint8Array;
  /** [teachers × slots] 1: must not teach */
  away: Uint8Array;
  /** [lessons × slots] 1: may start there */
  mayStart: (lesson: number, slot: number) => boolean;
}

/** Slots in which a teacher must not teach, by demands that hold whatever the teacher teaches. */
function awayTable({ problem }: RepairTask): Uint8Array {
  const { slots, teachers, monitors, rules } = problem;
  const away = new Uint8Array(teachers.count * slots.count);
  const { teacherInside, slotSets } = monitors;
  for (let m = 0; m < teacherInside.count; m++) {
    if (!rules.required[teacherInside.rule[m]] || teacherInside.whileIn[m] >= 0) continue;
    for (let s = 0; s < slots.count; s++) {
      away[teacherInside.teacher[m] * slots.count + s] |= slotSets[teacherInside.set[m] * slots.count + s];
    }
  }
  return away;
}

/** Whether a required rule looks at all lessons of its events, whoever teaches them and wherever. */
export const isPlain = ({ problem }: RepairTask, rule: number): boolean => {
  const { onlyTeachers, onlyRooms } = problem.rules;
  return (
    onlyTeachers.start[rule] === onlyTeachers.start[rule + 1] && onlyRooms.start[rule] === onlyRooms.start[rule + 1]
  );
};

/** [events × slots] 1: a required rule forbids the event to run. */
function forbiddenTable(task: RepairTask): Uint8Array {
  const { slots, events, monitors, rules } = task.problem;
  const forbidden = new Uint8Array(events.count * slots.count);
  const { eventInside, slotSets } = monitors;
  for (let m = 0; m < eventInside.count; m++) {
    if (!rules.required[eventInside.rule[m]] || !isPlain(task, eventInside.rule[m])) continue;
    for (let s = 0; s < slots.count; s++) {
      forbidden[eventInside.event[m] * slots.count + s] |= slotSets[eventInside.set[m] * slots.count + s];
    }
  }
  return forbidden;
}

function startTest(task: RepairTask): RepairState['mayStart'] {
  const { lessons, slots } = task.problem;
  const forbidden = forbiddenTable(task);
  return (lesson, slot) => {
    if (lessons.domains[lessons.domain[lesson] * slots.count + slot] === 0) return false;
    let allowed = true;
    eachPeriod(task.problem, lesson, slot, (s) => {
      if (forbidden[lessons.event[lesson] * slots.count + s]) allowed = false;
    });
    return allowed;
  };
}

/** CSR student → the given owners of each student. */
function byStudent(students: number, pairs: readonly (readonly [student: number, owner: number])[]): Csr {
  const start = new Int32Array(students + 1);
  for (const [student] of pairs) start[student + 1]++;
  for (let s = 0; s < students; s++) start[s + 1] += start[s];
  const fill = start.slice(0, students);
  const item = new Int32Array(pairs.length);
  for (const [student, owner] of pairs) item[fill[student]++] = owner;
  return { start, item };
}

export function makeRepairState(task: RepairTask): RepairState {
  const { problem, seats, residents } = task;
  const { lessons, slots, events, roles, rooms, teachers } = problem;
  const homes: [number, number][] = [];
  for (let e = 0; e < events.count; e++) {
    for (let at = residents.start[e]; at < residents.start[e + 1]; at++) homes.push([residents.item[at], e]);
  }
  const eventOfRole = new Int32Array(roles.count).fill(-1);
  for (let e = 0; e < events.count; e++) {
    for (let at = events.roles.start[e]; at < events.roles.start[e + 1]; at++) eventOfRole[events.roles.item[at]] = e;
  }
  const state: RepairState = {
    task,
    slot: new Int32Array(lessons.count).fill(-1),
    lessonSet: new Uint8Array(lessons.count),
    lessonTried: new Uint8Array(lessons.count),
    floats: new Uint8Array(lessons.count),
    notRoom: new Int32Array(lessons.count).fill(-1),
    floating: new Set(),
    demandOf: Int32Array.from({ length: lessons.count }, (_, l) =>
      lessons.rooms.start[l] < lessons.rooms.start[l + 1] ? lessons.rooms.item[lessons.rooms.start[l]] : -1,
    ),
    teacher: task.baseTeacher.slice(),
    roleSet: new Uint8Array(roles.count),
    teachersOpen: new Uint8Array(events.count),
    eventOfRole,
    lessonsOfRole: invertCsr(lessons.roles, roles.count),
    seat: new Int32Array(seats.count).fill(-1),
    seatSet: new Uint8Array(seats.count),
    freeSeats: seats.base.reduce((sum, base) => sum + (base < 0 ? 1 : 0), 0),
    seatsOf: byStudent(
      problem.students.count,
      Array.from(seats.student, (student, seat) => [student, seat] as const),
    ),
    homesOf: byStudent(problem.students.count, homes),
    seatsIn: Array.from({ length: events.count }, () => new Set()),
    shared: new Uint16Array(events.count * events.count),
    size: task.unlisted.slice(),
    load: new Int32Array(teachers.count),
    rolesBy: Array.from({ length: teachers.count }, () => new Set()),
    running: Array.from({ length: slots.count }, () => new Set()),
    inRoom: new Uint8Array(rooms.count * slots.count),
    away: awayTable(task),
    mayStart: startTest(task),
  };
  for (let e = 0; e < events.count; e++) state.size[e] += residents.start[e + 1] - residents.start[e];
  for (let student = 0; student < problem.students.count; student++) {
    const own = itemsOf(state.homesOf, student);
    for (const e of own) for (const f of own) state.shared[e * events.count + f]++;
  }
  for (let seat = 0; seat < seats.count; seat++) if (seats.base[seat] >= 0) takeSeat(state, seat, seats.base[seat]);
  for (let role = 0; role < roles.count; role++) if (state.teacher[role] >= 0) addLoad(state, role, 1);
  for (let l = 0; l < lessons.count; l++) if (task.baseSlot[l] >= 0) place(state, l, task.baseSlot[l]);
  return state;
}

const addLoad = (state: RepairState, role: number, sign: number): void => {
  const teacher = state.teacher[role];
  state.load[teacher] += sign * state.task.problem.roles.workload[role];
  if (sign > 0) state.rolesBy[teacher].add(role);
  else state.rolesBy[teacher].delete(role);
};

/** The room that the lesson keeps, −1: none or still to be found. */
export const roomOf = (state: RepairState, lesson: number): number =>
  state.floats[lesson] || state.demandOf[lesson] < 0 ? -1 : state.task.baseRoom[state.demandOf[lesson]];

function occupy(state: RepairState, lesson: number, sign: number): void {
  const { problem } = state.task;
  const room = roomOf(state, lesson);
  eachPeriod(problem, lesson, state.slot[lesson], (s) => {
    if (sign > 0) state.running[s].add(lesson);
    else state.running[s].delete(lesson);
    if (room >= 0) state.inRoom[room * problem.slots.count + s] += sign;
  });
}

/** First placement, in the earlier week's slot and room; a room that is gone is to be found. */
function place(state: RepairState, lesson: number, slot: number): void {
  const demand = state.demandOf[lesson];
  if (demand >= 0 && state.task.baseRoom[demand] < 0) float(state, lesson, 1);
  state.slot[lesson] = slot;
  occupy(state, lesson, 1);
}

function float(state: RepairState, lesson: number, floats: number): void {
  state.floats[lesson] = floats;
  if (floats) state.floating.add(lesson);
  else state.floating.delete(lesson);
}

/** What a lesson was before a step. */
export interface LessonBefore {
  slot: number;
  floats: number;
}

/** Puts the lesson into the slot, its room to be found anew; in the same slot, another room than before. */
export function setLesson(state: RepairState, lesson: number, slot: number): LessonBefore {
  const before = { slot: state.slot[lesson], floats: state.floats[lesson] };
  if (before.slot >= 0) occupy(state, lesson, -1);
  if (before.slot === slot) state.notRoom[lesson] = roomOf(state, lesson);
  if (state.demandOf[lesson] >= 0) float(state, lesson, 1);
  state.slot[lesson] = slot;
  state.lessonSet[lesson] = 1;
  occupy(state, lesson, 1);
  return before;
}

export function resetLesson(state: RepairState, lesson: number, before: LessonBefore): void {
  occupy(state, lesson, -1);
  state.lessonSet[lesson] = 0;
  state.notRoom[lesson] = -1;
  float(state, lesson, before.floats);
  state.slot[lesson] = before.slot;
  if (before.slot >= 0) occupy(state, lesson, 1);
}

/** Gives the role to the teacher; answers who had it. */
export function setTeacher(state: RepairState, role: number, teacher: number, set: 0 | 1): number {
  const before = state.teacher[role];
  if (before >= 0) addLoad(state, role, -1);
  state.teacher[role] = teacher;
  state.roleSet[role] = set;
  if (teacher >= 0) addLoad(state, role, 1);
  return before;
}

/** The events of a student. */
export function eachEventOf(state: RepairState, student: number, visit: (event: number, seat: number) => void): void {
  const { homesOf, seatsOf } = state;
  for (let at = homesOf.start[student]; at < homesOf.start[student + 1]; at++) visit(homesOf.item[at], -1);
  for (let at = seatsOf.start[student]; at < seatsOf.start[student + 1]; at++) {
    const seat = seatsOf.item[at];
    if (state.seat[seat] >= 0) visit(state.seat[seat], seat);
  }
}

function countShared(state: RepairState, student: number, event: number, sign: number): void {
  const { count } = state.task.problem.events;
  eachEventOf(state, student, (other) => {
    state.shared[event * count + other] += sign;
    if (other !== event) state.shared[other * count + event] += sign;
  });
}

function takeSeat(state: RepairState, seat: number, event: number): void {
  state.seat[seat] = event;
  state.seatsIn[event].add(seat);
  state.size[event]++;
  countShared(state, state.task.seats.student[seat], event, 1);
}

function leaveSeat(state: RepairState, seat: number): void {
  const event = state.seat[seat];
  countShared(state, state.task.seats.student[seat], event, -1);
  state.size[event]--;
  state.seatsIn[event].delete(seat);
  state.seat[seat] = -1;
}

/** Seats the student elsewhere; answers where (s)he was. */
export function setSeat(state: RepairState, seat: number, event: number, set: 0 | 1): number {
  const before = state.seat[seat];
  if (before >= 0) leaveSeat(state, seat);
  if (state.task.seats.base[seat] < 0) state.freeSeats += state.seatSet[seat] - set;
  state.seatSet[seat] = set;
  if (event >= 0) takeSeat(state, seat, event);
  return before;
}
