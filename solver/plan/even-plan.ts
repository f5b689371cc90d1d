/**
 * Sections to lines and students to seats, as even in size as a search finds it: students of a set go from one way through the lines to
 * another, many at once, and sections to other lines. Sets are few where students are many, so that it takes milliseconds; a model needs a
 * back end, and that takes a third of a second to load. What it does not find is not shown to be impossible.
 */
import { drawThreshold } from '../search/acceptance.ts';
import { nextBelow, seedRandom, type RandomState } from '../search/random.ts';
import { makeLineLimits, type LineLimits } from './line-limits.ts';
import type { LineContext, LinePlan } from './line-model.ts';
import { evenSize } from './section-counts.ts';

/** Ways of one set, and steps in looking for them: beyond these a model is as fast. */
const MOST_WAYS = 120;
const MOST_STEPS = 4000;
/** Proposals for students while sections stay, and what they may cost at first, in 1/64 of a student above or below. */
const PROPOSALS = 20_000;
const TEMPERATURE = 128;
/** Steps in which it falls. */
const COOLINGS = 32;
/** Then sections move: rounds, what one may cost, and the proposals for students in each, first warm and then cold. */
const ROUNDS = 300;
const ROUND_TEMPERATURE = 64;
const ROUND_PROPOSALS = 300;
const WARM = 32;
/** A student above the cap is outside the even sizes too, and so many times as dear again. */
const OVER_COST = 3;

/** What is searched over; a cell is course × lines + line. */
interface Sizes {
  /** [cells] sections */
  made: Int32Array;
  /** [cells] students */
  size: Int32Array;
  /** per set: students on each of its ways */
  onWay: Int32Array[];
  /** students above or below, those above the caps counted more often */
  faults: number;
}

const copyOf = ({ made, size, onWay, faults }: Sizes): Sizes => ({
  made: made.slice(),
  size: size.slice(),
  onWay: onWay.map((students) => students.slice()),
  faults,
});

/** The cells of each way in which students of these courses can take each in another line; null: there is none, or there are too many. */
function waysThrough({ layout }: LineContext, courses: readonly number[]): number[][] | null {
  const lines = layout.lines.length;
  const ways: number[][] = [];
  const cells: number[] = [];
  let steps = 0;
  const go = (k: number): void => {
    if (++steps > MOST_STEPS) return;
    if (k === courses.length) ways.push(cells.slice(0, k));
    for (let line = 0; k < courses.length && line < lines; line++) {
      const taken = cells.slice(0, k).some((cell) => cell % lines === line);
      if (taken || !layout.lines[line].holds(courses[k])) continue;
      cells[k] = courses[k] * lines + line;
      go(k + 1);
    }
  };
  go(0);
  return steps <= MOST_STEPS && ways.length > 0 && ways.length <= MOST_WAYS ? ways : null;
}

/** One section of each course stands for all of them: where none is given, they are alike. */
function limitsWith(context: LineContext, made: Int32Array, peak: readonly number[]): LineLimits | null {
  const lines = context.layout.lines.length;
  const alike = context.problem.courses.map((_, course) => ({ course, given: -1 }));
  const limits = makeLineLimits(context, alike, peak);
  for (const [cell, sections] of made.entries()) {
    const course = Math.floor(cell / lines);
    for (let n = 0; n < sections; n++) {
      if (!limits.fits(course, cell % lines, -1)) return null;
      limits.put(course, cell % lines);
    }
  }
  return limits;
}

/** Students on the ways where, set by set, they are least in each other's way; of each set all on the same one. */
function wholeSets(
  { sets }: LineContext,
  ways: readonly number[][][],
  made: Int32Array,
  fault: (cell: number, sections: number, students: number) => number,
): Sizes {
  const size = new Int32Array(made.length);
  const onWay = ways.map((own) => new Int32Array(own.length));
  // The largest first: what stays together here needs no gathering later.
  for (const q of [...sets.keys()].sort((a, b) => sets[b].count - sets[a].count || a - b)) {
    const { count } = sets[q];
    const more = (cell: number): number =>
      fault(cell, made[cell], size[cell] + count) - fault(cell, made[cell], size[cell]);
    const costs = ways[q].map((cells) => cells.reduce((sum, cell) => sum + more(cell), 0));
    const way = costs.indexOf(Math.min(...costs));
    onWay[q][way] = count;
    for (const cell of ways[q][way]) size[cell] += count;
  }
  const faults = size.reduce((sum, students, cell) => sum + fault(cell, made[cell], students), 0);
  return { made: made.slice(), size, onWay, faults };
}

/**
 * `numbers`: sections per course. `spread`: [course × lines + line] sections, so many of each course. `peak`: most sections per line. Null: not
 * everybody was found a seat, or there are given sections or homerooms to be counted, which are a model's business.
 */
