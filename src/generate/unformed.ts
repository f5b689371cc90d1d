/** The school without the homerooms that it leaves to be formed: their students have a grade only, and their rooms are nobody's own. */
import type { School } from '../school/types.ts';
import type { GeneratorSettings } from './settings.ts';

export function withoutFormed(settings: GeneratorSettings, school: School): School {
  const forming = new Set(settings.grades.flatMap((grade) => (grade.forms ? [grade.id] : [])));
  const head = school.courses.find(({ grade, teachers }) => forming.has(grade) && teachers === 'head');
  if (head) throw new Error(`courses ${head.id}: a homeroom that is still to be formed has no head teacher.`);
  const gradeOf = new Map(school.homerooms.map((homeroom) => [homeroom.id, homeroom.grade]));
  return {
    ...school,
    homerooms: school.homerooms.filter((homeroom) => !forming.has(homeroom.grade)),
    students: school.students.map((student) => {
      const grade = gradeOf.get(student.homeroom ?? '') ?? '';
      if (!forming.has(grade)) return student;
      const { homeroom: _, ...rest } = student;
      return { ...rest, grade };
    }),
  };
}
