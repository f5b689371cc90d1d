/** The week as the judge counts it: the timetable's ids resolved to indexes of the school's file order, nothing decided. */
import type { FilledCourse, FilledLesson, SchoolModel } from '../school/model.ts';
import { slotName, type SlotGrid } from '../school/slots.ts';
import type { Section, Student } from '../school/types.ts';
import type { Timetable, TimetableSection } from '../timetable/types.ts';
import type { EarlierWeek } from './base.ts';
import type { JudgedStudy } from './study.ts';
import type { CourseTakers } from './takers.ts';

export interface JudgedLesson {
  section: JudgedSection;
  filled: FilledLesson;
  /** the slot as written; `start` is its index in a week, −1 where the grid has no such slot */
  slotId: string;
  start: number;
  /** period of the day */
  period: number;
  /** as written; where there is one kind of week always every */
  weeks: 'every' | 'odd' | 'even';
  /** the weeks of the cycle it is held in */
  heldIn: number[];
  /** the slots of the cycle it takes; what would reach past the day's last period is not there */
  slots: number[];
  /** −1: none, or one that the school does not have */
  room: number;
  /** whether the document names a room at all */
  roomNamed: boolean;
  /** all who are present: the section's, unless the lesson has a list of its own */
  teachers: number[];
  /** the lesson's own list as written, else the section's */
  listed: string[];
  /** whether the lesson's own list is another than the section's */
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
  /** the homerooms whose students sit here, whatever the document lists; without students those that it lists */
  seated: number[];
  /** homerooms given by size, each of which counts as one student in its home sections */
  unlisted: number[];
  /** a homeroom's own section; everything else walks */
  home: boolean;
  /** walking pool; −1 at home */
  pool: number;
  /** known teachers, each once, in file order */
  teachers: number[];
  /** placed lessons, by index */
  lessons: JudgedLesson[];
}

export interface Week {
  model: SchoolModel;
  timetable: Timetable;
  scope: 'sections' | 'week';
  /** the earlier week that the keep rules measure change against */
  earlier?: EarlierWeek;
  /** ids of the timetable's homerooms that the school's file does not have */
  formed: Set<string>;
  /** students without a homeroom in the school's file */
  unplacedStudents: Student[];
  takers: CourseTakers[];
  /** the school's own sections, by id */
  givenById: Map<string, Section>;
  /** by course in file order, then id */
  sections: JudgedSection[];
  lessons: JudgedLesson[];
  /** of sections taught together (`sections.joint`), the one that stands for each of the others */
  leads: Map<JudgedSection, JudgedSection>;
  sectionsOfStudent: JudgedSection[][];
  /** home sections of homerooms given by size; empty for all others */
  sectionsOfUnlisted: JudgedSection[][];
  study: JudgedStudy[];
  /** a joint lesson once */
  lessonsOfTeacher: JudgedLesson[][];
  lessonsOfRoom: JudgedLesson[][];
}

/** A section whose students the school names is not formed by the solver; one with only a teacher or a room given is. */
export const isFormed = (section: JudgedSection): boolean => section.given?.students === undefined;

/** Students on the roster, and those of homerooms given by size. */
export const sizeOf = ({ model }: Week, section: JudgedSection): number =>
  section.unlisted.reduce(
    (sum, homeroom) => sum + (model.school.homerooms[homeroom]?.size ?? 0),
    section.students.length,
  );

/** How often a lesson takes place in the cycle, as its course asks for it. */
export const timesInCycle = ({ weeks }: SlotGrid, filled: FilledLesson): number =>
  filled.weeks === 'every' ? weeks : 1;

/** Periods of a lesson over the cycle, as its course asks for them. */
export const periodsInCycle = (grid: SlotGrid, filled: FilledLesson): number =>
  filled.length * timesInCycle(grid, filled);

/** Days are numbered over the cycle. */
export const dayOf = (week: Week, slot: number): number => Math.floor(slot / week.model.grid.periodsPerDay);

/** `"mon.3"`, in order of the week; `"mon.3/odd"` for a slot of one kind of week only. */
export function slotIdsOf({ model: { grid } }: Week, slots: Iterable<number>): string[] {
  const all = new Set(slots);
  const inOtherWeek = (slot: number): number => (slot + grid.slotsPerWeek) % grid.slotCount;
  const placeInWeek = (slot: number): number => slot % grid.slotsPerWeek;
  const ids = [...all]
    .toSorted((a, b) => placeInWeek(a) - placeInWeek(b) || a - b)
    .map((slot) => (all.has(inOtherWeek(slot)) ? (grid.slotIds[slot] ?? '') : slotName(grid, slot)));
  return [...new Set(ids)];
}
