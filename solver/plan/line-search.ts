/**
 * A plan over given lines by search: sections to lines, students to seats. A section moves to another line, or two change places; the
 * students concerned are then seated anew, each as cheaply as the others allow. What serves everyone in sections of even size is as
 * good as any model's answer, so no model need be asked; and it is found where models are too large to ask.
 */
import type { RandomState } from '../search/random.ts';
import { mixHash, nextBelow, seedRandom } from '../search/random.ts';
import type { LineContext, LinePlan } from './line-model.ts';
import { makeLineLimits, type LineSection } from './line-limits.ts';
import { COST, makeSeatBook, type SeatBook } from './seat-book.ts';

export interface SearchedPlan {
  plan: LinePlan;
  /** every section has a line, everyone a seat */
  served: boolean;
  /** that, in sections of even size */
  perfect: boolean;
}

/** Proposals to move sections, in all and since the last gain. */
const MOST_PROPOSALS = 6000;
const PATIENCE = 1500;
/** Rounds in which all students are seated anew, before sections move and when they no longer do. */
const FIRST_ROUNDS = 12;
/** Proposals between two rounds of all students. */
const BETWEEN_ROUNDS = 40;
/** A proposal that costs more is taken with one chance in so many for each unit. */
const WORSE_ONE_IN = 40;

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
  const movable = sections.flatMap(({ given }, s) => (given < 0 || problem.given[given].line < 0 ? [s] : []));
  placeFirst(context, sections, lineOf, limits.fits, move);

  const everybody = Int32Array.from({ length: book.count }, (_, student) => student);
  const seatAll = (): void => {
    shuffle(everybody, random);
    for (const student of everybody) book.seat(student);
  };
  for (let round = 0; round < FIRST_ROUNDS; round++) seatAll();
  const unplaced = (): number => lineOf.reduce((sum, line) => sum + (line < 0 ? 1 : 0), 0);
  const costNow = (): number => book.cost() + unplaced() * COST.leftOut;
  let cost = costNow();
  let best = cost;
  let placed = unplaced() === 0;
  let bestPlan = linePlanOf(context, sections, lineOf, givenLine, book);
  let lastGain = 0;
  const gained = (proposal: number): void => {
    if (cost >= best) return;
    best = cost;
    lastGain = proposal;
    placed = unplaced() === 0;
    bestPlan = linePlanOf(context, sections, lineOf, givenLine, book);
  };
  const troubled = troubledCourses(context, book);
  for (let n = 1; n <= MOST_PROPOSALS && best > 0 && n - lastGain <= PATIENCE && movable.length > 0; n++) {
    if (n % BETWEEN_ROUNDS === 0) {
      seatAll();
      cost = costNow();
      gained(n);
      continue;
    }
    const courses = troubled();
    const wanted = courses.length > 0 && nextBelow(random, 4) > 0 ? courses[nextBelow(random, courses.length)] : -1;
    const own = wanted < 0 ? movable : movable.filter((s) => sections[s].course === wanted);
    if (own.length === 0) continue;
    const section = own[nextBelow(random, own.length)];
    const line = nextBelow(random, lines);
    const from = lineOf[section];
    if (line === from || !layout.lines[line].holds(sections[section].course)) continue;
    let other = -1;
    // A section without a line sends another one where that still fits; otherwise the two change places.
    const to = from >= 0 ? from : nextBelow(random, lines);
    if (!limits.fits(section, line, -1)) {
      const there = movable.filter(
        (s) =>
          lineOf[s] === line &&
          to !== line &&
          limits.fits(section, line, s) &&
          limits.fits(s, to, from < 0 ? -1 : section),
      );
      if (there.length === 0) continue;
      other = there[nextBelow(random, there.length)];
    }
    book.save();
    move(section, -1);
    if (other >= 0) move(other, to);
    move(section, line);
    reseat(book, other < 0 ? [section] : [section, other], sections, random);
    const now = costNow();
    if (now <= cost || (now - cost < COST.leftOut && nextBelow(random, WORSE_ONE_IN * (now - cost)) === 0)) {
      cost = now;
      gained(n);
    } else {
      move(section, -1);
      if (other >= 0) move(other, line);
      move(section, from);
      book.restore();
    }
  }
  return { plan: bestPlan, served: placed && bestPlan.unserved === 0, perfect: best === 0 };

  /** Students of the courses that moved: those who sat there, who have no seat, and who may now sit better. */
  function reseat(
    { takers, seat }: SeatBook,
    moved: readonly number[],
    all: readonly LineSection[],
    chance: RandomState,
  ): void {
    const students = Int32Array.from(new Set(moved.flatMap((s) => [...takers[all[s].course]])));
    for (let round = 0; round < 2; round++) {
      shuffle(students, chance);
      for (const student of students) seat(student);
    }
  }
}

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

/** Those whose lines are given; then by course, those with fewest lines first, to the line with the fewest of the course, then in all. */
function placeFirst(
  { problem, layout }: LineContext,
  sections: readonly LineSection[],
  lineOf: Int32Array,
  fits: (section: number, line: number, instead: number) => boolean,
  move: (section: number, line: number) => void,
): void {
  const lines = [...layout.lines.keys()];
  for (const [s, { given }] of sections.entries())
    if (given >= 0 && problem.given[given].line >= 0) move(s, problem.given[given].line);
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

/** Courses with students left out, above the seats, or uneven. */
function troubledCourses({ problem, layout, sets }: LineContext, book: SeatBook): () => number[] {
  const lines = layout.lines.length;
  return () => {
    const troubled = new Set<number>();
    for (const course of problem.courses.keys()) {
      for (let line = 0; line < lines; line++) if (book.costAt(course, line) > 0) troubled.add(course);
    }
    for (let student = 0; student < book.count; student++) {
      const { courses } = sets[book.setOf[student]];
      const lacks = courses.some((_, k) => book.lineOf[student * book.width + k] < 0);
      // Any of the student's courses may be in the way of the one without a seat.
      if (lacks) for (const course of courses) troubled.add(course);
    }
    return [...troubled];
  };
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
    Array.from({ length: lines }, (__, line) => Math.floor(book.costAt(course, line) / COST.over)),
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
