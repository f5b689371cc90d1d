/** Changes of a school that an office could decide on: data, what each of them costs, and the school after it. */
import { makeSlotGrid, slotMask } from '../../school/slots.ts';
import type { Course, Grade, LessonKind, Room, School, SlotSet, Teacher } from '../../school/types.ts';
import { slotPatterns } from '../windows.ts';

/** Amounts are periods, students or counts, as the kind says. */
export type Change =
  | { kind: 'load.raise'; teachers: string[]; by: number }
  | { kind: 'teacher.add'; subject: string; periods: number; teachers: string[] }
  | { kind: 'teacher.attend'; teacher: string; slots: string[] }
  | { kind: 'teacher.present'; teachers: string[]; slots: number }
  | { kind: 'section.unbind'; sections: string[]; teacher: string }
  | { kind: 'section.add'; course: string; by: number; periods: number }
  | { kind: 'size.raise'; course: string; by: number }
  | { kind: 'size.lower'; course: string; to: number }
  | { kind: 'periods.lower'; course: string; by: number }
  | { kind: 'doubles.lower'; course: string; by: number }
  | { kind: 'slots.open'; grade: string; slots: string[] }
  | { kind: 'slots.widen'; course: string }
  | { kind: 'rule.soften'; rule: string }
  | { kind: 'lock.drop'; lock: number }
  | { kind: 'line.add'; grade: string; by: number }
  | { kind: 'line.unbind'; grade: string }
  | { kind: 'room.add'; roomKind: string; count: number; seats: number }
  | { kind: 'room.open'; rooms: string[]; slots: number }
  | { kind: 'room.enlarge'; rooms: string[]; to: number }
  | { kind: 'combination.drop'; grade: string; from: string; to: string; students: string[] };

/**
 * What a change costs, in periods of a teacher's week or what an office would weigh alike: a rule softened or a lock dropped 1, a slot in
 * which a teacher or room is to be there 1, a student more in each section 1, a line 2, a wider choice of slots 3, a period of a course
 * 3, a slot opened 5, a teacher 5 and the periods, a room 10, a student who chooses anew 2.
 */
export function priceOf(change: Change): number {
  switch (change.kind) {
    case 'rule.soften':
    case 'lock.drop':
    case 'section.unbind':
      return 1;
    case 'load.raise':
      return change.by * change.teachers.length;
    case 'teacher.add':
      return 5 + change.periods;
    case 'teacher.attend':
      return change.slots.length;
    case 'teacher.present':
    case 'room.open':
      return change.slots;
    case 'section.add':
      return change.by * change.periods;
    case 'size.raise':
      return change.by;
    case 'size.lower':
    case 'doubles.lower':
    case 'line.unbind':
      return 2;
    case 'line.add':
      return 2 * change.by;
    case 'slots.widen':
      return 3;
    case 'periods.lower':
      return 3 * change.by;
    case 'slots.open':
      return 5 * change.slots.length;
    case 'room.add':
      return 10 * change.count;
    case 'room.enlarge':
      return change.rooms.length;
    case 'combination.drop':
      return 2 * change.students.length;
  }
}

const changed = <T extends { id: string }>(list: readonly T[], ids: readonly string[], to: (item: T) => T): T[] =>
  list.map((item) => (ids.includes(item.id) ? to(item) : item));

const without = <T extends object, K extends keyof T>(item: T, ...keys: K[]): Omit<T, K> => {
  const copy = { ...item };
  for (const key of keys) delete copy[key];
  return copy;
};

