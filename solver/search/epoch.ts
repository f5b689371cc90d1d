/** One step of one island: reads its record, searches a fixed number of proposals, writes the next record. */
import { assignRooms, type RoomCare } from '../rooms/assign-rooms.ts';
import { wantsRooms } from '../rooms/polish-rooms.ts';
import { closeWeek } from '../closing/close-week.ts';
import { construct } from '../timetable/construct.ts';
import { loadSolution, makeWeekState, setHardWeight, type WeekState } from '../timetable/state.ts';
import { trueScore } from '../timetable/true-score.ts';
import { exchangeStudents } from '../sectioning/exchange-students.ts';
import { reseatWeek } from '../sectioning/reseat-week.ts';
import { groupStudents, refine } from '../problem/coarsen.ts';
import { countingPairs, enrolledProblem } from '../problem/enrol.ts';
import { reseat } from '../timetable/rules/rule-counters.ts';
import { relink } from '../timetable/links.ts';
import type { TrueScore } from '../problem/problem.ts';
import { anneal, type AssertLevel, type NeighbourhoodUse, type Shared } from './anneal.ts';
import type { Bundle } from './bundle.ts';
import { HEADER, UNSCORED, viewIsland, type IslandRecord, type Position } from './island-record.ts';
import { sharedMoves } from './neighbourhoods.ts';
import { mixHash, seedRandom } from './random.ts';
import type { EpochPlan } from './schedule.ts';

export interface EpochTask {
  seed: number;
  island: number;
  epoch: number;
  plan: EpochPlan;
  iterations: number;
  assertLevel: AssertLevel;
}

export interface EpochReport {
  /** false: the stop flag cut it; the output record means nothing */
  finished: boolean;
  uses: NeighbourhoodUse[];
}

/** Students change sections when a cooling ends, for the best week it saw: so many proposals for each enrolment. */
const PROPOSALS_PER_ENROLMENT = 64;
/**
 * Where homerooms are gathered anew in a week that holds: proposals for each enrolment, and at most so many in all; again where sizes do not come back
 * even (keep-together.ts).
 */
const RESEAT_PROPOSALS_PER_ENROLMENT = 600;
const MOST_RESEAT_PROPOSALS = 6_000_000;
/** In 1/64 of a cost unit. */
const EXCHANGE_TEMPERATURE = 8;

/** Hard units up to which the last lessons of a week are closed by a walk; once no lessons are merged, as many as there are lessons, if that is more. */
const NEARLY_CLOSED = 400;

function nearlyClosed({ levels, fine }: Bundle, level: number): number {
  return level < levels.length - 1 ? NEARLY_CLOSED : Math.max(NEARLY_CLOSED, fine.lessons.count);
}

export const FIRST_HARD_WEIGHT = 40;
const MOST_HARD_WEIGHT = 400;

interface Searcher {
  state: WeekState;
  moves: Shared[];
  /** whose students the links of the state speak of */
  enrolled: Int32Array;
}

/** States are large and alike for all islands of a run: a worker keeps those of the run it serves. */
export interface SearcherCache {
  key: string;
  byLevel: Map<number, Searcher>;
}

export const emptyCache = (): SearcherCache => ({ key: '', byLevel: new Map() });

/** Students as they are now in the events of the level. */
function seat(searcher: Searcher, bundle: Bundle, level: number, enrolled: Int32Array): void {
  if (enrolled.every((event, enrolment) => event === searcher.enrolled[enrolment])) return;
  searcher.enrolled.set(enrolled);
  const { state } = searcher;
  const seated = enrolledProblem(bundle.fine, enrolled).events.students;
  state.problem.events.students = groupStudents(bundle.levels[level], seated);
  relink(state.links, state.problem, countingPairs(bundle.fine.monitors.pair, seated));
  reseat(state);
}

function searcherFor(bundle: Bundle, level: number, cache: SearcherCache, enrolled: Int32Array): Searcher {
  const searcher = makeSearcher(bundle, level, cache);
  seat(searcher, bundle, level, enrolled);
  return searcher;
}

function makeSearcher(bundle: Bundle, level: number, cache: SearcherCache): Searcher {
  if (cache.key !== bundle.key) {
    cache.key = bundle.key;
    cache.byLevel.clear();
  }
  const known = cache.byLevel.get(level);
  if (known) return known;
  const { problem } = bundle.levels[level];
  // Its own, because students will sit elsewhere in it. A copy for each seating would be a new hidden class each time, and everything would be
  // compiled again.
  const own = { ...problem, events: { ...problem.events } };
  const state = makeWeekState(own, FIRST_HARD_WEIGHT);
  const last = level === bundle.levels.length - 1;
  const moves = sharedMoves(state, last, bundle.without);
  const searcher = { state, moves, enrolled: bundle.fine.enrolments.event.slice() };
  cache.byLevel.set(level, searcher);
  return searcher;
}

