/** What does not hold in the week under repair. A step makes new troubles only around what it moved. */
import { itemsOf, eachPeriod } from '../problem/problem.ts';
import { eachEventOf, roomOf, type RepairState } from './state.ts';

export type Trouble =
  /** nobody's place yet, or one the student may not have */
  | { kind: 'seat'; seat: number }
  /** not placed, or where it may not be */
  | { kind: 'slot'; lesson: number }
  /** without a teacher, or with one who may not have it */
  | { kind: 'role'; role: number }
  | { kind: 'students'; one: number; other: number }
  /** one teacher in two lessons, or twice in one */
  | { kind: 'teacher'; one: number; other: number; teacher: number }
  | { kind: 'away'; lesson: number; teacher: number }
  | { kind: 'load'; teacher: number }
  /** in a room that is closed, too small or none of its own */
  | { kind: 'room'; lesson: number }
  | { kind: 'crowded'; room: number; slot: number }
  /** no rooms for these lessons together */
  | { kind: 'homeless'; lessons: readonly number[] }
  | { kind: 'size'; event: number }
  /** two seats of a student in one line */
  | { kind: 'line'; one: number; other: number }
  /** lessons of two lines in one slot */
  | { kind: 'lines'; one: number; other: number }
  /** lessons tied to the same or to different weeks that are not */
  | { kind: 'weeks'; event: number }
  /** required rules on events and teachers */
  | { kind: 'rule'; events: readonly number[]; teachers: readonly number[] };

/** Answers false to stop the enumeration. */
type Visit = (trouble: Trouble) => boolean;

const overlaps = (state: RepairState, one: number, other: number): boolean => {
  let meet = false;
  if (state.slot[one] < 0 || state.slot[other] < 0) return false;
  eachPeriod(state.task.problem, one, state.slot[one], (s) => {
    if (state.running[s].has(other)) meet = true;
  });
  return meet;
};

const sharesStudents = (state: RepairState, one: number, other: number): boolean => {
  const { lessons, events } = state.task.problem;
  return state.shared[lessons.event[one] * events.count + lessons.event[other]] > 0;
};

const linesMeet = (state: RepairState, one: number, other: number): boolean => {
  const { lessons, monitors } = state.task.problem;
  const [e, f] = [lessons.event[one], lessons.event[other]];
  return (
    monitors.givenLine[e] >= 0 &&
    monitors.givenLine[f] >= 0 &&
    monitors.lineSet[e] === monitors.lineSet[f] &&
    monitors.givenLine[e] !== monitors.givenLine[f]
  );
};

/** Whether the teacher fills a role of the lesson; `least` 2: two of them. */
export function teaches(state: RepairState, lesson: number, teacher: number, least = 1): boolean {
  const { roles } = state.task.problem.lessons;
  let held = 0;
  for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
    if (state.teacher[roles.item[at]] === teacher) held++;
  }
  return held >= least;
}

const isAway = (state: RepairState, lesson: number, teacher: number): boolean => {
  const { problem } = state.task;
  let away = false;
  eachPeriod(problem, lesson, state.slot[lesson], (s) => {
    if (state.away[teacher * problem.slots.count + s]) away = true;
  });
  return away;
};

const among = (csr: { start: Int32Array; item: Int32Array }, owner: number, item: number): boolean => {
  for (let at = csr.start[owner]; at < csr.start[owner + 1]; at++) if (csr.item[at] === item) return true;
  return false;
};

const isOverloaded = (state: RepairState, teacher: number): boolean =>
  state.load[teacher] > state.task.problem.teachers.loadMax[teacher];

/** A settled room that does not do. */
function isUnfit(state: RepairState, lesson: number): boolean {
  const room = roomOf(state, lesson);
  if (room < 0 || state.slot[lesson] < 0) return false;
  const { problem, rooms } = state.task;
  if (!among(rooms, state.demandOf[lesson], room)) return true;
  if (problem.rooms.places[room] < state.size[problem.lessons.event[lesson]]) return true;
  return !isOpen(state, lesson, room);
}

/** Whether the room is open all through the lesson. */
export function isOpen(state: RepairState, lesson: number, room: number): boolean {
  const { problem } = state.task;
  let open = true;
  eachPeriod(problem, lesson, state.slot[lesson], (s) => {
    if (!problem.rooms.open[room * problem.slots.count + s]) open = false;
  });
  return open;
}

function hasWrongWeeks(state: RepairState, event: number): boolean {
  const { lessons, events, slots } = state.task.problem;
  let first = -1;
  for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
    const lesson = events.lessons.item[at];
    if (lessons.parity[lesson] === 0 || state.slot[lesson] < 0) continue;
    const week = Math.floor(state.slot[lesson] / slots.perWeek);
    // The week of those with parity 1.
    const main = lessons.parity[lesson] > 0 ? week : 1 - week;
    if (first >= 0 && main !== first) return true;
    first = main;
  }
  return false;
}

