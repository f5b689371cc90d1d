/**
 * Islands over epochs: every island's epoch is a task for whichever thread is free; at the barrier the best is found and solutions are
 * exchanged. The result depends on (bundle, seed, islands, epochs) alone, not on the threads.
 */
import { assignRooms, bestIsland, exchange, mayReseat, trueScore } from '../../solver/index.ts';
import type { Bundle } from '../../solver/index.ts';
import { HEADER, islandWords, UNSCORED, viewIsland } from '../../solver/index.ts';
import { descentEpochs, planEpoch, epochSize, REHEAT_EPOCHS } from '../../solver/index.ts';
import type { AssertLevel, EpochPlan, NeighbourhoodUse } from '../../solver/index.ts';
import type { Solution, Start } from '../../solver/index.ts';
import type { StopReason } from './stop-reason.ts';
import type { Clock } from './clock.ts';
import type { Pool } from './pool.ts';

/** Where a run stands at a barrier: what it needs to go on. */
export interface IslandsState {
  /** epochs done */
  epoch: number;
  /** the epoch that has last found something better */
  lastGain: number;
  /** [islands] records, see solver's islandWords; they are written over once the next epoch begins */
  islands: readonly Int32Array[];
  uses: NeighbourhoodUse[];
}

export interface IslandsOptions {
  seed: number;
  islands: number;
  /** most epochs of a week that holds */
  epochs: number;
  /** most epochs while something hard is broken; absent: the same */
  epochsToClose?: number;
  assertLevel: AssertLevel;
  /** asked at every barrier with the best score; a reason ends the run */
  enough: (hard: number, soft: number) => StopReason | null;
  onEpoch: (epoch: number, hard: number, soft: number, moves: number) => void;
  /** told at every barrier, before the first epoch and when all is done too */
  onBarrier?: (state: IslandsState, ended: boolean) => void;
  /** what an epoch does, instead of the schedule of school weeks; then the run ends by the clock, by `enough` or by its epochs */
  planOf?: (epoch: number, island: number) => EpochPlan;
  /** proposals of an island in one epoch; absent: by the size of the problem */
  epochSize?: number;
  /** goes on from here instead of from the start */
  resume?: IslandsState;
}

export interface IslandsResult {
  solution: Solution;
  hard: number;
  soft: number;
  epochs: number;
  epochSize: number;
  stopReason: StopReason;
  uses: NeighbourhoodUse[];
}

/** Two reheats without gain end a run, before its clock does; where students may sit elsewhere, they are seated anew first. */
const PATIENCE = 2 * REHEAT_EPOCHS;
/** A week that does not hold is worth more tries. */
const PATIENCE_TO_CLOSE = 12 * REHEAT_EPOCHS;

/** A change that has not closed by then: all islands but the first begin again as if there were no earlier week. */
const AFRESH_AFTER = 24;

/** Islands that close the week; the others join them then, or when the first descent is over. */
const LEADERS = 2;

const sharedWords = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length));

