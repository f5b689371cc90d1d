/** What changed in the sections that both weeks have: times, rooms, teachers. */
import type { Lesson, TimetableSection } from '../timetable/types.ts';
import type { LessonMove, PlacedLesson, RoomChange, TeacherChange } from './changes.ts';
import { pairLessons, placeOf } from './lessons.ts';

export interface SectionPair {
  before: TimetableSection;
  after: TimetableSection;
  lessonsBefore: readonly Lesson[];
  lessonsAfter: readonly Lesson[];
}

export interface ChangesOfSection {
  moved: LessonMove[];
  appeared: PlacedLesson[];
  vanished: PlacedLesson[];
  rooms: RoomChange[];
  teachers: TeacherChange[];
}

export const sameIds = (a: readonly string[], b: readonly string[]): boolean => {
  const known = new Set(a);
  return known.size === new Set(b).size && b.every((id) => known.has(id));
};

/** Those a lesson has beside its section's, and those of the section whom it lacks. */
function ownTeachers(lesson: Lesson, section: TimetableSection): string[] | undefined {
  return lesson.teachers && !sameIds(lesson.teachers, section.teachers) ? lesson.teachers : undefined;
}

function lessonTeachers(pair: SectionPair, before: Lesson, after: Lesson): TeacherChange[] {
  const [own, later] = [ownTeachers(before, pair.before), ownTeachers(after, pair.after)];
  if (own === undefined && later === undefined) return [];
  const [from, to] = [own ?? pair.before.teachers, later ?? pair.after.teachers];
  // What the section's own change explains is told with the section.
  const without = (ids: string[], known: string[]): string[] => ids.filter((id) => !known.includes(id));
  const explained =
    sameIds(without(from, pair.before.teachers), without(to, pair.after.teachers)) &&
    sameIds(without(pair.before.teachers, from), without(pair.after.teachers, to));
  return explained
    ? []
    : [{ section: pair.after.id, at: placeOf(after), from, to, students: pair.after.students.length }];
}

export function changesOfSection(pair: SectionPair): ChangesOfSection {
  const section = pair.after.id;
  const students = pair.after.students.length;
  const { kept, moved, vanished, appeared } = pairLessons(pair.lessonsBefore, pair.lessonsAfter);
  const placed = (lesson: Lesson): PlacedLesson => ({ section, length: lesson.length, at: placeOf(lesson), students });
  const { teachers } = pair.before;
  return {
    moved: moved.map(([from, to]) => ({ section, length: to.length, from: placeOf(from), to: placeOf(to), students })),
    appeared: appeared.map(placed),
    vanished: vanished.map(placed),
    rooms: kept.flatMap(([from, to]): RoomChange[] => {
      if (from.room === to.room) return [];
      const { slot, weeks, length } = to;
      return [
        {
          section,
          length,
          slot,
          weeks,
          ...(from.room === undefined ? {} : { from: from.room }),
          ...(to.room === undefined ? {} : { to: to.room }),
          students,
        },
      ];
    }),
    teachers: [
      ...(sameIds(teachers, pair.after.teachers)
        ? []
        : [{ section, from: teachers, to: pair.after.teachers, students }]),
      ...[...kept, ...moved].flatMap(([from, to]) => lessonTeachers(pair, from, to)),
    ],
  };
}
