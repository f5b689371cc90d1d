/** A sample school as the search leaves it after its first descent: what kernels are measured on. */
import { compileWeek, type CompiledWeek } from '../../src/compile/problem.ts';
import type { PlanStage } from '../../src/api/stages.ts';
import { openPool } from '../../src/pool/pool.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { descentEpochs, makeBundle, type Bundle, type Solution } from '../../solver/index.ts';
import { planWeek, searchWeek } from '../search/planned-week.ts';

export interface SettledWeek {
  school: School;
  /** without `times`: these are functions, and no thread can be given one */
  stage: PlanStage;
  week: CompiledWeek;
  /** the same week of a school that has no rules */
  withoutRules: CompiledWeek;
  bundle: Bundle;
  solution: Solution;
  timetable: Timetable;
}

export async function settledWeek(instance: string): Promise<SettledWeek> {
  const pool = openPool(2);
  try {
    const planned = await planWeek(pool, instance, 1);
    const { school, week } = planned;
    const { times: _asked, ...stage } = planned.stage;
    const { levels } = makeBundle('kernels', week.problem, week.lineOf, week.givenLineOf);
    const epochs = descentEpochs(levels.length);
    const { found, bundle, timetable } = await searchWeek(pool, planned, { seed: 1, islands: 1, epochs });
    const bare = makeSchoolModel({ ...school, rules: [], defaults: false });
    const withoutRules = compileWeek(bare, stage.sections, stage.unserved.length, stage.roles);
    return { school, stage, week, withoutRules, bundle, solution: found.solution, timetable };
  } finally {
    await pool.close();
  }
}
