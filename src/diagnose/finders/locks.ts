/**
 * `lock.slot`: a lesson held in a slot where it cannot be, or where nobody who may teach it is free. `locks.clash`: two lessons held at
 * the same time that have a student, a teacher or a room in common.
 */
import type { Lock, Section } from '../../school/types.ts';
import { lessonSlots } from '../../school/slots.ts';
import { fact, type Finding } from '../finding.ts';
import type { CourseNeed, Situation } from '../situation.ts';
import { freeSlots, lessonWindow, type Place } from '../windows.ts';

interface Held {
  index: number;
  lock: Lock;
  need: CourseNeed;
  /** what the lock names, as one word */
  section: string;
  place: Place;
  /** who attends for certain */
  students: ReadonlySet<number>;
  /** homeroom given by size, −1: none */
  bySize: number;
  slots: number[];
  teachers: number[];
  /** −1: open */
  room: number;
}

function addressOf(situation: Situation, lock: Lock): { need: CourseNeed; given?: Section; homeroom: number } | null {
  const { model, needs } = situation;
  const { school } = model;
  const address = typeof lock.section === 'object' ? lock.section : lock;
  const id = typeof lock.section === 'string' ? lock.section : undefined;
  const given = school.sections?.find((section) => section.id === id);
  const slash = id?.lastIndexOf('/') ?? -1;
  const courseId = given?.course ?? (id === undefined ? address.course : id.slice(0, Math.max(0, slash)));
  const need = needs[model.courseOf.get(courseId ?? '') ?? -1];
  if (!need || need.forming) return null;
  const ofGiven = given?.homerooms?.length === 1 ? given.homerooms[0] : undefined;
  const homeId = given ? ofGiven : id === undefined ? address.homeroom : id.slice(slash + 1);
  const homeroom = model.homeroomOf.get(homeId ?? '') ?? -1;
  const home = need.unit.homes.some((it) => it.homeroom === homeroom);
  const own =
    given ??
    (home ? need.given.find(({ homerooms }) => homerooms?.length === 1 && homerooms[0] === homeId) : undefined);
  return { need, ...(own ? { given: own } : {}), homeroom: home ? homeroom : -1 };
}

function heldLessons(situation: Situation): Held[] {
  const { model } = situation;
  const { school, grid } = model;
  return (school.locks ?? []).flatMap((lock, index): Held[] => {
    if (lock.slot === undefined || lock.student !== undefined) return [];
    const at = addressOf(situation, lock);
    const start = grid.slotById.get(lock.slot);
    if (!at || start === undefined) return [];
    const { need, given, homeroom } = at;
    const lesson = lock.index === undefined ? undefined : model.courses[need.course]?.lessons[lock.index];
    // Which lesson it will be is open: it takes at least the slot itself, and in one kind of week only that is sure.
    if (lesson === undefined && grid.weeks > 1) return [];
    const weeks = lock.weeks ?? lesson?.weeks ?? 'every';
    if (weeks === 'either' || weeks === 'other') return [];
    const home = need.unit.homes.find((it) => it.homeroom === homeroom);
    const listed = (given?.students ?? []).flatMap((id) => model.studentOf.get(id) ?? []);
    const first = lock.teachers?.[0] ?? given?.teachers?.[0];
    const head = school.courses[need.course]?.teachers === 'head' ? school.homerooms[homeroom]?.headTeacher : undefined;
    const bound = model.teacherOf.get(first ?? head ?? '');
    const room = lock.room ?? given?.room;
    return [
      {
        index,
        lock,
        need,
        section:
          typeof lock.section === 'string'
            ? lock.section
            : `${model.courses[need.course]?.id}/${school.homerooms[homeroom]?.id}`,
        place: homeroom >= 0 ? 'homeroom' : 'walking',
        students: new Set(home ? home.takers : listed),
        bySize: school.homerooms[homeroom]?.size === undefined ? -1 : homeroom,
        slots: lessonSlots(grid, start, lesson?.length ?? 1, weeks),
        teachers: bound === undefined ? need.teachers : [bound],
        room: room === undefined ? -1 : (model.roomOf.get(room) ?? -1),
      },
    ];
  });
}

function findMisplaced(situation: Situation, held: Held): Finding | null {
  const { model, rules } = situation;
  const course = model.courses[held.need.course];
  if (!course) return null;
  const { lock, need, place, slots } = held;
  const lessons = lock.index === undefined ? course.lessons : course.lessons.slice(lock.index, lock.index + 1);
  const fits = lessons.some((lesson) => {
    const window = lessonWindow(model, need.course, lesson, place, rules);
    return slots.every((slot) => window[slot]);
  });
  const lockFact = fact('lock', held.index);
  const sums = { needed: slots.length, available: 0 };
  if (!fits) return { kind: 'lock.slot', facts: [lockFact, fact('course', course.id)], sums };
  if (!need.needsTeacher) return null;
  const useful = new Uint8Array(model.grid.slotCount);
  for (const slot of slots) useful[slot] = 1;
  const can = held.teachers.some((teacher) => {
    const free = freeSlots(situation, teacher, [{ course: need.course, place }], useful);
    return slots.every((slot) => free[slot]);
  });
  if (can) return null;
  const teachers = held.teachers.map((teacher) => fact('teacher', model.school.teachers[teacher]?.id ?? ''));
  return { kind: 'lock.slot', facts: [lockFact, fact('course', course.id), ...teachers], sums };
}

/** What two held lessons have in common, as a fact; null: nothing for certain. */
function shared({ model }: Situation, a: Held, b: Held): string | null {
  if (a.section === b.section) {
    return a.lock.index === undefined || b.lock.index === undefined || a.lock.index === b.lock.index
      ? null
      : fact('section', a.section);
  }
  if (a.bySize >= 0 && a.bySize === b.bySize) return fact('homeroom', model.school.homerooms[a.bySize]?.id ?? '');
  for (const student of a.students) {
    if (b.students.has(student)) return fact('student', model.school.students[student]?.id ?? '');
  }
  if (a.need.joint && b.need.joint) return null;
  const [teacher] = a.teachers;
  if (
    a.need.needsTeacher &&
    b.need.needsTeacher &&
    a.teachers.length === 1 &&
    b.teachers.length === 1 &&
    teacher === b.teachers[0] &&
    teacher !== undefined
  ) {
    return fact('teacher', model.school.teachers[teacher]?.id ?? '');
  }
  const room = a.lock.room === undefined || b.lock.room === undefined ? -1 : a.room;
  if (room >= 0 && room === b.room && (model.school.rooms[room]?.concurrent ?? 1) === 1) {
    return fact('room', model.school.rooms[room]?.id ?? '');
  }
  return null;
}

export function findLocks(situation: Situation): Finding[] {
  const held = heldLessons(situation);
  const misplaced = held.flatMap((it) => findMisplaced(situation, it) ?? []);
  const clashes = held.flatMap((a, i) =>
    held.slice(i + 1).flatMap((b): Finding[] => {
      if (!a.slots.some((slot) => b.slots.includes(slot))) return [];
      const common = shared(situation, a, b);
      if (common === null) return [];
      const facts = [fact('lock', a.index), fact('lock', b.index), common];
      return [{ kind: 'locks.clash', facts, sums: { needed: 2, available: 1 } }];
    }),
  );
  return [...misplaced, ...clashes];
}
