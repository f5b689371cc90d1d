/** A few students' clubs do not take the lines from a whole grade. */
import { describe, expect, test } from 'vitest';
import { fewWalkers, type FewWalkers } from '../../solver/plan/few-walkers.ts';
import { lineLayouts } from '../../solver/plan/line-layouts.ts';
import { planSections } from '../../solver/plan/section-plan.ts';
import type { PlanProblem } from '../../solver/plan/types.ts';
import { runProcedure } from '../../src/mip/run-procedure.ts';
import { course, faultsOf, problem, twoOfFour } from './problems.ts';

const four = [course(), course(), course(), course()];
const club = course({ periods: 1, cap: 2, fixedSections: 1 });

/** Two of four subjects, four periods each, in a week with nine slots left; two of the students go to both clubs as well. */
const withClubs = (slots: number, members: number): PlanProblem =>
  problem({
    courses: [club, ...four, { ...club, cap: members }],
    types: [
      ...twoOfFour([40, 30, 30, 20, 40, 20], 0).map((type) => ({ ...type, courses: type.courses.map((c) => c + 1) })),
      { homeroom: 0, courses: [0, 1, 2, 5], count: 2 },
      { homeroom: 0, courses: [3, 4, 5], count: members - 2 },
    ],
    homeroomFree: Int32Array.of(slots),
  });

const fewOf = (asked: PlanProblem): FewWalkers | null => fewWalkers(asked, lineLayouts(asked));

describe('courses that few walk to', () => {
  test('go without a line where the week has room for the lines of the others only', async () => {
    const asked = withClubs(9, 4);
    const plan = await runProcedure(planSections(asked), { seed: 1, maxNodes: 2000 });
    expect(faultsOf(asked, plan)).toEqual([]);
    expect(plan.verdict).toBe('served');
    expect(plan.lines.map(({ periods }) => periods)).toContain(4);
    expect(plan.sections.filter(({ line }) => line < 0).map((section) => section.course)).toEqual([0]);
    for (const { course: c, line } of plan.sections) expect(line >= 0).toBe(c !== 0);
  });

  test('have lines like all others where the week has room for them', () => {
    expect(fewOf(withClubs(10, 4))).toBeNull();
  });

  test('are few: a course of many students is not left out', () => {
    expect(fewOf(withClubs(8, 60))).toBeNull();
    expect(fewOf(withClubs(8, 4))?.few.courses).toEqual([0, 5]);
  });
});
