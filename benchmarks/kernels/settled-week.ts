/** A sample school as the search leaves it after its first descent: what kernels are measured on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentRun, finishDocument } from '../../src/api/document.ts';
import { documentScore, ruleBounds } from '../../src/api/score.ts';
import { planStage, type PlanStage } from '../../src/api/stages.ts';
import { compileWeek, type CompiledWeek } from '../../src/compile/problem.ts';
import { documentHomerooms, documentWeek } from '../../src/compile/timetable.ts';
import { startClock } from '../../src/pool/clock.ts';
import { runIslands } from '../../src/pool/islands.ts';
import { skipsOf } from '../../src/pool/plan-jobs.ts';
import { openPool } from '../../src/pool/pool.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { descentEpochs, makeBundle, trueScore, type Bundle, type Solution } from '../../solver/index.ts';
import { root } from '../machine.ts';

export interface SettledWeek {
  school: School;
  stage: PlanStage;
  week: CompiledWeek;
  bundle: Bundle;
  solution: Solution;
  timetable: Timetable;
}

export async function settledWeek(instance: string): Promise<SettledWeek> {
  const bytes = readFileSync(join(root, 'datasets', `${instance}.school.json`));
  const { school } = readSchool(bytes);
  if (!school) throw new Error(`${instance} cannot be read`);
  const model = makeSchoolModel(school);
  const clock = startClock(undefined, undefined);
  const pool = openPool(2);
  try {
    const stage = await planStage(model, pool, clock, 1, skipsOf());
    const week = compileWeek(model, stage.sections, stage.unserved.length);
    const bundle = makeBundle('kernels', week.problem, week.lineOf, week.givenLineOf);
    const found = await runIslands(pool, bundle, { roleTeacher: stage.roleTeacher, lessonSlot: null }, clock, {
      seed: 1,
      islands: 1,
      epochs: descentEpochs(bundle.levels.length),
      assertLevel: 'off',
      enough: () => null,
      onEpoch: () => {},
    });
    const { deviation } = trueScore(week.problem, found.solution);
    const options = { seed: 1, islands: 1, threads: 2, reproduce: '' };
    const timetable = finishDocument(school, bytes, undefined, {
      scope: 'week',
      run: documentRun(options, clock.elapsedSeconds(), { ...found, skipped: [] }),
      homerooms: documentHomerooms(model),
      ...documentWeek(model, week, found.solution),
      unserved: stage.unserved,
      score: documentScore(week, deviation, ruleBounds(week, stage)),
    });
    return { school, stage, week, bundle, solution: found.solution, timetable };
  } finally {
    clock.stop();
    await pool.close();
  }
}
