import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { orientable, twoLinesServe } from '../../solver/bounds/orientation.ts';
import { lineLayouts } from '../../solver/plan/line-layouts.ts';
import { lineModel } from '../../solver/plan/line-model.ts';
import { courseCounts } from '../../solver/plan/section-counts.ts';
import { planSections, planSectionsGreedily } from '../../solver/plan/section-plan.ts';
import type { PlanProblem, SectionPlan } from '../../solver/plan/types.ts';
import { studentSets } from '../../solver/plan/student-sets.ts';
import { runProcedure } from '../../src/mip/run-procedure.ts';
import { solveMip } from '../../src/mip/solve-mip.ts';
import { course, faultsOf, problem, sizes, twoOfFour } from './problems.ts';

const plan = (asked: PlanProblem): Promise<SectionPlan> =>
  runProcedure(planSections(asked), { seed: 1, maxNodes: 2000 });
const four = [course(), course(), course(), course()];

describe('the fewest sections', () => {
  test('two of four subjects, two lines: takers over caps is reached, and sizes differ by one at most', async () => {
    const asked = problem({ courses: four, types: twoOfFour([130, 30, 60, 20, 40, 50]) });
    const found = await plan(asked);
    expect(faultsOf(asked, found)).toEqual([]);
    expect(found).toMatchObject({ verdict: 'served', optimal: true, totalBoundMethod: 'arithmetic', unserved: 0 });
    expect([...found.sectionsBound]).toEqual([5, 4, 2, 3]);
    expect(found.sections.length).toBe(14);
    for (const c of [0, 1, 2, 3]) {
      const own = sizes(found).filter((_, s) => found.sections[s]?.course === c);
      expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
    }
  });

  test('one section of each of three subjects cannot serve all three pairs in two given lines: a fourth is needed, and proved', async () => {
    const lines = [{ courses: null }, { courses: null }];
    const asked = problem({
      courses: [course(), course(), course()],
      types: [
        { homeroom: -1, courses: [0, 1], count: 10 },
        { homeroom: -1, courses: [0, 2], count: 10 },
        { homeroom: -1, courses: [1, 2], count: 10 },
      ],
      lines,
    });
    const found = await plan(asked);
    expect(faultsOf(asked, found)).toEqual([]);
    expect(found.sections.length).toBe(4);
    expect(found).toMatchObject({ totalBound: 4, totalBoundMethod: 'orientation', optimal: true });
  });

  test('a given number of sections that is too small leaves students out, and is shown to be impossible', async () => {
    const asked = problem({
      courses: [course({ fixedSections: 1, cap: 40 }), course({ cap: 40 })],
      types: [{ homeroom: -1, courses: [0, 1], count: 45 }],
      lines: [{ courses: null }, { courses: null }],
    });
    const found = await plan(asked);
    expect(found.verdict).toBe('impossible');
    expect(found.unserved).toBe(5);
    expect(Math.max(...sizes(found))).toBeLessThanOrEqual(40);
  });

  test('a small-class cap of one subject is kept', async () => {
    const asked = problem({
      courses: [course({ cap: 26 }), course(), course(), course()],
      types: twoOfFour([30, 20, 25, 10, 40, 15]),
    });
    const found = await plan(asked);
    expect(faultsOf(asked, found)).toEqual([]);
    expect(found.sections.filter((section) => section.course === 0).length).toBe(3);
  });
});

describe('what runs at the same time', () => {
  test('no line has more sections of a subject than it has teachers, nor more sections than rooms', async () => {
    const asked = problem({
      courses: [0, 1, 2, 3].map((teacherGroup) => course({ teacherGroup })),
      types: twoOfFour([130, 30, 60, 20, 40, 50]),
      teacherGroups: [{ teachers: 3 }, { teachers: 2 }, { teachers: 1 }, { teachers: 2 }],
      roomCaps: [55, 55, 55, 55, 55, 55, 55],
    });
    expect(faultsOf(asked, await plan(asked))).toEqual([]);
  });

  test('given sections of one teacher lie in different lines, and their students stay', async () => {
    const fixed = Int32Array.from([0, 3]);
    const section = { teacher: 0, line: -1, closed: false, cap: 20 };
    const asked = problem({
      courses: [course({ cap: 20 }), course({ cap: 20 })],
      types: [
        { homeroom: -1, courses: [0, 1], count: 30 },
        { homeroom: -1, courses: [0, 1], count: 3 },
      ],
      given: [
        { ...section, course: 0, fixed: null },
        { ...section, course: 0, fixed },
      ],
    });
    const found = await plan(asked);
    expect(faultsOf(asked, found)).toEqual([]);
    const bound = found.sections.findIndex((s) => s.given === 1);
    expect(found.flow[found.sections.length + bound]).toBe(3);
  });

  test('a homeroom with few free slots walks in few lines', async () => {
    const asked = problem({
      courses: [course({ periods: 5 }), course({ periods: 5 }), course({ periods: 3 }), course({ periods: 3 })],
      types: [
        { homeroom: 0, courses: [0, 1], count: 40 },
        { homeroom: 1, courses: [2, 3], count: 40 },
        { homeroom: 2, courses: [0, 2], count: 40 },
      ],
      homeroomFree: Int32Array.from([10, 8, 8]),
    });
    const found = await plan(asked);
    expect(faultsOf(asked, found)).toEqual([]);
    for (const [t, type] of asked.types.entries()) {
      const width = found.sections.length;
      const used = new Set(found.sections.filter((_, s) => (found.flow[t * width + s] ?? 0) > 0).map((s) => s.line));
      const periods = [...used].reduce((sum, line) => sum + (found.lines[line]?.periods ?? 0), 0);
      expect(periods).toBeLessThanOrEqual(asked.homeroomFree[type.homeroom] ?? 0);
    }
  });

  test('where no lines fit into the week, sections have none, and everybody has a seat', async () => {
    const asked = problem({
      courses: four,
      types: twoOfFour([30, 20, 25, 10, 40, 15], 0),
      homeroomFree: Int32Array.from([7]),
    });
    const found = await plan(asked);
    expect(found.lines).toEqual([]);
    expect(faultsOf(asked, found)).toEqual([]);
  });
});

