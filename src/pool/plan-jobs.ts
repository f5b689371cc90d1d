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

/** The job's answer; null where the clock has struck, or strikes first. */
async function unlessStruck<Answer>(clock: Clock, start: () => Promise<Answer>): Promise<Answer | null> {
  if (clock.struck()) return null;
  const job = start();
  // The loser of the race must not end the process when it fails later.
  job.catch(() => {});
  return Promise.race([job, clock.whenStruck.then(() => null)]);
}

/**
 * Runs the procedure to its result. Once the clock has struck, jobs are skipped and their keys written down; the procedure then takes
 * its deterministic way without them.
 */
export async function runOnPool<Result>(
  pool: Pool,
  procedure: MipProcedure<Result>,
  clock: Clock,
  skipped: string[],
): Promise<Result> {
  let step = procedure.next();
  while (!step.done) {
    const model = step.value;
    const answer = await unlessStruck(clock, () => pool.run({ kind: 'mip', model, options: OPTIONS }));
    if (answer === null) skipped.push(model.key);
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
  skipped: string[],
): Promise<SectionPlan> {
  const plan = await unlessStruck(clock, () =>
    pool.run({ kind: 'plan', problem, seed, options: OPTIONS, stopFlag: clock.flag }),
  );
  if (plan) return plan;
  skipped.push(problem.key);
  return planSectionsGreedily(problem, seed);
}
