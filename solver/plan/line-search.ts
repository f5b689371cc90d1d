/**
 * A plan over given lines by search: sections to lines, students to seats. First sections are moved until every student could have
 * all courses in different lines (./line-fit.ts); then students are seated, each as cheaply as the others allow, and sections move on for
 * seats and even sizes. What serves everyone in sections of even size is as good as any model's answer, so no model need be asked;
 * and it is found where models are too large to ask.
 */
import { drawThreshold } from '../search/acceptance.ts';
import type { RandomState } from '../search/random.ts';
import { mixHash, nextBelow, seedRandom } from '../search/random.ts';
import { makeLineFit } from './line-fit.ts';
import { makeLineLimits, type LineSection } from './line-limits.ts';
import type { LineContext, LinePlan } from './line-model.ts';
import { COST, makeSeatBook, type SeatBook } from './seat-book.ts';

export interface SearchedPlan {
  plan: LinePlan;
  /** every section has a line, everyone a seat */
  served: boolean;
  /** that, in sections of even size */
  perfect: boolean;
}

/** Proposals of the first search, in all and since the last gain; each counts some dozens of students anew. */
const MOST_FITS = 20_000;
const FIT_PATIENCE = 5000;
/** In it, in 1/64 of a student without a line. */
const FIT_TEMPERATURE = 26;
/** Proposals of the second, in all and since the last gain, while seats are missing and for even sizes; each seats some dozens of students anew. */
const MOST_PROPOSALS = 4000;
const PATIENCE = 1500;
const PATIENCE_FOR_EVEN = 500;
/** In it, in 1/64 of a unit of cost. */
const SEAT_TEMPERATURE = 384;
/** Rounds in which all students are seated anew before sections move, and proposals between two such rounds. */
const FIRST_ROUNDS = 12;
const BETWEEN_ROUNDS = 40;

/** As many as a word has bits beside its sign; with more lines the first search is left out. */
const MOST_LINES = 31;

/** A section to a line; the other one, if any, from there to `to`. */
interface Move {
  section: number;
  from: number;
  line: number;
  /** -1: nobody */
  other: number;
  to: number;
}

