/** What must hold of any school's week: the engine's claims against the judge, bounds against what is found, lines against sections. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignRooms,
  emptyCache,
  enrolledProblem,
  islandWords,
  planEpoch,
  runEpoch,
  startIsland,
  trueScore,
} from '../../solver/index.ts';
import { refine } from '../../solver/problem/coarsen.ts';
import { exchangeStudents } from '../../solver/sectioning/exchange-students.ts';
import { seedRandom } from '../../solver/search/random.ts';
import { totalCost } from '../../solver/timetable/cost.ts';
import { loadSolution, makeWeekState } from '../../solver/timetable/state.ts';
import { provedLeast } from '../../src/api/score.ts';
import type { School } from '../../src/school/types.ts';
import { randomSchool } from '../support/random-school.ts';
import { judgedDocument, plannedWeek, search, type PlannedWeek } from '../support/week-of.ts';
import { anywhere, startedState } from './states.ts';

const SEED = 20_251_124;

function onRandomSchools(runs: number, check: (planned: PlannedWeek, seed: number, school: School) => void): void {
  fc.assert(
    fc.property(randomSchool, fc.nat(1_000_000), (school, seed) => {
      const planned = plannedWeek(school, seed);
      fc.pre(planned !== null);
      check(planned, seed, school);
    }),
    { numRuns: runs, seed: SEED },
  );
}

describe('the score of a week', () => {
  it('is what the judge counts from the two documents, complete or not', () => {
    const statuses = new Map<string, number>();
    onRandomSchools(20, (planned, seed, school) => {
      const { solution } = search(planned, seed, 2, 1024);
      const { status } = judgedDocument(school, planned, solution);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
    expect(statuses.get('complete') ?? 0).toBeGreaterThan(3);
    expect(statuses.get('partial') ?? 0).toBeGreaterThan(3);
  });

  it('is what the judge counts of a week thrown together, and of one that is half empty', () => {
    onRandomSchools(20, (planned, seed, school) => {
      const week = anywhere(planned.week.problem, planned.stage.roleTeacher, seed);
      if (week === null) return;
      judgedDocument(school, planned, week);
      const lessonSlot = week.lessonSlot.map((slot, lesson) => ((lesson + seed) % 2 === 0 ? slot : -1));
      const half = { ...week, lessonSlot, demandRoom: assignRooms(planned.week.problem, lessonSlot) };
      judgedDocument(school, planned, half);
    });
  });

  it('is never below the proved bounds, rule by rule', () => {
    let tight = 0;
    onRandomSchools(30, (planned, seed) => {
      const { problem } = planned.week;
      const { placed, complete, soft } = provedLeast(planned.stage);
      const found = search(planned, seed, 1, 1024).solution;
      for (const week of [anywhere(problem, planned.stage.roleTeacher, seed), found]) {
        if (week === null || week.lessonSlot.includes(-1)) continue;
        const { deviation, ...score } = trueScore(problem, week);
        if (score.hard === 0) expect(score.soft).toBeGreaterThanOrEqual(soft);
        (score.hard === 0 ? complete : placed).forEach((bound, rule) => {
          expect([planned.week.ruleIds[rule], bound.value <= (deviation[rule] ?? 0)]).toEqual([
            planned.week.ruleIds[rule],
            true,
          ]);
          if (bound.value > 0 && bound.value === deviation[rule]) tight++;
        });
      }
    });
    expect(tight).toBeGreaterThan(10);
  });
});

describe('lines as composite lessons', () => {
  it('cost in soft rules what their sections cost apart', () => {
    let lined = 0;
    onRandomSchools(30, ({ bundle, stage }, seed) => {
      for (const coarse of bundle.levels) {
        if (coarse.problem.events.count < bundle.fine.events.count) lined++;
        const state = startedState(coarse.problem, stage.roleTeacher, seed, 0);
        const parts = refine(coarse, state);
        // A teacher whom a line could not hold twice is back, and costs.
        if (parts.roleTeacher.some((teacher, role) => teacher !== state.roleTeacher[role])) continue;
        const fine = makeWeekState(bundle.fine, 0);
        loadSolution(fine, parts);
        expect(totalCost(fine)).toBe(totalCost(state));
      }
    });
    expect(lined).toBeGreaterThan(15);
  });

  it('never bring a student twice into one slot where the composite lessons do not meet', () => {
    onRandomSchools(20, ({ bundle, stage }, seed) => {
      const [coarse] = bundle.levels;
      if (!coarse) return;
      const state = startedState(coarse.problem, stage.roleTeacher, seed);
      const { lessonSlot, roleTeacher } = refine(coarse, state);
      const demandRoom = new Int32Array(bundle.fine.roomDemands.count).fill(-1);
      const enrolled = bundle.fine.enrolments.event;
      const { deviation } = trueScore(bundle.fine, { lessonSlot, roleTeacher, demandRoom, enrolled });
      const { student } = bundle.fine.monitors.structural;
      const whole = { ...coarse.problem, roomDemands: { ...coarse.problem.roomDemands, count: 0 } };
      const merged = trueScore(whole, {
        lessonSlot: state.lessonSlot,
        roleTeacher,
        demandRoom,
        enrolled: whole.enrolments.event,
      });
      expect(deviation[student]).toBeLessThanOrEqual(merged.deviation[student] ?? 0);
    });
  });
});

describe('students changing sections', () => {
  it('cost what the score says, leave no section over its places, and are judged where they went', () => {
    let gained = 0;
    onRandomSchools(30, ({ week, stage, ...rest }, seed, school) => {
      const { problem } = week;
      const before = anywhere(problem, stage.roleTeacher, seed);
      if (before === null) return;
      const enrolled = problem.enrolments.event.slice();
      const settings = { proposals: 40 * enrolled.length, temperature: 16, hardWeight: 40 };
      const { delta } = exchangeStudents(problem, before.lessonSlot, enrolled, seedRandom(seed), settings);
      const after = { ...before, enrolled };
      const [old, now] = [trueScore(problem, before), trueScore(problem, after)];
      expect(40 * (now.hard - old.hard) + now.soft - old.soft).toBe(delta);
      const { size } = enrolledProblem(problem, enrolled).events;
      expect(
        size.every(
          (students, event) =>
            students <= Math.max(problem.enrolments.most[event] ?? 0, problem.events.size[event] ?? 0),
        ),
      ).toBe(true);
      judgedDocument(school, { week, stage, ...rest }, after);
      if (delta < 0) gained++;
    });
    expect(gained).toBeGreaterThan(3);
  });
});

describe('a run', () => {
  it('with the same seed gives the same week, whatever its thread has worked on before', () => {
    onRandomSchools(10, ({ bundle, stage }, seed) => {
      const words = new Int32Array(islandWords(bundle.fine));
      const cold = emptyCache();
      startIsland(bundle, words, { roleTeacher: stage.roleTeacher, lessonSlot: null }, seed, cold);
      const epoch = (cache: ReturnType<typeof emptyCache>, island: number): Int32Array => {
        const output = new Int32Array(words.length);
        const plan = planEpoch(bundle.levels.length, 0);
        const task = { seed, island, epoch: 0, plan, iterations: 2048, assertLevel: 'best' as const };
        expect(runEpoch(bundle, words, output, task, cache, () => false).finished).toBe(true);
        return output;
      };
      const first = epoch(emptyCache(), 1);
      const busy = emptyCache();
      epoch(busy, 2);
      epoch(busy, 3);
      expect(epoch(busy, 1)).toEqual(first);
      const input = words.slice();
      epoch(cold, 1);
      expect(words).toEqual(input);
    });
  });
});
