/** Students whom the line model need not tell apart: same courses, same bound sections, and homeroom only where it binds. */
import type { PlanProblem } from './types.ts';

export interface StudentSet {
  courses: number[];
  /** per course: the given section that all of them are bound to, or -1 */
  boundTo: number[];
  /** -1 unless homerooms are told apart */
  homeroom: number;
  count: number;
  /** indexes into problem.types */
  types: number[];
}

/** Per type and course of it, the given section that it is bound to, or -1. */
export function boundSections(problem: PlanProblem): number[][] {
  const bound = problem.types.map((type) => type.courses.map(() => -1));
  for (const [g, section] of problem.given.entries()) {
    if (!section.fixed) continue;
    for (const [t, type] of problem.types.entries()) {
      if (section.fixed[t] === 0) continue;
      const position = type.courses.indexOf(section.course);
      if (position >= 0) bound[t][position] = g;
    }
  }
  return bound;
}

/** In order of first appearance. `apart[h]`: homeroom h is kept apart from the others. */
export function studentSets(problem: PlanProblem, apart: (homeroom: number) => boolean): StudentSet[] {
  const bound = boundSections(problem);
  const sets = new Map<string, StudentSet>();
  for (const [t, type] of problem.types.entries()) {
    if (type.count === 0 || type.courses.length === 0) continue;
    const homeroom = type.homeroom >= 0 && apart(type.homeroom) ? type.homeroom : -1;
    const key = `${homeroom}|${type.courses.join(',')}|${bound[t].join(',')}`;
    const set = sets.get(key);
    if (set) {
      set.count += type.count;
      set.types.push(t);
    } else {
      sets.set(key, { courses: type.courses, boundTo: bound[t], homeroom, count: type.count, types: [t] });
    }
  }
  return [...sets.values()];
}
