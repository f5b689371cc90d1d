/** From a school to the engine's problem and back, on this thread: the section plan with exact answers or without. */
import {
  descentEpochs,
  emptyCache,
  HEADER,
  islandWords,
  makeBundle,
  planEpoch,
  planSections,
  planTeachersGreedily,
  runEpoch,
  startIsland,
  viewIsland,
  withoutModels,
  type Bundle,
  type Solution,
} from '../../solver/index.ts';
import { finishDocument } from '../../src/api/document.ts';
import { documentScore, provedLeast } from '../../src/api/score.ts';
import type { PlanStage } from '../../src/api/stages.ts';
import { assembleSections, lineTimes } from '../../src/compile/assemble.ts';
import { documentPlan } from '../../src/compile/plan-document.ts';
import { planProblems } from '../../src/compile/plan-problem.ts';
import { compileWeek, type CompiledWeek } from '../../src/compile/problem.ts';
import { compileRoles } from '../../src/compile/roles.ts';
import { teacherProblem } from '../../src/compile/teacher-problem.ts';
import { documentHomerooms, documentWeek } from '../../src/compile/timetable.ts';
import { makeSchoolModel, type SchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import { courseUnits } from '../../src/school/takers.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { trueScore } from '../../solver/index.ts';

export interface PlannedWeek {
  model: SchoolModel;
  stage: PlanStage;
  week: CompiledWeek;
  bundle: Bundle;
}

/** null where the reader refuses the school. `base`: the earlier week that change is measured against; the plan knows nothing of it. */
export function plannedWeek(school: School, seed = 1, base?: Timetable): PlannedWeek | null {
  if (readSchool(JSON.stringify(school)).school === null) return null;
  const model = makeSchoolModel(school, base);
  const units = courseUnits(model);
  const grades = planProblems(model, units);
  const plans = grades.map(({ problem }) => withoutModels(planSections(problem, seed)));
  const assembly = assembleSections(model, units, grades, plans);
  const roles = compileRoles(model, assembly.sections);
  const teachers = planTeachersGreedily(
    teacherProblem(model, assembly.sections, roles, (section) => lineTimes(model, section)),
  );
  const week = compileWeek(model, assembly.sections, assembly.unserved.length, roles);
  const stage: PlanStage = {
    ...assembly,
    grades,
    plans,
    roles,
    week,
    roleTeacher: teachers.teacherOf,
  };
  const bundle = makeBundle('test', week.problem, week.lineOf, week.givenLineOf);
  return { model, stage, week, bundle };
}

export interface Searched {
  solution: Solution;
  hard: number;
  soft: number;
}

/** One island on this thread, every move of it checked against a recount. `epochs` may be fewer than a descent has. */
export function search({ bundle, stage }: PlannedWeek, seed: number, epochs: number, iterations: number): Searched {
  const cache = emptyCache();
  let input: Int32Array = new Int32Array(islandWords(bundle.fine));
  let output: Int32Array = new Int32Array(input.length);
  startIsland(bundle, input, { roleTeacher: stage.roleTeacher, lessonSlot: null }, seed, cache);
  const levels = bundle.levels.length;
  // The last epochs of a descent, so that the finest level is always among them.
  const first = Math.max(0, descentEpochs(levels) - epochs);
  for (let epoch = first; epoch < first + epochs; epoch++) {
    const task = { seed, island: 0, epoch, plan: planEpoch(levels, epoch), iterations, assertLevel: 'move' as const };
    runEpoch(bundle, input, output, task, cache, () => false);
    [input, output] = [output, input];
  }
  const { header, best } = viewIsland(bundle.fine, input);
  return { solution: best, hard: header[HEADER.bestHard] ?? 0, soft: header[HEADER.bestSoft] ?? 0 };
}

/** The judged document; throws where the engine's score is not the judge's. */
export function judgedDocument(school: School, planned: PlannedWeek, solution: Solution, base?: Timetable): Timetable {
  const { model, week, stage } = planned;
  const { deviation } = trueScore(week.problem, solution);
  return finishDocument(school, new TextEncoder().encode(JSON.stringify(school)), base, {
    scope: 'week',
    run: {
      version: '',
      seed: 1,
      islands: 1,
      epochs: 0,
      epochSize: 0,
      skipped: [],
      reproduce: '',
      digest: '',
      observed: { threads: 1, wallSeconds: 0, peakMemoryBytes: 0, stopReason: 'epochs' },
    },
    homerooms: documentHomerooms(model),
    ...documentWeek(model, week, solution),
    unserved: stage.unserved,
    score: documentScore(week, deviation, provedLeast(stage)),
    plan: documentPlan(model, stage.grades, stage.plans, stage.sections),
  });
}