/** Whether the trouble stands still; those on rooms to be found and on rules are found anew each time. */
export function stands(state: RepairState, trouble: Trouble): boolean {
  const { problem, seats } = state.task;
  switch (trouble.kind) {
    case 'seat':
      return state.seat[trouble.seat] < 0 || !among(seats.options, trouble.seat, state.seat[trouble.seat]);
    case 'slot':
      return state.slot[trouble.lesson] < 0 || !state.mayStart(trouble.lesson, state.slot[trouble.lesson]);
    case 'role':
      return isVacant(state, trouble.role);
    case 'students':
      return sharesStudents(state, trouble.one, trouble.other) && overlaps(state, trouble.one, trouble.other);
    case 'teacher':
      return trouble.one === trouble.other
        ? teaches(state, trouble.one, trouble.teacher, 2)
        : teaches(state, trouble.one, trouble.teacher) &&
            teaches(state, trouble.other, trouble.teacher) &&
            overlaps(state, trouble.one, trouble.other);
    case 'away':
      return teaches(state, trouble.lesson, trouble.teacher) && isAway(state, trouble.lesson, trouble.teacher);
    case 'load':
      return isOverloaded(state, trouble.teacher);
    case 'room':
      return isUnfit(state, trouble.lesson);
    case 'crowded':
      return state.inRoom[trouble.room * problem.slots.count + trouble.slot] > problem.rooms.capacity[trouble.room];
    case 'size':
      return state.size[trouble.event] > state.task.cap[trouble.event];
    case 'line': {
      const [one, other] = [state.seat[trouble.one], state.seat[trouble.other]];
      return one >= 0 && other >= 0 && state.task.line[one] === state.task.line[other];
    }
    case 'lines':
      return linesMeet(state, trouble.one, trouble.other) && overlaps(state, trouble.one, trouble.other);
    case 'weeks':
      return hasWrongWeeks(state, trouble.event);
    case 'homeless':
    case 'rule':
      return false;
  }
}

function isVacant(state: RepairState, role: number): boolean {
  const { candidates } = state.task.problem.roles;
  if (candidates.start[role] === candidates.start[role + 1]) return false;
  return state.teacher[role] < 0 || !among(candidates, role, state.teacher[role]);
}

/** Two lessons in one slot. */
function meet(state: RepairState, a: number, b: number, visit: Visit): boolean {
  const [one, other] = a < b ? [a, b] : [b, a];
  if (sharesStudents(state, one, other) && !visit({ kind: 'students', one, other })) return false;
  if (linesMeet(state, one, other) && !visit({ kind: 'lines', one, other })) return false;
  const { roles } = state.task.problem.lessons;
  for (let at = roles.start[one]; at < roles.start[one + 1]; at++) {
    const teacher = state.teacher[roles.item[at]];
    if (teacher >= 0 && teaches(state, other, teacher) && !visit({ kind: 'teacher', one, other, teacher }))
      return false;
  }
  return true;
}

/** Troubles of a placed lesson with the others that run then, and of its teachers. `after`: only with later lessons. */
function aroundLesson(state: RepairState, lesson: number, visit: Visit, after = -1): boolean {
  const { problem } = state.task;
  const { lessons } = problem;
  const first = state.slot[lesson];
  if (first < 0) return true;
  for (let week = 0, from = first; week < lessons.span[lesson]; week++, from += problem.slots.perWeek) {
    for (let s = from; s < from + lessons.length[lesson]; s++) {
      for (const other of state.running[s]) {
        if (other !== lesson && other > after && !meet(state, lesson, other, visit)) return false;
      }
    }
  }
  return aroundTeachers(state, lesson, visit);
}

function aroundTeachers(state: RepairState, lesson: number, visit: Visit): boolean {
  const { roles } = state.task.problem.lessons;
  for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
    const teacher = state.teacher[roles.item[at]];
    if (teacher < 0) continue;
    if (isAway(state, lesson, teacher) && !visit({ kind: 'away', lesson, teacher })) return false;
    if (teaches(state, lesson, teacher, 2) && !visit({ kind: 'teacher', one: lesson, other: lesson, teacher }))
      return false;
  }
  return true;
}

/** After a lesson was put somewhere. */
export function troublesOfLesson(state: RepairState, lesson: number, visit: Visit): void {
  const { lessons } = state.task.problem;
  if (!aroundLesson(state, lesson, visit)) return;
  const event = lessons.event[lesson];
  if (lessons.parity[lesson] !== 0 && hasWrongWeeks(state, event)) visit({ kind: 'weeks', event });
}