/** `numbers`: sections per course, given ones included. `peak`: most sections per line; null: as many as rooms and teachers allow. */
export function searchLinePlan(
  context: LineContext,
  numbers: readonly number[],
  peak: readonly number[] | null,
  seed: number,
): SearchedPlan {
  const { problem, layout } = context;
  const lines = layout.lines.length;
  const random = seedRandom(mixHash(seed, lines, problem.courses.length));
  const sections = sectionsOf(context, numbers);
  const lineOf = new Int32Array(sections.length).fill(-1);
  const givenLine = new Int32Array(problem.given.length).fill(-1);
  const limits = makeLineLimits(context, sections, peak);
  const book = makeSeatBook(context, sections, numbers, givenLine, random);
  const move = (section: number, line: number): void => {
    const from = lineOf[section];
    if (from >= 0) {
      limits.take(section, from);
      book.shift(section, from, -1);
    }
    lineOf[section] = line;
    if (sections[section].given >= 0) givenLine[sections[section].given] = line;
    if (line >= 0) {
      limits.put(section, line);
      book.shift(section, line, 1);
    }
  };
  const apply = ({ section, line, other, to }: Move): void => {
    move(section, -1);
    if (other >= 0) move(other, to);
    move(section, line);
  };
  const undo = ({ section, from, line, other }: Move): void => {
    move(section, -1);
    if (other >= 0) move(other, line);
    move(section, from);
  };
  const movable = sections.flatMap(({ given }, s) => (given < 0 || problem.given[given].line < 0 ? [s] : []));
  /** A section of one of the courses wanted, three times of four; null: this one cannot be moved so. */
  const propose = (wanted: readonly number[]): Move | null => {
    const course = wanted.length > 0 && nextBelow(random, 4) > 0 ? wanted[nextBelow(random, wanted.length)] : -1;
    const own = course < 0 ? movable : movable.filter((s) => sections[s].course === course);
    if (own.length === 0) return null;
    const section = own[nextBelow(random, own.length)];
    const line = nextBelow(random, lines);
    const from = lineOf[section];
    if (line === from || !layout.lines[line].holds(sections[section].course)) return null;
    if (limits.fits(section, line, -1)) return { section, from, line, other: -1, to: -1 };
    // A section without a line sends another one where that still fits; otherwise the two change places.
    const to = from >= 0 ? from : nextBelow(random, lines);
    if (to === line) return null;
    const instead = from < 0 ? -1 : section;
    const there = movable.filter(
      (s) => lineOf[s] === line && limits.fits(section, line, s) && limits.fits(s, to, instead),
    );
    return there.length > 0 ? { section, from, line, other: there[nextBelow(random, there.length)], to } : null;
  };
  placeFirst(context, sections, lineOf, limits.fits, move);
  const unplaced = (): number => lineOf.reduce((sum, line) => sum + (line < 0 ? 1 : 0), 0);

  if (lines <= MOST_LINES) fitLines();
  const everybody = Int32Array.from({ length: book.count }, (_, student) => student);
  const seat = (students: Int32Array): void => {
    shuffle(students, random);
    for (const student of students) book.seat(student);
  };
  for (let round = 0; round < FIRST_ROUNDS; round++) seat(everybody);
  const costNow = (): number => book.cost() + unplaced() * COST.leftOut;
  let cost = costNow();
  let best = cost;
  let placed = unplaced() === 0;
  let bestPlan = linePlanOf(context, sections, lineOf, givenLine, book);
  let lastGain = 0;
  const patience = (): number => (best < COST.over ? PATIENCE_FOR_EVEN : PATIENCE);
  for (let n = 1; n <= MOST_PROPOSALS && best > 0 && n - lastGain <= patience() && movable.length > 0; n++) {
    if (n % BETWEEN_ROUNDS === 0) {
      seat(everybody);
      cost = costNow();
    } else {
      const proposal = propose(troubledCourses(context, book));
      if (!proposal) continue;
      book.save();
      apply(proposal);
      const { section, other } = proposal;
      const moved = other < 0 ? [section] : [section, other];
      seat(Int32Array.from(new Set(moved.flatMap((s) => [...book.takers[sections[s].course]]))));
      const now = costNow();
      if (!accepted(now - cost, SEAT_TEMPERATURE, random)) {
        undo(proposal);
        book.restore();
        continue;
      }
      cost = now;
    }
    if (cost >= best) continue;
    best = cost;
    lastGain = n;
    placed = unplaced() === 0;
    bestPlan = linePlanOf(context, sections, lineOf, givenLine, book);
  }
  return { plan: bestPlan, served: placed && bestPlan.unserved === 0, perfect: best === 0 };

  /** Moves sections until every student could have all courses in different lines. */
  function fitLines(): void {
    const fit = makeLineFit(context, givenLine);
    const sectionsOfCourse = problem.courses.map((_, course) =>
      [...sections.keys()].filter((s) => sections[s].course === course),
    );
    const update = (course: number): void => {
      let held = 0;
      for (const s of sectionsOfCourse[course]) if (lineOf[s] >= 0) held |= 1 << lineOf[s];
      fit.linesOf[course] = held;
      fit.update(course);
    };
    const updateAfter = ({ section, other }: Move): void => {
      update(sections[section].course);
      if (other >= 0) update(sections[other].course);
    };
    for (const course of problem.courses.keys()) update(course);
    for (const course of problem.courses.keys()) fit.update(course);
    let lacking = fit.total() + unplaced();
    let least = lacking;
    let lastLess = 0;
    for (let n = 0; n < MOST_FITS && lacking > 0 && n - lastLess <= FIT_PATIENCE; n++) {
      const wanted = context.sets.flatMap(({ courses }, q) => (fit.missing[q] > 0 ? courses : []));
      const proposal = propose(wanted);
      if (!proposal) continue;
      apply(proposal);
      updateAfter(proposal);
      const now = fit.total() + unplaced();
      if (accepted(now - lacking, FIT_TEMPERATURE, random)) {
        lacking = now;
        if (now < least) [least, lastLess] = [now, n];
      } else {
        undo(proposal);
        updateAfter(proposal);
      }
    }
  }
}

