/**
 * Self-study (自习): for free periods that a rule wants in a room, rooms and teachers are found slot by slot once everything else stands.
 * Students stay in their homeroom's own room where it is free and join others where it is not; with too few teachers the smallest
 * groups join larger ones.
 */
import { STUDENT_SHAPE } from '../monitors/student-shapes.ts';
import { enrolledProblem } from '../problem/enrol.ts';
import { eachPeriod, itemsOf, type Problem, type Solution } from '../problem/problem.ts';

export interface StudyPlace {
  slot: number;
  room: number;
  /** −1: nobody supervises */
  teacher: number;
  /** ascending */
  students: number[];
}

interface Wanted {
  /** [students] 1: a room is wanted for free periods, 2: and a teacher */
  of: Uint8Array;
  supervised: boolean;
}

function wantedPlaces({ monitors, students }: Problem): Wanted | null {
  const { studentDay } = monitors;
  const of = new Uint8Array(students.count);
  let supervised = false;
  let any = false;
  for (let m = 0; m < studentDay.count; m++) {
    if (studentDay.shape[m] !== STUDENT_SHAPE.study) continue;
    any = true;
    supervised ||= studentDay.max[m] === 1;
    for (const student of itemsOf(studentDay.students, m)) of[student] = Math.max(of[student], 1 + studentDay.max[m]);
  }
  return any ? { of, supervised } : null;
}

/** What is taken, slot by slot, by lessons alone. */
interface Taken {
  /** [students × slots], [rooms × slots], [teachers × slots] */
  student: Uint8Array;
  room: Uint8Array;
  teacher: Uint8Array;
  /** [teachers] workload */
  load: Int32Array;
}

function takenByLessons(problem: Problem, { lessonSlot, demandRoom, roleTeacher }: Solution): Taken {
  const { slots, lessons, events, students, rooms, teachers, roles, monitors, rules } = problem;
  const taken: Taken = {
    student: new Uint8Array(students.count * slots.count),
    room: rooms.open.map((open) => 1 - open),
    teacher: new Uint8Array(teachers.count * slots.count),
    load: new Int32Array(teachers.count),
  };
  for (let lesson = 0; lesson < lessons.count; lesson++) {
    if (lessonSlot[lesson] < 0) continue;
    const mark = (table: Uint8Array, who: number): void => {
      if (who >= 0) eachPeriod(problem, lesson, lessonSlot[lesson], (slot) => (table[who * slots.count + slot] = 1));
    };
    for (const student of itemsOf(events.students, lessons.event[lesson])) mark(taken.student, student);
    for (const demand of itemsOf(lessons.rooms, lesson)) mark(taken.room, demandRoom[demand]);
    for (const role of itemsOf(lessons.roles, lesson)) mark(taken.teacher, roleTeacher[role]);
  }
  const { teacherInside, slotSets } = monitors;
  for (let m = 0; m < teacherInside.count; m++) {
    if (rules.required[teacherInside.rule[m]] === 0) continue;
    for (let s = 0; s < slots.count; s++)
      taken.teacher[teacherInside.teacher[m] * slots.count + s] |= slotSets[teacherInside.set[m] * slots.count + s];
  }
  for (let role = 0; role < roles.count; role++)
    if (roleTeacher[role] >= 0) taken.load[roleTeacher[role]] += roles.workload[role];
  return taken;
}

interface Group {
  room: number;
  seats: number;
  students: number[];
}

/** The free students of one slot by rooms: own rooms first, then seats left in these, then other rooms, large ones first. */
function seatGroups(
  problem: Problem,
  taken: Taken,
  slot: number,
  free: readonly number[],
  others: readonly number[],
): Group[] {
  const { students, rooms, slots } = problem;
  const isFree = (room: number): boolean => taken.room[room * slots.count + slot] === 0;
  const groups = new Map<number, Group>();
  const open = (room: number): Group => {
    const known = groups.get(room) ?? { room, seats: rooms.places[room], students: [] };
    groups.set(room, known);
    return known;
  };
  const waiting: number[] = [];
  for (const student of free) {
    const home = students.home[student];
    const own = home < 0 ? -1 : students.homeRoom[home];
    if (own < 0 || !isFree(own)) waiting.push(student);
    else {
      const group = open(own);
      if (group.students.length < group.seats) group.students.push(student);
      else waiting.push(student);
    }
  }
  const spare = others.filter((room) => isFree(room) && !groups.has(room));
  for (const student of waiting) {
    let group = [...groups.values()].find(({ seats, students: own }) => own.length < seats);
    if (!group) {
      const room = spare.shift();
      if (room === undefined) break;
      group = open(room);
    }
    group.students.push(student);
  }
  return [...groups.values()].filter(({ students: own }) => own.length > 0);
}

