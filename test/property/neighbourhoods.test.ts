/** Every neighbourhood keeps its word on random small weeks: the difference it states, and the way back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { totalCost } from '../../solver/timetable/cost.ts';
import { moveDelta } from '../../solver/timetable/delta.ts';
import { NOTHING } from '../../solver/timetable/moves/neighbourhood.ts';
import { loadSolution, moveLesson, setHardWeight, type WeekState } from '../../solver/timetable/state.ts';
import { randomSchool } from '../support/random-school.ts';
import { plannedWeek } from '../support/week-of.ts';
import {
  collisions,
  everyArray,
  makeRecount,
  NEIGHBOURHOODS,
  OF_SCHOOLS,
  proposeExactly,
  startedState,
} from './states.ts';
import { twoWeeks } from './two-weeks.ts';

const RUNS = { numRuns: 9, seed: 20_251_124 };
const PROPOSALS = 80;

/** Asks for every level of every random school that a reader accepts, and for the same as a cycle of two weeks. */
function onRandomWeeks(check: (state: WeekState, seed: number) => void): void {
  fc.assert(
    fc.property(randomSchool, fc.nat(1_000_000), (school, seed) => {
      const planned = plannedWeek(school, seed);
      fc.pre(planned !== null);
      for (const { problem } of planned.bundle.levels) {
        check(startedState(problem, planned.stage.roleTeacher, seed), seed);
        check(startedState(twoWeeks(problem, seed), planned.stage.roleTeacher, seed), seed);
      }
    }),
    RUNS,
  );
}

describe.each(OF_SCHOOLS)('%s', (name) => {
  it('states the exact difference, and takes back all it did', () => {
    let proposed = 0;
    let refused = 0;
    onRandomWeeks((state, seed) => {
      const found = proposeExactly(state, NEIGHBOURHOODS[name], seed, PROPOSALS);
      proposed += found.proposed;
      refused += found.refused;
    });
    expect(proposed).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(30);
  });
});

describe('a Kempe chain', () => {
  it('makes no two lessons meet that did not meet before', () => {
    let long = 0;
    onRandomWeeks((state, seed) => {
      const chain = NEIGHBOURHOODS['kempe-chain']?.(state);
      if (!chain) return;
      const random = seedRandom(seed);
      for (let n = 0; n < PROPOSALS; n++) {
        const before = collisions(state);
        const at = state.lessonSlot.slice();
        if (chain.propose(random) === NOTHING) continue;
        chain.accept();
        const moved = state.lessonSlot.filter((slot, lesson) => slot !== at[lesson]).length;
        if (moved > 2) long++;
        const added = [...collisions(state)].filter((pair) => !before.has(pair));
        expect(added).toEqual([]);
      }
    });
    expect(long).toBeGreaterThan(20);
  });
});

describe('a state', () => {
  it('knows what moving any lesson anywhere costs, taken out and put back too', () => {
    onRandomWeeks((state, seed) => {
      const random = seedRandom(seed);
      const { lessons } = state.problem;
      const recount = makeRecount(state);
      for (let n = 0; n < PROPOSALS && lessons.count > 0; n++) {
        const lesson = nextBelow(random, lessons.count);
        const { start, item } = lessons.starts;
        const domain = lessons.domain[lesson] ?? 0;
        const from = start[domain] ?? 0;
        const width = (start[domain + 1] ?? 0) - from;
        const choice = nextBelow(random, width + 1);
        const to = choice === width ? -1 : (item[from + choice] ?? -1);
        const cost = totalCost(state);
        const delta = moveDelta(state, lesson, to);
        moveLesson(state, lesson, to);
        expect(recount()).toBe(cost + delta);
        expect(totalCost(state)).toBe(cost + delta);
      }
    });
  });

  it('is the same when it is loaded again, and when a hard weight has come and gone', () => {
    onRandomWeeks((state) => {
      const before = everyArray(state);
      const tables = structuredClone(state.tables);
      const cost = totalCost(state);
      setHardWeight(state, 7 * state.hardWeight);
      setHardWeight(state, state.hardWeight / 7);
      expect(state.tables).toEqual(tables);
      expect(totalCost(state)).toBe(cost);
      loadSolution(state, { lessonSlot: state.lessonSlot.slice(), roleTeacher: state.roleTeacher.slice() });
      expect(everyArray(state)).toEqual(before);
    });
  });
});
