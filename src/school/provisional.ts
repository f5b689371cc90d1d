/** A stand-in for homerooms that are still to be formed (formHomerooms), where only their number matters. */
import { completeSchool, type FormedHomeroom } from './complete.ts';
import type { Grade, School } from './types.ts';

const countOfForming = (grade: Grade): number => grade.formHomerooms?.count ?? 0;

/** Ids that the formed homerooms of a grade will have. */
export const formedIds = (grade: Grade): string[] =>
  Array.from({ length: countOfForming(grade) }, (_, index) => `${grade.id}-${index + 1}`);

/** The school with its students dealt out over the homerooms to be formed, in file order: who is with whom means nothing yet. */
export function provisionalSchool(school: School): School {
  const formed = school.grades.flatMap((grade): FormedHomeroom[] => {
    const ids = formedIds(grade);
    if (ids.length === 0) return [];
    const members = school.students.filter((it) => it.homeroom === undefined && it.grade === grade.id);
    return ids.map((id, index) => ({
      id,
      name: id,
      grade: grade.id,
      students: members.flatMap((student, s) => (s % ids.length === index ? [student.id] : [])),
    }));
  });
  return completeSchool(school, formed);
}
