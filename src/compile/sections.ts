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
  /** students, file order */
  students: number[];
  /** grade-wide line index of the plan, −1: none */
  line: number;
  /** the line's id where the school gives lines */
  lineId?: string;
  given?: Section;
}

/** Given sections of a homeroom unit or of a pool, in file order. */
export function givenSectionsOf(model: SchoolModel, course: number, homeroom: number): Section[] {
  const id = model.school.courses[course]?.id;
  const home = model.school.homerooms[homeroom]?.id;
  return (model.school.sections ?? []).filter((section) => {
    if (section.course !== id) return false;
    const named = section.homerooms ?? [];
    return homeroom >= 0 ? named.length === 1 && named[0] === home : true;
  });
}

/** Home sections in course and homeroom order: one for each homeroom unit, all of its takers in it. */
export function homeSections(model: SchoolModel, units: CourseUnits[]): CompiledSection[] {
  return units.flatMap((unit) =>
    unit.homes.map((home): CompiledSection => {
      const given = givenSectionsOf(model, unit.course, home.homeroom)[0];
      const course = model.school.courses[unit.course]?.id ?? '';
      const homeroom = model.school.homerooms[home.homeroom]?.id ?? '';
      return {
        id: given?.id ?? `${course}/${homeroom}`,
        course: unit.course,
        homeroom: home.homeroom,
        pool: -1,
        students: home.takers,
        line: -1,
        ...(given ? { given } : {}),
      };
    }),
  );
}
