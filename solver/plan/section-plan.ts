/**
 * The section plan of a grade: everyone served, fewest sections, fewest at once, sizes as even as is found. A search comes first (over lines
 * that the school gives, over sets of students, over sections that are given with all who sit in them); where it seats everybody, no
 * integer program is asked and no back end loaded. Otherwise integer programs, one after the other. Then students to sections with homerooms
 * kept together.
 */
import { fillSections, sectionList } from '../sectioning/fill-sections.ts';
import { mixHash } from '../search/random.ts';
import { boundPlan } from './bound-plan.ts';
import { searchEvenPlan } from './even-plan.ts';
import { fewWalkers, joinFewWalkers } from './few-walkers.ts';
import { freePlan } from './free-plan.ts';
import { greedyLinePlan, spreadSections } from './greedy-plan.ts';
import type { LineLayout } from './line-layouts.ts';
import { lineLayouts } from './line-layouts.ts';
import type { LineContext, LinePlan, LineQuestion } from './line-model.ts';
import { lineModel, sectionsPerCourse } from './line-model.ts';
import { searchLinePlan } from './line-search.ts';
import type { LinePart } from './line-parts.ts';
import { joinParts, lineParts } from './line-parts.ts';
import { withoutModels, type MipAnswer, type MipProcedure } from './mip-model.ts';
import { orientationBound } from './orientation-bound.ts';
import { courseCounts } from './section-counts.ts';
import { lineGroups, studentSets } from './student-sets.ts';
import type { PlanProblem, SectionPlan } from './types.ts';

const sum = (numbers: ArrayLike<number>): number => Array.from(numbers).reduce((total, n) => total + n, 0);

function contextOf(problem: PlanProblem, layout: LineLayout): LineContext {
  const week = sum(layout.lines.map((line) => line.periods));
  const apart = (homeroom: number): boolean => layout.countsHomerooms && week > problem.homeroomFree[homeroom];
  return {
    problem,
    layout,
    sets: studentSets(problem, apart, lineGroups(problem, layout.lines)),
    counts: courseCounts(problem),
  };
}

/** Sections per line if they were spread evenly over the lines that hold the same courses. */
function evenPeak(context: LineContext, counts: readonly number[]): number[] {
  const held = context.layout.lines.map((line) => [...context.problem.courses.keys()].filter((c) => line.holds(c)));
  return held.map((courses) => {
    const alike = held.filter((other) => other.join() === courses.join()).length;
    return Math.ceil(sum(courses.map((c) => counts[c])) / alike);
  });
}

/** Sections of each teacher group in a line if they were spread evenly: then the fewest teachers must be free at once. */
function evenGroupPeak({ problem, layout }: LineContext, counts: readonly number[]): number[] {
  return problem.teacherGroups.map((_, group) => {
    const courses = [...problem.courses.keys()].filter((c) => problem.courses[c].teacherGroup === group);
    const lines = layout.lines.filter((line) => courses.some((c) => line.holds(c))).length;
    return Math.ceil(sum(courses.map((c) => counts[c])) / Math.max(1, lines));
  });
}

const isPoint = (answer: MipAnswer): boolean => answer.status === 'optimal' || answer.status === 'feasible';

interface Ask {
  answer: MipAnswer;
  plan: LinePlan | null;
}

function* ask(context: LineContext, question: LineQuestion): Generator<LineModelOf, Ask, MipAnswer> {
  const { model, read } = lineModel(context, question);
  const answer = yield model;
  return { answer, plan: isPoint(answer) ? read(answer.values) : null };
}
type LineModelOf = ReturnType<typeof lineModel>['model'];

/** Above so many columns of seats an exact search for even sizes may take long and find nothing. */
const LARGE_SEATS = 240;
/**
 * Branch-and-bound nodes of that search, and of those for the fewest sections and for sizes near to even ones: what ten times as many found
 * was hardly better, and took a minute. By how many students sizes may then differ from even ones.
 */
const FEW_NODES = 200;
const MOST_SLACK = 6;
/** So much is tried before that search: it is answered at once, and students change sections later. */
const FIRST_SLACK = 2;

/** Above so many, no search ends in useful time, and the greedy plan has to do. */
const MOST_SEATS = 8000;

/** A search that has missed even sizes mostly finds them with other random numbers, at a tenth of a model's time. */
const SEARCHES_AGAIN = 8;

