/** A timetable with ids resolved to indexes, as the figures and pictures read it. Documents that do not quite fit are read as far as they do. */
import type { SchoolModel } from '../school/model.ts';
import type { Timetable } from '../timetable/types.ts';

export interface PlacedLesson {
  section: number;
  index: number;
  /** consecutive slots of one day, those that lie on the grid */
  slots: number[];
  length: number;
  /** −1: none */
  room: number;
  teachers: number[];
}

/** All of a timetable that a week is read from. */
export type WeekDocument = Pick<Timetable, 'sections' | 'lessons'>;

export interface Week {
  model: SchoolModel;
  timetable: WeekDocument;
  sectionOf: Map<string, number>;
  /** per section */
  course: number[];
  students: number[][];
  teachers: number[][];
  lessons: PlacedLesson[][];
  /** all lessons, document order */
  placed: PlacedLesson[];
  /** per student, section indexes in document order */
  sectionsOfStudent: number[][];
}

const indexesOf = (ids: readonly string[], of: Map<string, number>): number[] => ids.flatMap((id) => of.get(id) ?? []);

function lessonSlots(model: SchoolModel, first: string, length: number): number[] {
  const start = model.grid.slotById.get(first);
  if (start === undefined) return [];
  const { periodsPerDay } = model.grid;
  const endOfDay = (Math.floor(start / periodsPerDay) + 1) * periodsPerDay;
  return Array.from({ length: Math.min(length, endOfDay - start) }, (_, k) => start + k);
}

export function readWeek(model: SchoolModel, timetable: WeekDocument): Week {
  const { sections } = timetable;
  const sectionOf = new Map(sections.map((section, index) => [section.id, index]));
  const teachers = sections.map((section) => indexesOf(section.teachers, model.teacherOf));
  const students = sections.map((section) => indexesOf(section.students, model.studentOf));
  const lessons: PlacedLesson[][] = sections.map(() => []);
  const placed: PlacedLesson[] = [];
  for (const lesson of timetable.lessons) {
    const section = sectionOf.get(lesson.section);
    if (section === undefined) continue;
    const entry: PlacedLesson = {
      section,
      index: lesson.index,
      slots: lessonSlots(model, lesson.slot, lesson.length),
      length: lesson.length,
      room: lesson.room === undefined ? -1 : (model.roomOf.get(lesson.room) ?? -1),
      teachers: lesson.teachers ? indexesOf(lesson.teachers, model.teacherOf) : (teachers[section] ?? []),
    };
    placed.push(entry);
    lessons[section]?.push(entry);
  }
  const sectionsOfStudent: number[][] = model.school.students.map(() => []);
  students.forEach((members, section) => members.forEach((student) => sectionsOfStudent[student]?.push(section)));
  return {
    model,
    timetable,
    sectionOf,
    course: sections.map((section) => model.courseOf.get(section.course) ?? -1),
    students,
    teachers,
    lessons,
    placed,
    sectionsOfStudent,
  };
}
