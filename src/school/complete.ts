/** A school whose homerooms are still to be formed, completed with the homerooms of a timetable. */
import type { School } from './types.ts';

export interface FormedHomeroom {
  id: string;
  name: string;
  grade: string;
  students: string[];
}

/** Whether some grade asks for homerooms to be formed (formHomerooms). */
export const formsHomerooms = (school: School): boolean =>
  school.grades.some((grade) => grade.formHomerooms !== undefined);

/** Homerooms of forming grades are added, and their students live in them; everything else stays. */
export function completeSchool(school: School, homerooms: readonly FormedHomeroom[]): School {
  if (!formsHomerooms(school)) return school;
  const forming = new Set(school.grades.flatMap((grade) => (grade.formHomerooms ? [grade.id] : [])));
  const known = new Set(school.homerooms.map((homeroom) => homeroom.id));
  const formed = homerooms.filter(({ id, grade }) => forming.has(grade) && !known.has(id));
  const homeOf = new Map(formed.flatMap(({ id, students }) => students.map((student) => [student, id] as const)));
  return {
    ...school,
    homerooms: [...school.homerooms, ...formed.map(({ id, name, grade }) => ({ id, name, grade }))],
    students: school.students.map((student) => {
      const homeroom = student.homeroom ?? homeOf.get(student.id);
      return homeroom === undefined ? student : { ...student, homeroom };
    }),
  };
}
