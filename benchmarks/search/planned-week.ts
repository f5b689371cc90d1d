/** A sample school up to the point where its week is searched, and a search of it whose week the judge has counted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentRun, finishDocument } from '../../src/api/document.ts';
import { documentScore, provedLeast } from '../../src/api/score.ts';
import { planStage, type PlanStage } from '../../src/api/stages.ts';
import { formHomerooms } from '../../src/compile/form-homerooms.ts';
import type { CompiledWeek } from '../../src/compile/problem.ts';
import { documentHomerooms, documentWeek } from '../../src/compile/timetable.ts';
import { startClock } from '../../src/pool/clock.ts';
import { runIslands, type IslandsResult } from '../../src/pool/islands.ts';
import { skipsOf } from '../../src/pool/plan-jobs.ts';
import type { Pool } from '../../src/pool/pool.ts';
import { completeSchool } from '../../src/school/complete.ts';
import { makeSchoolModel, type SchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { sha256Of } from '../../src/timetable/write.ts';
import { makeBundle, shareMemory, trueScore, type Bundle } from '../../solver/index.ts';
import { root } from '../machine.ts';

export interface PlannedWeek {
  school: School;
  bytes: Uint8Array;
  sha256: string;
  model: SchoolModel;
  stage: PlanStage;
  week: CompiledWeek;
}

/** Sections, roles and teachers of a sample school. */
export async function planWeek(pool: Pool, instance: string, seed: number): Promise<PlannedWeek> {
  const bytes = readFileSync(join(root, 'datasets', `${instance}.school.json`));
  const { school } = readSchool(bytes);
  if (!school) throw new Error(`${instance} cannot be read`);
  const model = makeSchoolModel(completeSchool(school, formHomerooms(school)));
  const clock = startClock(undefined, undefined);
  const stage = await planStage(model, pool, clock, seed, skipsOf());
  clock.stop();
  return { school, bytes, sha256: sha256Of(bytes), model, stage, week: stage.week };
}

export interface SearchSettings {
  seed: number;
  islands: number;
  epochs: number;
  /** neighbourhoods left out */
  without?: readonly string[];
  onEpoch?: (epoch: number, hard: number, soft: number) => void;
}

export interface SearchedWeek {
  found: IslandsResult;
  bundle: Bundle;
  timetable: Timetable;
  /** search alone */
  seconds: number;
}

/** Searches for so many epochs (fewer where two reheats gain nothing). Throws where the judge counts otherwise than the engine. */
export async function searchWeek(pool: Pool, planned: PlannedWeek, settings: SearchSettings): Promise<SearchedWeek> {
  const { school, bytes, model, stage, week } = planned;
  const { seed, islands, epochs, without = [], onEpoch = () => {} } = settings;
  // Threads keep what they have made for a key.
  const key = JSON.stringify([planned.sha256, seed, without]);
  const bundle = shareMemory(makeBundle(key, week.problem, week.lineOf, week.givenLineOf, without));
  const clock = startClock(undefined, undefined);
  const found = await runIslands(pool, bundle, { roleTeacher: stage.roleTeacher, lessonSlot: null }, clock, {
    seed,
    islands,
    epochs,
    assertLevel: 'off',
    enough: () => null,
    onEpoch,
  });
  clock.stop();
  const seconds = clock.elapsedSeconds();
  const { deviation } = trueScore(week.problem, found.solution);
  const options = { seed, islands, threads: pool.threads, reproduce: '' };
  const timetable = finishDocument(school, bytes, undefined, {
    scope: 'week',
    run: documentRun(options, seconds, { ...found, skipped: [] }),
    homerooms: documentHomerooms(model),
    ...documentWeek(model, week, found.solution),
    unserved: stage.unserved,
    score: documentScore(week, deviation, provedLeast(stage)),
  });
  return { found, bundle, timetable, seconds };
}
