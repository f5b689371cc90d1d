/** Home sections and planned walking sections together, in file order: by course, homes before pools. */
import type { SectionPlan } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import type { CourseUnits } from '../school/takers.ts';
import type { Unserved } from '../timetable/types.ts';
import type { GradePlan } from './plan-problem.ts';
import { plannedSections } from './planned-sections.ts';
import { homeSections, inCourseOrder, type CompiledSection } from './sections.ts';

export interface Assembly {
  sections: CompiledSection[];
  unserved: Unserved[];
}

export function assembleSections(
  model: SchoolModel,
  units: CourseUnits[],
  grades: GradePlan[],
  plans: SectionPlan[],
): Assembly {
  const sections = homeSections(model, units);
  const unserved: Unserved[] = [];
  grades.forEach((grade, index) => {
    const plan = plans[index];
    if (!plan) return;
    const planned = plannedSections(model, grade, plan);
    sections.push(...planned.sections);
    for (const { student, course } of planned.unserved) {
      unserved.push({
        student: model.school.students[student]?.id ?? '',
        course: model.school.courses[course]?.id ?? '',
      });
    }
  });
  return { sections: inCourseOrder(sections), unserved };
}

/** A number for every line of every grade, −1 for sections outside lines. */
export function lineKeyOf(model: SchoolModel, section: CompiledSection): number {
  return section.line < 0 ? -1 : (model.courses[section.course]?.grade ?? 0) * LINES_PER_GRADE + section.line;
}

/** The times by which a teacher plan knows the section's line. */
export function lineTimes(model: SchoolModel, section: CompiledSection): number[] {
  const key = lineKeyOf(model, section);
  return key < 0 ? [] : [key];
}

/** More lines than any grade has. */
const LINES_PER_GRADE = 1000;
