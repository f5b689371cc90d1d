/** Choices in, a complete and judged week out. */
import { assignRooms, shareMemory, trueScore, type Problem, type Solution } from '../../solver/index.ts';
import { formHomerooms } from '../compile/form-homerooms.ts';
import { enrolledSections } from '../compile/enrolments.ts';
import { documentPlan } from '../compile/plan-document.ts';
import { documentHomerooms, documentWeek } from '../compile/timetable.ts';
import { startClock } from '../pool/clock.ts';
import { runIslands } from '../pool/islands.ts';
import { skipsOf } from '../pool/plan-jobs.ts';
import { openPool } from '../pool/pool.ts';
import { completeSchool } from '../school/complete.ts';
import { modelOf } from '../school/model.ts';
import type { School } from '../school/types.ts';
import type { StopReason } from '../pool/stop-reason.ts';
import type { Timetable } from '../timetable/types.ts';
import { searchAttempts, type Tried } from './attempts.ts';
import { triedOf, writeCheckpoint } from './checkpoint.ts';
import { certificatesOf, isProved } from './diagnose.ts';
import { documentRun, finishDocument } from './document.ts';
import { impossibleWeek } from './impossible-week.ts';
import { documentScore, type Proved } from './score.ts';
import { repairCertificate } from './repair-certificate.ts';
import { smallRepair } from './small-repair.ts';
import { makePlanner } from './stages.ts';
import { progressEvent } from './progress.ts';
import type { ProgressEvent, SolveOptions } from './types.ts';

/** Epochs of a run that neither a clock nor --epochs bounds. */
const DEFAULT_EPOCHS = 24;
/** The same while something hard is broken. */
const DEFAULT_EPOCHS_TO_CLOSE = 96;
/** With a clock alone, the clock decides. */
const NO_LIMIT = 1_000_000;

/** Whether the score is as good as was asked, or as can be. */
function enough(options: SolveOptions, proved: () => Proved) {
  return (hard: number, soft: number): StopReason | null => {
    if (hard > 0) return null;
    if (options.target?.kind === 'complete') return 'target';
    if (options.target?.kind === 'soft' && soft <= options.target.value) return 'target';
    return soft <= proved().soft ? 'bound' : null;
  };
}

/** The same week with rooms found once more, by all that rules ask of them: within a cooling not all of it is looked at. */
function withLastRooms(problem: Problem, solution: Solution): Solution {
  const demandRoom = assignRooms(problem, solution.lessonSlot, solution.enrolled);
  if (demandRoom.every((room, demand) => room === solution.demandRoom[demand])) return solution;
  return better(problem, solution, { ...solution, demandRoom });
}

/** The repaired week unless the search has found a better one. */
function better(problem: Problem, repaired: Solution | undefined, found: Solution): Solution {
  if (!repaired) return found;
  const [a, b] = [trueScore(problem, repaired), trueScore(problem, found)];
  return b.hard < a.hard || (b.hard === a.hard && b.soft < a.soft) ? found : repaired;
}

