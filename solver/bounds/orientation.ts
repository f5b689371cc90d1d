/**
 * Two lines, and students who take exactly two courses: a student of the courses a and b sits in a in line 1 and in b in line 2,
 * or the other way round. So students are edges that get a direction, and a course's students in line 1 are its out-degree.
 * Out-degrees between `low` and `high` exist if and only if for every set of courses the edges inside it are at most its Σ high,
 * and the edges touching it at least its Σ low. Over four courses (an edge of K4 each) that is 15 subsets.
 */

/** `edges[a × courses + b]`, a < b: students who take a and b. */
export function orientable(
  courses: number,
  edges: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
): boolean {
  for (let subset = 1; subset < 1 << courses; subset++) {
    let inside = 0;
    let touching = 0;
    let least = 0;
    let most = 0;
    for (let a = 0; a < courses; a++) {
      const hasA = (subset >> a) & 1;
      if (hasA) {
        least += low[a];
        most += high[a];
      }
      for (let b = a + 1; b < courses; b++) {
        const hasB = (subset >> b) & 1;
        if (hasA & hasB) inside += edges[a * courses + b];
        if (hasA | hasB) touching += edges[a * courses + b];
      }
    }
    if (inside > most || touching < least) return false;
  }
  return true;
}

/** Whether sections[0][c] sections of course c in line 1 and sections[1][c] in line 2, of at most caps[c] students, serve everyone. */
export function twoLinesServe(
  courses: number,
  edges: ArrayLike<number>,
  caps: ArrayLike<number>,
  sections: readonly [ArrayLike<number>, ArrayLike<number>],
): boolean {
  const takers = new Int32Array(courses);
  for (let a = 0; a < courses; a++) {
    for (let b = a + 1; b < courses; b++) {
      takers[a] += edges[a * courses + b];
      takers[b] += edges[a * courses + b];
    }
  }
  const low = new Int32Array(courses);
  const high = new Int32Array(courses);
  for (let c = 0; c < courses; c++) {
    low[c] = Math.max(0, takers[c] - caps[c] * sections[1][c]);
    high[c] = Math.min(takers[c], caps[c] * sections[0][c]);
    if (low[c] > high[c]) return false;
  }
  return orientable(courses, edges, low, high);
}

/** Above so many ways to divide the sections over the lines, the bound is not looked for. */
const MOST_DIVISIONS = 200_000;

/**
 * The least total of sections over two lines, looked for up to `extra` above Σ⌈takers ÷ cap⌉; -1 where that is not enough or the
 * search would be too long.
 */
export function leastSectionsInTwoLines(
  courses: number,
  edges: ArrayLike<number>,
  caps: ArrayLike<number>,
  extra = 2,
): number {
  const takers = new Int32Array(courses);
  for (let a = 0; a < courses; a++) {
    for (let b = a + 1; b < courses; b++) {
      takers[a] += edges[a * courses + b];
      takers[b] += edges[a * courses + b];
    }
  }
  const least = Array.from(takers, (n, c) => Math.ceil(n / caps[c]));
  const base = least.reduce((sum, n) => sum + n, 0);
  if (least.reduce((product, n) => product * (n + extra + 1), 1) > MOST_DIVISIONS) return -1;
  const first = new Int32Array(courses);
  const second = new Int32Array(courses);
  const divide = (c: number, counts: readonly number[]): boolean => {
    if (c === courses) return twoLinesServe(courses, edges, caps, [first, second]);
    for (let n = 0; n <= counts[c]; n++) {
      first[c] = n;
      second[c] = counts[c] - n;
      if (divide(c + 1, counts)) return true;
    }
    return false;
  };
  const spend = (c: number, more: number, counts: number[]): boolean => {
    if (c === courses - 1) return divide(0, [...counts.slice(0, c), least[c] + more]);
    for (let n = 0; n <= more; n++) {
      counts[c] = least[c] + n;
      if (spend(c + 1, more - n, counts)) return true;
    }
    return false;
  };
  for (let more = 0; more <= extra; more++) if (spend(0, more, [...least])) return base + more;
  return -1;
}
