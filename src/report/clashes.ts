/** Who is in two places at once: collisions by person, room and slot, for the pages to mark. Counts are the judge's; this only finds the places. */
import type { PlacedLesson, Week } from './week.ts';

/** What collides in a cell: added up, so that a cell may have several. */
export const CLASH = { student: 1, teacher: 2, room: 4 } as const;

/** By index of the thing, then slot of the cycle; only those that collide somewhere. */
export type ClashSlots = Map<number, Map<number, number>>;

export interface Clashes {
  /** of its students, or of the teachers and rooms of their lessons */
  homeroom: ClashSlots;
  teacher: ClashSlots;
  room: ClashSlots;
  student: ClashSlots;
  section: ClashSlots;
}

const mark = (slots: ClashSlots, index: number, slot: number, what: number): void => {
  if (index < 0) return;
  const own = slots.get(index) ?? new Map<number, number>();
  own.set(slot, (own.get(slot) ?? 0) | what);
  slots.set(index, own);
};

function lessonsBySlot(week: Week): PlacedLesson[][] {
  const bySlot: PlacedLesson[][] = week.model.grid.slotIds.map(() => []);
  for (const lesson of week.placed) for (const slot of lesson.slots) bySlot[slot]?.push(lesson);
  return bySlot;
}

/** The things that more than `allowed` of the lessons need, with those lessons. */
function crowded(
  lessons: readonly PlacedLesson[],
  needs: (lesson: PlacedLesson) => readonly number[],
  allowed: (thing: number) => number,
): [thing: number, lessons: PlacedLesson[]][] {
  const users = new Map<number, PlacedLesson[]>();
  for (const lesson of lessons) {
    for (const thing of needs(lesson)) {
      const list = users.get(thing);
      if (list) list.push(lesson);
      else users.set(thing, [lesson]);
    }
  }
  return [...users].filter(([thing, list]) => thing >= 0 && list.length > allowed(thing));
}

export function clashesOf(week: Week): Clashes {
  const { model, timetable } = week;
  const clashes: Clashes = {
    homeroom: new Map(),
    teacher: new Map(),
    room: new Map(),
    student: new Map(),
    section: new Map(),
  };
  const homeroomsOf = timetable.sections.map(({ homerooms }, section) => {
    const members = week.students[section] ?? [];
    // A homeroom given by its size lists no students.
    if (members.length === 0) return homerooms.map((id) => model.homeroomOf.get(id) ?? -1);
    return [...new Set(members.map((student) => model.studentHomeroom[student] ?? -1))];
  });
  const bySize = homeroomsOf.map((homerooms) => homerooms.filter((h) => model.school.homerooms[h]?.size !== undefined));
  lessonsBySlot(week).forEach((lessons, slot) => {
    const inLessons = (list: readonly PlacedLesson[], what: number): void => {
      for (const { section } of list) mark(clashes.section, section, slot, what);
    };
    const inHomerooms = (list: readonly PlacedLesson[], what: number): void => {
      for (const { section } of list) for (const h of homeroomsOf[section] ?? []) mark(clashes.homeroom, h, slot, what);
    };
    for (const [student, list] of crowded(
      lessons,
      ({ section }) => week.students[section] ?? [],
      () => 1,
    )) {
      mark(clashes.student, student, slot, CLASH.student);
      mark(clashes.homeroom, model.studentHomeroom[student] ?? -1, slot, CLASH.student);
      inLessons(list, CLASH.student);
    }
    for (const [homeroom, list] of crowded(
      lessons,
      ({ section }) => bySize[section] ?? [],
      () => 1,
    )) {
      mark(clashes.homeroom, homeroom, slot, CLASH.student);
      inLessons(list, CLASH.student);
    }
    for (const [teacher, list] of crowded(
      lessons,
      // a joint lesson is one
      ({ teachers, joint }) => teachers.filter((teacher) => !joint?.teachers.includes(teacher)),
      () => 1,
    )) {
      mark(clashes.teacher, teacher, slot, CLASH.teacher);
      inHomerooms(list, CLASH.teacher);
      inLessons(list, CLASH.teacher);
    }
    const takes = (room: number): number => model.school.rooms[room]?.concurrent ?? 1;
    for (const [room, list] of crowded(lessons, ({ room, joint }) => (joint?.room === room ? [] : [room]), takes)) {
      mark(clashes.room, room, slot, CLASH.room);
      inHomerooms(list, CLASH.room);
      inLessons(list, CLASH.room);
    }
  });
  return clashes;
}
