/**
 * Plans of sections and the searches over them. Where a week does not close because students would have to be in two places, the sections are
 * planned again, with another one of the courses concerned; in the end what is left of the epochs goes to the best of these weeks. All of it
 * depends on counts of epochs alone.
 */
import { epochSize, makeBundle, shareMemory, type Bundle } from '../../solver/index.ts';
import { clashingCourses } from '../compile/more-sections.ts';
import type { Clock } from '../pool/clock.ts';
import { bestOf, type IslandsResult, type IslandsState } from '../pool/islands.ts';
import type { SchoolModel } from '../school/model.ts';
import { provedLeast, type Proved } from './score.ts';
import type { Planner, PlanStage } from './stages.ts';

/** Epochs after which the sections of a week that does not close are planned again, and how often. */
const AGAIN_AFTER = 24;
const MOST_AGAIN = 3;

/** A plan with its week, ready to be searched. */
export interface Attempt {
  stage: PlanStage;
  bundle: Bundle;
  /** counted when it is first asked for, and kept */
  proved: () => Proved;
}

/** An attempt and where its search stands: enough to make its plan again and to go on. */
export interface Tried {
  /** ids of the courses that it gives another section; none: the first plan */
  courses: readonly string[];
  state: IslandsState;
}

export interface AttemptLimits {
  /** most epochs of the attempt once it holds, and while it does not */
  epochs: number;
  epochsToClose: number;
  /** epochs of the other attempts */
  before: number;
}

export interface AttemptsOptions {
  model: SchoolModel;
  planner: Planner;
  first: PlanStage;
  clock: Clock;
  /** never strikes: plans that were made before are made again with it */
  planClock: Clock;
  /** most epochs: of the attempt that holds, or of all together where `inAll`; and of all together while nothing holds */
  epochs: number;
  inAll: boolean;
  epochsToClose: number;
  /** whether there may be other plans than the first */
  mayPlanAgain: boolean;
  /** goes on with an attempt; `onBarrier` is told where it stands */
  search: (
    attempt: Attempt,
    limits: AttemptLimits,
    from: IslandsState | null,
    onBarrier: (state: IslandsState, ended: boolean) => void,
  ) => Promise<IslandsResult>;
  /** told at every barrier: the attempts so far, and which of them is searched */
  onBarrier: (tried: readonly Tried[], at: number, ended: boolean) => void;
  /** goes on from here */
  resume?: { tried: readonly Tried[]; at: number };
}

interface Entry {
  courses: readonly string[];
  /** null: not begun */
  state: IslandsState | null;
  attempt: Attempt;
}

export interface AttemptsResult {
  /** the attempt with the best week */
  attempt: Attempt;
  /** its week, with the epochs of all attempts */
  found: IslandsResult;
}

function prepare(stage: PlanStage, index: number): Attempt {
  const { week } = stage;
  let known: Proved | null = null;
  const proved = (): Proved => (known ??= provedLeast(stage));
  const bundle = shareMemory(makeBundle(`${process.pid}/${index}`, week.problem, week.lineOf, week.givenLineOf));
  return { stage, bundle, proved };
}

/**
 * The entry with the best week, and that: the least hard, then the least soft; of equals the first. A plan that no epoch has passed for is none that a run
 * of as many epochs comes to: it counts only where there is no other.
 */
function bestEntry(entries: readonly Entry[]): { entry: Entry; week: ReturnType<typeof bestOf> } | undefined {
  const begun = entries.filter(({ state }) => state !== null && state.epoch > 0);
  const weeks = (begun.length > 0 ? begun : entries).flatMap((entry) =>
    entry.state ? [{ entry, week: bestOf(entry.attempt.bundle, entry.state.islands) }] : [],
  );
  return weeks.toSorted((a, b) => a.week.hard - b.week.hard || a.week.soft - b.week.soft)[0];
}

export async function searchAttempts(options: AttemptsOptions): Promise<AttemptsResult> {
  const { model, planner, clock, planClock, resume } = options;
  const first: Entry = { courses: [], state: null, attempt: prepare(options.first, 0) };
  const entries = [first];
  const withPlan = async (last: Entry, courses: ReadonlySet<number>, ending: Clock): Promise<Entry | null> => {
    const stage = courses.size > 0 ? await planner.again(ending, last.attempt.stage, courses, entries.length) : null;
    const ids = [...courses].map((course) => model.school.courses[course]?.id ?? '');
    return stage && { courses: ids, state: null, attempt: prepare(stage, entries.length) };
  };
  let current = first;
  for (const [index, { courses, state }] of (resume?.tried ?? []).entries()) {
    const numbers = new Set(courses.flatMap((id) => model.courseOf.get(id) ?? []));
    const entry = index === 0 ? first : await withPlan(entries[index - 1] ?? first, numbers, planClock);
    if (!entry) throw new Error('the checkpoint does not fit the school');
    entry.state = state;
    entries[index] = entry;
    if (index === resume?.at) current = entry;
  }
  const epochsOf = (all: readonly Entry[]): number => all.reduce((sum, { state }) => sum + (state?.epoch ?? 0), 0);
  /** The rest of the epochs goes to one attempt. */
  let isLast = !options.mayPlanAgain || current !== entries.at(-1) || (current.state?.epoch ?? 0) > AGAIN_AFTER;
  for (;;) {
    const entry = current;
    const before = epochsOf(entries.filter((other) => other !== entry));
    const limits: AttemptLimits = {
      epochs: options.inAll ? options.epochs - before : options.epochs,
      epochsToClose: Math.min(isLast ? Infinity : AGAIN_AFTER, options.epochsToClose - before),
      before,
    };
    const searching = options.search(entry.attempt, limits, entry.state, (state, ended) => {
      entry.state = state;
      const tried = entries.flatMap(({ courses, state: its }) => (its ? [{ courses, state: its }] : []));
      options.onBarrier(tried, entries.indexOf(entry), ended);
    });
    // The threads have begun meanwhile.
    entry.attempt.proved();
    const found = await searching;
    const epochs = epochsOf(entries);
    if (isLast || found.hard === 0 || found.stopReason !== 'epochs' || epochs >= options.epochsToClose) {
      const best = bestEntry(entries);
      const { attempt } = best?.entry ?? entry;
      const size = epochSize(attempt.stage.week.problem.lessons.count);
      return { attempt, found: { ...found, ...best?.week, epochs, epochSize: size } };
    }
    const courses = clashingCourses(model, entry.attempt.stage.week, found.solution);
    const next = entries.length <= MOST_AGAIN ? await withPlan(entry, courses, clock) : null;
    if (next) entries.push(next);
    isLast = next === null;
    current = next ?? bestEntry(entries)?.entry ?? entry;
  }
}
