/** Students whom the line model need not tell apart: same courses in lines that share courses, same bound sections, and homeroom only where it binds. */
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
  for (const [g, { fixed, course }] of problem.given.entries()) {
    if (!fixed) continue;
    // Where the school gives all sections, there are hundreds of them and as many types.
    for (let t = 0; t < fixed.length; t++) {
      if (fixed[t] === 0) continue;
      const position = problem.types[t].courses.indexOf(course);
      if (position >= 0) bound[t][position] = g;
    }
  }
  return bound;
}

/** Per course: a number that it shares with all courses that could ever meet it in a line, by way of other courses too. */
export function lineGroups(problem: PlanProblem, lines: readonly { holds: (course: number) => boolean }[]): Int32Array {
  const groupOf = Int32Array.from(problem.courses.keys());
  for (const [l, { holds }] of lines.entries()) {
    const held = new Set([...problem.courses.keys()].filter(holds));
    for (const section of problem.given) if (section.line === l) held.add(section.course);
    const groups = new Set([...held].map((course) => groupOf[course]));
    const least = Math.min(...groups);
    for (const [course, group] of groupOf.entries()) if (groups.has(group)) groupOf[course] = least;
  }
  return groupOf;
}

/**
 * In order of first appearance. `apart[h]`: homeroom h is kept apart from the others. `groupOf`, by course: students are sorted anew
 * for each group of courses, so that a type with courses of several groups belongs to a set of each.
 */
export function studentSets(
  problem: PlanProblem,
  apart: (homeroom: number) => boolean,
  groupOf: ArrayLike<number> = new Int32Array(problem.courses.length),
): StudentSet[] {
  const bound = boundSections(problem);
  const sets = new Map<string, StudentSet>();
  for (const [t, type] of problem.types.entries()) {
    if (type.count === 0) continue;
    const homeroom = type.homeroom >= 0 && apart(type.homeroom) ? type.homeroom : -1;
    for (const group of new Set(type.courses.map((course) => groupOf[course]))) {
      const positions = [...type.courses.keys()].filter((k) => groupOf[type.courses[k]] === group);
      const courses = positions.map((k) => type.courses[k]);
      const boundTo = positions.map((k) => bound[t][k]);
      const key = `${homeroom}|${courses.join(',')}|${boundTo.join(',')}`;
      const set = sets.get(key);
      if (set) {
        set.count += type.count;
        set.types.push(t);
      } else {
        sets.set(key, { courses, boundTo, homeroom, count: type.count, types: [t] });
      }
    }
  }
  return [...sets.values()];
}