/** The fine positions seen from a coarser level: a merged lesson lies where the first of its parts does. */
function coarsePositions(bundle: Bundle, level: number, lessonSlot: Int32Array): Int32Array {
  const { lessonOf, problem } = bundle.levels[level];
  const slots = new Int32Array(problem.lessons.count).fill(-1);
  for (let l = lessonOf.length - 1; l >= 0; l--) slots[lessonOf[l]] = lessonSlot[l];
  return slots;
}

/**
 * Rooms and true score of fine positions, kept in the record where they are better than its best. To look at the ways of students from
 * room to room takes as long as an epoch.
 */
function keepIfBetter(bundle: Bundle, record: IslandRecord, position: Position, care: RoomCare): TrueScore {
  const { lessonSlot, roleTeacher, enrolled } = position;
  const demandRoom = assignRooms(bundle.fine, lessonSlot, enrolled, care);
  const score = trueScore(bundle.fine, { ...position, demandRoom });
  const { header, best } = record;
  if (
    score.hard < header[HEADER.bestHard] ||
    (score.hard === header[HEADER.bestHard] && score.soft < header[HEADER.bestSoft])
  ) {
    header[HEADER.bestHard] = score.hard;
    header[HEADER.bestSoft] = score.soft;
    best.lessonSlot.set(lessonSlot);
    best.roleTeacher.set(roleTeacher);
    best.enrolled.set(enrolled);
    best.demandRoom.set(demandRoom);
  }
  return score;
}

/** Where islands begin: the teachers of the plan, and positions to start from (−1: none) where an earlier week is known. */
export interface Start {
  roleTeacher: Int32Array;
  /** [lessons of the full problem]; null: everything is placed anew, lines first */
  lessonSlot: Int32Array | null;
}

/** A first week without search: lessons without a position are placed one after another. A run always has at least this. */
export function startIsland(bundle: Bundle, words: Int32Array, start: Start, seed: number, cache: SearcherCache): void {
  const record = viewIsland(bundle.fine, words);
  const level = start.lessonSlot ? bundle.levels.length - 1 : 0;
  const enrolled = bundle.fine.enrolments.event;
  const { state } = searcherFor(bundle, level, cache, enrolled);
  const nowhere = new Int32Array(state.problem.lessons.count).fill(-1);
  loadSolution(state, {
    lessonSlot: start.lessonSlot ? coarsePositions(bundle, level, start.lessonSlot) : nowhere,
    roleTeacher: start.roleTeacher,
  });
  construct(state, seedRandom(mixHash(seed, 0xc0)));
  const first = refine(bundle.levels[level], state);
  record.current.lessonSlot.set(first.lessonSlot);
  record.current.roleTeacher.set(first.roleTeacher);
  record.header[HEADER.bestHard] = UNSCORED;
  record.header[HEADER.bestSoft] = 0;
  record.header[HEADER.hardWeight] = FIRST_HARD_WEIGHT;
  record.current.enrolled.set(enrolled);
  if (start.lessonSlot || bundle.fine.lessons.count === 0) {
    keepIfBetter(bundle, record, record.current, 'placed');
    return;
  }
  // What is only placed is of use to nobody once an epoch has passed; until then it is the best.
  record.best.lessonSlot.set(first.lessonSlot);
  record.best.roleTeacher.set(first.roleTeacher);
  record.best.enrolled.set(enrolled);
  record.best.demandRoom.fill(-1);
}

/** The island's best week with its students seated anew, where that is better. False: stopped on the way. */
function seatAnew(bundle: Bundle, record: IslandRecord, seed: number, stopped: () => boolean): boolean {
  const { lessonSlot, roleTeacher } = record.best;
  const enrolled = record.best.enrolled.slice();
  const roundsPerSeat = Math.min(
    RESEAT_PROPOSALS_PER_ENROLMENT,
    Math.floor(MOST_RESEAT_PROPOSALS / Math.max(1, enrolled.length)),
  );
  const sitElsewhere = reseatWeek(bundle.fine, lessonSlot, enrolled, { seed, roundsPerSeat, stopped });
  if (sitElsewhere === null) return false;
  if (sitElsewhere) keepIfBetter(bundle, record, { lessonSlot, roleTeacher, enrolled }, 'walked');
  return true;
}

