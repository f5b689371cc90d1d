/** The section plan's answer → sections with students. */
import { studentSchedules, type SectionPlan } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import type { GradePlan } from './plan-problem.ts';
import type { CompiledSection } from './sections.ts';

/** The plan's sections with their students, and the student–course pairs that found no seat. */
export function plannedSections(
  model: SchoolModel,
  grade: GradePlan,
  plan: SectionPlan,
): { sections: CompiledSection[]; unserved: { student: number; course: number }[] } {
  const numberOf = new Map<number, number>();
  const taken = new Set(grade.given.map((section) => section.id));
  const sections = plan.sections.map((section): CompiledSection => {
    const { course, pool } = grade.pools[section.course] ?? { course: -1, pool: -1 };
    const given = grade.given[section.given];
    const courseId = model.school.courses[course]?.id ?? '';
    let number = (numberOf.get(course) ?? 0) + (given ? 0 : 1);
    while (!given && taken.has(`${courseId}/${number}`)) number++;
    numberOf.set(course, number);
    const lineId = grade.lineIds?.[section.line];
    return {
      id: given?.id ?? `${courseId}/${number}`,
      course,
      homeroom: -1,
      pool,
      students: [],
      size: 0,
      line: section.line,
      ...(lineId === undefined ? {} : { lineId }),
      ...(given ? { given } : {}),
    };
  });
  const unserved: { student: number; course: number }[] = [];
  studentSchedules(grade.problem, plan).forEach((schedules, t) => {
    const taken = grade.problem.types[t]?.courses ?? [];
    (grade.members[t] ?? []).forEach((student, index) => {
      taken.forEach((course, k) => {
        const section = schedules[index * taken.length + k] ?? -1;
        if (section >= 0) sections[section]?.students.push(student);
        else unserved.push({ student, course: grade.pools[course]?.course ?? -1 });
      });
    });
  });
  for (const section of sections) {
    section.students.sort((a, b) => a - b);
    section.size = section.students.length;
  }
  return { sections, unserved };
}
