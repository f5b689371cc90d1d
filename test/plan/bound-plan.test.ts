/** Everybody's sections are given and their lines are not: lines in which nobody is in two sections at once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundPlan } from '../../solver/plan/bound-plan.ts';
import { lineLayouts } from '../../solver/plan/line-layouts.ts';
import type { LinePlan } from '../../solver/plan/line-model.ts';
import { courseCounts } from '../../solver/plan/section-counts.ts';
import { studentSets } from '../../solver/plan/student-sets.ts';
import type { GivenSection, PlanProblem } from '../../solver/plan/types.ts';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { course, problem } from './problems.ts';

type Student = readonly number[];

/** `sections`: the course of each; `students`: the sections of each. */
function schoolOf(sections: readonly number[], students: readonly Student[], wish: Partial<GivenSection>[] = []) {
  const fixed = (g: number): Int32Array => Int32Array.from(students, (own) => (own.includes(g) ? 1 : 0));
  const courseOf = (g: number): number => sections[g] ?? -1;
  return problem({
    courses: Array.from({ length: 1 + Math.max(...sections) }, () => course({ cap: 200 })),
    types: students.map((own) => ({ homeroom: -1, courses: own.map(courseOf), count: 1 })),
    given: sections.map((own, g) => ({
      course: own,
      teacher: -1,
      line: -1,
      cap: 200,
      closed: true,
      fixed: fixed(g),
      ...wish[g],
    })),
  });
}

function linesFor(asked: PlanProblem, lines: number): LinePlan | null {
  const [first] = lineLayouts({ ...asked, lines: Array.from({ length: lines }, () => ({ courses: null })) });
  if (!first) throw new Error('no lines');
  const counts = courseCounts(asked);
  const context = { problem: asked, layout: first, sets: studentSets(asked, () => false), counts };
  const all = counts.map((count) => count.least);
  return boundPlan(context, all, new Array<number>(lines).fill(asked.given.length), 1);
}

describe('lines of given sections', () => {
  test('three sections that meet each other two by two need three lines', () => {
    const triangle = schoolOf([0, 1, 2], [[0, 1], [1, 2], [0, 2]]); // prettier-ignore
    expect(linesFor(triangle, 2)).toBeNull();
    expect(new Set(linesFor(triangle, 3)?.givenLine)).toEqual(new Set([0, 1, 2]));
  });

  test('a line that the school gives is kept, and a teacher is in one section at a time', () => {
    const asked = schoolOf([0, 1, 2], [[0], [1], [2]], [{ teacher: 4 }, { teacher: 4 }, { line: 1 }]);
    const plan = linesFor(asked, 2);
    expect(plan?.givenLine[2]).toBe(1);
    expect(plan?.givenLine[0]).not.toBe(plan?.givenLine[1]);
    expect(linesFor(schoolOf([0, 1], [[0, 1]], [{ line: 0 }, { line: 0 }]), 2)).toBeNull();
    const twice = { teacher: 4, line: 0 };
    expect(linesFor(schoolOf([0, 1], [[0], [1]], [twice, twice]), 2)).toBeNull();
  });

  test('no line holds more sections than it may, nor more of a subject than it has teachers', () => {
    const alone = Array.from({ length: 6 }, (_, g) => g);
    const asked = schoolOf([0, 0, 0, 0, 1, 1], alone.map((g) => [g])); // prettier-ignore
    const counted = { ...asked, courses: asked.courses.map((it) => ({ ...it, teacherGroup: 0 })) };
    expect(linesFor({ ...counted, teacherGroups: [{ teachers: 2 }] }, 2)).toBeNull();
    const plan = linesFor({ ...counted, teacherGroups: [{ teachers: 2 }] }, 3);
    expect([0, 1, 2].map((line) => plan?.givenLine.filter((own) => own === line).length)).toEqual([2, 2, 2]);
  });

  test('whoever may still choose a section is left to a model', () => {
    const open = { closed: false };
    const asked = schoolOf([0, 1], [[0, 1]], [open, open]);
    expect(linesFor(asked, 2)).not.toBeNull();
    const [own] = asked.types;
    if (!own) throw new Error('no students');
    expect(linesFor({ ...asked, types: [own, { homeroom: -1, courses: [0], count: 3 }] }, 2)).toBeNull();
  });

  test('what was lines once is found again, whatever the lines were', () => {
    const size = fc.record({ lines: fc.integer({ min: 2, max: 5 }), wide: fc.integer({ min: 2, max: 12 }) });
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 1000 }), ({ lines, wide }, seed) => {
        const random = seedRandom(seed);
        const sections = Array.from({ length: lines * wide }, (_, g) => g);
        const students = Array.from({ length: 20 * wide }, () =>
          Array.from({ length: lines }, (_, line) => line * wide + nextBelow(random, wide)),
        );
        const plan = linesFor(schoolOf(sections, students), lines);
        if (!plan) throw new Error('no lines found');
        for (const own of students) expect(new Set(own.map((g) => plan.givenLine[g])).size).toBe(lines);
        expect(plan.unserved).toBe(0);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});
