/** `lock.slot` and `locks.clash`: lessons held where they cannot be, or two that cannot be held at once. */
import { lessonSlots } from '../../school/slots.ts';
import type { Lock } from '../../school/types.ts';
import { homeOfGiven, teachersOf, type Book, type CourseEntry } from './book.ts';
import { shortage, type CountKind } from './counted.ts';
import { freeOf, slotsOfLesson } from './time.ts';

interface Held {
  lock: Lock;
  entry: CourseEntry;
  homeroom: number | undefined;
  section: string;
  slots: number[];
  /** students of a home section, or those that the school lists */
  students: Set<number>;
  teachers: Set<number>;
}

function heldBy(book: Book, lock: Lock): Held | null {
  const { model, entries } = book;
  const { school, grid } = model;
  const start = grid.slotById.get(lock.slot ?? '');
  if (start === undefined || lock.student !== undefined) return null;
  const id = typeof lock.section === 'string' ? lock.section : undefined;
  const pair = typeof lock.section === 'object' ? lock.section : lock;
  const byId = school.sections?.find((section) => section.id === id);
  const cut = id?.lastIndexOf('/') ?? 0;
  const courseId = byId?.course ?? (id === undefined ? pair.course : id.slice(0, Math.max(0, cut)));
  const entry = entries[model.courseOf.get(courseId ?? '') ?? -1];
  if (!entry || entry.forming) return null;
  const named = model.homeroomOf.get((id === undefined ? pair.homeroom : id.slice(cut + 1)) ?? '');
  const homeroom = byId
    ? homeOfGiven(book, entry, byId)
    : named !== undefined && entry.homes.has(named)
      ? named
      : undefined;
  const given =
    byId ?? entry.given.find((section) => homeroom !== undefined && homeOfGiven(book, entry, section) === homeroom);
  const lesson = lock.index === undefined ? undefined : entry.course.lessons[lock.index];
  if (lesson === undefined && (lock.index !== undefined || grid.weeks > 1)) return null;
  const weeks = lock.weeks ?? lesson?.weeks ?? 'every';
  if (weeks === 'either' || weeks === 'other') return null;
  const head = entry.course.teachers === 'head' ? school.homerooms[homeroom ?? -1]?.headTeacher : undefined;
  const bound = model.teacherOf.get(lock.teachers?.[0] ?? given?.teachers?.[0] ?? head ?? '');
  return {
    lock,
    entry,
    homeroom,
    section: id ?? `${entry.course.id}/${school.homerooms[homeroom ?? -1]?.id}`,
    slots: lessonSlots(grid, start, lesson?.length ?? 1, weeks),
    students: new Set(
      homeroom === undefined
        ? (given?.students ?? []).flatMap((student) => model.studentOf.get(student) ?? [])
        : entry.homes.get(homeroom),
    ),
    teachers: bound === undefined ? teachersOf(book, entry) : new Set([bound]),
  };
}

export const countLockSlot: CountKind = (book, evidence) => {
  const { locks, courses, rules } = evidence;
  const held = locks.length === 1 && locks[0] ? heldBy(book, locks[0].lock) : null;
  if (!held || courses.length !== 1 || courses[0] !== held.entry) return null;
  const { lock, entry, slots } = held;
  const where = held.homeroom === undefined ? 'walking' : 'homeroom';
  const lessons = entry.course.lessons.filter((lesson) => lock.index === undefined || lesson.index === lock.index);
  const fits = lessons.some((lesson) => {
    const may = slotsOfLesson(book, entry, lesson, where, rules);
    return slots.every((slot) => may.has(slot));
  });
  const base = [`lock:${locks[0]?.index}`, `course:${entry.course.id}`];
  const sums = { needed: slots.length, available: 0 };
  if (!fits) return shortage(base, evidence, sums);
  if (entry.course.teachers === 'none') return null;
  const here = { ...entry, where: where as CourseEntry['where'] };
  const someone = [...held.teachers].some(
    (teacher) => freeOf(book, teacher, [here], slots, rules).length === slots.length,
  );
  const teachers = [...held.teachers].map((teacher) => `teacher:${book.model.school.teachers[teacher]?.id}`);
  return shortage([...base, ...teachers], evidence, someone ? { needed: slots.length, available: slots.length } : sums);
};

/** What the certificate says they share, as its fact; undefined where they do not. */
function commonFact(
  book: Book,
  a: Held,
  b: Held,
  { students, teachers, rooms, homerooms, sections }: Parameters<CountKind>[1],
): string | undefined {
  const { school, roomOf } = book.model;
  const [section] = sections;
  if (section) {
    const two = a.lock.index !== undefined && b.lock.index !== undefined && a.lock.index !== b.lock.index;
    return two && a.section === b.section && section.fact === `section:${a.section}` ? section.fact : undefined;
  }
  if (a.section === b.section) return undefined;
  const [homeroom] = homerooms;
  if (homeroom !== undefined) {
    const { id, size } = school.homerooms[homeroom] ?? {};
    return size !== undefined && a.homeroom === homeroom && b.homeroom === homeroom ? `homeroom:${id}` : undefined;
  }
  const [student] = students;
  if (student !== undefined) {
    return a.students.has(student) && b.students.has(student) ? `student:${school.students[student]?.id}` : undefined;
  }
  if (a.entry.joined > 0 && b.entry.joined > 0) return undefined;
  const [teacher] = teachers;
  if (teacher !== undefined) {
    const only = (held: Held): boolean =>
      held.entry.course.teachers !== 'none' && held.teachers.size === 1 && held.teachers.has(teacher);
    return only(a) && only(b) ? `teacher:${school.teachers[teacher]?.id}` : undefined;
  }
  const [room] = rooms;
  if (room === undefined || (school.rooms[room]?.concurrent ?? 1) !== 1) return undefined;
  const inRoom = ({ lock }: Held): boolean => lock.room !== undefined && roomOf.get(lock.room) === room;
  return inRoom(a) && inRoom(b) ? `room:${school.rooms[room]?.id}` : undefined;
}

export const countLocksClash: CountKind = (book, evidence) => {
  const [first, second, ...more] = evidence.locks;
  if (!first || !second || more.length > 0) return null;
  const [a, b] = [heldBy(book, first.lock), heldBy(book, second.lock)];
  if (!a || !b || !a.slots.some((slot) => b.slots.includes(slot))) return null;
  const common = commonFact(book, a, b, evidence);
  if (common === undefined) return null;
  return shortage([`lock:${first.index}`, `lock:${second.index}`, common], evidence, { needed: 2, available: 1 });
};
