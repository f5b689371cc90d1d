/** In which order a school lists its people and rooms makes no difference to what the judge counts, rule by rule. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import type { School } from '../../src/school/types.ts';
import { cases, ruleCases, type Case } from '../cases/index.ts';

const shuffled = <T>(list: T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length });

/** Courses, and what is decided by the order of the file, stay: choice groups, lines, lessons of a course, rules. */
const reordered = (school: School): fc.Arbitrary<School> =>
  fc
    .tuple(
      shuffled(school.teachers),
      shuffled(school.students),
      shuffled(school.homerooms),
      shuffled(school.rooms),
      shuffled(school.grades),
    )
    .map(([teachers, students, homerooms, rooms, grades]) => ({
      ...school,
      teachers,
      students,
      homerooms,
      rooms,
      grades,
    }));

const counted = ({ timetable, base }: Case, school: School): [string, number][] =>
  judge(school, timetable, base).rules.map(({ rule, deviation }) => [rule, deviation]);

describe('the order of a school’s lists', () => {
  const anyCase = fc
    .constantFrom(...new Set([...ruleCases, ...cases]))
    .chain((one) => fc.tuple(fc.constant(one), reordered(one.school)));

  it('makes no difference to any case of the table', () => {
    fc.assert(
      fc.property(anyCase, ([one, school]) => {
        // teachers' own keys are rules in the order of the teachers
        const sorted = (rules: [string, number][]): [string, number][] =>
          rules.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
        expect(sorted(counted(one, school)), one.name).toEqual(sorted(counted(one, one.school)));
      }),
      { seed: 20261124, numRuns: 800 },
    );
  });

  it('a rule counts no more for the sections it selects than without selectors', () => {
    // each rule that judges every section, teacher or student by itself: fewer of them cannot break it more
    const alone = ruleCases.filter(({ school }) => {
      const [rule] = school.rules ?? [];
      return (
        rule !== undefined &&
        /^(slots\.forbid|slots\.require|course\.|teacher\.(max|min|half|noon)|student\.|walking\.|building\.|room\.near)/.test(
          rule.type,
        )
      );
    });
    expect(alone.length).toBeGreaterThan(40);
    fc.assert(
      fc.property(
        fc.constantFrom(...alone).chain((one) => fc.tuple(fc.constant(one), fc.constantFrom(...one.school.homerooms))),
        ([one, homeroom]) => {
          const [first, ...others] = one.school.rules ?? [];
          if (first === undefined || first.homerooms !== undefined) return;
          const narrowed = { ...one.school, rules: [{ ...first, homerooms: [homeroom.id] }, ...others] };
          const deviationOf = (school: School): number =>
            counted(one, school).find(([id]) => id === first.id)?.[1] ?? 0;
          expect(deviationOf(narrowed), one.name).toBeLessThanOrEqual(deviationOf(one.school));
        },
      ),
      { seed: 20261125, numRuns: 300 },
    );
  });
});
