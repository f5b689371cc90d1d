/** Every neighbourhood keeps its word on random small weeks: the difference it states, and the way back. */
import { describe, expect, it } from 'vitest';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { totalCost } from '../../solver/timetable/cost.ts';
import { moveDelta } from '../../solver/timetable/delta.ts';
import { NOTHING } from '../../solver/timetable/moves/neighbourhood.ts';
import { loadSolution, moveLesson, setHardWeight } from '../../solver/timetable/state.ts';
import { onRandomWeeks } from './random-weeks.ts';
import { collisions, everyArray, makeRecount, NEIGHBOURHOODS, OF_SCHOOLS, proposeExactly } from './states.ts';

const RUNS = { numRuns: 9, seed: 20_251_124 };
const PROPOSALS = 80;

describe.each(OF_SCHOOLS)('%s', (name) => {
  it('states the exact difference, and takes back all it did', () => {
    let proposed = 0;
    let refused = 0;
    onRandomWeeks(RUNS, (state, seed) => {
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
    onRandomWeeks(RUNS, (state, seed) => {
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
    onRandomWeeks(RUNS, (state, seed) => {
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
    onRandomWeeks(RUNS, (state) => {
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
