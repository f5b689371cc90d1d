/**
 * Courses that few walk to, such as clubs: a student who takes one as well may need more lines than the week has room for, and then the
 * whole grade would go without lines. They are planned for themselves, without a line, and all others over lines.
 */
import { freePlan, type FreePlan } from './free-plan.ts';
import { lineLayouts, type LineLayout } from './line-layouts.ts';
import { partProblem, type LinePart } from './line-parts.ts';
import { courseCounts } from './section-counts.ts';
import type { PlannedSection, PlanProblem, SectionPlan } from './types.ts';

type Part = Pick<LinePart, 'problem' | 'courses' | 'given'>;

export interface FewWalkers {
  others: Part;
  few: Part;
}

/** Of all seats so many at most, as one in so many. */
const ONE_IN = 20;

function partOf(problem: PlanProblem, courses: number[]): Part {
  const given = [...problem.given.keys()].filter((g) => courses.includes(problem.given[g].course));
  return { courses, given, problem: partProblem(problem, { courses, given, lines: [] }) };
}

/**
 * The fewest courses without which there are lines, those with the fewest students first; null: there are lines (`layouts`, those of the problem),
 * or none without them.
 */
export function fewWalkers(problem: PlanProblem, layouts: readonly LineLayout[]): FewWalkers | null {
  if (layouts.length > 0) return null;
  const takers = courseCounts(problem).map((count) => count.takers);
  const most = takers.reduce((sum, n) => sum + n, 0) / ONE_IN;
  const order = [...problem.courses.keys()].sort((a, b) => takers[a] - takers[b] || a - b);
  let seats = 0;
  for (const [index, course] of order.entries()) {
    seats += takers[course];
    if (seats > most) return null;
    const gone = new Set(order.slice(0, index + 1));
    const others = partOf(
      problem,
      [...problem.courses.keys()].filter((c) => !gone.has(c)),
    );
    if (lineLayouts(others.problem).length === 0) continue;
    return {
      others,
      few: partOf(
        problem,
        [...gone].sort((a, b) => a - b),
      ),
    };
  }
  return null;
}

/** The plans of both as one of the whole problem. */
export function joinFewWalkers(
  problem: PlanProblem,
  { others, few }: FewWalkers,
  plan: SectionPlan,
): Omit<SectionPlan, 'sectionsBound' | 'totalBound' | 'totalBoundMethod' | 'optimal'> {
  const free = freePlan(few.problem);
  const ofPart = (part: Part, { sections, flow }: Pick<FreePlan, 'sections' | 'flow'>) => {
    const types = [...problem.types.keys()].filter((t) =>
      problem.types[t].courses.some((course) => part.courses.includes(course)),
    );
    return sections.map((section, s) => ({
      section: {
        ...section,
        course: part.courses[section.course],
        given: part.given[section.given] ?? -1,
      } satisfies PlannedSection,
      students: new Map(types.map((t, index) => [t, flow[index * sections.length + s]])),
    }));
  };
  const all = [...ofPart(others, plan), ...ofPart(few, free)].sort((a, b) => a.section.course - b.section.course);
  const flow = new Int32Array(problem.types.length * all.length);
  for (const [s, { students }] of all.entries()) {
    for (const [t, count] of students) flow[t * all.length + s] = count;
  }
  const unserved = plan.unserved + free.unserved;
  return {
    lines: plan.lines,
    sections: all.map(({ section }) => section),
    flow,
    unserved,
    verdict: unserved === 0 ? 'served' : 'unserved',
    method: plan.method,
  };
}