const newId = (taken: readonly { id: string }[], stem: string): string => {
  const ids = new Set(taken.map(({ id }) => id));
  let number = 1;
  while (ids.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
};

const withCourse = (school: School, id: string, to: (course: Course) => Course): School => ({
  ...school,
  courses: changed(school.courses, [id], to),
});

const withGrade = (school: School, id: string, to: (grade: Grade) => Grade): School => ({
  ...school,
  grades: changed(school.grades, [id], to),
});

function addTeacher(school: School, subject: string, periods: number, like: string[]): School {
  const colleague = school.teachers.find(({ id }) => like.includes(id));
  const id = newId(school.teachers, 'new');
  const teacher: Teacher = {
    id,
    name: `新聘教师（${school.subjects.find((it) => it.id === subject)?.name ?? subject}）`,
    subjects: colleague?.subjects ?? [subject],
    load: { max: Math.max(periods, colleague?.load.max ?? 0) },
  };
  // Where a course lists its candidates, the new one is to be among them.
  const courses = school.courses.map((course) =>
    course.subject === subject && Array.isArray(course.teachers)
      ? { ...course, teachers: [...course.teachers, id] }
      : course,
  );
  return { ...school, teachers: [...school.teachers, teacher], courses };
}

function lowerLessons(lessons: LessonKind[], by: number): LessonKind[] {
  let left = by;
  return lessons.flatMap((lesson) => {
    const gone = (lesson.length ?? 1) === 1 ? Math.min(left, lesson.count) : 0;
    left -= gone;
    return lesson.count > gone ? [{ ...lesson, count: lesson.count - gone }] : [];
  });
}

function lowerPeriods(course: Course, by: number): Course {
  if (course.lessons) return { ...course, lessons: lowerLessons(course.lessons, by) };
  const periods = (course.periods ?? 0) - by;
  return {
    ...course,
    periods,
    ...(course.doubles ? { doubles: Math.min(course.doubles, Math.floor(periods / 2)) } : {}),
  };
}

function lowerDoubles(course: Course, by: number): Course {
  if (course.doubles) return { ...course, doubles: Math.max(0, course.doubles - by) };
  let left = by;
  const lessons = (course.lessons ?? []).flatMap((lesson): LessonKind[] => {
    const gone = lesson.length === 2 ? Math.min(left, lesson.count) : 0;
    left -= gone;
    const kept = lesson.count > gone ? [{ ...lesson, count: lesson.count - gone }] : [];
    return gone > 0 ? [...kept, { ...lesson, count: 2 * gone, length: 1 }] : kept;
  });
  return { ...course, lessons };
}

/** The grade's own slots are shut no more where these are; what the calendar shuts for all stays shut for others. */
const openSlots = (set: SlotSet | undefined, slots: readonly string[]): string[] =>
  [set ?? []].flat().filter((pattern) => !slots.includes(pattern));

const addRooms = (school: School, roomKind: string, count: number, seats: number): School => {
  const rooms: Room[] = [...school.rooms];
  for (let i = 0; i < count; i++) {
    const id = newId(rooms, 'new-room');
    rooms.push({ id, name: `新增教室 ${id}`, seats, kind: roomKind });
  }
  return { ...school, rooms };
};

/** The slots are taken out of those in which the teacher is away. */
function attending(school: School, teacher: Teacher, { slots }: { slots: string[] }): Teacher {
  const grid = makeSlotGrid(school.calendar);
  const away = slotMask(grid, teacher.unavailable);
  const there = slotMask(grid, slots);
  const left = away.map((bit, slot) => (bit && !there[slot] ? 1 : 0));
  const { unavailable: _, ...rest } = teacher;
  return left.some((bit) => bit === 1) ? { ...rest, unavailable: slotPatterns(grid, left) } : rest;
}

export function applyChange(school: School, change: Change): School {
  switch (change.kind) {
    case 'load.raise':
      return {
        ...school,
        teachers: changed(school.teachers, change.teachers, (it) => ({
          ...it,
          load: { ...it.load, max: it.load.max + change.by },
        })),
      };
    case 'teacher.add':
      return addTeacher(school, change.subject, change.periods, change.teachers);
    case 'teacher.attend':
      return { ...school, teachers: changed(school.teachers, [change.teacher], (it) => attending(school, it, change)) };
    case 'teacher.present':
      return { ...school, teachers: changed(school.teachers, change.teachers, (it) => without(it, 'unavailable')) };
    case 'section.unbind':
      return {
        ...school,
        sections: changed(school.sections ?? [], change.sections, (it) => without(it, 'teachers')),
      };
    case 'section.add':
      return withCourse(school, change.course, (it) =>
        typeof it.sections === 'number' ? { ...it, sections: it.sections + change.by } : it,
      );
    case 'size.raise':
      return withCourse(school, change.course, (it) => {
        const max = (it.size?.max ?? school.grades.find(({ id }) => id === it.grade)?.size?.max ?? 50) + change.by;
        return { ...it, size: { ...it.size, max } };
      });
    case 'size.lower':
      return withCourse(school, change.course, (it) => ({ ...it, size: { ...it.size, min: change.to } }));
    case 'periods.lower':
      return withCourse(school, change.course, (it) => lowerPeriods(it, change.by));
    case 'doubles.lower':
      return withCourse(school, change.course, (it) => lowerDoubles(it, change.by));
    case 'slots.open':
      return withGrade(
        { ...school, calendar: { ...school.calendar, closed: openSlots(school.calendar.closed, change.slots) } },
        change.grade,
        (it) => ({ ...it, closed: openSlots(it.closed, change.slots) }),
      );
    case 'slots.widen':
      return withCourse(school, change.course, (it) => ({
        ...it,
        ...(it.lessons ? { lessons: it.lessons.map((lesson) => without(lesson, 'slots')) } : {}),
      }));
    case 'rule.soften':
      return {
        ...school,
        rules: (school.rules ?? []).map((rule, index) =>
          (rule.id ?? `rules[${index}]`) === change.rule ? { ...rule, strength: 'high' } : rule,
        ),
      };
    case 'lock.drop':
      return { ...school, locks: (school.locks ?? []).filter((_, index) => index !== change.lock) };
    case 'line.add':
      return withGrade(school, change.grade, (it) =>
        typeof it.lines === 'number' ? { ...it, lines: it.lines + change.by } : it,
      );
    case 'line.unbind':
      return withGrade(school, change.grade, (it) => without(it, 'lines'));
    case 'room.add':
      return addRooms(school, change.roomKind, change.count, change.seats);
    case 'room.open':
      return { ...school, rooms: changed(school.rooms, change.rooms, (it) => without(it, 'unavailable')) };
    case 'room.enlarge':
      return {
        ...school,
        rooms: changed(school.rooms, change.rooms, (it) => ({ ...it, maxSize: Math.min(it.seats, change.to) })),
      };
    case 'combination.drop': {
      const like = school.students.find(({ id }) => id === change.to);
      const moved = changed(school.students, change.students, (it) =>
        like?.choices === undefined ? it : { ...it, choices: like.choices },
      );
      return { ...school, students: moved };
    }
  }
}
