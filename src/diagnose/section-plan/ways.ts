/** The ways in which the students of a combination can take their courses, each in a line of its own; over sets of lines, as bits. */
import type { Combination } from './instance.ts';

/** Steps that may still be taken; below zero nothing is decided any more. */
export interface Work {
  left: number;
}

export interface Way {
  /** sum of the prices of its seats */
  price: number;
  /** by position in the combination */
  lines: number[];
}

/**
 * The cheapest; null where there is none. `lines`: by unit, the lines in which it can be taken; `prices`: [unit × lineCount + line], none
 * negative.
 */
export function cheapestWay(
  { units }: Combination,
  lines: ArrayLike<number>,
  prices: ArrayLike<number>,
  lineCount: number,
  work: Work,
): Way | null {
  const sets = 1 << lineCount;
  let before = new Float64Array(sets).fill(Number.POSITIVE_INFINITY);
  before[0] = 0;
  /** [position × sets + set] the line taken last on the cheapest way to the set */
  const last = new Int8Array(units.length * sets);
  for (const [at, unit] of units.entries()) {
    const after = new Float64Array(sets).fill(Number.POSITIVE_INFINITY);
    work.left -= sets * 4;
    for (let set = 0; set < sets; set++) {
      const price = before[set] ?? 0;
      if (price === Number.POSITIVE_INFINITY) continue;
      for (let line = 0; line < lineCount; line++) {
        if (!((((lines[unit] ?? 0) & ~set) >> line) & 1)) continue;
        const grown = set | (1 << line);
        const sum = price + (prices[unit * lineCount + line] ?? 0);
        if (sum >= (after[grown] ?? 0)) continue;
        after[grown] = sum;
        last[at * sets + grown] = line;
      }
    }
    before = after;
  }
  let set = before.reduce((best, price, it) => (price < (before[best] ?? 0) ? it : best), 0);
  const price = before[set] ?? Number.POSITIVE_INFINITY;
  if (price === Number.POSITIVE_INFINITY) return null;
  const chosen = Array<number>(units.length).fill(0);
  for (let at = units.length - 1; at >= 0; at--) {
    const line = last[at * sets + set] ?? 0;
    chosen[at] = line;
    set &= ~(1 << line);
  }
  return { price, lines: chosen };
}

/** Whether there is one. */
export function hasWay({ units }: Combination, lines: ArrayLike<number>, work: Work): boolean {
  let sets = [0];
  for (const unit of units) {
    const grown = new Set<number>();
    for (const set of sets) {
      for (let open = (lines[unit] ?? 0) & ~set; open > 0; open &= open - 1) grown.add(set | (open & -open));
    }
    work.left -= sets.length;
    sets = [...grown];
    if (sets.length === 0) return false;
  }
  return true;
}
