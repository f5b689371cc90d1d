/**
 * Planning on the pool: section plans whole, one job for each grade; of other procedures every model they yield is a job. What a clock or
 * an interrupt cuts is planned without models.
 */
import {
  planSectionsGreedily,
  type MipAnswer,
  type MipProcedure,
  type PlanProblem,
  type SectionPlan,
} from '../../solver/index.ts';
import { UNKNOWN } from '../mip/unknown.ts';
import type { Pool } from './pool.ts';
import type { Clock } from './clock.ts';

/** Branch-and-bound nodes of one job. */
const MAX_NODES = 2000;

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
    let answer: MipAnswer = UNKNOWN;
    if (!clock.struck()) {
      const job = pool.run({ kind: 'mip', model, options: { seed: 1, maxNodes: MAX_NODES } });
      answer = await Promise.race([job, clock.whenStruck.then(() => UNKNOWN)]);
      // The loser of the race must not end the process when it fails later.
      job.catch(() => {});
    }
    if (answer === UNKNOWN) skipped.push(model.key);
    step = procedure.next(answer);
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
  if (!clock.struck()) {
    const options = { seed: 1, maxNodes: MAX_NODES };
    const job = pool.run({ kind: 'plan', problem, seed, options, stopFlag: clock.flag });
    const plan = await Promise.race([job, clock.whenStruck.then(() => null)]);
    job.catch(() => {});
    if (plan) return plan;
  }
  skipped.push(problem.key);
  return planSectionsGreedily(problem, seed);
}
