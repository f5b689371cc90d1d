/**
 * A section plan without lines, for grades whose students' courses do not fit into any: students with the same courses stay
 * together, so that few sections share students.
 */
import { courseCounts } from './section-counts.ts';
import { boundSections } from './student-sets.ts';
import type { PlannedSection, PlanProblem } from './types.ts';

export interface FreePlan {
  sections: PlannedSection[];
  /** [type × sections + section] students */
  flow: Int32Array;
  unserved: number;
}

export function freePlan(problem: PlanProblem): FreePlan {
  const counts = courseCounts(problem);
  const sections = problem.courses.flatMap((course, c): PlannedSection[] => {
    const made = Math.max(0, counts[c].least - counts[c].given.length);
    return [
      ...counts[c].given.map((given) => ({ course: c, line: -1, given, cap: problem.given[given].cap })),
      ...Array.from({ length: made }, () => ({ course: c, line: -1, given: -1, cap: course.cap })),
    ];
  });
  const flow = new Int32Array(problem.types.length * sections.length);
  const bound = boundSections(problem);
  const boundHere = problem.given.map((section) => section.fixed?.reduce((sum, n) => sum + n, 0) ?? 0);
  const key = (t: number): string => problem.types[t].courses.map((course) => String(course).padStart(4, '0')).join();
  const order = [...problem.types.keys()].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : problem.types[a].homeroom - problem.types[b].homeroom || a - b;
  });
  let unserved = 0;
  for (const c of problem.courses.keys()) {
    const open = sections.flatMap((section, s) => {
      if (section.course !== c) return [];
      if (section.given < 0) return [{ s, left: section.cap }];
      const given = problem.given[section.given];
      return given.closed ? [] : [{ s, left: Math.max(0, given.cap - boundHere[section.given]) }];
    });
    let waiting = counts[c].takers - counts[c].bound;
    let index = 0;
    // Each section takes its even share of those still waiting, in the order of course sets.
    let share = open.length > 0 ? Math.min(open[0].left, Math.ceil(waiting / open.length)) : 0;
    for (const t of order) {
      const position = problem.types[t].courses.indexOf(c);
      if (position < 0) continue;
      const g = bound[t][position];
      if (g >= 0) {
        const s = sections.findIndex((section) => section.given === g);
        flow[t * sections.length + s] += problem.types[t].count;
        continue;
      }
      let students = problem.types[t].count;
      while (students > 0 && index < open.length) {
        const part = Math.min(students, share);
        flow[t * sections.length + open[index].s] += part;
        students -= part;
        waiting -= part;
        share -= part;
        if (share > 0) break;
        index++;
        const next = open[index];
        if (next) share = Math.min(next.left, Math.ceil(waiting / (open.length - index)));
      }
      unserved += students;
    }
  }
  return { sections, flow, unserved };
}
