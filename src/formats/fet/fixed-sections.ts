/** The sections whose week is to be found: all of them, with students and teachers, from the school's own file or from a timetable. */
import type { FilledLesson, SchoolModel } from '../../school/model.ts';
import { courseUnits, type CourseUnits } from '../../school/takers.ts';
import type { Report } from '../../school/fault-list.ts';
import type { Section } from '../../school/types.ts';

export interface FixedSection {
  id: string;
  course: number;
  /** student indexes, file order */
  students: number[];
  /** homerooms given by size that sit here */
  unlisted: number[];
  /** students in all */
  size: number;
  /** homeroom indexes */
  homerooms: number[];
  /** the homeroom whose own section it is; −1: a walking one */
  home: number;
  /** teacher indexes, in order */
  teachers: number[];
  line?: string;
  /** the room that the school binds it to */
  room?: string;
}

const inOrder = (indexes: Iterable<number>): number[] => [...new Set(indexes)].toSorted((a, b) => a - b);

function fixedSection(model: SchoolModel, units: CourseUnits[], section: Section, given?: Section): FixedSection {
  const { school } = model;
  const course = model.courseOf.get(section.course) ?? -1;
  const students = inOrder((section.students ?? []).flatMap((id) => model.studentOf.get(id) ?? []));
  const homesOfStudents = inOrder(students.map((student) => model.studentHomeroom[student] ?? -1)).filter(
    (h) => h >= 0,
  );
  const named = (section.homerooms ?? []).flatMap((id) => model.homeroomOf.get(id) ?? []);
  const homerooms = named.length > 0 ? named : homesOfStudents;
  const [only] = homerooms;
  const isHome = homerooms.length === 1 && units[course]?.homes.some(({ homeroom }) => homeroom === only);
  const unlisted = isHome ? homerooms.filter((home) => school.homerooms[home]?.size !== undefined) : [];
  return {
    id: section.id,
    course,
    students,
    unlisted,
    size: unlisted.reduce((sum, home) => sum + (school.homerooms[home]?.size ?? 0), students.length),
    homerooms,
    home: isHome ? (only ?? -1) : -1,
    teachers: (section.teachers ?? []).flatMap((id) => model.teacherOf.get(id) ?? []),
    ...(section.line === undefined ? {} : { line: section.line }),
    ...(given?.room === undefined ? {} : { room: given.room }),
  };
}

/** One student–course pair that no section serves is enough to refuse; the first few say which. */
function checkServed(model: SchoolModel, units: CourseUnits[], sections: FixedSection[], report: Report): void {
  const seated = units.map(() => new Set<number>());
  const homes = units.map(() => new Set<number>());
  for (const { course, students, unlisted } of sections) {
    for (const student of students) seated[course]?.add(student);
    for (const home of unlisted) homes[course]?.add(home);
  }
  units.forEach(({ course, takers, homes: wanted }, unit) => {
    const missing =
      takers.filter((student) => !seated[unit]?.has(student)).length +
      wanted.filter(({ homeroom, takers: listed }) => listed.length === 0 && !homes[unit]?.has(homeroom)).length;
    const id = model.school.courses[course]?.id ?? '';
    if (missing > 0) report('fet.unserved', `courses[${course}]`, id, { course: id, count: missing });
  });
}

/** Teachers of the section itself: its own, and one of each list beside. */
export const teachersWanted = (model: SchoolModel, course: number): number => {
  const filled = model.courses[course];
  return filled === undefined ? 0 : (filled.teachers === 'none' ? 0 : 1) + filled.with.length;
};

/** In the order in which they stand; what is missing is reported. `source`: a timetable's sections, else the school's own. */
export function fixedSections(
  model: SchoolModel,
  source: readonly Section[] | undefined,
  report: Report,
): FixedSection[] {
  const units = courseUnits(model);
  const givenById = new Map((model.school.sections ?? []).map((section) => [section.id, section]));
  const sections = (source ?? model.school.sections ?? [])
    .filter(({ course }) => model.courseOf.has(course))
    .map((section) => fixedSection(model, units, section, givenById.get(section.id)));
  sections.forEach(({ id, course, teachers }, index) => {
    const wanted = teachersWanted(model, course);
    if (teachers.length < wanted)
      report('fet.no-teacher', `sections[${index}].teachers`, id, { section: id, count: wanted });
  });
  checkServed(model, units, sections, report);
  return sections;
}

export interface FixedLesson {
  /** FET's number of it, from 1 */
  id: number;
  section: FixedSection;
  filled: FilledLesson;
  /** all who are present */
  teachers: number[];
}

/**
 * The lessons of all sections, section by section. `ownTeachers`: those of lessons that have teachers of their own, by section and index.
 */
export function fixedLessons(
  model: SchoolModel,
  sections: readonly FixedSection[],
  ownTeachers: ReadonlyMap<string, number[]>,
  report: Report,
): FixedLesson[] {
  const lessons: FixedLesson[] = [];
  for (const section of sections) {
    for (const filled of model.courses[section.course]?.lessons ?? []) {
      const teachers = ownTeachers.get(`${section.id} ${filled.index}`) ?? section.teachers;
      if (teachers.length < section.teachers.length + filled.with.length) {
        report('fet.no-teacher', `sections[${sections.indexOf(section)}].teachers`, section.id, {
          section: section.id,
          count: section.teachers.length + filled.with.length,
        });
      }
      lessons.push({ id: lessons.length + 1, section, filled, teachers });
    }
  }
  return lessons;
}