/** After a role was given to a teacher. */
export function troublesOfRole(state: RepairState, role: number, visit: Visit): void {
  const teacher = state.teacher[role];
  if (isOverloaded(state, teacher) && !visit({ kind: 'load', teacher })) return;
  const { lessonsOfRole } = state;
  for (let at = lessonsOfRole.start[role]; at < lessonsOfRole.start[role + 1]; at++) {
    if (!aroundLesson(state, lessonsOfRole.item[at], visit)) return;
  }
}

/** After a student took a seat. */
export function troublesOfSeat(state: RepairState, seat: number, visit: Visit): void {
  const { problem, seats, cap, line } = state.task;
  const { lessons } = problem.events;
  const event = state.seat[seat];
  if (state.size[event] > cap[event] && !visit({ kind: 'size', event })) return;
  for (const lesson of itemsOf(lessons, event)) if (isUnfit(state, lesson) && !visit({ kind: 'room', lesson })) return;
  eachEventOf(state, seats.student[seat], (other, otherSeat) => {
    if (other === event) return;
    if (otherSeat >= 0 && line[event] >= 0 && line[event] === line[other]) {
      visit({ kind: 'line', one: Math.min(seat, otherSeat), other: Math.max(seat, otherSeat) });
    }
    for (const a of itemsOf(lessons, event)) {
      for (const b of itemsOf(lessons, other)) {
        if (overlaps(state, a, b)) visit({ kind: 'students', one: Math.min(a, b), other: Math.max(a, b) });
      }
    }
  });
}

/** Everything that does not hold, each once. */
export function allTroubles(state: RepairState): Trouble[] {
  const { problem, seats, cap, line } = state.task;
  const found = makeTroubleList();
  for (let seat = 0; seat < seats.count; seat++) {
    const trouble: Trouble = { kind: 'seat', seat };
    if (stands(state, trouble)) found.add(trouble);
  }
  for (let role = 0; role < problem.roles.count; role++) if (isVacant(state, role)) found.add({ kind: 'role', role });
  for (let lesson = 0; lesson < problem.lessons.count; lesson++) {
    const trouble: Trouble = { kind: 'slot', lesson };
    if (stands(state, trouble)) found.add(trouble);
    if (isUnfit(state, lesson)) found.add({ kind: 'room', lesson });
    aroundLesson(state, lesson, found.add, lesson);
  }
  for (let teacher = 0; teacher < problem.teachers.count; teacher++) {
    if (isOverloaded(state, teacher)) found.add({ kind: 'load', teacher });
  }
  for (let room = 0; room < problem.rooms.count; room++) {
    for (let slot = 0; slot < problem.slots.count; slot++) {
      if (stands(state, { kind: 'crowded', room, slot })) found.add({ kind: 'crowded', room, slot });
    }
  }
  for (let event = 0; event < problem.events.count; event++) {
    if (state.size[event] > cap[event]) found.add({ kind: 'size', event });
    if (hasWrongWeeks(state, event)) found.add({ kind: 'weeks', event });
  }
  for (let student = 0; student < problem.students.count; student++) {
    const own: number[] = [];
    eachEventOf(state, student, (event, seat) => {
      if (seat >= 0 && line[event] >= 0) own.push(seat);
    });
    own.forEach((one, index) => {
      for (const other of own.slice(index + 1)) {
        if (line[state.seat[one]] === line[state.seat[other]]) found.add({ kind: 'line', one, other });
      }
    });
  }
  return found.list;
}

function keyOf(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'students':
    case 'lines':
    case 'line':
      return `${trouble.kind} ${trouble.one} ${trouble.other}`;
    case 'teacher':
      return `teacher ${trouble.one} ${trouble.other} ${trouble.teacher}`;
    case 'away':
      return `away ${trouble.lesson} ${trouble.teacher}`;
    case 'slot':
    case 'room':
      return `${trouble.kind} ${trouble.lesson}`;
    case 'size':
    case 'weeks':
      return `${trouble.kind} ${trouble.event}`;
    case 'load':
      return `load ${trouble.teacher}`;
    case 'role':
      return `role ${trouble.role}`;
    case 'seat':
      return `seat ${trouble.seat}`;
    case 'crowded':
      return `crowded ${trouble.room} ${trouble.slot}`;
    case 'homeless':
      return `homeless ${trouble.lessons.join(' ')}`;
    case 'rule':
      return `rule ${trouble.events.join(' ')} ${trouble.teachers.join(' ')}`;
  }
}

/** Troubles, each once. */
export function makeTroubleList(first: readonly Trouble[] = []) {
  const list = [...first];
  let keys: Set<string> | null = null;
  return {
    list,
    add: (trouble: Trouble): boolean => {
      keys ??= new Set(list.map(keyOf));
      const key = keyOf(trouble);
      if (!keys.has(key)) {
        keys.add(key);
        list.push(trouble);
      }
      return true;
    },
  };
}