export function searchEvenPlan(
  context: LineContext,
  numbers: readonly number[],
  spread: Int32Array,
  peak: readonly number[],
  seed: number,
): LinePlan | null {
  const { problem, layout, sets, counts } = context;
  const lines = layout.lines.length;
  if (layout.countsHomerooms || problem.given.length > 0) return null;
  const limits = limitsWith(context, spread, peak);
  const ways: number[][][] = [];
  for (const { courses } of sets) {
    const own = waysThrough(context, courses);
    if (own) ways.push(own);
  }
  if (!limits || ways.length < sets.length) return null;
  const even = problem.courses.map(({ cap }, c) => {
    const { low, high } = evenSize(problem, counts[c], numbers[c]);
    return { low, high: Math.min(high, cap), cap };
  });
  const overCap = (cell: number, sections: number, students: number): number =>
    Math.max(0, students - sections * even[Math.floor(cell / lines)].cap);
  const fault = (cell: number, sections: number, students: number): number => {
    const { low, high } = even[Math.floor(cell / lines)];
    const uneven = Math.max(0, sections * low - students, students - sections * high);
    return uneven + OVER_COST * overCap(cell, sections, students);
  };
  const total = ({ made, size }: Sizes, count: typeof fault): number =>
    size.reduce((sum, students, cell) => sum + count(cell, made[cell], students), 0);

  let state = wholeSets(context, ways, spread, fault);
  const random = seedRandom(seed);
  const several = [...ways.keys()].filter((q) => ways[q].length > 1);
  const moveStudents = (proposals: number, temperature: number): void => {
    const { made: sections, size, onWay } = state;
    for (let n = 0; n < proposals && state.faults > 0 && several.length > 0; n++) {
      const q = several[nextBelow(random, several.length)];
      const from = nextBelow(random, ways[q].length);
      const to = nextBelow(random, ways[q].length);
      const there = onWay[q][from];
      if (from === to || there === 0) continue;
      const moved = 1 + (nextBelow(random, 2) === 0 ? 0 : nextBelow(random, there));
      const [leaves, enters] = [ways[q][from], ways[q][to]];
      let change = 0;
      for (let k = 0; k < leaves.length; k++) {
        const [a, b] = [leaves[k], enters[k]];
        if (a === b) continue;
        change += fault(a, sections[a], size[a] - moved) - fault(a, sections[a], size[a]);
        change += fault(b, sections[b], size[b] + moved) - fault(b, sections[b], size[b]);
      }
      if (change > 0 && change > drawThreshold(random, temperature)) continue;
      for (const cell of leaves) size[cell] -= moved;
      for (const cell of enters) size[cell] += moved;
      onWay[q][from] -= moved;
      onWay[q][to] += moved;
      state.faults += change;
    }
  };
  for (let left = COOLINGS; left > 0; left--) {
    moveStudents(PROPOSALS / COOLINGS, Math.floor((TEMPERATURE * left * left) / (COOLINGS * COOLINGS)));
  }

  let best = copyOf(state);
  const troubled = (): number => {
    const cells = [...state.size.keys()].filter((cell) => fault(cell, state.made[cell], state.size[cell]) > 0);
    return Math.floor(cells[nextBelow(random, cells.length)] / lines);
  };
  for (let round = 0; round < ROUNDS && best.faults > 0 && lines > 1; round++) {
    const course = nextBelow(random, 2) === 0 ? troubled() : nextBelow(random, problem.courses.length);
    const move = proposeSection(context, limits, state.made, course, random);
    if (!move) continue;
    const before = copyOf(state);
    carry(limits, state.made, lines, move);
    state.faults = total(state, fault);
    moveStudents(ROUND_PROPOSALS, WARM);
    moveStudents(ROUND_PROPOSALS, 0);
    if ((total(state, overCap) - total(best, overCap) || state.faults - best.faults) < 0) best = copyOf(state);
    if (state.faults - before.faults <= drawThreshold(random, ROUND_TEMPERATURE)) continue;
    carry(limits, state.made, lines, { ...move, from: move.to, to: move.from });
    state = before;
  }
  if (total(best, overCap) > 0) return null;
  const seats = sets.map(({ courses }, q) => {
    const inLines = new Int32Array(courses.length * lines);
    for (const [way, cells] of ways[q].entries()) {
      for (const [k, cell] of cells.entries()) inLines[k * lines + (cell % lines)] += best.onWay[q][way];
    }
    return inLines;
  });
  return { made: best.made, givenLine: new Int32Array(0), seats, unserved: 0 };
}

/** A section of a course to another line; one of another course the other way, -1: of none. */
interface SectionMove {
  course: number;
  other: number;
  from: number;
  to: number;
}

function carry(limits: LineLimits, made: Int32Array, lines: number, { course, other, from, to }: SectionMove): void {
  const one = (c: number, leaves: number, enters: number): void => {
    made[c * lines + leaves]--;
    made[c * lines + enters]++;
    limits.take(c, leaves);
    limits.put(c, enters);
  };
  one(course, from, to);
  if (other >= 0) one(other, to, from);
}

/** Null: this one cannot be moved so. */
function proposeSection(
  { problem, layout }: LineContext,
  limits: LineLimits,
  made: Int32Array,
  course: number,
  random: RandomState,
): SectionMove | null {
  const lines = layout.lines.length;
  const from = nextBelow(random, lines);
  const to = nextBelow(random, lines);
  if (from === to || made[course * lines + from] === 0 || !layout.lines[to].holds(course)) return null;
  // What is to leave is reckoned as gone while the others are asked.
  limits.take(course, from);
  const others = limits.fits(course, to, -1)
    ? [-1]
    : [...problem.courses.keys()].filter(
        (c) => c !== course && made[c * lines + to] > 0 && limits.fits(course, to, c) && limits.fits(c, from, -1),
      );
  limits.put(course, from);
  return others.length > 0 ? { course, other: others[nextBelow(random, others.length)], from, to } : null;
}
