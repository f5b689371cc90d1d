/** Which decisions can cure a trouble: unless one of them changes, the trouble stays. */
import { itemsOf, eachPeriod } from '../problem/problem.ts';
import type { Trouble } from './troubles.ts';
import { eachEventOf, roomOf, type RepairState } from './state.ts';

export type Cure =
  /** `moves`: to another slot; `rooms`: to another room in its slot */
  | { what: 'lesson'; lesson: number; moves: boolean; rooms: boolean }
  | { what: 'role'; role: number }
  | { what: 'seat'; seat: number };

/** Bits of lessonTried. */
const TRIED = { moves: 1, rooms: 2 } as const;

/** Marks the decision as tried in vain; answers what undoes that. */
export function markTried(state: RepairState, cure: Cure): () => void {
  if (cure.what === 'lesson') {
    const before = state.lessonTried[cure.lesson];
    state.lessonTried[cure.lesson] |= (cure.moves ? TRIED.moves : 0) | (cure.rooms ? TRIED.rooms : 0);
    return () => (state.lessonTried[cure.lesson] = before);
  }
  const [table, at] = cure.what === 'role' ? [state.roleSet, cure.role] : [state.seatSet, cure.seat];
  table[at] = 1;
  return () => (table[at] = 0);
}

/** Changes that the cure counts for. */
export function priceOf({ task, teachersOpen, eventOfRole }: RepairState, cure: Cure): 0 | 1 {
  switch (cure.what) {
    case 'lesson':
      return task.baseSlot[cure.lesson] < 0 ? 0 : 1;
    case 'role':
      return task.roleCounts[cure.role] && !teachersOpen[eventOfRole[cure.role]] ? 1 : 0;
    case 'seat':
      return task.seats.base[cure.seat] < 0 ? 0 : 1;
  }
}

/** Cures with one number share a change. */
export function unitOf({ task, eventOfRole }: RepairState, cure: Cure): number {
  const { lessons, events } = task.problem;
  if (cure.what === 'lesson') return cure.lesson;
  if (cure.what === 'role') return lessons.count + eventOfRole[cure.role];
  return lessons.count + events.count + cure.seat;
}

const lessonsIn = (state: RepairState, event: number): Int32Array => itemsOf(state.task.problem.events.lessons, event);

const rolesOf = (state: RepairState, teacher: number): number[] => [...state.rolesBy[teacher]].sort((a, b) => a - b);

/** The decisions, none of them made yet, that can cure the trouble with at most `left` counted changes. */
export function curesOf(state: RepairState, trouble: Trouble, left: number): Cure[] {
  const cures: Cure[] = [];
  const lesson = (l: number, rooms = false): void => {
    if (state.lessonSet[l]) return;
    const tried = state.lessonTried[l];
    const cure: Cure = {
      what: 'lesson',
      lesson: l,
      moves: (tried & TRIED.moves) === 0,
      rooms: rooms && (tried & TRIED.rooms) === 0 && roomOf(state, l) >= 0,
    };
    if (cure.moves || cure.rooms) cures.push(cure);
  };
  const role = (r: number): void => void (state.roleSet[r] || cures.push({ what: 'role', role: r }));
  const rolesBy = (l: number, teacher: number): void => {
    const { start, item } = state.task.problem.lessons.roles;
    for (let at = start[l]; at < start[l + 1]; at++) if (state.teacher[item[at]] === teacher) role(item[at]);
  };
  const seat = (s: number): void => void (state.seatSet[s] || cures.push({ what: 'seat', seat: s }));
  /** whoever leaves the event makes it smaller by one */
  const leaving = (event: number, over: number): void => {
    const seats = [...state.seatsIn[event]].filter((s) => !state.seatSet[s]);
    const free = seats.filter((s) => state.task.seats.base[s] < 0).length;
    if (over <= left + free && over <= seats.length) seats.sort((a, b) => a - b).forEach(seat);
  };
  switch (trouble.kind) {
    case 'seat':
      seat(trouble.seat);
      break;
    case 'slot':
      lesson(trouble.lesson);
      break;
    case 'role':
      role(trouble.role);
      break;
    case 'students':
      lesson(trouble.one);
      if (trouble.other !== trouble.one) lesson(trouble.other);
      seatsOfClash(state, trouble.one, trouble.other, left, seat);
      break;
    case 'teacher':
      if (trouble.one !== trouble.other) {
        lesson(trouble.one);
        lesson(trouble.other);
        rolesBy(trouble.other, trouble.teacher);
      }
      rolesBy(trouble.one, trouble.teacher);
      break;
    case 'away':
      lesson(trouble.lesson);
      rolesBy(trouble.lesson, trouble.teacher);
      break;
    case 'load':
      rolesOf(state, trouble.teacher).forEach(role);
      break;
    case 'room': {
      lesson(trouble.lesson, true);
      const event = state.task.problem.lessons.event[trouble.lesson];
      leaving(event, state.size[event] - state.task.problem.rooms.places[roomOf(state, trouble.lesson)]);
      break;
    }
    case 'crowded':
      for (const l of [...state.running[trouble.slot]].sort((a, b) => a - b)) {
        if (roomOf(state, l) === trouble.room) lesson(l, true);
      }
      break;
    case 'homeless':
      curesOfHomeless(state, trouble.lessons, lesson, leaving);
      break;
    case 'size':
      leaving(trouble.event, state.size[trouble.event] - state.task.cap[trouble.event]);
      break;
    case 'line':
      seat(trouble.one);
      seat(trouble.other);
      break;
    case 'lines':
      lesson(trouble.one);
      lesson(trouble.other);
      break;
    case 'weeks':
      for (const l of lessonsIn(state, trouble.event)) if (state.task.problem.lessons.parity[l] !== 0) lesson(l);
      break;
    case 'rule':
      curesOfRule(state, trouble, lesson, role);
      break;
  }
  return REPEATING.has(trouble.kind) ? distinct(cures) : cures;
}

