/** What the search does most: proposals, one by one and as an epoch. */
import {
  descentEpochs,
  emptyCache,
  epochSize,
  exchangeStudents,
  HEADER,
  islandWords,
  planEpoch,
  runEpoch,
  startIsland,
  viewIsland,
} from '../../solver/index.ts';
import { FIRST_HARD_WEIGHT } from '../../solver/search/epoch.ts';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { makeChangeTeacher } from '../../solver/timetable/moves/change-teacher.ts';
import { makeKempeChain } from '../../solver/timetable/moves/kempe-chain.ts';
import { makeMoveLesson } from '../../solver/timetable/moves/move-lesson.ts';
import { NOTHING, type NeighbourhoodMaker } from '../../solver/timetable/moves/neighbourhood.ts';
import { moveDelta } from '../../solver/timetable/delta.ts';
import { loadSolution, makeWeekState, type WeekState } from '../../solver/timetable/state.ts';
import type { Kernel, Sample } from './kernel.ts';
import type { SettledWeek } from './settled-week.ts';

const BATCH = 1000;

function stateOf({ week, solution }: SettledWeek): WeekState {
  const state = makeWeekState(week.problem, FIRST_HARD_WEIGHT);
  loadSolution(state, solution);
  return state;
}

/** The cost difference of a random lesson in a random slot of its domain. */
function lessonMoveDelta(settled: SettledWeek): Sample {
  const state = stateOf(settled);
  const random = seedRandom(1);
  const { lessons } = settled.week.problem;
  const { start, item } = lessons.starts;
  const run = (): void => {
    for (let n = 0; n < BATCH; n++) {
      const lesson = nextBelow(random, lessons.count);
      const domain = lessons.domain[lesson] ?? 0;
      const from = start[domain] ?? 0;
      moveDelta(state, lesson, item[from + nextBelow(random, (start[domain + 1] ?? 0) - from)] ?? 0);
    }
  };
  return { batch: BATCH, run };
}

/** Proposals drawn and evaluated, then rejected, so that the week stays as it is; draws of nothing take time but are not counted. */
function proposals(settled: SettledWeek, make: NeighbourhoodMaker): Sample | null {
  const neighbourhood = make(stateOf(settled));
  if (!neighbourhood) return null;
  const random = seedRandom(1);
  const run = (): void => {
    let evaluated = 0;
    while (evaluated < BATCH) {
      if (neighbourhood.propose(random) === NOTHING) continue;
      neighbourhood.reject();
      evaluated++;
    }
  };
  return { batch: BATCH, run };
}

/** A reheat from the settled week, with construction, rooms and true score; counted in proposals. */
function epoch({ bundle, stage, solution }: SettledWeek): Sample {
  const cache = emptyCache();
  const words = (): Int32Array => new Int32Array(islandWords(bundle.fine));
  const input = words();
  const output = words();
  startIsland(bundle, input, { roleTeacher: stage.roleTeacher, lessonSlot: null }, 1, cache);
  const { header, current, best } = viewIsland(bundle.fine, input);
  // As in a run: the week holds, and nothing is better than it.
  header[HEADER.bestHard] = 0;
  header[HEADER.bestSoft] = 0;
  for (const place of [current, best]) {
    place.lessonSlot.set(solution.lessonSlot);
    place.roleTeacher.set(solution.roleTeacher);
  }
  const levels = bundle.levels.length;
  const number = descentEpochs(levels);
  const iterations = epochSize(bundle.fine.lessons.count);
  const task = {
    seed: 1,
    island: 0,
    epoch: number,
    plan: planEpoch(levels, number),
    iterations,
    assertLevel: 'off',
  } as const;
  const run = (): void => void runEpoch(bundle, input, output, task, cache, () => false);
  return { batch: iterations, run };
}

/**
 * Students who change sections while all times stand, as at the end of a cooling, with what it takes to begin; draws with nothing to try cost time
 * but are not counted.
 */
function studentExchange({ week, solution }: SettledWeek): Sample {
  const { problem } = week;
  const settings = { proposals: 64 * solution.enrolled.length, temperature: 8, hardWeight: FIRST_HARD_WEIGHT };
  const exchange = (): number =>
    exchangeStudents(problem, solution.lessonSlot, solution.enrolled.slice(), seedRandom(1), settings).counted;
  return { batch: exchange(), run: () => void exchange() };
}

export function searchKernels(settled: SettledWeek): Kernel[] {
  const byHardTerms = { ...settled, week: settled.withoutRules };
  return [
    { name: 'lesson move: cost difference', ready: () => lessonMoveDelta(settled) },
    { name: 'lesson move: proposal and rejection', ready: () => proposals(settled, makeMoveLesson) },
    {
      name: 'lesson move by hard terms alone: proposal and rejection',
      ready: () => proposals(byHardTerms, makeMoveLesson),
    },
    { name: 'Kempe chain: proposal and rejection', ready: () => proposals(settled, makeKempeChain) },
    { name: 'teacher change: proposal and rejection', ready: () => proposals(settled, makeChangeTeacher) },
    { name: 'student exchange, per proposal', ready: () => studentExchange(settled) },
    { name: 'epoch, per proposal', ready: () => epoch(settled) },
  ];
}
