/** A mutant: a valid week with one thing done to it, and what a judge must say of it. */
import type { Lesson, Timetable, TimetableSection } from '../../src/timetable/types.ts';

/**
 * Deviations by rule, without the prefix `structural.` for structural rules: the number where the text of the rules fixes it, `some`
 * where it only says that the rule is broken.
 */
export type Deviations = Readonly<Record<string, number | 'some'>>;

export interface Mutant {
  name: string;
  change: (week: Timetable) => void;
  expect: Deviations;
  /**
   * The document itself is not sound (an unknown id, a lesson told twice): beside `expect`, other structural rules may speak too.
   * Otherwise every rule that is not in `expect` must be silent.
   */
  unsound?: true;
}

const must = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`the valid week has no ${what}`);
  return found;
};

export const section = (week: Timetable, id: string): TimetableSection =>
  must(
    week.sections.find((s) => s.id === id),
    `section ${id}`,
  );

export const lesson = (week: Timetable, id: string, index = 0): Lesson =>
  must(
    week.lessons.find((l) => l.section === id && l.index === index),
    `lesson ${id}[${index}]`,
  );

/** A change that moves lesson `id[index]` to a slot. */
export const move =
  (id: string, index: number, slot: string) =>
  (week: Timetable): void => {
    lesson(week, id, index).slot = slot;
  };

/** A change that holds lesson `id[index]` in another room. */
export const inRoom =
  (id: string, index: number, room: string) =>
  (week: Timetable): void => {
    lesson(week, id, index).room = room;
  };

export const taughtBy =
  (id: string, ...teachers: string[]) =>
  (week: Timetable): void => {
    section(week, id).teachers = teachers;
  };

export const join =
  (id: string, ...students: string[]) =>
  (week: Timetable): void => {
    section(week, id).students.push(...students);
  };

export const leave =
  (id: string, student: string) =>
  (week: Timetable): void => {
    const place = section(week, id);
    place.students = place.students.filter((s) => s !== student);
  };

export const onLine =
  (id: string, line: string | undefined) =>
  (week: Timetable): void => {
    const place = section(week, id);
    if (line === undefined) delete place.line;
    else place.line = line;
  };

export const dropLesson =
  (id: string, index: number) =>
  (week: Timetable): void => {
    week.lessons = week.lessons.filter((l) => l.section !== id || l.index !== index);
  };

export const dropSection =
  (id: string) =>
  (week: Timetable): void => {
    week.sections = week.sections.filter((s) => s.id !== id);
    week.lessons = week.lessons.filter((l) => l.section !== id);
  };

/** A change that gives a section, and its lessons, another id. */
export const renamed =
  (id: string, name: string) =>
  (week: Timetable): void => {
    section(week, id).id = name;
    for (const taught of week.lessons) if (taught.section === id) taught.section = name;
  };

export const all =
  (...changes: ((week: Timetable) => void)[]) =>
  (week: Timetable): void => {
    for (const change of changes) change(week);
  };