/** Above so many, no search for sizes more even than those at hand ends in useful time. */
const SEATS_TO_EVEN = 1000;

const seatCount = ({ sets, layout }: LineContext): number =>
  sum(sets.map((set) => sum(set.courses.map((course) => layout.lines.filter((line) => line.holds(course)).length))));

const PLAIN = {
  slack: 0,
  groupPeak: null,
  made: null,
  even: 'no',
  peak: 'no',
  mayLeaveOut: false,
  mayCrowd: false,
} as const;

interface EvenPlan {
  plan: LinePlan | null;
  /** a search that ended found none */
  shown: boolean;
  method: SectionPlan['method'];
}

const byModel = (plan: LinePlan | null, shown = true): EvenPlan => ({ plan, shown, method: 'mip' });

/** A plan with these numbers of sections, as even as the search finds it, or else the models; null: none. */
function* evenPlan(
  context: LineContext,
  counts: readonly number[],
  name: string,
  seed: number,
): Generator<LineModelOf, EvenPlan, MipAnswer> {
  const peak = evenPeak(context, counts);
  // Sections spread evenly over the lines beforehand: where a search begins, and what makes a much easier model, which mostly succeeds.
  const made = spreadSections(context, counts);
  const searched =
    (made && searchEvenPlan(context, counts, made, peak, seed)) ?? boundPlan(context, counts, peak, seed);
  if (searched) return { plan: searched, shown: true, method: 'search' };
  if (made) {
    const spread = yield* ask(context, { ...PLAIN, name: `${name}/spread`, counts, made, even: 'must', peak });
    if (spread.plan) return byModel(spread.plan);
  }
  const large = seatCount(context) > LARGE_SEATS;
  const fewer = large ? { maxNodes: FEW_NODES } : {};
  const groupPeak = evenGroupPeak(context, counts);
  const loose = (slack: number): Generator<LineModelOf, Ask, MipAnswer> =>
    ask(context, { ...PLAIN, name: `${name}/loose${slack}`, counts, made, even: 'must', slack });
  for (let slack = 1; made && large && slack <= FIRST_SLACK; slack++) {
    const { plan } = yield* loose(slack);
    if (plan) return byModel(plan);
  }
  const best = yield* ask(context, { ...PLAIN, ...fewer, name: `${name}/even`, counts, even: 'must', peak, groupPeak });
  if (best.plan) return byModel(best.plan);
  for (let slack = FIRST_SLACK + 1; made && large && slack <= MOST_SLACK; slack++) {
    const { plan } = yield* loose(slack);
    if (plan) return byModel(plan);
  }
  const any = yield* ask(context, { ...PLAIN, name: `${name}/any`, counts });
  if (!any.plan) return byModel(null, any.answer.status === 'infeasible');
  // A search that found no end within these peaks finds none without them either.
  if (best.answer.status !== 'unknown') {
    const even = yield* ask(context, { ...PLAIN, name: `${name}/peak`, counts, even: 'must', peak: 'least' });
    if (even.plan) return byModel(even.plan);
  }
  const near = yield* ask(context, { ...PLAIN, ...fewer, name: `${name}/near`, counts, even: 'near' });
  return byModel(near.plan ?? any.plan);
}

/** What these numbers of sections count, by the prices of their courses. */
const priced = ({ courses }: PlanProblem, counts: readonly number[]): number =>
  sum(counts.map((sections, c) => sections * (courses[c].price ?? 1)));

const isPriced = ({ courses }: PlanProblem): boolean => courses.some(({ price = 1 }) => price !== 1);

/** Of several parts' methods the first of these is said. */
const METHODS = ['greedy', 'search', 'mip'] as const;

interface Found {
  context: LineContext;
  plan: LinePlan;
  /** sections, and what they count */
  total: number;
  price: number;
  /** no plan over these lines has fewer sections */
  leastShown: boolean;
  method: SectionPlan['method'];
}

interface Attempt {
  found: Found | null;
  /** an exact search that ended found none */
  impossible: boolean;
  /** what a search over the school's lines came to without serving everyone */
  nearest?: LinePlan;
}

