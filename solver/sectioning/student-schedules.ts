/** A plan's flow of types into sections → the sections of each student. */
import type { PlanProblem, SectionPlan } from '../plan/types.ts';
import { splitIntoPatterns } from './schedules.ts';

/**
 * Per type: [student × courses of the type + position] → index into plan.sections, -1 without a seat. No student has two sections
 * in one line, unless the school itself holds whole types in two sections that had to share one.
 */
export function studentSchedules(problem: PlanProblem, plan: SectionPlan): Int32Array[] {
  const width = plan.sections.length;
  // A section outside the lines meets no other: it counts as a line of its own.
  const columnOf = plan.sections.map((section, s) => (section.line >= 0 ? section.line : plan.lines.length + s));
  const columns = plan.lines.length + width;
  return problem.types.map((type, t) => {
    const positions = type.courses.length;
    const left = plan.flow.slice(t * width, (t + 1) * width);
    const schedules = new Int32Array(type.count * positions).fill(-1);
    // Where all students of the type sit in one section there is nothing to pair; held ones sit there whatever else its line has.
    for (const [k, course] of type.courses.entries()) {
      const whole = plan.sections.findIndex((section, s) => section.course === course && left[s] === type.count);
      if (whole < 0) continue;
      for (let student = 0; student < type.count; student++) schedules[student * positions + k] = whole;
      left[whole] = 0;
    }
    const used = [...new Set(columnOf.filter((_, s) => left[s] > 0))].sort((a, b) => a - b);
    const compact = new Int32Array(columns).fill(-1);
    for (const [index, column] of used.entries()) compact[column] = index;
    const positionOf = new Map(type.courses.map((course, k) => [course, k]));
    const seats = new Int32Array(positions * used.length);
    const sectionsAt: number[][] = Array.from({ length: seats.length }, () => []);
    for (let s = 0; s < width; s++) {
      if (left[s] === 0) continue;
      const at = (positionOf.get(plan.sections[s].course) ?? 0) * used.length + compact[columnOf[s]];
      seats[at] += left[s];
      sectionsAt[at].push(s);
    }
    let student = 0;
    for (const pattern of splitIntoPatterns(seats, positions, used.length, type.count)) {
      for (let n = 0; n < pattern.students; n++, student++) {
        for (let k = 0; k < positions; k++) {
          if (pattern.lines[k] < 0) continue;
          const section = sectionsAt[k * used.length + pattern.lines[k]].find((s) => left[s] > 0) ?? -1;
          schedules[student * positions + k] = section;
          left[section]--;
        }
      }
    }
    return schedules;
  });
}
