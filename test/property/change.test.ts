/** Change against an earlier week, capped: differences are exact, and the engine counts what the judge counts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRooms, trueScore, type Problem, type Solution } from '../../solver/index.ts';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import type { Rule, School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { randomSchool } from '../support/random-school.ts';
import { judgedDocument, plannedWeek, search, type PlannedWeek } from '../support/week-of.ts';
import { NEIGHBOURHOODS, OF_SCHOOLS, proposeExactly, startedState } from './states.ts';
import { twoWeeks } from './two-weeks.ts';

const SEED = 20_251_124;

const limit = fc.option(fc.nat(3), { nil: undefined });
const keepRules: fc.Arbitrary<Rule[]> = fc
  .tuple(
    ...['keep.slot', 'keep.room', 'keep.teacher', 'keep.student'].map((type) =>
      fc.record({
        type: fc.constant(type),
        max: limit,
        maxEach: limit,
        strength: fc.constantFrom<Rule['strength']>('must', 'high', 'low'),
        who: fc.constantFrom<Partial<Rule>>(
          {},
          {},
          { grades: ['g1'] },
          { grouping: 'walking' },
          { subjects: ['mat', 'che'] },
          { teachers: ['t-mat1', 't-che1'] },
          { rooms: ['x1', 'g1r1'] },
          { students: ['g1h1s1', 'g1h1s2'] },
        ),
      }),
    ),
  )
  .map((rules) =>
    rules.map(({ type, max, maxEach, strength, who }) => ({
      type,
      strength,
      ...who,
      ...(max === undefined ? {} : { max }),
      ...(maxEach === undefined ? {} : { maxEach }),
    })),
  );

/** Every lesson on some start slot of its domain, and every role with some candidate. */
function anywhere({ lessons, roles, ...problem }: Problem, seed: number): Solution {
  const random = seedRandom(seed);
  const any = ({ start, item }: Problem['roles']['candidates'], owner: number): number => {
    const from = start[owner] ?? 0;
    const width = (start[owner + 1] ?? 0) - from;
    return width === 0 || (width > 1 && nextBelow(random, 9) === 0)
      ? -1
      : (item[from + nextBelow(random, width)] ?? -1);
  };
  const lessonSlot = lessons.domain.map((domain) => any(lessons.starts, domain));
  const roleTeacher = Int32Array.from({ length: roles.count }, (_, role) => any(roles.candidates, role));
  const demandRoom = assignRooms({ lessons, roles, ...problem }, lessonSlot);
  return { lessonSlot, roleTeacher, demandRoom, enrolled: problem.enrolments.event };
}

/** One of the lessons of chemistry is in the laboratory, as long as the others. */
const withLaboratory = randomSchool.map((school): School => ({
  ...school,
  courses: school.courses.map((course) =>
    course.subject === 'che' ? { ...course, lessons: [{ count: 2 }, { count: 1, roomKind: 'lab:che' }] } : course,
  ),
}));

interface Changed {
  school: School;
  base: Timetable;
  planned: PlannedWeek;
  seed: number;
}

/** A random school with caps, planned by another seed than the earlier week it is measured against. */
function onChangedWeeks(runs: number, check: (changed: Changed) => void, schools = randomSchool): void {
  fc.assert(
    fc.property(schools, keepRules, fc.nat(1_000_000), (stated, rules, seed) => {
      const before = plannedWeek(stated, seed);
      fc.pre(before !== null);
      const base = judgedDocument(stated, before, anywhere(before.week.problem, seed));
      const school = { ...stated, rules: [...(stated.rules ?? []), ...rules] };
      const planned = plannedWeek(school, seed + 1, base);
      fc.pre(planned !== null);
      check({ school, base, planned, seed });
    }),
    { numRuns: runs, seed: SEED },
  );
}

describe.each([...OF_SCHOOLS, 'swap-own-lessons'])('%s under caps', (name) => {
  it('states the exact difference, and takes back all it did', () => {
    let proposed = 0;
    onChangedWeeks(
      6,
      ({ planned, seed }) => {
        for (const { problem } of planned.bundle.levels) {
          for (const each of [problem, twoWeeks(problem, seed)]) {
            const state = startedState(each, planned.stage.roleTeacher, seed);
            proposed += proposeExactly(state, NEIGHBOURHOODS[name], seed, 60).proposed;
          }
        }
      },
      withLaboratory,
    );
    expect(proposed).toBeGreaterThan(60);
  });
});

describe('the score of a week under caps', () => {
  it('is what the judge counts, whoever, wherever and whenever', () => {
    const broken = new Map<string, number>();
    onChangedWeeks(40, ({ school, base, planned, seed }) => {
      const { problem, ruleIds, ruleTypes } = planned.week;
      const solution = anywhere(problem, seed + 7);
      judgedDocument(school, planned, solution, base);
      trueScore(problem, solution).deviation.forEach((units, rule) => {
        const type = ruleTypes[rule] ?? '';
        if (units > 0 && ruleIds[rule]?.endsWith('.max')) broken.set(type, (broken.get(type) ?? 0) + 1);
      });
    });
    for (const type of ['keep.slot', 'keep.room', 'keep.teacher', 'keep.student']) {
      expect([type, (broken.get(type) ?? 0) > 2]).toEqual([type, true]);
    }
  });

  it('is what the judge counts of what the search finds', () => {
    onChangedWeeks(10, ({ school, base, planned, seed }) => {
      judgedDocument(school, planned, search(planned, seed, 2, 1024).solution, base);
    });
  });
});
