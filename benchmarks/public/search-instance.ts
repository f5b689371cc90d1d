/** The engine's islands on one instance, for so many seconds: until a week closes, then one long cooling by the clock. */
import { closingPlan, LONG_PARTS, longCooling, makeBundle, shareMemory } from '../../solver/index.ts';
import { startClock } from '../../src/pool/clock.ts';
import { runIslands } from '../../src/pool/islands.ts';
import { openPool } from '../../src/pool/pool.ts';
import { answerOf, lowerInstance } from '../../src/public/itc2007/lower.ts';
import type { Answer } from '../../src/public/itc2007/answer.ts';
import type { Instance } from '../../src/public/itc2007/instance.ts';

export interface SearchSettings {
  seed: number;
  seconds: number;
  threads: number;
  epochSize: number;
}

export interface Found {
  answer: Answer;
  epochs: number;
  firstFeasibleSeconds: number | null;
  seconds: number;
  moves: number;
}

/** A week that has not closed by this part of the time is cooled all the same. */
const MOST_CLOSING = 0.25;

export async function searchInstance(instance: Instance, settings: SearchSettings): Promise<Found> {
  const { seed, seconds, threads, epochSize } = settings;
  const clock = startClock(seconds, undefined);
  const pool = openPool(threads);
  try {
    const apart = new Int32Array(instance.events).fill(-1);
    const bundle = shareMemory(makeBundle(`${process.pid}`, lowerInstance(instance, 'itc2007'), apart, apart));
    let moves = 0;
    let firstFeasibleSeconds: number | null = null;
    let closed = false;
    /** seconds at which the cooling began, and at which its last epoch did */
    let began = 0;
    let last = 0;
    const partAt = (second: number): number => Math.floor((LONG_PARTS * (second - began)) / (seconds - began));
    const found = await runIslands(
      pool,
      bundle,
      shareMemory({ roleTeacher: new Int32Array(0), lessonSlot: null }),
      clock,
      {
        seed,
        islands: threads,
        epochs: 1_000_000,
        assertLevel: 'off',
        enough: (hard, soft) => (hard === 0 && soft === 0 ? 'bound' : null),
        onEpoch: (_, hard, __, proposals) => {
          moves += proposals;
          if (hard === 0) firstFeasibleSeconds ??= Number(clock.elapsedSeconds().toFixed(2));
        },
        planOf: (epoch, island) => {
          const now = clock.elapsedSeconds();
          if (!closed && island === 0) {
            closed = firstFeasibleSeconds !== null || now > MOST_CLOSING * seconds;
            began = now;
          }
          // The epoch will take about as long as the last one.
          const plan = closed ? longCooling(partAt(now), partAt(2 * now - last)) : closingPlan(epoch);
          if (island === threads - 1) last = now;
          return plan;
        },
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