/** The smallest groups join those with seats left until there are no more than so many; what fits nowhere stays a group. */
function joinGroups(groups: Group[], most: number): Group[] {
  const left = groups.toSorted((a, b) => b.students.length - a.students.length || a.room - b.room);
  for (let at = left.length - 1; at >= most && at > 0; at--) {
    const smallest = left[at];
    const seats = left.reduce((sum, { seats: all, students }, i) => (i < at ? sum + all - students.length : sum), 0);
    if (seats < smallest.students.length) continue;
    for (const group of left.slice(0, at)) {
      group.students.push(...smallest.students.splice(0, group.seats - group.students.length));
    }
    left.splice(at, 1);
  }
  return left;
}

/** [teachers × homerooms] 1: the teacher has a section that begins with a student of the homeroom. */
function knownTeachers(problem: Problem, roleTeacher: Int32Array): Uint8Array {
  const { events, students, teachers } = problem;
  const homes = students.homeRoom.length;
  const known = new Uint8Array(teachers.count * Math.max(1, homes));
  for (let event = 0; event < events.count; event++) {
    const [first = -1] = itemsOf(events.students, event);
    const home = first < 0 ? -1 : students.home[first];
    if (home < 0) continue;
    for (const role of itemsOf(events.roles, event))
      if (roleTeacher[role] >= 0) known[roleTeacher[role] * homes + home] = 1;
  }
  return known;
}

/** The places of all free periods that a rule wants one for; none where no rule does. By slot, then room. */
export function placeSelfStudy(planned: Problem, solution: Solution): StudyPlace[] {
  const wanted = wantedPlaces(planned);
  // Sections without a week have no free periods yet.
  if (!wanted || solution.lessonSlot.every((slot) => slot < 0)) return [];
  const problem = enrolledProblem(planned, solution.enrolled);
  const { slots, students, rooms, teachers, monitors } = problem;
  const taken = takenByLessons(problem, solution);
  const known = knownTeachers(problem, solution.roleTeacher);
  const homes = Math.max(1, students.homeRoom.length);
  const studied = [...wanted.of.keys()].filter((student) => wanted.of[student] > 0 && students.grade[student] >= 0);
  // Rooms of the kind that homerooms have; the largest first.
  const kinds = new Set([...students.homeRoom].filter((room) => room >= 0).map((room) => rooms.kind[room]));
  const others = [...rooms.kind.keys()]
    .filter((room) => rooms.openToAll[room] === 1 && (kinds.size === 0 || kinds.has(rooms.kind[room])))
    .sort((a, b) => rooms.places[b] - rooms.places[a] || a - b);
  const places: StudyPlace[] = [];
  for (let slot = 0; slot < slots.count; slot++) {
    const isFree = (student: number): boolean =>
      taken.student[student * slots.count + slot] === 0 &&
      monitors.slotSets[students.gradeOpen[students.grade[student]] * slots.count + slot] === 1;
    const free = studied.filter(isFree);
    if (free.length === 0) continue;
    const mayWatch = (teacher: number): boolean =>
      taken.teacher[teacher * slots.count + slot] === 0 &&
      taken.load[teacher] + teachers.loadUnit <= teachers.loadMax[teacher];
    const ready = [...taken.load.keys()].filter(mayWatch);
    const groups = seatGroups(problem, taken, slot, free, others);
    const joined = wanted.supervised && groups.length > ready.length ? joinGroups(groups, ready.length) : groups;
    const bySize = joined.toSorted((a, b) => b.students.length - a.students.length || a.room - b.room);
    for (const { room, students: own } of bySize) {
      const needed = own.some((student) => wanted.of[student] === 2);
      const home = students.home[own[0]];
      // Who teaches the homeroom, then who has the most periods left.
      const rank = (teacher: number): number =>
        (home >= 0 ? known[teacher * homes + home] : 0) * 1_000_000 + teachers.loadMax[teacher] - taken.load[teacher];
      let teacher = -1;
      if (needed)
        for (const one of ready) {
          if (mayWatch(one) && (teacher < 0 || rank(one) > rank(teacher))) teacher = one;
        }
      if (teacher >= 0) {
        taken.teacher[teacher * slots.count + slot] = 1;
        taken.load[teacher] += teachers.loadUnit;
      }
      places.push({ slot, room, teacher, students: own.toSorted((a, b) => a - b) });
    }
  }
  return places;
}