/** The plan with the fewest sections over the lines of one part; null where there is none, or none was found. */
function* planPart(context: LineContext, seed: number): Generator<LineModelOf, Attempt, MipAnswer> {
  const least = context.counts.map((count) => count.least);
  const made = (plan: LinePlan, leastShown: boolean, method: Found['method'] = 'mip'): Found => {
    const counts = sectionsPerCourse(context, plan.made);
    return { context, plan, total: sum(counts), price: priced(context.problem, counts), leastShown, method };
  };
  const tooLarge = seatCount(context) > MOST_SEATS;
  if (context.problem.lines) {
    const isLarge = seatCount(context) > SEATS_TO_EVEN;
    const peak = evenPeak(context, least);
    let searched = searchLinePlan(context, least, peak, seed);
    for (let again = 1; again <= SEARCHES_AGAIN && !isLarge && !searched.perfect; again++) {
      searched = searchLinePlan(context, least, peak, mixHash(seed, again));
    }
    if (searched.perfect) return { found: made(searched.plan, true, 'search'), impossible: false };
    if (isLarge) {
      const { plan, served } = searched.served ? searched : searchLinePlan(context, least, null, seed);
      if (served) return { found: made(plan, true, 'search'), impossible: false };
      if (tooLarge) return { found: null, impossible: false, nearest: plan };
    }
  }
  if (tooLarge) return { found: null, impossible: false };
  const first = yield* evenPlan(context, least, 'least', seed);
  if (first.plan) return { found: made(first.plan, true, first.method), impossible: false };
  if (context.problem.courses.every((course) => course.fixedSections >= 0))
    return { found: null, impossible: first.shown };
  // Over the school's lines the answer is a bound as well, if the search ends.
  const fewer = context.problem.lines === null && seatCount(context) > LARGE_SEATS ? { maxNodes: FEW_NODES } : {};
  const fewest = yield* ask(context, { ...PLAIN, ...fewer, name: 'fewest', counts: null });
  if (!fewest.plan) return { found: null, impossible: fewest.answer.status === 'infeasible' };
  const counts = sectionsPerCourse(context, fewest.plan.made);
  const even = yield* evenPlan(context, counts, 'fewest', seed);
  return {
    found: made(even.plan ?? fewest.plan, fewest.answer.status === 'optimal' && !isPriced(context.problem)),
    impossible: false,
  };
}

/** A plan of some kind for a part that no search filled: sections more, seats missing, or lines crowded. */
function* rescuePart(context: LineContext, nearest?: LinePlan): Generator<LineModelOf, Found, MipAnswer> {
  const own = context.problem.lines === null;
  // Lines of the plan's own are a start: a crowded line can be left later, a student without a seat cannot be helped.
  const question = { ...PLAIN, name: 'rescue', counts: null, mayLeaveOut: !own, mayCrowd: own };
  const rescued = seatCount(context) > MOST_SEATS ? null : (yield* ask(context, question)).plan;
  const greedy = (): Pick<Found, 'plan' | 'method'> => ({ plan: greedyLinePlan(context, own), method: 'greedy' });
  const { plan, method }: Pick<Found, 'plan' | 'method'> = rescued
    ? { plan: rescued, method: 'mip' }
    : nearest
      ? { plan: nearest, method: 'search' }
      : greedy();
  const counts = sectionsPerCourse(context, plan.made);
  const [total, price] = [sum(counts), priced(context.problem, counts)];
  return { context, plan, total, price, leastShown: false, method };
}

/** Parts of two layouts with the same courses in as many lines of the same lengths are one question. */
const partKey = ({ courses, layout }: LinePart): string =>
  `${courses.join()}|${layout.lines.map(({ periods, holds }) => `${periods}:${courses.filter((_, c) => holds(c)).join()}`).join(';')}`;

/** The plan over one layout, part by part, those in `tried` as they were; with `rescues`, parts that no search filled are filled as well as may be. */
function* planOver(
  problem: PlanProblem,
  layout: LineLayout,
  seed: number,
  tried: Map<string, Attempt>,
  rescues: boolean,
): Generator<LineModelOf, Attempt, MipAnswer> {
  const parts = lineParts(problem, layout);
  const attempts: Attempt[] = [];
  for (const part of parts) {
    const context = contextOf(part.problem, part.layout);
    const key = partKey(part);
    let attempt = tried.get(key) ?? (yield* planPart(context, seed));
    tried.set(key, attempt);
    if (!attempt.found && rescues) attempt = { ...attempt, found: yield* rescuePart(context, attempt.nearest) };
    attempts.push(attempt);
    if (!attempt.found) break;
  }
  const found = attempts.flatMap((attempt) => attempt.found ?? []);
  const impossible = attempts.some((attempt) => attempt.impossible);
  if (found.length < parts.length) return { found: null, impossible };
  const context = contextOf(problem, layout);
  const plan = joinParts(
    context,
    parts,
    found.map((part) => part.plan),
  );
  return {
    found: {
      context,
      plan,
      total: sum(found.map((part) => part.total)),
      price: sum(found.map((part) => part.price)),
      leastShown: found.every((part) => part.leastShown),
      method: METHODS.find((method) => found.some((part) => part.method === method)) ?? 'mip',
    },
    impossible,
  };
}