export async function runIslands(
  pool: Pool,
  bundle: Bundle,
  start: Start,
  clock: Clock,
  options: IslandsOptions,
): Promise<IslandsResult> {
  const changing = start.lessonSlot !== null;
  const size = islandWords(bundle.fine);
  let front = Array.from({ length: options.islands }, () => sharedWords(size));
  let back = Array.from({ length: options.islands }, () => sharedWords(size));
  const begin = (from: number, until: number, at: Start): Promise<unknown> =>
    Promise.all(
      front.slice(from, until).map((words, index) => {
        const seed = options.seed * 64 + from + index;
        return pool.run({ kind: 'start', bundle, words, start: at, seed });
      }),
    );
  const { resume } = options;
  let atWork = Math.min(LEADERS, options.islands);
  if (resume) {
    restore(front, resume);
    atWork = front.filter(isAtWork).length;
  } else {
    await begin(0, atWork, start);
  }
  const iterations = options.epochSize ?? epochSize(bundle.fine.lessons.count);
  const uses = new Map(resume?.uses.map((use) => [use.name, { ...use }]));
  let epoch = resume?.epoch ?? 0;
  let lastGain = resume?.lastGain ?? 0;
  const tell = (ended: boolean): void =>
    options.onBarrier?.({ epoch, lastGain, islands: front, uses: [...uses.values()] }, ended);
  let stopReason: StopReason = 'epochs';
  const bestAtWork = (): Int32Array | undefined => front[bestIsland(front.slice(0, atWork))];
  const takeBest = (islands: readonly Int32Array[]): void => {
    const best = bestAtWork();
    for (const words of islands) if (best && words !== best) words.set(best);
  };
  const score = (): [number, number] => {
    const words = bestAtWork();
    return [words?.[HEADER.bestHard] ?? 0, words?.[HEADER.bestSoft] ?? 0];
  };
  let [hard, soft] = score();
  tell(false);
  const mostEpochs = (): number => (hard > 0 ? (options.epochsToClose ?? options.epochs) : options.epochs);
  while (epoch < mostEpochs()) {
    const reason = clock.reason() ?? options.enough(hard, soft);
    if (reason) {
      stopReason = reason;
      break;
    }
    const descended = options.planOf ? -1 : epoch - descentEpochs(bundle.levels.length, changing);
    const seatable = !changing && mayReseat(bundle.fine);
    const idle = epoch - lastGain;
    // A descent that has long found nothing has its last seating too.
    const stagnant = hard === 0 && Math.min(idle, PATIENCE + descended) === PATIENCE;
    if (descended >= 0 && idle >= (hard > 0 ? PATIENCE_TO_CLOSE : PATIENCE) && !(seatable && stagnant)) {
      stopReason = 'stagnation';
      break;
    }
    if (hard === 0 || epoch >= descentEpochs(bundle.levels.length, changing)) {
      takeBest(front.slice(atWork));
      atWork = front.length;
    }
    const levels = bundle.levels.length;
    const afresh = changing && hard > 0 && epoch >= AFRESH_AFTER && front.length > 1;
    if (afresh && epoch === AFRESH_AFTER) {
      // The best week may be known to one of those that forget it.
      takeBest(front.slice(0, 1));
      await begin(1, front.length, { ...start, lessonSlot: null });
    }
    const ownPlan = (island: number): EpochPlan =>
      afresh && island > 0
        ? planEpoch(levels, epoch - AFRESH_AFTER, { closed: false })
        : planEpoch(levels, epoch, { changing, closed: hard === 0, island, seatable, stagnant });
    const planOf = (island: number): EpochPlan => options.planOf?.(epoch, island) ?? ownPlan(island);
    if (planOf(0).seats) takeBest(front.slice(0, atWork));
    const shared = { seed: options.seed, epoch, assertLevel: options.assertLevel };
    const reports = await Promise.all(
      front.slice(0, atWork).map((input, island) => {
        const output = back[island] as Int32Array;
        const plan = planOf(island);
        const task = { ...shared, island, plan, iterations };
        return pool.run({ kind: 'epoch', bundle, input, output, task, stopFlag: clock.flag });
      }),
    );
    // An epoch that the stop flag cut is dropped whole: the last barrier's best is the answer.
    if (!reports.every((report) => report.finished)) continue;
    [front, back] = [back, front];
    const first = afresh ? 1 : 0;
    const plan = planOf(first);
    exchange(bundle.fine, front.slice(first, atWork), plan);
    epoch++;
    const [nextHard, nextSoft] = score();
    if (nextHard < hard || (nextHard === hard && nextSoft < soft)) {
      lastGain = epoch;
      // Seats were annealed by some of the islands only: none of the others comes up to them by moving lessons.
      if (plan.seats) takeBest(front.slice(0, atWork));
    }
    [hard, soft] = [nextHard, nextSoft];
    let moves = 0;
    for (const use of reports.flatMap((report) => report.uses)) {
      addUse(uses, use);
      moves += use.proposed;
    }
    options.onEpoch(epoch, hard, soft, moves);
    tell(false);
  }
  tell(true);
  if (stopReason === 'epochs') stopReason = clock.reason() ?? options.enough(hard, soft) ?? 'epochs';
  return {
    ...bestOf(bundle, front),
    epochs: epoch,
    epochSize: iterations,
    stopReason,
    uses: [...uses.values()],
  };
}

/** The best week of these islands, and its score. */
export function bestOf(
  bundle: Bundle,
  islands: readonly Int32Array[],
): Pick<IslandsResult, 'solution' | 'hard' | 'soft'> {
  const atWork = islands.filter(isAtWork);
  const words = atWork[bestIsland(atWork)] ?? sharedWords(islandWords(bundle.fine));
  const { best, header } = viewIsland(bundle.fine, words);
  const solution: Solution = {
    lessonSlot: best.lessonSlot.slice(),
    roleTeacher: best.roleTeacher.slice(),
    demandRoom: best.demandRoom.slice(),
    enrolled: best.enrolled.slice(),
  };
  const hard = header[HEADER.bestHard] ?? 0;
  if (hard !== UNSCORED) return { solution, hard, soft: header[HEADER.bestSoft] ?? 0 };
  // No epoch has passed: the week is only placed.
  solution.demandRoom = assignRooms(bundle.fine, solution.lessonSlot, solution.enrolled, 'placed');
  const score = trueScore(bundle.fine, solution);
  return { solution, hard: score.hard, soft: score.soft };
}

/** An island that has not joined yet has an empty record. */
const isAtWork = (words: Int32Array): boolean => (words[HEADER.hardWeight] ?? 0) > 0;

function restore(records: readonly Int32Array[], { islands }: IslandsState): void {
  records.forEach((words, island) => {
    const saved = islands[island];
    if (saved?.length !== words.length) throw new Error('the checkpoint does not fit the problem');
    words.set(saved);
  });
}

function addUse(uses: Map<string, NeighbourhoodUse>, use: NeighbourhoodUse): void {
  const sum = uses.get(use.name);
  if (!sum) {
    uses.set(use.name, { ...use });
    return;
  }
  sum.proposed += use.proposed;
  sum.accepted += use.accepted;
  sum.improved += use.improved;
}
