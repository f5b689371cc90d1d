/** The engine's islands on one instance: until a week closes, then one long cooling, by the clock or by so many epochs. */
import { closingPlan, LONG_PARTS, longCooling, makeBundle, shareMemory } from '../../solver/index.ts';
import type { EpochPlan } from '../../solver/index.ts';
import { startClock } from '../../src/pool/clock.ts';
import { runIslands } from '../../src/pool/islands.ts';
import { openPool } from '../../src/pool/pool.ts';
import { answerOf, lowerInstance } from '../../src/public/itc2007/lower.ts';
import type { Answer } from '../../src/public/itc2007/answer.ts';
import type { Instance } from '../../src/public/itc2007/instance.ts';

export interface SearchSettings {
  seed: number;
  /** the run's length; by epochs it can be repeated to the byte */
  length: { seconds: number } | { epochs: number };
  threads: number;
  epochSize: number;
  /** neighbourhoods left out */
  without: readonly string[];
}

export interface Found {
  answer: Answer;
  epochs: number;
  firstFeasibleSeconds: number | null;
  seconds: number;
  moves: number;
}

/** A week that has not closed by this part of a cooling's time is cooled all the same. */
const MOST_CLOSING = 0.25;

/** A first cooling that is worth its time; many weeks end with it. What is left of a run is one more. */
const FIRST_COOLING = { seconds: 60, epochs: 200 };

/** When the first cooling ends: with the run, unless that leaves twice as much time for another. */
const firstEnd = (whole: number, short: number): number => (whole >= 3 * short ? short : whole);

/** `now`: how much of the run is over, in seconds or epochs, of `whole`; asked once for each island of each epoch. */
function makeSchedule(whole: number, short: number, islands: number, now: (epoch: number) => number) {
  /** where the cooling began, and its last epoch; null: nothing has closed yet */
  let began: number | null = null;
  let end = firstEnd(whole, short);
  let last = 0;
  return (epoch: number, island: number, closed: boolean): EpochPlan => {
    const at = now(epoch);
    if (island === 0) {
      if (began === null && (closed || at > MOST_CLOSING * end)) began = at;
      if (at >= end && end < whole) [began, end] = [at, whole];
    }
    // The epoch will take about as long as the last one.
    const until = 2 * at - last;
    if (island === islands - 1) last = at;
    if (began === null) return closingPlan(epoch);
    const start = began;
    const part = (of: number): number => Math.floor((LONG_PARTS * (of - start)) / (end - start));
    return longCooling(part(at), part(until));
  };
}

export async function searchInstance(instance: Instance, settings: SearchSettings): Promise<Found> {
  const { seed, length, threads, epochSize, without } = settings;
  const byClock = 'seconds' in length;
  const clock = startClock(byClock ? length.seconds : undefined, undefined);
  const pool = openPool(threads);
  try {
    const apart = new Int32Array(instance.events).fill(-1);
    const problem = lowerInstance(instance, 'itc2007');
    const bundle = shareMemory(makeBundle(`${process.pid}`, problem, apart, apart, without));
    let moves = 0;
    let firstFeasibleSeconds: number | null = null;
    const schedule = byClock
      ? makeSchedule(length.seconds, FIRST_COOLING.seconds, threads, () => clock.elapsedSeconds())
      : makeSchedule(length.epochs, FIRST_COOLING.epochs, threads, (epoch) => epoch);
    const found = await runIslands(
      pool,
      bundle,
      shareMemory({ roleTeacher: new Int32Array(0), lessonSlot: null }),
      clock,
      {
        seed,
        islands: threads,
        epochs: byClock ? 1_000_000 : length.epochs,
        assertLevel: 'off',
        enough: (hard, soft) => (hard === 0 && soft === 0 ? 'bound' : null),
        onEpoch: (_, hard, __, proposals) => {
          moves += proposals;
          if (hard === 0) firstFeasibleSeconds ??= Number(clock.elapsedSeconds().toFixed(2));
        },
        planOf: (epoch, island) => schedule(epoch, island, firstFeasibleSeconds !== null),
        epochSize,
      },
    );
    return {
      answer: answerOf(instance, found.solution),
      epochs: found.epochs,
      firstFeasibleSeconds,
      seconds: Number(clock.elapsedSeconds().toFixed(1)),
      moves,
    };
  } finally {
    clock.stop();
    await pool.close();
  }
}
