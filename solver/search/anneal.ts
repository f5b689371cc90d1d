/** One run of annealing on one state: a fixed number of proposals between two temperatures, the best position kept. */
import type { Neighbourhood } from '../timetable/moves/neighbourhood.ts';
import { NOTHING } from '../timetable/moves/neighbourhood.ts';
import { recomputeCost, totalCost } from '../timetable/cost.ts';
import { findHotLessons } from '../timetable/hot-lessons.ts';
import { NO_CUTOFF, type WeekState } from '../timetable/state.ts';
import { drawThreshold, mostThreshold, thresholdOf } from './acceptance.ts';
import { nextBits, type RandomState } from './random.ts';

export type AssertLevel = 'off' | 'best' | 'move';

export interface AnnealSettings {
  /** proposals */
  iterations: number;
  /** in 1/64 of a cost unit */
  startTemperature: number;
  endTemperature: number;
  assertLevel: AssertLevel;
  /** how much worse is accepted is drawn before a proposal is counted, not after: most are given up sooner; another week for the same seed */
  thresholdFirst?: boolean;
  /** polled every POLL proposals; true: give up at once */
  stopped: () => boolean;
}

export interface NeighbourhoodUse {
  name: string;
  proposed: number;
  accepted: number;
  improved: number;
}

export interface AnnealResult {
  /** false: stopped before the end */
  finished: boolean;
  cost: number;
  bestCost: number;
  /** positions of the best cost seen */
  bestLessonSlot: Int32Array;
  bestRoleTeacher: Int32Array;
  uses: NeighbourhoodUse[];
}

/** Proposals between two looks at the stop flag and two steps of the temperature. */
const POLL = 1024;

/** Polls between two looks for hot lessons. */
const LOOK = 8;

/** Each neighbourhood with its share of the proposals, in parts of 256. */
export interface Shared {
  neighbourhood: Neighbourhood;
  share: number;
}

function drawTable(moves: readonly Shared[]): Uint8Array {
  const table = new Uint8Array(256);
  const total = moves.reduce((sum, move) => sum + move.share, 0);
  let at = 0;
  let reached = 0;
  moves.forEach((move, index) => {
    reached += move.share;
    const until = Math.floor((256 * reached) / total);
    while (at < until) table[at++] = index;
  });
  return table;
}

export function anneal(
  state: WeekState,
  moves: readonly Shared[],
  random: RandomState,
  settings: AnnealSettings,
): AnnealResult {
  const table = drawTable(moves);
  const thresholdFirst = settings.thresholdFirst === true;
  const uses = moves.map(({ neighbourhood }) => ({ name: neighbourhood.name, proposed: 0, accepted: 0, improved: 0 }));
  const bestLessonSlot = state.lessonSlot.slice();
  const bestRoleTeacher = state.roleTeacher.slice();
  let cost = totalCost(state);
  let bestCost = cost;
  let atBest = true;
  const keepBest = (): void => {
    bestLessonSlot.set(state.lessonSlot);
    bestRoleTeacher.set(state.roleTeacher);
  };
  const polls = Math.max(1, Math.ceil(settings.iterations / POLL));
  for (let poll = 0; poll < polls; poll++) {
    if (settings.stopped()) {
      state.cutoff = NO_CUTOFF;
      return { finished: false, cost, bestCost, bestLessonSlot, bestRoleTeacher, uses };
    }
    if (poll % LOOK === 0) findHotLessons(state);
    // Geometric cooling in equal steps would need a power; a quadratic fall between the ends is as good and exact.
    const left = (polls - poll) / polls;
    const fall = settings.startTemperature - settings.endTemperature;
    const temperature = Math.floor(settings.endTemperature + fall * left * left);
    state.cutoff = mostThreshold(temperature);
    for (let i = 0; i < POLL; i++) {
      const bits = nextBits(random);
      const which = table[bits >>> 24];
      const { neighbourhood } = moves[which];
      const use = uses[which];
      // The low bits, because the high ones have chosen the neighbourhood.
      let limit = thresholdFirst ? thresholdOf(bits & 1023, temperature) : 0;
      if (thresholdFirst) state.cutoff = limit;
      const delta = neighbourhood.propose(random);
      use.proposed++;
      if (delta === NOTHING) continue;
      if (!thresholdFirst && delta > 0 && temperature > 0) limit = drawThreshold(random, temperature);
      if (delta > limit) {
        neighbourhood.reject();
        continue;
      }
      if (delta > 0 && atBest) {
        keepBest();
        neighbourhood.restoreInto(bestLessonSlot, bestRoleTeacher);
        atBest = false;
      }
      neighbourhood.accept();
      cost += delta;
      use.accepted++;
      if (delta < 0) use.improved++;
      if (cost < bestCost) {
        bestCost = cost;
        atBest = true;
      }
      if (settings.assertLevel === 'move') assertCost(state, cost, neighbourhood.name);
    }
  }
  state.cutoff = NO_CUTOFF;
  if (atBest) keepBest();
  if (settings.assertLevel !== 'off') assertCost(state, cost, 'the epoch');
  return { finished: true, cost, bestCost, bestLessonSlot, bestRoleTeacher, uses };
}

/** A counter that went wrong is our fault: names the move and the three figures. */
export function assertCost(state: WeekState, cost: number, after: string): void {
  const counted = totalCost(state);
  const fresh = recomputeCost(state);
  if (counted === cost && fresh === cost) return;
  throw new Error(`cost mismatch after ${after}: kept ${cost}, from counters ${counted}, recomputed ${fresh}`);
}
