/**
 * Lines of given sections where the school says of everybody in which section they sit: sections that share a student or a teacher lie in different
 * lines. The section with the fewest lines left comes first (DSATUR: Brélaz, New methods to color the vertices of a graph, 1979), for each
 * student's sections leave each other hardly a choice; where it comes to an end, another order is tried. That none is found proves nothing.
 */
import { nextBelow, seedRandom } from '../search/random.ts';
import { makeLineLimits, type LineSection } from './line-limits.ts';
import type { LineContext, LinePlan } from './line-model.ts';

const ORDERS = 12;

/** Sections with which each shares a student or the teacher, of those that the school gives. */
function neighbours({ problem: { given }, sets }: LineContext): ReadonlySet<number>[] {
  const met = given.map(
    ({ teacher }, g) =>
      new Set([...given.keys()].filter((other) => other !== g && teacher >= 0 && given[other].teacher === teacher)),
  );
  for (const { boundTo } of sets) {
    for (const a of boundTo) for (const b of boundTo) if (a !== b) met[a].add(b);
  }
  return met;
}

/** `numbers`: sections per course. `peak`: most sections per line. Null: somebody's sections are not all given, or no order was found. */
export function boundPlan(
  context: LineContext,
  numbers: readonly number[],
  peak: readonly number[],
  seed: number,
): LinePlan | null {
  const { problem, layout, sets, counts } = context;
  const lines = layout.lines.length;
  const { given } = problem;
  const allGiven = numbers.every((n, c) => n === counts[c].given.length);
  const allBound = given.length > 0 && sets.every(({ boundTo }) => boundTo.every((g) => g >= 0));
  if (layout.countsHomerooms || !allGiven || !allBound) return null;
  const met = neighbours(context);
  const random = seedRandom(seed);
  for (let order = 0; order < ORDERS; order++) {
    const lineOf = inOneOrder(context, met, peak, () => nextBelow(random, 1 << 20));
    if (!lineOf) continue;
    const seats = sets.map(({ courses, boundTo, count }) => {
      const inLines = new Int32Array(courses.length * lines);
      for (const [k, g] of boundTo.entries()) inLines[k * lines + lineOf[g]] = count;
      return inLines;
    });
    return { made: new Int32Array(problem.courses.length * lines), givenLine: lineOf, seats, unserved: 0 };
  }
  return null;
}

/** Equal choices are made by `draw`. Null: a section had no line left. */
function inOneOrder(
  context: LineContext,
  met: readonly ReadonlySet<number>[],
  peak: readonly number[],
  draw: () => number,
): Int32Array | null {
  const { problem, layout } = context;
  const { given } = problem;
  const lines = layout.lines.length;
  const sections = given.map(({ course }, g): LineSection => ({ course, given: g }));
  const limits = makeLineLimits(context, sections, peak);
  const lineOf = new Int32Array(given.length).fill(-1);
  const inLine = new Int32Array(lines);
  /** [section × lines + line] 1 where one of its neighbours lies */
  const taken = new Uint8Array(given.length * lines);
  const left = Int32Array.from(given, ({ course }) => layout.lines.filter((line) => line.holds(course)).length);
  const put = (g: number, line: number): void => {
    lineOf[g] = line;
    inLine[line]++;
    limits.put(g, line);
    for (const other of met[g]) {
      if (taken[other * lines + line] === 0 && layout.lines[line].holds(given[other].course)) left[other]--;
      taken[other * lines + line] = 1;
    }
  };
  for (const [g, { line }] of given.entries()) {
    if (line < 0) continue;
    if (taken[g * lines + line] === 1 || !limits.fits(g, line, -1)) return null;
    put(g, line);
  }
  const rank = given.map(draw);
  /** below 0: g comes before the other */
  const compare = (g: number, other: number): number =>
    left[g] - left[other] || met[other].size - met[g].size || rank[g] - rank[other] || g - other;
  for (;;) {
    let next = -1;
    for (const g of given.keys()) if (lineOf[g] < 0 && (next < 0 || compare(g, next) < 0)) next = g;
    if (next < 0) return lineOf;
    let best = -1;
    for (let line = 0; line < lines; line++) {
      if (taken[next * lines + line] === 1 || !limits.fits(next, line, -1)) continue;
      if (best < 0 || inLine[line] < inLine[best]) best = line;
    }
    if (best < 0) return null;
    put(next, best);
  }
}
