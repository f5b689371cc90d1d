/** Planning procedures on the pool: every model they yield is a job; what a clock or an interrupt cuts is answered "unknown". */
import type { MipAnswer, MipProcedure } from '../../solver/index.ts';
import type { Pool } from './pool.ts';
import type { Clock } from './clock.ts';

const UNKNOWN: MipAnswer = { status: 'unknown', backend: 'none', values: [], objective: 0 };

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