/** Troubles whose cures are gathered from several places. */
const REPEATING: ReadonlySet<Trouble['kind']> = new Set(['teacher', 'crowded', 'homeless', 'rule']);

/** If neither lesson moves, every student whom they share must leave one of the events, the first one among them. */
function seatsOfClash(
  state: RepairState,
  one: number,
  other: number,
  left: number,
  seat: (seat: number) => void,
): void {
  const { lessons, events } = state.task.problem;
  const [e, f] = [lessons.event[one], lessons.event[other]];
  const shared = state.shared[e * events.count + f];
  if (shared > left + state.freeSeats) return;
  const leavable = (s: number): boolean => !state.seatSet[s];
  const byStudent = new Map<number, number[]>();
  for (const s of [...state.seatsIn[e], ...state.seatsIn[f]].sort((a, b) => a - b)) {
    const student = state.task.seats.student[s];
    let inBoth = 0;
    eachEventOf(state, student, (event) => {
      if (event === e || event === f) inBoth++;
    });
    if (inBoth < (e === f ? 1 : 2) || !leavable(s)) continue;
    byStudent.set(student, [...(byStudent.get(student) ?? []), s]);
  }
  if (byStudent.size < shared) return;
  const free = [...byStudent.values()].filter((seats) => seats.some((s) => state.task.seats.base[s] < 0)).length;
  if (shared > left + free) return;
  const [first] = byStudent.values();
  first?.forEach(seat);
}

/** A room becomes free where a lesson leaves it, or large enough where students leave the event. */
function curesOfHomeless(
  state: RepairState,
  homeless: readonly number[],
  lesson: (lesson: number, rooms: boolean) => void,
  leaving: (event: number, over: number) => void,
): void {
  const { problem, rooms } = state.task;
  for (const l of homeless) {
    lesson(l, false);
    const demand = state.demandOf[l];
    const event = problem.lessons.event[l];
    const fitting = new Set(itemsOf(rooms, demand));
    fitting.delete(state.notRoom[l]);
    const over = [...fitting].map((room) => state.size[event] - problem.rooms.places[room]).filter((n) => n > 0);
    if (over.length > 0) leaving(event, Math.min(...over));
    eachPeriod(problem, l, state.slot[l], (s) => {
      for (const other of [...state.running[s]].sort((a, b) => a - b)) {
        if (fitting.has(roomOf(state, other))) lesson(other, true);
      }
    });
  }
}

function curesOfRule(
  state: RepairState,
  { events, teachers }: { events: readonly number[]; teachers: readonly number[] },
  lesson: (lesson: number) => void,
  role: (role: number) => void,
): void {
  for (const event of events) for (const l of lessonsIn(state, event)) lesson(l);
  for (const teacher of teachers) {
    for (const r of rolesOf(state, teacher)) {
      const { start, item } = state.lessonsOfRole;
      for (let at = start[r]; at < start[r + 1]; at++) lesson(item[at]);
      role(r);
    }
  }
}

function distinct(cures: readonly Cure[]): Cure[] {
  const byKey = new Map<string, Cure>();
  for (const cure of cures) {
    const id = cure.what === 'lesson' ? cure.lesson : cure.what === 'role' ? cure.role : cure.seat;
    const key = `${cure.what} ${id}`;
    const known = byKey.get(key);
    if (known?.what === 'lesson' && cure.what === 'lesson') {
      byKey.set(key, { ...known, moves: known.moves || cure.moves, rooms: known.rooms || cure.rooms });
    } else byKey.set(key, cure);
  }
  return [...byKey.values()];
}