export async function solve(school: School, bytes: Uint8Array, options: SolveOptions): Promise<Timetable> {
  const clock = startClock(options.timeSeconds, options.interrupt);
  const pool = options.pool ?? openPool(options.threads);
  try {
    const { resume, checkpoint } = options;
    const epochs = options.epochs ?? resume?.limit ?? (options.timeSeconds === undefined ? DEFAULT_EPOCHS : NO_LIMIT);
    const epochsToClose = Math.max(epochs, options.epochs ?? DEFAULT_EPOCHS_TO_CLOSE);
    const completed = completeSchool(school, formHomerooms(school));
    const model = modelOf(completed, options.base);
    const repeated = resume?.skipped ?? options.skip;
    const skips = skipsOf(repeated);
    // What is planned again must become what it was: the clock has had its say in the run that is repeated.
    const planClock = repeated ? startClock(undefined, undefined) : clock;
    const secondsBefore = resume?.observed.wallSeconds ?? 0;
    const elapsedSeconds = (): number => secondsBefore + clock.elapsedSeconds();
    let searchStarted = 0;
    let moves = 0;
    const epochsBefore = resume?.tried.reduce((sum, { epoch }) => sum + epoch, 0) ?? 0;
    const progress = (
      stage: ProgressEvent['stage'],
      epoch = 0,
      hard = 0,
      soft = 0,
      bound = 0,
      mostEpochs = epochs,
    ): void => {
      const seconds = clock.elapsedSeconds() - searchStarted;
      const movesPerSecond = stage === 'search' ? Math.round(moves / Math.max(0.001, seconds)) : 0;
      const search = stage === 'search' ? { seconds, epochs: epoch - epochsBefore } : undefined;
      const course = {
        epochs: mostEpochs,
        epochsToClose,
        timeSeconds: options.timeSeconds,
        elapsedSeconds: elapsedSeconds(),
      };
      const standing = { stage, epoch, hard, soft, bound, movesPerSecond };
      options.onProgress?.(progressEvent(standing, search ? { ...course, search } : course));
    };
    // The threads plan while the certificates are looked for: where there is one, the plan is dropped. An earlier week may need no plan.
    const early = options.base || clock.struck() ? null : makePlanner(model, pool, options.seed);
    const planned = early?.first({ clock: planClock, skips });
    planned?.catch(() => {});
    const proofs =
      options.anyway || resume ? [] : certificatesOf(school, completed === school && !options.base ? model : undefined);
    if (isProved(proofs)) return impossibleWeek(school, bytes, options, proofs);
    progress('plan');
    const planner = early ?? makePlanner(model, pool, options.seed);
    // The fewest changes first: where few suffice, the search starts from a week that has no more.
    const repair = smallRepair(model, repeated ? undefined : options.timeSeconds, skips);
    const first = repair?.found?.stage ?? (await (planned ?? planner.first({ clock: planClock, skips })));
    searchStarted = clock.elapsedSeconds();
    const movesBefore = resume?.observed.moves ?? 0;
    let saveAfter = 0;
    const save = (tried: readonly Tried[], at: number, ended: boolean): void => {
      const began = clock.elapsedSeconds();
      if (!checkpoint || (!ended && began < saveAfter)) return;
      const soFar = { limit: epochs, skipped: skips.seen, wallSeconds: elapsedSeconds(), moves: movesBefore + moves };
      checkpoint.save(writeCheckpoint(bytes, options, soFar, tried, at));
      const seconds = clock.elapsedSeconds() - began;
      saveAfter = began + seconds / checkpoint.share;
    };
    const { attempt, found } = await searchAttempts({
      model,
      planner,
      first,
      clock,
      planClock,
      epochs,
      inAll: options.epochs !== undefined,
      epochsToClose,
      mayPlanAgain: options.base === undefined,
      search: ({ stage, bundle, proved }, { before, ...limits }, from, onBarrier) => {
        const start = shareMemory({
          roleTeacher: stage.roleTeacher,
          lessonSlot: repair?.found?.solution.lessonSlot ?? (options.base ? stage.week.problem.lessons.earlier : null),
        });
        return runIslands(pool, bundle, start, clock, {
          seed: options.seed,
          islands: options.islands,
          ...limits,
          assertLevel: 'off',
          enough: enough(options, proved),
          onEpoch: (epoch, hard, soft, proposals) => {
            moves += proposals;
            progress('search', before + epoch, hard, soft, proved().soft, before + limits.epochs);
          },
          onBarrier,
          ...(from ? { resume: from } : {}),
        });
      },
      onBarrier: save,
      ...(resume ? { resume: triedOf(resume) } : {}),
    });
    const { stage } = attempt;
    const { week } = stage;
    const proved = attempt.proved();
    const solution = better(week.problem, repair?.found?.solution, withLastRooms(week.problem, found.solution));
    const { hard, soft, deviation } = trueScore(week.problem, solution);
    progress('judge', found.epochs, hard, soft, proved.soft);
    const written = documentWeek(model, week, solution);
    const certificate = repair && repairCertificate(model, options.base, written, repair);
    return finishDocument(school, bytes, options.base, {
      scope: 'week',
      run: documentRun(options, elapsedSeconds(), { ...found, skipped: skips.seen }),
      homerooms: documentHomerooms(model),
      ...written,
      unserved: stage.unserved,
      score: documentScore(week, deviation, proved),
      plan: documentPlan(
        model,
        stage.grades,
        stage.plans,
        enrolledSections(week.sections, week.problem.enrolments, solution.enrolled),
      ),
      ...(certificate ? { certificates: [certificate] } : {}),
    });
  } finally {
    clock.stop();
    if (!options.pool) await pool.close();
  }
}
