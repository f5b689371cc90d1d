/** How many sections a course needs: takers over caps, given sections first. */
import { boundSections } from './student-sets.ts';
import type { PlanProblem } from './types.ts';

export interface CourseCount {
  takers: number;
  /** given sections of the course, by index */
  given: number[];
  /** of them, those that students of the plan's own choosing may enter */
  open: number[];
  /** takers bound to a given section */
  bound: number;
  /** no plan has fewer sections in all, given ones included */
  needed: number;
  /** the same, or as many as are wanted where that is more */
  least: number;
}

export function courseCounts(problem: PlanProblem): CourseCount[] {
  const counts: CourseCount[] = problem.courses.map(() => ({
    takers: 0,
    given: [],
    open: [],
    bound: 0,
    needed: 0,
    least: 0,
  }));
  const bound = boundSections(problem);
  const boundHere = problem.given.map(() => 0);
  for (const [t, type] of problem.types.entries()) {
    for (const [k, course] of type.courses.entries()) {
      counts[course].takers += type.count;
      const g = bound[t][k];
      if (g < 0) continue;
      counts[course].bound += type.count;
      boundHere[g] += type.count;
    }
  }
  for (const [g, section] of problem.given.entries()) {
    counts[section.course].given.push(g);
    if (!section.closed) counts[section.course].open.push(g);
  }
  for (const [c, course] of problem.courses.entries()) {
    const count = counts[c];
    let waiting = count.takers - count.bound;
    for (const g of count.open) waiting -= Math.max(0, problem.given[g].cap - boundHere[g]);
    const made = waiting > 0 ? Math.ceil(waiting / Math.max(1, course.cap)) : 0;
    const isFixed = course.fixedSections >= 0;
    count.needed = isFixed ? Math.max(course.fixedSections, count.given.length) : count.given.length + made;
    count.least = isFixed ? count.needed : Math.max(count.needed, course.atLeast ?? 0);
  }
  return counts;
}

/** Sizes that even sections of a course would have: sections without bound students share the takers who are not bound. */
export function evenSize(problem: PlanProblem, count: CourseCount, sections: number): { low: number; high: number } {
  const taken = count.given.filter((g) => problem.given[g].closed || problem.given[g].fixed !== null).length;
  const sharing = sections - taken;
  const waiting = count.takers - count.bound;
  if (sharing <= 0) return { low: 0, high: Math.max(0, waiting) };
  return { low: Math.floor(waiting / sharing), high: Math.ceil(waiting / sharing) };
}
