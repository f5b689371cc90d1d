/** What the section plan decided, for the timetable's `plan`: lines, sections per course with their proved minimum, teacher supply. */
import type { SectionPlan } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import type { Plan, PlannedSubject } from '../timetable/types.ts';
import { leadingSections } from './joint.ts';
import { takersOf, type GradePlan } from './plan-problem.ts';
import { sectionsOfPool, type CompiledSection } from './sections.ts';

export function documentPlan(
  model: SchoolModel,
  grades: GradePlan[],
  plans: SectionPlan[],
  sections: CompiledSection[],
): Plan {
  const { school } = model;
  const document: Plan = {
    lines: [],
    courses: [],
    subjects: subjectSupply(model, sections),
    totalSections: sections.length,
    // Home sections are given by the homerooms: their number is its own bound.
    totalSectionsBound: {
      value:
        sections.filter((section) => section.homeroom >= 0).length +
        plans.reduce((sum, plan) => sum + plan.totalBound, 0),
      method: [...new Set(['arithmetic', ...plans.map((plan) => plan.totalBoundMethod)])].join('+'),
    },
  };
  grades.forEach((grade, index) => {
    const plan = plans[index];
    if (!plan) return;
    const gradeId = school.grades[grade.grade]?.id ?? '';
    plan.lines.forEach((line, l) => {
      document.lines.push({
        grade: gradeId,
        id: grade.lineIds?.[l] ?? String(l + 1),
        periods: line.periods,
        given: grade.lineIds !== null,
      });
    });
    grade.pools.forEach(({ course, pool }, c) => {
      const own = sectionsOfPool(sections, { course, pool });
      const sizes = own.map((section) => section.students.length);
      document.courses.push({
        course: school.courses[course]?.id ?? '',
        pool,
        students: takersOf(grade, c),
        cap: grade.problem.courses[c]?.cap ?? 0,
        sections: own.length,
        sectionsBound: { value: plan.sectionsBound[c] ?? 0, method: 'arithmetic' },
        smallest: sizes.length > 0 ? Math.min(...sizes) : 0,
        largest: Math.max(0, ...sizes),
        ...(plan.lines.length > 0
          ? { perLine: plan.lines.map((_, line) => own.filter((section) => section.line === line).length) }
          : {}),
      });
    });
  });
  return document;
}

/** Per subject: the periods its sections need, and what the teachers who can teach it may give. */
function subjectSupply(model: SchoolModel, sections: CompiledSection[]): PlannedSubject[] {
  const { school } = model;
  const leads = leadingSections(model, sections);
  return school.subjects.flatMap((subject, index) => {
    const demand = sections.reduce((sum, section, at) => {
      const course = model.courses[section.course];
      const isAsked = course?.subject === index && course.teachers !== 'none' && (leads[at] ?? -1) < 0;
      return sum + (isAsked ? course.periods : 0);
    }, 0);
    const able = school.teachers.filter((teacher) => teacher.subjects.includes(subject.id));
    const supply = able.reduce((sum, teacher) => sum + teacher.load.max, 0);
    return demand > 0 ? [{ subject: subject.id, demand, supply, teachers: able.length }] : [];
  });
}
