/** The school after a change. */
import type { Course, Grade, LessonKind, Rule, School, SlotSet, Student } from '../../school/types.ts';
import type { Change } from './change.ts';
import { addPeriod } from './add-period.ts';
import { addRooms, addTeachers } from './newcomers.ts';
import { lessSlots, openSlots, there } from './open-slots.ts';

const changed = <T extends { id: string }>(list: readonly T[], ids: readonly string[], to: (item: T) => T): T[] =>
  list.map((item) => (ids.includes(item.id) ? to(item) : item));

const without = <T extends object, K extends keyof T>(item: T, ...keys: K[]): Omit<T, K> => {
  const copy = { ...item };
  for (const key of keys) delete copy[key];
  return copy;
};

const withCourse = (school: School, id: string, to: (course: Course) => Course): School => ({
  ...school,
  courses: changed(school.courses, [id], to),
});

const withGrade = (school: School, id: string, to: (grade: Grade) => Grade): School => ({
  ...school,
  grades: changed(school.grades, [id], to),
});

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

const withRule = (school: School, id: string, to: (rule: Rule) => Rule): School => ({
  ...school,
  rules: (school.rules ?? []).map((rule, index) => ((rule.id ?? `rules[${index}]`) === id ? to(rule) : rule)),
});

/** In the rooms where other courses are taught: at home, or in any classroom. */
function inClassrooms(course: Course): Course {
  const lessons = course.lessons?.map((lesson) => without(lesson, 'roomKind', 'room'));
  return { ...without(course, 'roomKind', 'room'), ...(lessons ? { lessons } : {}) };
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
      return addTeachers(school, change);
    case 'teacher.attend':
      return {
        ...school,
        teachers: changed(school.teachers, [change.teacher], (it) => there(school, it, change.slots)),
      };
    case 'teacher.present':
      return { ...school, teachers: changed(school.teachers, change.teachers, (it) => without(it, 'unavailable')) };
    case 'teacher.qualify':
      return {
        ...school,
        teachers: changed(school.teachers, change.teachers, (it) => ({
          ...it,
          subjects: [...it.subjects, change.subject],
        })),
      };
    case 'staff.any':
      return withCourse(school, change.course, (it) => ({ ...it, teachers: 'any' }));
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
      return openSlots(school, change.grade, change.slots);
    case 'period.add':
      return addPeriod(school, change.grade, change.days);
    case 'slots.widen':
      return withCourse(school, change.course, (it) => ({
        ...it,
        ...(it.lessons ? { lessons: it.lessons.map((lesson) => without(lesson, 'slots')) } : {}),
      }));
    case 'rule.soften':
      return withRule(school, change.rule, (rule) => ({ ...rule, strength: 'high' }));
    case 'rule.ease':
      return withRule(school, change.rule, (rule) =>
        change.limit === 'minGapDays' && change.to < 1
          ? (without(rule, change.limit) as Rule)
          : { ...rule, [change.limit]: change.to },
      );
    case 'rule.narrow':
      return withRule(school, change.rule, (rule) => ({
        ...rule,
        slots: lessSlots(school, rule['slots'] as SlotSet, change.slots),
      }));
    case 'lock.drop':
      return { ...school, locks: (school.locks ?? []).filter((_, index) => index !== change.lock) };
    case 'lock.move':
      return {
        ...school,
        locks: (school.locks ?? []).map((lock, index) => (index === change.lock ? { ...lock, slot: change.to } : lock)),
      };
    case 'line.add':
      return withGrade(school, change.grade, (it) =>
        typeof it.lines === 'number' ? { ...it, lines: it.lines + change.by } : it,
      );
    case 'line.free':
      return withGrade(school, change.grade, (it) =>
        Array.isArray(it.lines) ? { ...it, lines: it.lines.map((line) => without(line, 'slots')) } : it,
      );
    case 'line.unbind':
      return withGrade(school, change.grade, (it) => without(it, 'lines'));
    case 'room.add':
      return addRooms(school, change.roomKind, change.count, change.seats);
    case 'room.open':
      return { ...school, rooms: changed(school.rooms, change.rooms, (it) => without(it, 'unavailable')) };
    case 'room.free':
      return { ...school, rooms: changed(school.rooms, [change.room], (it) => there(school, it, change.slots)) };
    case 'room.ordinary':
      return withCourse(school, change.course, inClassrooms);
    case 'break.bridge':
      return withGrade(school, change.grade, (it) => ({
        ...it,
        breakAfter: { ...it.breakAfter, [change.period]: 'short' },
      }));
    case 'room.enlarge':
      return {
        ...school,
        rooms: changed(school.rooms, change.rooms, (it) => ({ ...it, maxSize: Math.min(it.seats, change.to) })),
      };
    case 'choice.change':
    case 'combination.drop': {
      const like = school.students.find(({ id }) => id === change.to);
      const moved = changed(school.students, change.students, (it) =>
        like?.choices === undefined ? it : { ...it, choices: like.choices },
      );
      return { ...school, students: moved };
    }
    case 'choice.leave': {
      const leaving = changed(school.students, change.students, (it) => {
        const extra = (it.extra ?? []).filter((course) => course !== change.course);
        return extra.length > 0 ? { ...it, extra } : (without(it, 'extra') as Student);
      });
      return { ...school, students: leaving };
    }
    case 'homeroom.move':
      return {
        ...school,
        students: changed(school.students, change.students, (it) => ({ ...it, homeroom: change.to })),
      };
  }
}
