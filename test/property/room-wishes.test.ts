/** Rules on where lessons are held: the rooms found keep to them better, and to everything else as well as before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRooms, planSections, trueScore, type Problem, withoutModels } from '../../solver/index.ts';
import { assembleSections } from '../../src/compile/assemble.ts';
import { planProblems } from '../../src/compile/plan-problem.ts';
import { compileWeek, type CompiledWeek } from '../../src/compile/problem.ts';
import { compileRoles } from '../../src/compile/roles.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import { courseUnits } from '../../src/school/takers.ts';
import type { Rule, School } from '../../src/school/types.ts';
import { randomSchool } from '../support/random-school.ts';
import { judgedDocument, plannedWeek, search } from '../support/week-of.ts';
import { NEIGHBOURHOODS, proposeExactly, startedState } from './states.ts';
import { withBuildings } from './buildings.ts';

const ROOM_RULES = new Set([
  'walking.moves',
  'building.change',
  'room.prefer',
  'room.near',
  'room.reserve',
  'room.own',
  'room.stable',
]);

const roomRule: fc.Arbitrary<Rule> = fc
  .tuple(
    fc.constantFrom<Omit<Rule, 'strength'>>(
      { type: 'room.prefer', courses: ['g1-mat'], rooms: ['x1'] },
      { type: 'room.prefer', subjects: ['bio', 'geo'], rooms: ['x1', 'g1r1'] },
      { type: 'room.prefer', rooms: ['lab2'] },
      { type: 'room.near' },
      { type: 'room.near', floors: 1, grouping: 'walking' },
      { type: 'room.reserve', count: 1 },
      { type: 'room.reserve', count: 1, rooms: ['x1', 'x2'], slots: '*.1|2' },
      { type: 'walking.moves', max: 0 },
      { type: 'walking.moves', max: 1, grouping: 'walking' },
      { type: 'building.change', floors: 1 },
      { type: 'room.stable' },
      { type: 'room.own' },
    ),
    fc.constantFrom<Rule['strength']>('must', 'high', 'low'),
  )
  .map(([body, strength]): Rule => ({ ...body, strength }) as Rule);

function compiled(school: School, rules: Rule[]): CompiledWeek | null {
  if (readSchool(JSON.stringify(school)).school === null) return null;
  const model = makeSchoolModel({ ...withBuildings(school), rules, defaults: false });
  const units = courseUnits(model);
  const grades = planProblems(model, units);
  const plans = grades.map(({ problem }) => withoutModels(planSections(problem, 1)));
  const { sections, unserved } = assembleSections(model, units, grades, plans);
  return compileWeek(model, sections, unserved.length, compileRoles(model, sections));
}

/** The same problem, whose rooms are given out by what was known before such rules were. */
function withoutWishes(problem: Problem): Problem {
  const { monitors, roomDemands } = problem;
  const none = { start: new Int32Array(roomDemands.count + 1), item: new Int32Array(0) };
  return {
    ...problem,
    roomDemands: { ...roomDemands, kept: none },
    monitors: {
      ...monitors,
      preferRoom: { ...monitors.preferRoom, count: 0 },
      nearRoom: { ...monitors.nearRoom, count: 0 },
      studentDay: { ...monitors.studentDay, count: 0, shape: new Int32Array(0) },
      reserveRoom: { ...monitors.reserveRoom, count: 0 },
    },
  };
}

const RUNS = { numRuns: 40, seed: 20_251_124 };
const someRules = fc.array(roomRule, { minLength: 1, maxLength: 3 });

describe('rules on where lessons are held', () => {
  it('are kept to better by the rooms that are found, and no lesson loses its room', () => {
    let better = 0;
    fc.assert(
      fc.property(randomSchool, someRules, fc.nat(1_000_000), (school, rules, seed) => {
        const week = compiled(school, rules);
        fc.pre(week !== null);
        const { problem, ruleTypes } = week;
        const { lessonSlot, roleTeacher } = startedState(problem, new Int32Array(problem.roles.count).fill(-1), seed);
        const enrolled = problem.enrolments.event;
        const [plain, wanted] = [withoutWishes(problem), problem].map((by) => {
          const demandRoom = assignRooms(by, lessonSlot);
          const { deviation } = trueScore(problem, { lessonSlot, roleTeacher, demandRoom, enrolled });
          const { room, kind } = problem.monitors.structural;
          return {
            rules: ruleTypes.reduce(
              (sum, type, rule) =>
                ROOM_RULES.has(type) ? sum + (deviation[rule] ?? 0) * (problem.rules.weight[rule] || 1000) : sum,
              0,
            ),
            clashes: deviation[room] ?? 0,
            missing: deviation[kind] ?? 0,
          };
        });
        expect(wanted?.clashes).toBe(0);
        expect(wanted?.missing).toBeLessThanOrEqual(plain?.missing ?? 0);
        if ((wanted?.rules ?? 0) < (plain?.rules ?? 0)) better++;
        // A must may take the room of a lesson that only wished for it: then the rules cost less all the same.
        expect(wanted?.rules).toBeLessThanOrEqual(plain?.rules ?? 0);
      }),
      RUNS,
    );
    expect(better).toBeGreaterThan(8);
  });

  it('that keep rooms empty are counted by the search, move by move', () => {
    let seen = 0;
    fc.assert(
      fc.property(randomSchool, fc.nat(1_000_000), (school, seed) => {
        const week = compiled(school, [{ type: 'room.reserve', count: 2, strength: 'high' }]);
        fc.pre(week !== null);
        const { problem } = week;
        const state = startedState(problem, new Int32Array(problem.roles.count).fill(-1), seed);
        for (const name of ['move-lesson', 'swap-any', 'kempe-chain'])
          proposeExactly(state, NEIGHBOURHOODS[name], seed, 30);
        const reserve = problem.pools.rule.findIndex((rule) => rule >= 0);
        const { count } = problem.slots;
        const [use, capacity] = [state.poolUse, problem.pools.capacity].map((table) =>
          table.subarray(reserve * count, (reserve + 1) * count),
        );
        if (use?.some((lessons, slot) => lessons > (capacity?.[slot] ?? 0))) seen++;
      }),
      { numRuns: 20, seed: 20_251_124 },
    );
    expect(seen).toBeGreaterThan(5);
  });

  it('are what the judge counts', () => {
    let broken = 0;
    fc.assert(
      fc.property(randomSchool, someRules, fc.nat(1_000_000), (school, rules, seed) => {
        const stated = { ...withBuildings(school), rules };
        const planned = plannedWeek(stated, seed);
        fc.pre(planned !== null);
        const { score } = judgedDocument(stated, planned, search(planned, seed, 1, 512).solution);
        if (score.rules.some(({ type, deviation }) => ROOM_RULES.has(type) && deviation > 0)) broken++;
      }),
      { numRuns: 30, seed: 20_251_124 },
    );
    expect(broken).toBeGreaterThan(3);
  });
});
