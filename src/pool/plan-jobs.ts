/** Planning on the pool: one job for the sections of a grade, one for all teachers. What a clock or an interrupt cuts is planned without models. */
import {
  planSectionsGreedily,
  planTeachersGreedily,
  type PlanProblem,
  type SectionPlan,
  type TeacherPlan,
  type TeacherProblem,
} from '../../solver/index.ts';
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
  return plan ?? planSectionsGreedily(problem, seed);
}

/** Who teaches which section. `key` names the job where one run has several. */
export async function planTeachersOnPool(
  pool: Pool,
  problem: TeacherProblem,
  clock: Clock,
  skips: Skips,
  key: string,
): Promise<TeacherPlan> {
  const plan = await unlessSkipped(skips, key, clock, () =>
    pool.run({ kind: 'staff', problem, options: OPTIONS, stopFlag: clock.flag }),
  );
  return plan ?? planTeachersGreedily(problem);
}
