/** Lines that share no course are planned apart, and the parts make one plan. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineLayouts } from '../../solver/plan/line-layouts.ts';
import { lineParts } from '../../solver/plan/line-parts.ts';
import { planSections } from '../../solver/plan/section-plan.ts';
import type { PlanProblem, WalkingCourse } from '../../solver/plan/types.ts';
import { runProcedure } from '../../src/mip/run-procedure.ts';
import { faultsOf } from './problems.ts';

const course = (periods: number, family = 0, teacherGroup = -1): WalkingCourse => ({
  periods,
  cap: 10,
  fixedSections: -1,
  teacherGroup,
  needsRoom: true,
  family,
});

const problemOf = (courses: WalkingCourse[], types: PlanProblem['types'], teachers: number[] = []): PlanProblem => ({
  key: 'sections:g',
  courses,
  types,
  homeroomFree: Int32Array.of(40),
  teacherGroups: teachers.map((n) => ({ teachers: n })),
  roomCaps: Array.from({ length: 20 }, () => 10),
  lines: null,
  given: [],
});

/** Three of four chosen subjects with 4 periods; maths at one of two levels and English with 4 or 5. */
const grade = (levelPeriods: number, counts: number[]): PlanProblem =>
  problemOf(
    [0, 0, 0, 0, 1, 1, 1].map((family) => course(family === 0 ? 4 : levelPeriods, family)),
    [
      [0, 1, 2, 4, 6],
      [0, 1, 3, 5, 6],
      [0, 2, 3, 4, 6],
      [1, 2, 3, 5, 6],
    ].map((courses, i) => ({ homeroom: 0, courses, count: counts[i] ?? 0 })),
  );

const plan = (problem: PlanProblem) => runProcedure(planSections(problem), { seed: 1, maxNodes: 200 });

describe('a grade whose subjects and levels have lines of their own', () => {
  it('falls into parts by length, and by family where the lengths are equal', () => {
    for (const levelPeriods of [5, 4]) {
      const problem = grade(levelPeriods, [9, 8, 7, 6]);
      const [layout] = lineLayouts(problem);
      if (!layout) throw new Error('no lines');
      expect(layout.name).toBe(levelPeriods === 4 ? 'families' : 'exact');
      const parts = lineParts(problem, layout);
      expect(parts.map((part) => part.courses)).toEqual([
        [0, 1, 2, 3],
        [4, 5, 6],
      ]);
      expect(parts.map((part) => part.lines.length).sort((a, b) => a - b)).toEqual([2, 3]);
    }
  });

  it('stays whole where students would need more lines by family than by length', () => {
    const types = [
      { homeroom: 0, courses: [0, 1], count: 8 },
      { homeroom: 0, courses: [2, 3], count: 8 },
    ];
    const problem = problemOf([course(4), course(4), course(4, 1), course(4, 1)], types);
    expect(lineLayouts(problem)[0]?.name).toBe('exact');
  });

  it('has every student once in each course, at most once in a line, and nobody above the cap', async () => {
    const counts = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(counts, fc.constantFrom(4, 5), async (students, levelPeriods) => {
        const asked = grade(levelPeriods, students);
        const found = await plan(asked);
        expect(found.unserved).toBe(0);
        expect(faultsOf(asked, found)).toEqual([]);
        const least = asked.courses.map((_, c) =>
          Math.ceil(asked.types.reduce((sum, type) => sum + (type.courses.includes(c) ? type.count : 0), 0) / 10),
        );
        expect(found.sections.length).toBeGreaterThanOrEqual(least.reduce((a, b) => a + b, 0));
      }),
      { numRuns: 6, seed: 5 },
    );
  });

  it('spreads the sections of a subject over the lines, so that two teachers are enough for four sections', async () => {
    const levels = [course(4, 0, 0), course(4, 0, 0), course(4, 0, 1), course(4, 0, 1)];
    const types = [
      { homeroom: 0, courses: [0, 2], count: 12 },
      { homeroom: 0, courses: [0, 3], count: 7 },
      { homeroom: 0, courses: [1, 2], count: 6 },
      { homeroom: 0, courses: [1, 3], count: 11 },
    ];
    const found = await plan(problemOf(levels, types, [4, 4]));
    expect(found.verdict).toBe('served');
    for (const group of [0, 1]) {
      const perLine = found.lines.map(
        (_, line) => found.sections.filter((s) => s.line === line && levels[s.course]?.teacherGroup === group).length,
      );
      expect(perLine).toEqual([2, 2]);
    }
  });
});

describe('a part that another layout of lines leaves as it was', () => {
  it('is not asked about again', async () => {
    // Nobody finds a place in one section each of three courses, two of which everybody takes, whatever lines of two periods there are beside.
    const courses = [4, 4, 4, 2, 2].map((periods) => course(periods));
    const types = [
      [0, 1, 3, 4],
      [0, 2, 3, 4],
      [1, 2, 3, 4],
    ].map((own) => ({ homeroom: 0, courses: own, count: 3 }));
    const problem = { ...problemOf(courses, types), homeroomFree: Int32Array.of(14) };
    expect(lineLayouts(problem).map(({ lines }) => lines.length)).toEqual([4, 5]);
    const asked: string[] = [];
    const procedure = planSections(problem);
    const listening = (function* () {
      let step = procedure.next();
      while (!step.done) {
        const { key: _key, ...question } = step.value;
        asked.push(JSON.stringify(question));
        step = procedure.next(yield step.value);
      }
      return step.value;
    })();
    const plan = await runProcedure(listening, { seed: 1, maxNodes: 2000 });
    expect(plan.sections.length).toBe(6);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
