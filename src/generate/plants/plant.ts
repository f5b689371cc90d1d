/** What the planted impossibilities share: a school in which one known thing cannot be, and the facts that a diagnosis must name. */
import { makeSchoolModel, type SchoolModel } from '../../school/model.ts';
import { courseUnits, type CourseUnits } from '../../school/takers.ts';
import type { Course, Grade, School, Student, Teacher } from '../../school/types.ts';

export interface Planted {
  school: School;
  /** the kind of certificate that shows it */
  certificate: string;
  /** facts that it must name */
  facts: string[];
}

/** Throws an Error in plain words where the school has nothing that could be spoilt so. */
export type Plant = (school: School) => Planted;

export interface Ground {
  school: School;
  model: SchoolModel;
  units: CourseUnits[];
}

export function survey(school: School): Ground {
  const model = makeSchoolModel(school);
  return { school, model, units: courseUnits(model) };
}

export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`This school has no ${what} to plant it in.`);
  return value;
}

const changed = <T extends { id: string }>(list: readonly T[], ids: ReadonlySet<string>, change: (item: T) => T): T[] =>
  list.map((item) => (ids.has(item.id) ? change(item) : item));

export const withTeachers = (school: School, ids: Iterable<string>, change: (teacher: Teacher) => Teacher): School => ({
  ...school,
  teachers: changed(school.teachers, new Set(ids), change),
});

export const withCourse = (school: School, id: string, change: (course: Course) => Course): School => ({
  ...school,
  courses: changed(school.courses, new Set([id]), change),
});

export const withGrade = (school: School, id: string, change: (grade: Grade) => Grade): School => ({
  ...school,
  grades: changed(school.grades, new Set([id]), change),
});

export const withStudents = (school: School, ids: Iterable<string>, change: (student: Student) => Student): School => ({
  ...school,
  students: changed(school.students, new Set(ids), change),
});

/** Slot ids that are open for the grade, in the order of the first week. */
export function openSlots({ model }: Ground, grade: number): string[] {
  const { grid, gradeOpen } = model;
  return grid.slotIds.slice(0, grid.slotsPerWeek).filter((_, slot) => gradeOpen[grade]?.[slot]);
}

/** Sections at least: at home, and students over the cap. */
export function sectionsOf({ model }: Ground, unit: CourseUnits): number {
  const cap = Math.max(1, model.courses[unit.course]?.size.max ?? 1);
  return unit.homes.length + unit.pools.reduce((sum, pool) => sum + Math.ceil(pool.takers.length / cap), 0);
}

/** The first grade whose students walk. */
export function walkingGrade({ school, model, units }: Ground): number {
  const walks = (grade: number): boolean =>
    units.some(({ course, pools }) => pools.length > 0 && model.courses[course]?.grade === grade);
  return must(
    [...school.grades.keys()].find((grade) => !school.grades[grade]?.formHomerooms && walks(grade)),
    'grade that walks',
  );
}

/** A subject of which all courses have teachers of their own choosing, with the periods it needs at least and its teachers. */
export function taughtSubject(ground: Ground): {
  subject: string;
  courses: string[];
  periods: number;
  teachers: string[];
} {
  const { school, model, units } = ground;
  for (const subject of school.subjects) {
    const own = units.filter(({ course }) => school.courses[course]?.subject === subject.id);
    const plain = own.every(({ course }) => school.courses[course]?.teachers === undefined);
    const periods = own.reduce(
      (sum, unit) => sum + sectionsOf(ground, unit) * (model.courses[unit.course]?.periods ?? 0),
      0,
    );
    const teachers = school.teachers.flatMap(({ id, subjects }) => (subjects.includes(subject.id) ? [id] : []));
    const forming = own.some(({ course }) => school.grades[model.courses[course]?.grade ?? -1]?.formHomerooms);
    if (!plain || forming || periods < 2 * teachers.length || teachers.length === 0) continue;
    const courses = own.filter(({ takers }) => takers.length > 0).map(({ course }) => school.courses[course]?.id ?? '');
    return { subject: subject.id, courses, periods: periods / model.grid.weeks, teachers };
  }
  throw new Error('This school has no subject to plant it in.');
}

/** Periods of each student, a week. */
export function periodsByStudent({ school, model, units }: Ground): number[] {
  const periods = school.students.map(() => 0);
  for (const { course, takers } of units) {
    const each = (model.courses[course]?.periods ?? 0) / model.grid.weeks;
    for (const student of takers) periods[student] = (periods[student] ?? 0) + each;
  }
  return periods;
}
