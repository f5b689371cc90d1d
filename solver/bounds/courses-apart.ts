/**
 * Of courses that a homeroom has in one section each, any that some student takes two and two lie apart in time. A set of courses of which this
 * holds for every two (a clique) needs as many free slots as all their periods; where these are not there, one of them has two sections.
 */

/** Courses are bits of a number: so many are looked at. */
export const MOST_COURSES = 30;
/** Ways to split courses that are tried for one number of splits; where they run out, no more than that number is shown. */
const MOST_TRIED = 1000;

interface Question {
  periods: readonly number[];
  /** [course] the courses that share a student with it, as bits */
  meet: readonly number[];
  free: number;
}

/** The heaviest clique among the courses `open`, as bits. */
function heaviestClique({ periods, meet }: Question, open: number): number {
  let best = 0;
  let bestWeight = 0;
  const grow = (clique: number, weight: number, left: number, leftWeight: number): void => {
    if (weight > bestWeight) [best, bestWeight] = [clique, weight];
    let [rest, restWeight] = [left, leftWeight];
    while (rest !== 0 && weight + restWeight > bestWeight) {
      const course = 31 - Math.clz32(rest & -rest);
      const bit = 1 << course;
      rest &= ~bit;
      const next = rest & meet[course];
      grow(clique | bit, weight + periods[course], next, weightOf(periods, next));
      restWeight -= periods[course];
    }
  };
  grow(0, 0, open, weightOf(periods, open));
  return best;
}

function weightOf(periods: readonly number[], set: number): number {
  let sum = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) sum += periods[31 - Math.clz32(rest & -rest)];
  return sum;
}

/** Courses of the clique, the longest first. */
function longestFirst(periods: readonly number[], clique: number): number[] {
  return periods.flatMap((_, c) => (clique & (1 << c) ? [c] : [])).sort((a, b) => periods[b] - periods[a] || a - b);
}

/** So many of the longest courses must leave the clique until it fits. */
function leastOf({ periods, free }: Question, clique: number): number {
  let over = weightOf(periods, clique) - free;
  let least = 0;
  for (const course of longestFirst(periods, clique)) {
    if (over <= 0) break;
    over -= periods[course];
    least++;
  }
  return least;
}

/** The least number of courses that must have a second section. `meet[i]`: bits of the courses that share a student with course i. */
export function leastSplitCourses(periods: readonly number[], meet: readonly number[], free: number): number {
  const question = { periods: periods.slice(0, MOST_COURSES), meet, free };
  let tried = 0;
  /** Whether all fits with `splits` of the courses in `open` split, none of them in `kept`. */
  const suffices = (open: number, kept: number, splits: number): boolean => {
    if (++tried > MOST_TRIED) return true;
    const clique = heaviestClique(question, open);
    const least = leastOf(question, clique);
    if (least === 0) return true;
    if (least > splits) return false;
    let stays = kept;
    for (const course of longestFirst(question.periods, clique & ~kept)) {
      if (suffices(open & ~(1 << course), stays, splits - 1)) return true;
      stays |= 1 << course;
    }
    return false;
  };
  const all = (1 << question.periods.length) - 1;
  let splits = leastOf(question, heaviestClique(question, all));
  while (!suffices(all, 0, splits)) {
    splits++;
    tried = 0;
  }
  return splits;
}
