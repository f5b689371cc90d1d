/** What is proved of a plan may only ease when the school has more, and is never above what a plan reaches. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  planSections,
  planTeachers,
  type PlanProblem,
  type TeacherProblem,
  withoutModels,
} from '../../solver/index.ts';
import { lineTimes } from '../../src/compile/assemble.ts';
import { teacherProblem } from '../../src/compile/teacher-problem.ts';
import type { School } from '../../src/school/types.ts';
import { randomSchool } from '../support/random-school.ts';
import { plannedWeek, type PlannedWeek } from '../support/week-of.ts';

function onRandomSchools(check: (planned: PlannedWeek, school: School) => void): void {
  fc.assert(
    fc.property(randomSchool, (school) => {
      const planned = plannedWeek(school);
      fc.pre(planned !== null);
      check(planned, school);
    }),
    { numRuns: 25, seed: 20_251_124 },
  );
}

const teachersOf = ({ model, stage }: PlannedWeek): TeacherProblem =>
  teacherProblem(model, stage.sections, stage.roles, (section) => lineTimes(model, section));

describe('a section plan', () => {
  const bounds = (problem: PlanProblem): number[] => {
    const plan = withoutModels(planSections(problem, 1));
    return [plan.totalBound, ...plan.sectionsBound];
  };
  const atMost = (one: number[], other: number[]): boolean => one.every((value, i) => value <= (other[i] ?? 0));

  it('has no fewer sections than its bounds say, by course and in all', () => {
    onRandomSchools(({ stage }) => {
      stage.plans.forEach((plan, index) => {
        const courses = stage.grades[index]?.problem.courses ?? [];
        if (plan.unserved > 0) return;
        expect(plan.totalBound).toBeLessThanOrEqual(plan.sections.length);
        courses.forEach((_, c) => {
          const formed = plan.sections.filter((section) => section.course === c).length;
          expect(plan.sectionsBound[c]).toBeLessThanOrEqual(formed);
        });
      });
    });
  });

  it('is bounded no higher with a teacher or a room more, or larger caps; no lower with a student more', () => {
    let eased = 0;
    onRandomSchools(({ stage }) => {
      for (const { problem } of stage.grades) {
        const plain = bounds(problem);
        const teacher = problem.teacherGroups.map((group) => ({ teachers: group.teachers + 1 }));
        expect(atMost(bounds({ ...problem, teacherGroups: teacher }), plain)).toBe(true);
        const largest = problem.roomCaps[0] ?? 10;
        expect(atMost(bounds({ ...problem, roomCaps: [largest, ...problem.roomCaps] }), plain)).toBe(true);
        const larger = problem.courses.map((course) => ({ ...course, cap: course.cap + 1 }));
        const given = problem.given.map((section) => ({ ...section, cap: section.cap + 1 }));
        const wide = bounds({ ...problem, courses: larger, given });
        expect(atMost(wide, plain)).toBe(true);
        if ((wide[0] ?? 0) < (plain[0] ?? 0)) eased++;
        if (problem.given.length > 0) continue;
        const types = problem.types.map((type, t) => (t === 0 ? { ...type, count: type.count + 1 } : type));
        expect(atMost(plain, bounds({ ...problem, types }))).toBe(true);
      }
    });
    expect(eased).toBeGreaterThan(5);
  });
});

describe('a teacher plan', () => {
  it('is short by no less than its bound, which a further teacher never raises', () => {
    let short = 0;
    onRandomSchools((planned) => {
      const problem = teachersOf(planned);
      // Three periods for everybody are too few somewhere.
      const tight = { ...problem, teachers: problem.teachers.map((one) => ({ ...one, max: 3 })) };
      for (const asked of [problem, tight]) {
        const plain = withoutModels(planTeachers(asked));
        expect(plain.shortBound).toBeLessThanOrEqual(plain.short);
        if (plain.shortBound > 0) short++;
        const [busiest] = asked.sections.map(({ candidates }) => candidates[0] ?? -1).filter((one) => one >= 0);
        const twin = asked.teachers[busiest ?? 0];
        if (busiest === undefined || !twin) continue;
        const more = withoutModels(
          planTeachers({
            ...asked,
            teachers: [...asked.teachers, twin],
            sections: asked.sections.map((section) =>
              section.bound < 0 && section.candidates.includes(busiest)
                ? { ...section, candidates: Int32Array.from([...section.candidates, asked.teachers.length]) }
                : section,
            ),
          }),
        );
        expect(more.shortBound).toBeLessThanOrEqual(plain.shortBound);
      }
    });
    expect(short).toBeGreaterThan(3);
  });
});
