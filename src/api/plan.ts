/** Choices in, judged sections out: who sits in which section, and who teaches it; scope "sections". */
import { formHomerooms } from '../compile/form-homerooms.ts';
import { documentPlan } from '../compile/plan-document.ts';
import { STAFF_RULES } from '../compile/rules/index.ts';
import { ROSTER_RULES } from '../compile/seat-by-rules.ts';
import { documentHomerooms, documentSections } from '../compile/timetable.ts';
import { startClock } from '../pool/clock.ts';
import { skipsOf } from '../pool/plan-jobs.ts';
import { openPool } from '../pool/pool.ts';
import { completeSchool } from '../school/complete.ts';
import { modelOf } from '../school/model.ts';
import type { School } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';
import { compareModes, compareScenarios } from './compare.ts';
import { documentRun, finishDocument } from './document.ts';
import { documentScore, provedLeast } from './score.ts';
import { planStage } from './stages.ts';
import type { SolveOptions } from './types.ts';
import { trueScore } from '../../solver/index.ts';

export async function plan(school: School, bytes: Uint8Array, options: SolveOptions): Promise<Timetable> {
  const clock = startClock(options.timeSeconds, options.interrupt);
  const pool = options.pool ?? openPool(options.threads);
  try {
    const model = modelOf(completeSchool(school, formHomerooms(school)), options.base);
    const skips = skipsOf();
    const stage = await planStage(model, pool, clock, options.seed, skips);
    const { week } = stage;
    const { deviation } = trueScore(week.problem, {
      lessonSlot: new Int32Array(week.problem.lessons.count).fill(-1),
      roleTeacher: stage.roleTeacher,
      demandRoom: new Int32Array(week.problem.roomDemands.count).fill(-1),
      enrolled: week.problem.enrolments.event,
    });
    const { whatIf, modes } = options.compare ?? {};
    const machine = { pool, clock, seed: options.seed };
    const scenarios = whatIf && (await compareScenarios(school, whatIf, machine));
    const compared = modes ? await compareModes(school, machine) : undefined;
    const inScope = (type: string): boolean => SECTION_RULES.has(type);
    return finishDocument(school, bytes, options.base, {
      scope: 'sections',
      run: documentRun(options, clock.elapsedSeconds(), {
        epochs: 0,
        epochSize: 0,
        skipped: skips.seen,
        stopReason: clock.reason() ?? 'epochs',
      }),
      homerooms: documentHomerooms(model),
      sections: documentSections(model, week, stage.roleTeacher),
      lessons: [],
      meetings: [],
      unserved: stage.unserved,
      unplaced: [],
      score: documentScore(week, deviation, provedLeast(stage), inScope),
      plan: documentPlan(model, stage.grades, stage.plans, stage.sections),
      ...(compared ? { modes: compared } : {}),
      ...(scenarios ? { scenarios } : {}),
    });
  } finally {
    clock.stop();
    if (!options.pool) await pool.close();
  }
}

/** Rules that sections alone decide. */
const SECTION_RULES: ReadonlySet<string> = new Set([
  ...STAFF_RULES,
  ...ROSTER_RULES,
  'structural.size',
  'structural.qualified',
  'structural.load',
  'structural.unserved',
  'structural.line',
  'structural.lock',
  'structural.document',
  'size.balance',
  'walking.keepTogether',
]);
