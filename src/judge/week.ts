/** The week as the judge counts it: the timetable's ids resolved to indexes of the school's file order, nothing decided. */
import type { FilledCourse, FilledLesson, SchoolModel } from '../school/model.ts';
import type { Section } from '../school/types.ts';
import type { Timetable, TimetableSection } from '../timetable/types.ts';
import type { CourseTakers } from './takers.ts';

export interface JudgedLesson {
  section: JudgedSection;
  filled: FilledLesson;
  /** the slot as written; `start` is its index, −1 where the grid has no such slot */
  slotId: string;
  start: number;
  day: number;
  period: number;
  /** the slots it takes; what would reach past the day's last period is not there */
  slots: number[];
  /** −1: none, or one that the school does not have */
  room: number;
  /** whether the document names a room at all */
  roomNamed: boolean;
  teachers: number[];
  /** the lesson's own list where it differs from the section's */
  ownTeachers: boolean;
}

export interface JudgedSection {
  id: string;
  document: TimetableSection;
  courseIndex: number;
  course: FilledCourse;
  takers: CourseTakers;
  /** the school's own section of this id: its fields bind */
  given: Section | undefined;
  /** known students, each once, in file order */
  students: number[];
  /** homerooms of the students, in file order */
  represented: number[];
  /** homerooms the document lists, in file order */
  homerooms: number[];
  /** a homeroom's own section; everything else walks */
  home: boolean;
  /** walking pool; −1 at home */
  pool: number;
  teachers: number[];
  /** placed lessons, by index */
  lessons: JudgedLesson[];
}

export interface Week {
  model: SchoolModel;
  timetable: Timetable;
  scope: 'sections' | 'week';
  takers: CourseTakers[];
  /** by course in file order, then id */
  sections: JudgedSection[];
  lessons: JudgedLesson[];
  sectionsOfStudent: JudgedSection[][];
  lessonsOfTeacher: JudgedLesson[][];
  lessonsOfRoom: JudgedLesson[][];
}

/** A section whose students the school names is not formed by the solver; one with only a teacher or a room given is. */
export const isFormed = (section: JudgedSection): boolean => section.given?.students === undefined;

export const dayOf = (week: Week, slot: number): number => Math.floor(slot / week.model.grid.periodsPerDay);
export const slotIdsOf = (week: Week, slots: Iterable<number>): string[] =>
  [...new Set(slots)].toSorted((a, b) => a - b).map((slot) => week.model.grid.slotIds[slot] ?? '');