const accepted = (more: number, temperature: number, random: RandomState): boolean =>
  more <= 0 || more <= drawThreshold(random, temperature);

/** Given sections first, then those that the plan forms, by course. */
function sectionsOf({ problem, counts }: LineContext, numbers: readonly number[]): LineSection[] {
  return [...problem.courses.keys()].flatMap((course) => {
    const { given } = counts[course];
    const made = Math.max(0, numbers[course] - given.length);
    return [
      ...given.map((g) => ({ course, given: g })),
      ...Array.from({ length: made }, () => ({ course, given: -1 })),
    ];
  });
}

/** Those whose lines are given; then those with the fewest lines first, to the line with the fewest of the course, then in all. */
function placeFirst(
  { problem, layout }: LineContext,
  sections: readonly LineSection[],
  lineOf: Int32Array,
  fits: (section: number, line: number, instead: number) => boolean,
  move: (section: number, line: number) => void,
): void {
  const lines = [...layout.lines.keys()];
  for (const [s, { given }] of sections.entries()) {
    if (given >= 0 && problem.given[given].line >= 0) move(s, problem.given[given].line);
  }
  const choice = (s: number): number => lines.filter((line) => layout.lines[line].holds(sections[s].course)).length;
  const order = [...sections.keys()].filter((s) => lineOf[s] < 0).sort((a, b) => choice(a) - choice(b) || a - b);
  const inLine = (line: number, wanted: (s: number) => boolean): number =>
    sections.reduce((sum, _, s) => sum + (lineOf[s] === line && wanted(s) ? 1 : 0), 0);
  for (const s of order) {
    const key = (line: number): number =>
      inLine(line, (it) => sections[it].course === sections[s].course) * 1000 + inLine(line, () => true);
    const open = lines.filter((line) => fits(s, line, -1));
    const keys = open.map(key);
    const least = keys.indexOf(Math.min(...keys));
    if (least >= 0) move(s, open[least]);
  }
}

/** Courses above the seats or uneven, and all courses of students without a seat in one: any of them may be in its way. */
function troubledCourses({ problem, layout, sets }: LineContext, book: SeatBook): number[] {
  const troubled = new Set<number>();
  for (const course of problem.courses.keys()) {
    for (let line = 0; line < layout.lines.length; line++) if (book.costAt(course, line) > 0) troubled.add(course);
  }
  for (let student = 0; student < book.count; student++) {
    const { courses } = sets[book.setOf[student]];
    const lacks = courses.some((_, k) => book.lineOf[student * book.width + k] < 0);
    if (lacks) for (const course of courses) troubled.add(course);
  }
  return [...troubled];
}

function linePlanOf(
  { problem, layout, sets }: LineContext,
  sections: readonly LineSection[],
  lineOf: Int32Array,
  givenLine: Int32Array,
  book: SeatBook,
): LinePlan {
  const lines = layout.lines.length;
  const made = new Int32Array(problem.courses.length * lines);
  for (const [s, { course, given }] of sections.entries()) {
    if (given < 0 && lineOf[s] >= 0) made[course * lines + lineOf[s]]++;
  }
  const over = problem.courses.map((_, course) =>
    Array.from({ length: lines }, (__, line) => book.overAt(course, line)),
  );
  let unserved = 0;
  const seats = sets.map((set) => new Int32Array(set.courses.length * lines));
  for (let student = 0; student < book.count; student++) {
    const q = book.setOf[student];
    for (const [k, course] of sets[q].courses.entries()) {
      const line = book.lineOf[student * book.width + k];
      if (line < 0) unserved++;
      else if (sets[q].boundTo[k] < 0 && over[course][line] > 0) {
        over[course][line]--;
        unserved++;
      } else seats[q][k * lines + line]++;
    }
  }
  return { made, givenLine: givenLine.slice(), seats, unserved };
}

function shuffle(items: Int32Array, random: RandomState): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = nextBelow(random, i + 1);
    [items[i], items[j]] = [items[j], items[i]];
  }
}