export function runEpoch(
  bundle: Bundle,
  input: Int32Array,
  output: Int32Array,
  task: EpochTask,
  cache: SearcherCache,
  stopped: () => boolean,
): EpochReport {
  const { plan } = task;
  output.set(input);
  const record = viewIsland(bundle.fine, output);
  if (plan.seats) {
    const seed = mixHash(task.seed, task.island, task.epoch);
    if (plan.seats === 'anneal' && !seatAnew(bundle, record, seed, stopped)) return { finished: false, uses: [] };
    record.current.lessonSlot.set(record.best.lessonSlot);
    record.current.roleTeacher.set(record.best.roleTeacher);
    record.current.enrolled.set(record.best.enrolled);
    return { finished: true, uses: [] };
  }
  const from = plan.fromBest ? record.best : record.current;
  const enrolled = from.enrolled.slice();
  const { state, moves } = searcherFor(bundle, plan.level, cache, enrolled);
  setHardWeight(state, plan.hardWeight ?? record.header[HEADER.hardWeight]);
  loadSolution(state, {
    lessonSlot: coarsePositions(bundle, plan.level, from.lessonSlot),
    roleTeacher: from.roleTeacher,
  });
  const random = seedRandom(mixHash(task.seed, task.island, task.epoch));
  construct(state, random);
  const result = anneal(state, moves, random, {
    iterations: task.iterations,
    startTemperature: plan.startTemperature,
    endTemperature: plan.endTemperature,
    assertLevel: task.assertLevel,
    thresholdFirst: plan.thresholdFirst === true,
    stopped,
  });
  if (!result.finished) return { finished: false, uses: result.uses };
  const coarse = bundle.levels[plan.level];
  const last = refine(coarse, state);
  record.current.lessonSlot.set(last.lessonSlot);
  record.current.roleTeacher.set(last.roleTeacher);
  let found = refine(coarse, { lessonSlot: result.bestLessonSlot, roleTeacher: result.bestRoleTeacher });
  const near = nearlyClosed(bundle, plan.level);
  // Where no week holds yet, nobody cares what rules wish of rooms until this one does; unless these may be all that it breaks.
  const mayBreakRooms = wantsRooms(bundle.fine, false) && result.bestCost <= near * state.hardWeight;
  const wishes = record.header[HEADER.bestHard] === 0 || mayBreakRooms;
  let score = keepIfBetter(bundle, record, { ...found, enrolled }, wishes ? 'wished' : 'placed');
  if (!wishes && score.hard === 0) score = keepIfBetter(bundle, record, { ...found, enrolled }, 'wished');
  if (plan.walks !== false && score.hard > 0 && score.hard <= near) {
    loadSolution(state, { lessonSlot: result.bestLessonSlot, roleTeacher: result.bestRoleTeacher });
    closeWeek(state, random);
    const walked = refine(coarse, state);
    const after = keepIfBetter(bundle, record, { ...walked, enrolled }, 'wished');
    if (after.hard < score.hard) [found, score] = [walked, after];
    if (after.hard === 0) {
      record.current.lessonSlot.set(walked.lessonSlot);
      record.current.roleTeacher.set(walked.roleTeacher);
    }
  }
  // Only once it has cooled: students moved for a week that still changes would meet ever more of the others.
  if (plan.coolingEnds) {
    // The exchange does not know what rules count of the days of students: what it finds may be worse.
    if (bundle.fine.monitors.studentDay.count > 0) keepIfBetter(bundle, record, { ...found, enrolled }, 'walked');
    exchangeStudents(bundle.fine, found.lessonSlot, enrolled, random, {
      proposals: PROPOSALS_PER_ENROLMENT * enrolled.length,
      temperature: EXCHANGE_TEMPERATURE,
      hardWeight: state.hardWeight,
    });
    score = keepIfBetter(bundle, record, { ...found, enrolled }, 'walked');
  }
  record.current.enrolled.set(enrolled);
  // A week that does not close although it has cooled: broken lessons must cost more beside the wishes.
  if (plan.coolingEnds && score.hard > 0) {
    record.header[HEADER.hardWeight] = Math.min(MOST_HARD_WEIGHT, 2 * record.header[HEADER.hardWeight]);
  }
  record.header[HEADER.epochCost] = result.cost;
  return { finished: true, uses: result.uses };
}
