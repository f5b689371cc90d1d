/** The sections of a school as they come to be: given, at home, or formed by the section plan; then each gets its students. */
import type { SchoolModel } from '../school/model.ts';
import type { CourseUnits } from '../school/takers.ts';
import type { Section } from '../school/types.ts';

export interface CompiledSection {
  id: string;
  course: number;
  /** −1: a walking section */
  homeroom: number;
  /** index of the course's pool, −1: a home section */
  pool: number;
  /** students, file order; none where the homeroom is given by size */
  students: number[];
  /** students in all */
  size: number;
  /** grade-wide line index of the plan, −1: none */
  line: number;
  /** the line's id where the school gives lines */
  lineId?: string;
  given?: Section;
}

/** The sections of one pool of a course. */
export const sectionsOfPool = <Section extends Pick<CompiledSection, 'course' | 'pool'>>(
  sections: readonly Section[],
  { course, pool }: Pick<CompiledSection, 'course' | 'pool'>,
): Section[] => sections.filter((section) => section.course === course && section.pool === pool);

/** The section that the school gives for a course in a homeroom. */
function givenHome(model: SchoolModel, course: number, homeroom: number): Section | undefined {
  const courseId = model.school.courses[course]?.id;
  const homeId = model.school.homerooms[homeroom]?.id;
  return (model.school.sections ?? []).find(
    ({ course: id, homerooms }) => id === courseId && homerooms?.length === 1 && homerooms[0] === homeId,
  );
}

/** Home sections in course and homeroom order: one for each homeroom unit, all of its takers in it. */
export function homeSections(model: SchoolModel, units: CourseUnits[]): CompiledSection[] {
  return units.flatMap((unit) =>
    unit.homes.map((home): CompiledSection => {
      const given = givenHome(model, unit.course, home.homeroom);
      const course = model.school.courses[unit.course]?.id ?? '';
      const homeroom = model.school.homerooms[home.homeroom]?.id ?? '';
      return {
        id: given?.id ?? `${course}/${homeroom}`,
        course: unit.course,
        homeroom: home.homeroom,
        pool: -1,
        students: home.takers,
        size: model.school.homerooms[home.homeroom]?.size ?? home.takers.length,
        line: -1,
        ...(given ? { given } : {}),
      };
    }),
  );
}

/** In the order of every week: by course, homes before pools. */
export function inCourseOrder(sections: CompiledSection[]): CompiledSection[] {
  const order = sections.map((_, index) => index);
  const courseAt = (index: number): number => sections[index]?.course ?? 0;
  order.sort((a, b) => courseAt(a) - courseAt(b) || a - b);
  return order.flatMap((index) => sections[index] ?? []);
}

/**
 * Who attends, as the engine counts heads that cannot be in two places: the students, or for a homeroom given by size one occupant of its
 * own, numbered after all students.
 */
export function occupantsOf(model: SchoolModel, section: CompiledSection): number[] {
  const bySize = model.school.homerooms[section.homeroom]?.size !== undefined;
  return bySize ? [model.school.students.length + section.homeroom, ...section.students] : section.students;
}
