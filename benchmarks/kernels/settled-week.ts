/** A sample school as the search leaves it after its first descent: what kernels are measured on. */
import type { CompiledWeek } from '../../src/compile/problem.ts';
import type { PlanStage } from '../../src/api/stages.ts';
import { openPool } from '../../src/pool/pool.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { descentEpochs, makeBundle, type Bundle, type Solution } from '../../solver/index.ts';
import { planWeek, searchWeek } from '../search/planned-week.ts';

export interface SettledWeek {
  school: School;
  stage: PlanStage;
  week: CompiledWeek;
  bundle: Bundle;
  solution: Solution;
  timetable: Timetable;
}

export async function settledWeek(instance: string): Promise<SettledWeek> {
  const pool = openPool(2);
  try {
    const planned = await planWeek(pool, instance, 1);
    const { school, stage, week } = planned;
    const { levels } = makeBundle('kernels', week.problem, week.lineOf, week.givenLineOf);
    const epochs = descentEpochs(levels.length);
    const { found, bundle, timetable } = await searchWeek(pool, planned, { seed: 1, islands: 1, epochs });
    return { school, stage, week, bundle, solution: found.solution, timetable };
  } finally {
    await pool.close();
  }
}
