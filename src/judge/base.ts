/** The earlier week, as far as the keep rules look at it: what each of its sections had, by section id. */
import type { SchoolModel } from '../school/model.ts';
import { lessonSlots } from '../school/slots.ts';
import type { Timetable } from '../timetable/types.ts';

export interface EarlierSection {
  course: string;
  teachers: string[];
  /** slots of the cycle */
  slots: Set<number>;
  rooms: Set<string>;
}

export interface EarlierWeek {
  sections: Map<string, EarlierSection>;
  /** section id by `student course` */
  sectionOf: Map<string, string>;
}

export const pairOf = (student: string, course: string): string => `${student} ${course}`;

/** Teachers and rooms that the school no longer has are left out: nothing of them can be kept. */
export function readEarlierWeek({ grid, teacherOf, roomOf }: SchoolModel, base: Timetable): EarlierWeek {
  const sections = new Map<string, EarlierSection>();
  const sectionOf = new Map<string, string>();
  for (const { id, course, teachers, students } of base.sections) {
    const known = teachers.filter((teacher) => teacherOf.has(teacher));
    sections.set(id, { course, teachers: known, slots: new Set(), rooms: new Set() });
    for (const student of students) sectionOf.set(pairOf(student, course), id);
  }
  for (const { section, slot, length, weeks, room } of base.lessons) {
    const earlier = sections.get(section);
    const first = grid.slotById.get(slot);
    if (room !== undefined && roomOf.has(room)) earlier?.rooms.add(room);
    if (first === undefined) continue;
    for (const taken of lessonSlots(grid, first, length, grid.weeks === 1 ? 'every' : weeks)) earlier?.slots.add(taken);
  }
  return { sections, sectionOf };
}
