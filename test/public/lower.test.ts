/** The engine counts an instance as the competition does, move by move too. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/public/itc2007/evaluate.ts';
import { readInstance, SLOTS, type Instance } from '../../src/public/itc2007/instance.ts';
import { answerOf, lowerInstance } from '../../src/public/itc2007/lower.ts';
import { assignRooms, trueScore, type Solution } from '../../solver/index.ts';
import { anneal } from '../../solver/search/anneal.ts';
import { sharedMoves } from '../../solver/search/neighbourhoods.ts';
import { nextBelow, seedRandom, type RandomState } from '../../solver/search/random.ts';
import { moveDelta } from '../../solver/timetable/delta.ts';
import { totalCost } from '../../solver/timetable/cost.ts';
import { loadSolution, makeWeekState, moveLesson, NO_CUTOFF, type WeekState } from '../../solver/timetable/state.ts';
import { roomsMissing } from '../../solver/timetable/room-match.ts';
import { makeRecount, NEIGHBOURHOODS, proposeExactly, startedState } from '../property/states.ts';
import { timText } from './small-instance.ts';

const some = (random: RandomState, count: number, perCent: number): number[] =>
  Array.from({ length: count }, (_, index) => index).filter(() => nextBelow(random, 100) < perCent);

/** Forty events in four rooms, each with one of three features. */
function randomInstance(seed: number): Instance {
  const random = seedRandom(seed);
  const events = Array.from({ length: 40 }, () => ({
    students: some(random, 12, 22),
    features: some(random, 3, 25),
    closed: some(random, SLOTS, 60),
  }));
  const precedences = events.flatMap((_, one) =>
    one % 5 === 0 && one + 3 < events.length ? [[one, one + 3] as [number, number]] : [],
  );
  const rooms = [5, 6, 8, 12].map((seats) => ({ seats, features: some(random, 3, 80) }));
  rooms.push({ seats: 12, features: [0, 1, 2] });
  const { instance, faults } = readInstance(timText({ rooms, features: 3, students: 12, events, precedences }));
  expect(faults).toEqual([]);
  if (!instance) throw new Error('not read');
  return instance;
}

const SEEDS = [1, 2, 3, 4, 5, 6];
const nobody = new Int32Array(0);

/** Each event anywhere, one in eight nowhere. */
function thrown(instance: Instance, seed: number): Int32Array {
  const random = seedRandom(seed);
  return Int32Array.from(instance.slotsOf, (slots) =>
    nextBelow(random, 8) === 0 ? -1 : (slots[nextBelow(random, slots.length)] ?? -1),
  );
}

/** Every difference is stated in full, whatever the temperature. */
function statesAll(state: WeekState): WeekState {
  Object.defineProperty(state, 'cutoff', { get: () => NO_CUTOFF, set: () => {} });
  return state;
}

const cooled = (state: WeekState, seed: number) =>
  anneal(state, sharedMoves(state, true, []), seedRandom(seed), {
    iterations: 16_384,
    startTemperature: 1280,
    endTemperature: 32,
    assertLevel: 'best',
    thresholdFirst: true,
    stopped: () => false,
  });

describe('an instance in the engine', () => {
  it.each(SEEDS)('is cooled alike, whether refused proposals are counted to the end or not (%d)', (seed) => {
    const problem = lowerInstance(randomInstance(seed), 'small');
    const start = (): WeekState => startedState(problem, nobody, seed, 15);
    const first = cooled(start(), seed);
    expect(first.uses.every(({ accepted }) => accepted > 0)).toBe(true);
    expect(first).toEqual(cooled(statesAll(start()), seed));
  });

  it.each(SEEDS)('has the soft cost that the competition counts, and its broken rules (%d)', (seed) => {
    const instance = randomInstance(seed);
    const problem = lowerInstance(instance, 'small');
    const lessonSlot = thrown(instance, seed);
    const demandRoom = assignRooms(problem, lessonSlot);
    const solution: Solution = { lessonSlot, demandRoom, roleTeacher: nobody, enrolled: nobody };
    const score = trueScore(problem, solution);
    // Who has no room is left out of an answer but not of the engine's week: any room will do for counting.
    const counted = evaluate(instance, {
      slot: [...lessonSlot],
      room: [...demandRoom].map((room, event) => (lessonSlot[event] === -1 ? -1 : Math.max(0, room))),
    });
    expect(score.soft).toBe(counted.soft);
    const { structural } = problem.monitors;
    expect(score.deviation[structural.student]).toBe(counted.broken.student);
    expect(score.deviation[score.deviation.length - 4]).toBe(counted.broken.precedence);
    const answer = answerOf(instance, solution);
    expect(evaluate(instance, answer).valid).toBe(true);
    expect(answer.slot.some((slot) => slot >= 0)).toBe(true);
  });

  it.each(SEEDS)('misses as many rooms as the best matching of each slot (%d)', (seed) => {
    const instance = randomInstance(seed);
    const problem = lowerInstance(instance, 'small');
    const state = makeWeekState(problem, 40);
    const lessonSlot = thrown(instance, seed).map((slot) => (slot < 0 ? -1 : slot % 6));
    loadSolution(state, { lessonSlot, roleTeacher: nobody });
    const { roomMatch } = state;
    if (!roomMatch) throw new Error('rooms are not matched');
    const placed = lessonSlot.filter((slot) => slot >= 0).length;
    const withRoom = assignRooms(problem, lessonSlot).filter((room) => room >= 0).length;
    expect(roomsMissing(roomMatch)).toBe(placed - withRoom);
    expect(placed - withRoom).toBeGreaterThan(0);
  });

  it.each(SEEDS)('states the exact difference of every move (%d)', (seed) => {
    const problem = lowerInstance(randomInstance(seed), 'small');
    const state = startedState(problem, nobody, seed);
    const recount = makeRecount(state);
    const random = seedRandom(seed);
    for (let n = 0; n < 150; n++) {
      const lesson = nextBelow(random, problem.lessons.count);
      // Crowded into few slots, so that rooms run out.
      const to = nextBelow(random, 9) - 1;
      const cost = totalCost(state);
      const delta = moveDelta(state, lesson, to);
      moveLesson(state, lesson, to);
      expect(totalCost(state)).toBe(cost + delta);
      expect(recount()).toBe(cost + delta);
    }
    for (const name of ['move-lesson', 'exchange-slots', 'make-way', 'kempe-chain'])
      expect(proposeExactly(state, NEIGHBOURHOODS[name], seed, 100).proposed).toBeGreaterThan(10);
  });
});
