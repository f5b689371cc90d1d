/** A mutant of the school: the week stays, and the school asks for something that the week does not give. */
import type { Course, LessonKind, Lock, Rule, School, Section } from '../../src/school/types.ts';
import type { Deviations } from './mutant.ts';

export interface DemandMutant {
  name: string;
  change: (school: School) => void;
  expect: Deviations;
  /** other structural rules may speak too */
  unsound?: true;
}

export const set =
  <Kind extends 'rooms' | 'teachers' | 'grades' | 'homerooms' | 'courses' | 'students'>(
    kind: Kind,
    id: string,
    more: Partial<School[Kind][number]>,
  ) =>
  (school: School): void => {
    const found = school[kind].find((item) => item.id === id);
    if (!found) throw new Error(`no ${id} among the ${kind}`);
    Object.assign(found, more);
  };

export const course = (id: string, more: Partial<Course>): ((school: School) => void) => set('courses', id, more);

/** The course with other lessons, in place of its periods and doubles. */
export const lessons =
  (id: string, ...kinds: LessonKind[]) =>
  (school: School): void => {
    course(id, { lessons: kinds })(school);
    const found = school.courses.find((item) => item.id === id);
    delete found?.periods;
    delete found?.doubles;
  };

export const both =
  (...changes: ((school: School) => void)[]) =>
  (school: School): void => {
    for (const change of changes) change(school);
  };

/** Somebody else for a subject, so that the school does not lack a teacher of it. */
export const standIn = (subject: string): ((school: School) => void) =>
  set('teachers', 't-bio2', { subjects: ['bio', subject] });

export const newRoom =
  (kind: string) =>
  (school: School): void =>
    void school.rooms.push({ id: 'new', name: 'new', seats: 8, kind });

export const lines =
  (id: string, more: object) =>
  (school: School): void => {
    const found = school.grades[0]?.lines;
    const line = Array.isArray(found) ? found.find((item) => item.id === id) : undefined;
    if (!line) throw new Error(`no line ${id}`);
    Object.assign(line, more);
  };

export const lock =
  (held: Lock) =>
  (school: School): void =>
    void school.locks?.push(held);

export const given =
  (section: Section) =>
  (school: School): void =>
    void school.sections?.push(section);

export const rule =
  (stated: Omit<Rule, 'id' | 'strength'>) =>
  (school: School): void =>
    void school.rules?.push({ ...stated, type: stated.type, id: 'asked', strength: 'must' } as Rule);
