/** Where the school gives two lines and every student takes two courses, the fewest sections follow from the subset condition. */
import { leastSectionsInTwoLines } from '../bounds/orientation.ts';
import type { PlanProblem } from './types.ts';

/**
 * Needs lines that hold every course: without them, homerooms with different free slots may walk in a triangle that two lines
 * do not have. 0 where the condition does not apply, or nothing is found.
 */
export function orientationBound(problem: PlanProblem): number {
  const open = problem.lines?.length === 2 && problem.lines.every((line) => line.courses === null);
  if (!open || problem.given.length > 0 || problem.courses.some((course) => course.fixedSections >= 0)) return 0;
  const n = problem.courses.length;
  const edges = new Int32Array(n * n);
  for (const { courses, count } of problem.types) {
    if (count === 0 || courses.length === 0) continue;
    if (courses.length !== 2) return 0;
    edges[courses[0] * n + courses[1]] += count;
  }
  const caps = problem.courses.map((course) => Math.max(1, course.cap));
  return Math.max(0, leastSectionsInTwoLines(n, edges, caps));
}
