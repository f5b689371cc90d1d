/**
 * Planning on the pool: section plans whole, one job for each grade; of other procedures every model they yield is a job. What a clock or
 * an interrupt cuts is planned without models.
 */
import { planSectionsGreedily, type MipProcedure, type PlanProblem, type SectionPlan } from '../../solver/index.ts';
import { UNKNOWN } from '../mip/unknown.ts';
import type { Pool } from './pool.ts';
import type { Clock } from './clock.ts';

/** Branch-and-bound nodes of one model. */
const OPTIONS = { seed: 1, maxNodes: 2000 };

/** Jobs that are not done: the clock has ended them, or had ended them in the run that is repeated. */
export interface Skips {
  /** keys that the run to be repeated has skipped */
  asked: ReadonlySet<string>;
  /** keys of what is skipped, in order */
  seen: string[];
}

export const skipsOf = (asked: readonly string[] = []): Skips => ({ asked: new Set(asked), seen: [] });

/** The job's answer; null, and its key written down, where it is to be skipped, or the clock strikes first. */
async function unlessSkipped<Answer>(
  skips: Skips,
  key: string,
  clock: Clock,
  start: () => Promise<Answer>,
): Promise<Answer | null> {
  let answer: Answer | null = null;
  if (!clock.struck() && !skips.asked.has(key)) {
    const job = start();
    // The loser of the race must not end the process when it fails later.
    job.catch(() => {});
    answer = await Promise.race([job, clock.whenStruck.then(() => null)]);
  }
  if (answer === null) skips.seen.push(key);
  return answer;
}

/**
 * Runs the procedure to its result. Once the clock has struck, jobs are skipped and their keys written down; the procedure then takes
 * its deterministic way without them. `prefix` stands before the keys of its jobs.
 */
export async function runOnPool<Result>(
  pool: Pool,
  procedure: MipProcedure<Result>,
  clock: Clock,
  skips: Skips,
  prefix = '',
): Promise<Result> {
  let step = procedure.next();
  while (!step.done) {
    const model = step.value;
    const answer = await unlessSkipped(skips, prefix + model.key, clock, () =>
      pool.run({ kind: 'mip', model, options: OPTIONS }),
    );
    step = procedure.next(answer ?? UNKNOWN);
  }
  return step.value;
}

/** The section plan of a grade, models and seating on one thread. */
export async function planSectionsOnPool(
  pool: Pool,
  problem: PlanProblem,
  seed: number,
  clock: Clock,
  skips: Skips,
): Promise<SectionPlan> {
  const plan = await unlessSkipped(skips, problem.key, clock, () =>
    pool.run({ kind: 'plan', problem, seed, options: OPTIONS, stopFlag: clock.flag }),
  );
  if (plan) return plan;
  return planSectionsGreedily(problem, seed);
}