/**
 * `seed` steers only which of many equal plans is taken. Once `stopped`, nobody waits for seats that keep homerooms together: students
 * stay about where the lines first seat them.
 */
export function* planSections(
  problem: PlanProblem,
  seed = 1,
  stopped = (): boolean => false,
): MipProcedure<SectionPlan> {
  const counts = courseCounts(problem);
  const sectionsBound = Int32Array.from(counts, (count) => count.needed);
  const arithmetic = sum(sectionsBound);
  const layouts = lineLayouts(problem);
  const few = fewWalkers(problem, layouts);
  if (few) {
    const plan = joinFewWalkers(problem, few, yield* planSections(few.others.problem, seed, stopped));
    const optimal = plan.unserved === 0 && plan.sections.length === arithmetic;
    return { ...plan, sectionsBound, totalBound: arithmetic, totalBoundMethod: 'arithmetic', optimal };
  }
  const leastPrice = priced(
    problem,
    counts.map((count) => count.least),
  );
  const bounds = (found: Found | null): Pick<SectionPlan, 'totalBound' | 'totalBoundMethod'> => {
    if (!found || found.total === arithmetic) return { totalBound: arithmetic, totalBoundMethod: 'arithmetic' };
    const orientation = orientationBound(problem);
    const given = problem.lines !== null && found.leastShown && !problem.courses.some(({ atLeast = 0 }) => atLeast > 0);
    if (orientation > arithmetic && (!given || orientation === found.total)) {
      return { totalBound: orientation, totalBoundMethod: 'orientation' };
    }
    if (given) return { totalBound: found.total, totalBoundMethod: 'mip' };
    return { totalBound: arithmetic, totalBoundMethod: 'arithmetic' };
  };

  let found: Found | null = null;
  let impossible = false;
  const tried = new Map<string, Attempt>();
  for (const layout of layouts) {
    // The same lines without families make a far larger question, for a section less at best.
    if (layout.name === 'exact' && found && !isPriced(problem)) continue;
    const attempt = yield* planOver(problem, layout, seed, tried, false);
    if (problem.lines) impossible = attempt.impossible;
    if (attempt.found && (!found || attempt.found.price < found.price)) found = attempt.found;
    if (found && found.price === leastPrice) break;
  }
  if (!found && layouts.length > 0) found = (yield* planOver(problem, layouts[0], seed, tried, true)).found;
  if (!found) {
    const free = freePlan(problem);
    return {
      lines: [],
      sections: free.sections,
      flow: free.flow,
      unserved: free.unserved,
      sectionsBound,
      totalBound: arithmetic,
      totalBoundMethod: 'arithmetic',
      optimal: free.unserved === 0 && free.sections.length === arithmetic,
      verdict: free.unserved === 0 ? 'served' : 'unserved',
      method: 'greedy',
    };
  }
  const sections = sectionList(found.context, found.plan);
  const bound = bounds(found);
  const unserved = found.plan.unserved;
  return {
    lines: found.context.layout.lines.map(({ periods }) => ({ periods })),
    sections,
    flow: fillSections(found.context, found.plan, sections, seed, stopped),
    unserved,
    sectionsBound,
    ...bound,
    optimal: unserved === 0 && found.total === bound.totalBound,
    verdict: unserved === 0 ? 'served' : impossible ? 'impossible' : 'unserved',
    method: found.method,
  };
}

/** The plan that needs no model, for whom the clock has struck: the same document, by the searches or from the greedy plan. */
export function planSectionsGreedily(problem: PlanProblem, seed = 1): SectionPlan {
  return withoutModels(planSections(problem, seed, () => true));
}
