/** Rules on the days of students: search, recount and judge say the same, and the search leaves fewer gaps where a rule counts them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRooms, trueScore, type Solution } from '../../solver/index.ts';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { totalCost } from '../../solver/timetable/cost.ts';
import { loadSolution, makeWeekState } from '../../solver/timetable/state.ts';
import { isRead } from '../cases/index.ts';
import type { Rule, School } from '../../src/school/types.ts';
import { randomSchool } from '../support/random-school.ts';
import { judgedDocument, plannedWeek, search, type PlannedWeek } from '../support/week-of.ts';
import { NEIGHBOURHOODS, proposeExactly, startedState } from './states.ts';
import { twoWeeks } from './two-weeks.ts';
import { withBuildings } from './buildings.ts';

const bodies: Omit<Rule, 'strength'>[] = [
  { type: 'student.gaps', max: 0 },
  { type: 'student.gaps', max: 1, grades: ['g1'] },
  { type: 'student.gaps', max: 0, students: ['g1h1s1', 'g1h1s3'] },
  { type: 'student.free', maxPerDay: 1 },
  { type: 'student.free', slots: '*.3|4', homerooms: ['g1h1'] },
  { type: 'student.free', slots: 'mon.*', maxPerDay: 0 },
  { type: 'walking.moves', max: 0 },
  { type: 'walking.moves', max: 1, homerooms: ['g1h1'] },
  { type: 'building.change' },
  { type: 'building.change', floors: 0, grades: ['g1'] },
];
/** Who attends such a section; places in self-study, and what these take from other rules: the search does not know. */
const bySection: Omit<Rule, 'strength'>[] = [
  { type: 'student.free', supervised: false },
  { type: 'student.free', supervised: true, maxPerDay: 2 },
  { type: 'student.free', supervised: true, homerooms: ['g1h1'] },
  { type: 'room.reserve', count: 2 },
  { type: 'teacher.loadFair', tolerance: 0 },
  { type: 'student.gaps', max: 0, subjects: ['bio'] },
  { type: 'walking.moves', max: 0, grouping: 'walking' },
  { type: 'building.change', teachers: ['t-che1'] },
  { type: 'student.gaps', max: 0, rooms: ['x1'] },
];

const rulesOf = (among: Omit<Rule, 'strength'>[]): fc.Arbitrary<Rule[]> =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom(...among.filter((body) => isRead(body as Rule))),
        fc.constantFrom<Rule['strength']>('must', 'high', 'low'),
      )
      .map(([body, strength]): Rule => ({ ...body, strength }) as Rule),
    { minLength: 1, maxLength: 3 },
  );

function planned(school: School, rules: Rule[], seed: number): { school: School; week: PlannedWeek } | null {
  const stated = { ...withBuildings(school), rules, defaults: false };
  const week = plannedWeek(stated, seed);
  return week && { school: stated, week };
}

/** Every lesson anywhere in its domain, or, one in five, nowhere. */
function thrown({ week, stage }: PlannedWeek, seed: number): Solution {
  const { problem } = week;
  const random = seedRandom(seed);
  const { start, item } = problem.lessons.starts;
  const lessonSlot = problem.lessons.domain.map((domain) => {
    const from = start[domain] ?? 0;
    const width = (start[domain + 1] ?? 0) - from;
    return width === 0 || nextBelow(random, 5) === 0 ? -1 : (item[from + nextBelow(random, width)] ?? -1);
  });
  const demandRoom = assignRooms(problem, lessonSlot);
  return { lessonSlot, roleTeacher: stage.roleTeacher, demandRoom, enrolled: problem.enrolments.event };
}

const RUNS = { numRuns: 30, seed: 20_251_124 };

describe('rules on the days of students', () => {
  it('are counted alike by the search, move by move, and in full', () => {
    let costly = 0;
    fc.assert(
      fc.property(randomSchool, rulesOf(bodies), fc.nat(1_000_000), (school, rules, seed) => {
        const found = planned(school, rules, seed);
        fc.pre(found !== null);
        const { bundle, stage, week } = found.week;
        for (const { problem } of bundle.levels) {
          for (const it_ of [problem, twoWeeks(problem, seed)]) {
            const state = startedState(it_, stage.roleTeacher, seed);
            for (const name of ['move-lesson', 'swap-any', 'kempe-chain'])
              proposeExactly(state, NEIGHBOURHOODS[name], seed, 25);
          }
        }
        const { problem, ruleTypes } = week;
        const solution = thrown(found.week, seed);
        const state = makeWeekState(problem, 0);
        loadSolution(state, solution);
        const { deviation } = trueScore(problem, solution);
        const cost = ruleTypes.reduce(
          (sum, type, rule) =>
            /^(student\.(gaps|free)|slots\.forbid)$/.test(type)
              ? sum + (deviation[rule] ?? 0) * (problem.rules.weight[rule] ?? 0)
              : sum,
          0,
        );
        expect(totalCost(state)).toBe(cost);
        if (cost > 0) costly++;
      }),
      RUNS,
    );
    expect(costly).toBeGreaterThan(8);
  });

  it('are what the judge counts, of weeks with clashes and holes too', () => {
    let broken = 0;
    fc.assert(
      fc.property(randomSchool, rulesOf([...bodies, ...bySection]), fc.nat(1_000_000), (school, rules, seed) => {
        const found = planned(school, rules, seed);
        fc.pre(found !== null);
        judgedDocument(found.school, found.week, thrown(found.week, seed));
        const { score } = judgedDocument(found.school, found.week, search(found.week, seed, 1, 512).solution);
        if (score.rules.some(({ rule, deviation }) => rule.startsWith('rules[') && deviation > 0)) broken++;
      }),
      RUNS,
    );
    expect(broken).toBeGreaterThan(8);
  });

  it('change the week: fewer free periods between lessons than where none counts them', () => {
    let fewer = 0;
    let more = 0;
    fc.assert(
      fc.property(randomSchool, fc.nat(1_000_000), (school, seed) => {
        const gaps: Rule = { id: 'gaps', type: 'student.gaps', max: 0, strength: 'high' };
        const with_ = planned(school, [gaps], seed);
        const without = planned(school, [{ ...gaps, students: ['g1h1s1'], strength: 1 }], seed);
        fc.pre(with_ !== null && without !== null);
        const [one, other] = [with_, without].map(({ week }) => {
          const { solution } = search(week, seed, 2, 2048);
          const { problem, ruleIds } = with_.week.week;
          return trueScore(problem, solution).deviation[ruleIds.indexOf('gaps')] ?? 0;
        });
        if ((one ?? 0) < (other ?? 0)) fewer++;
        if ((one ?? 0) > (other ?? 0)) more++;
      }),
      { numRuns: 6, seed: 20_251_124 },
    );
    expect(fewer).toBeGreaterThan(2 * more);
    expect(fewer).toBeGreaterThan(1);
  });
});