const randomGrade = fc
  .record({
    numbers: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 }),
    caps: fc.array(fc.integer({ min: 15, max: 50 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ numbers, caps }) =>
    problem({
      courses: caps.map((cap) => course({ cap })),
      types: twoOfFour(numbers),
      lines: [{ courses: null }, { courses: null }],
    }),
  );

describe('properties of random grades with two given lines', () => {
  test('no plan breaks anything; the bound holds against the exact search over the numbers of sections', async () => {
    await fc.assert(
      fc.asyncProperty(randomGrade, async (asked) => {
        const found = await plan(asked);
        expect(faultsOf(asked, found)).toEqual([]);
        expect(found.sections.length).toBe(found.totalBound);
        expect(found.optimal).toBe(true);
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test('highs, asked for the fewest sections in one model, finds no fewer', async () => {
    await fc.assert(
      fc.asyncProperty(randomGrade, async (asked) => {
        const [layout] = lineLayouts(asked);
        if (!layout) throw new Error('no lines');
        const counts = courseCounts(asked);
        const context = { problem: asked, layout, sets: studentSets(asked, () => false), counts };
        const plain = {
          made: null,
          even: 'no',
          peak: 'no',
          mayLeaveOut: false,
          mayCrowd: false,
          slack: 0,
          groupPeak: null,
        } as const;
        const { model } = lineModel(context, { ...plain, name: 'oracle', counts: null });
        const oracle = await solveMip(model, { seed: 1, maxNodes: 100_000, backend: 'highs' });
        expect(oracle.status).toBe('optimal');
        expect((await plan(asked)).sections.length).toBe(oracle.objective);
      }),
      { numRuns: 25, seed: 17 },
    );
  });

  test('a plan serves everybody it can without a single model answered', () => {
    fc.assert(
      fc.property(randomGrade, (asked) => {
        const found = planSectionsGreedily({ ...asked, lines: null });
        expect(faultsOf(asked, found)).toEqual([]);
        expect(found.method).toBe('search');
        // What a model would be asked: here are sections that all may enter.
        const given = { course: 0, teacher: -1, line: -1, cap: 60, closed: false, fixed: null };
        const greedy = planSectionsGreedily({ ...asked, lines: null, given: [given] });
        expect(faultsOf({ ...asked, given: [given] }, greedy)).toEqual([]);
        expect(greedy.method).toBe('greedy');
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test('the same problem gives the same plan', async () => {
    const asked = problem({ courses: four, types: twoOfFour([31, 22, 9, 14, 40, 17]) });
    expect(await plan(asked)).toEqual(await plan(asked));
  });
});

/** Every direction of every edge, tried out. */
function orientableByTrying(edges: [number, number][], low: number[], high: number[]): boolean {
  for (let choice = 0; choice < 1 << edges.length; choice++) {
    const out = low.map(() => 0);
    for (const [e, [a, b]] of edges.entries())
      out[choice & (1 << e) ? a : b] = (out[choice & (1 << e) ? a : b] ?? 0) + 1;
    if (out.every((n, c) => n >= (low[c] ?? 0) && n <= (high[c] ?? 0))) return true;
  }
  return false;
}

describe('the subset condition for two lines', () => {
  const pair = fc.constantFrom<[number, number]>([0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]);
  test('agrees with trying every orientation of K4 with repeated edges', () => {
    const bounds = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), bounds, bounds, (edges, low, more) => {
        const numbers = new Int32Array(16);
        for (const [a, b] of edges) numbers[a * 4 + b] = (numbers[a * 4 + b] ?? 0) + 1;
        const high = low.map((n, c) => n + (more[c] ?? 0));
        expect(orientable(4, numbers, low, high)).toBe(orientableByTrying(edges, low, high));
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test('three subjects in a circle need a second section of one', () => {
    const edges = [0, 10, 10, 0, 0, 10, 0, 0, 0];
    expect(
      twoLinesServe(
        3,
        edges,
        [50, 50, 50],
        [
          [1, 0, 0],
          [0, 1, 1],
        ],
      ),
    ).toBe(false);
    expect(
      twoLinesServe(
        3,
        edges,
        [50, 50, 50],
        [
          [1, 0, 1],
          [0, 1, 1],
        ],
      ),
    ).toBe(true);
  });
});
