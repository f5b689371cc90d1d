/** What the search saves by not counting refused proposals to the end changes nothing: the same week, proposal by proposal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../solver/index.ts';
import { anneal } from '../../solver/search/anneal.ts';
import { seedRandom } from '../../solver/search/random.ts';
import { NO_CUTOFF, type WeekState } from '../../solver/timetable/state.ts';
import type { Rule } from '../../src/school/types.ts';
import { randomSchool } from '../support/random-school.ts';
import { plannedWeek } from '../support/week-of.ts';
import { NEIGHBOURHOODS, startedState } from './states.ts';

/** Beside the rules of the random school, some of those that are counted last. */
const RULES: Rule[] = [
  { type: 'course.notSameDay', courses: ['g1-mat', 'g1-eng', 'g1-bio'], strength: 2 },
  { type: 'sections.maxParallel', max: 2, strength: 'must' },
  { type: 'sections.sameSlot', courses: ['g1-pe', 'g1-eng'], strength: 1 },
  { type: 'teacher.maxDays', max: 2, strength: 4 },
  { type: 'teacher.edgeFair', slots: '*.1', ratio: 100, strength: 3 },
  { type: 'progress.equal', days: 0, strength: 3 },
  { type: 'student.gaps', max: 0, strength: 1 },
];

/** Every difference is stated in full, whatever the temperature. */
function statesAll(state: WeekState): WeekState {
  Object.defineProperty(state, 'cutoff', { get: () => NO_CUTOFF, set: () => {} });
  return state;
}

function cooled(state: WeekState, seed: number) {
  const moves = Object.values(NEIGHBOURHOODS).flatMap((make) => {
    const neighbourhood = make(state);
    return neighbourhood ? [{ neighbourhood, share: 10 }] : [];
  });
  const { cost, bestCost, bestLessonSlot, bestRoleTeacher } = anneal(state, moves, seedRandom(seed), {
    iterations: 4096,
    startTemperature: 640,
    endTemperature: 0,
    assertLevel: 'best',
    stopped: () => false,
  });
  return { cost, bestCost, bestLessonSlot, bestRoleTeacher };
}

describe('a cooling', () => {
  it('ends in the same week, whether refused proposals are counted to the end or not', () => {
    let ruled = 0;
    fc.assert(
      fc.property(randomSchool, fc.nat(1_000_000), (plain, seed) => {
        const school = { ...plain, rules: [...(plain.rules ?? []), ...RULES] };
        const planned = plannedWeek(school, seed);
        fc.pre(planned !== null);
        const problem: Problem | undefined = planned.bundle.levels.at(-1)?.problem;
        if (!problem) return;
        const start = (): WeekState => startedState(problem, planned.stage.roleTeacher, seed);
        const state = start();
        if (state.links.watched.some((rules) => rules !== 0)) ruled++;
        expect(cooled(state, seed)).toEqual(cooled(statesAll(start()), seed));
      }),
      { numRuns: 25, seed: 20_261_124 },
    );
    expect(ruled).toBeGreaterThan(20);
  });
});
