/** Which lines a grade could walk in: the school's own, or lengths chosen so that every student fits and the homerooms' weeks hold them. */
import type { PlanProblem } from './types.ts';

export interface LineLayout {
  name: string;
  lines: { periods: number; holds: (course: number) => boolean }[];
  /** the homerooms' free slots must be counted line by line, because not everybody could use all lines */
  countsHomerooms: boolean;
}

/** Beyond the lines that students need, so many more of each length are tried where the week has room for them. */
const EXTRA_LINES = 2;

function lengthsOf(problem: PlanProblem, courses: readonly number[]): number[] {
  return courses.map((course) => problem.courses[course].periods).sort((a, b) => b - a);
}

/** The free slots of the tightest homeroom whose students walk. */
function tightestWeek(problem: PlanProblem): number {
  let least = Infinity;
  for (const type of problem.types) {
    if (type.homeroom < 0 || type.courses.length === 0 || type.count === 0) continue;
    const free = problem.homeroomFree[type.homeroom];
    if (free < least) least = free;
  }
  return least;
}

const total = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);

function layout(problem: PlanProblem, name: string, lengths: number[], mixed: boolean, counts: boolean): LineLayout {
  const lines = lengths.map((periods) => ({
    periods,
    holds: (course: number): boolean =>
      mixed ? problem.courses[course].periods <= periods : problem.courses[course].periods === periods,
  }));
  return { name, lines, countsHomerooms: counts };
}

/** Lines by length and family, where students need no more of them than by length alone; they make much smaller questions. */
function familyLayout(problem: PlanProblem, exact: readonly number[]): LineLayout | null {
  const keyOf = (c: number): string => `${problem.courses[c].periods}|${problem.courses[c].family ?? 0}`;
  const first = new Map<string, number>();
  for (const c of problem.courses.keys()) if (!first.has(keyOf(c))) first.set(keyOf(c), c);
  const lengths = new Set([...first.values()].map((c) => problem.courses[c].periods));
  if (lengths.size === first.size) return null;
  const lines = [...first].flatMap(([key, course]) => {
    const most = problem.types.reduce(
      (n, type) => (type.count > 0 ? Math.max(n, type.courses.filter((c) => keyOf(c) === key).length) : n),
      0,
    );
    const line = { periods: problem.courses[course].periods, holds: (c: number): boolean => keyOf(c) === key };
    return new Array<typeof line>(most).fill(line);
  });
  if (lines.length > exact.length) return null;
  return { name: 'families', lines: lines.sort((a, b) => b.periods - a.periods), countsHomerooms: false };
}

/** Layouts in the order in which they are worth trying; none where students need more slots than their homeroom leaves. */
export function lineLayouts(problem: PlanProblem): LineLayout[] {
  if (problem.lines) {
    const holds = problem.lines.map((line) => new Set(line.courses ?? problem.courses.keys()));
    const lines = holds.map((set) => ({
      periods: Math.max(0, ...[...set].map((course) => problem.courses[course].periods)),
      holds: (course: number): boolean => set.has(course),
    }));
    return [{ name: 'given', lines, countsHomerooms: false }];
  }
  const kinds = [...new Set(problem.courses.map((course) => course.periods))].sort((a, b) => b - a);
  const most = kinds.map(() => 0);
  const ranked: number[] = [];
  for (const type of problem.types) {
    if (type.count === 0) continue;
    const lengths = lengthsOf(problem, type.courses);
    for (const [k, kind] of kinds.entries()) {
      most[k] = Math.max(most[k], lengths.filter((length) => length === kind).length);
    }
    for (const [rank, length] of lengths.entries()) ranked[rank] = Math.max(ranked[rank] ?? 0, length);
  }
  const week = tightestWeek(problem);
  const exact = kinds.flatMap((kind, k) => new Array<number>(most[k]).fill(kind));
  const layouts: LineLayout[] = [];
  if (total(exact) <= week) {
    const families = familyLayout(problem, exact);
    if (families) layouts.push(families);
    layouts.push(layout(problem, 'exact', exact, false, false));
    let lengths = exact;
    for (let extra = 1; extra <= EXTRA_LINES; extra++) {
      const more = [...lengths];
      for (const kind of kinds) if (lengths.includes(kind) && total(more) + kind <= week) more.push(kind);
      if (more.length === lengths.length) break;
      lengths = more.sort((a, b) => b - a);
      layouts.push(layout(problem, `exact+${extra}`, lengths, false, false));
    }
  } else if (total(ranked) <= week) {
    layouts.push(layout(problem, 'ranked', ranked, true, false));
  } else {
    const fits = problem.types.every(
      (type) =>
        type.homeroom < 0 ||
        type.count === 0 ||
        total(lengthsOf(problem, type.courses)) <= problem.homeroomFree[type.homeroom],
    );
    if (fits && exact.length > 0) layouts.push(layout(problem, 'counted', exact, false, true));
  }
  return layouts;
}
