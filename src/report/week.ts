/** A timetable with ids resolved to indexes, as the figures and pictures read it. Documents that do not quite fit are read as far as they do. */
import type { SchoolModel } from '../school/model.ts';
import { lessonSlots } from '../school/slots.ts';
import { leadingSections } from './joint.ts';
import type { Timetable } from '../timetable/types.ts';

export interface PlacedLesson {
  section: number;
  index: number;
  /** slots of the cycle, those that lie on the grid: consecutive ones of one day, in each week it is held */
  slots: number[];
  weeks: 'every' | 'odd' | 'even';
  /** slot of one week, −1 where the grid has none of this name */
  start: number;
  /** periods each time */
  length: number;
  /** −1: none */
  room: number;
  teachers: number[];
  /** the lesson at the same time that stands for it, where its section is taught together with another */
  joint?: PlacedLesson;
}

/** All of a timetable that a week is read from. */
export type WeekDocument = Pick<Timetable, 'sections' | 'lessons'> & Partial<Pick<Timetable, 'selfStudy'>>;

export interface Week {
  model: SchoolModel;
  timetable: WeekDocument;
  sectionOf: Map<string, number>;
  /** per section */
  course: number[];
  students: number[][];
  /** students; those of a homeroom given by its size are counted, not listed */
  size: number[];
  teachers: number[][];
  lessons: PlacedLesson[][];
  /** all lessons, document order */
  placed: PlacedLesson[];
  /** per student, section indexes in document order */
  sectionsOfStudent: number[][];
}

const indexesOf = (ids: readonly string[], of: Map<string, number>): number[] => ids.flatMap((id) => of.get(id) ?? []);

/** Up to the end of its day; in both weeks where the cycle has but one kind of them. */
function slotsOf(model: SchoolModel, start: number, length: number, weeks: 'every' | 'odd' | 'even'): number[] {
  if (start < 0) return [];
  const { grid } = model;
  const left = grid.periodsPerDay - (start % grid.periodsPerDay);
  return lessonSlots(grid, start, Math.min(length, left), grid.weeks === 1 ? 'every' : weeks);
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
    const start = model.grid.slotById.get(lesson.slot) ?? -1;
    const entry: PlacedLesson = {
      section,
      index: lesson.index,
      slots: slotsOf(model, start, lesson.length, lesson.weeks),
      weeks: lesson.weeks,
      start,
      length: lesson.length,
      room: lesson.room === undefined ? -1 : (model.roomOf.get(lesson.room) ?? -1),
      teachers: lesson.teachers ? indexesOf(lesson.teachers, model.teacherOf) : (teachers[section] ?? []),
    };
    placed.push(entry);
    lessons[section]?.push(entry);
  }
  for (const [section, lead] of leadingSections(model, sections)) {
    for (const lesson of lessons[section] ?? []) {
      const same = lessons[lead]?.find(({ index }) => index === lesson.index);
      if (same?.start === lesson.start && same.weeks === lesson.weeks) lesson.joint = same;
    }
  }
  const sectionsOfStudent: number[][] = model.school.students.map(() => []);
  students.forEach((members, section) => members.forEach((student) => sectionsOfStudent[student]?.push(section)));
  return {
    model,
    timetable,
    sectionOf,
    course: sections.map((section) => model.courseOf.get(section.course) ?? -1),
    students,
    size: sections.map((section, s) => students[s]?.length || (section.size ?? 0)),
    teachers,
    lessons,
    placed,
    sectionsOfStudent,
  };
}
