/** The ways in which the students of a combination can take their courses, each in a line of its own. */
import type { Combination } from './instance.ts';

/** Whether there is one; `lines`: by unit, the lines in which it can be taken, as bits. */
export function hasWay({ units }: Combination, lines: ArrayLike<number>, from = 0, used = 0): boolean {
  const unit = units[from];
  if (unit === undefined) return true;
  for (let open = (lines[unit] ?? 0) & ~used; open > 0; open &= open - 1) {
    if (hasWay({ units, students: 0 }, lines, from + 1, used | (open & -open))) return true;
  }
  return false;
}

export interface Way {
  /** sum of the prices of its seats */
  price: number;
  /** by position in the combination */
  lines: number[];
}

/** The cheapest; null where there is none. `prices`: [unit × lineCount + line], none negative. */
export function cheapestWay(
  { units }: Combination,
  lines: ArrayLike<number>,
  prices: ArrayLike<number>,
  lineCount: number,
): Way | null {
  let best: Way | null = null;
  const chosen: number[] = [];
  const take = (at: number, used: number, price: number): void => {
    if (best !== null && price >= best.price) return;
    const unit = units[at];
    if (unit === undefined) {
      best = { price, lines: [...chosen] };
      return;
    }
    for (let line = 0; line < lineCount; line++) {
      if (!((((lines[unit] ?? 0) & ~used) >> line) & 1)) continue;
      chosen[at] = line;
      take(at + 1, used | (1 << line), price + (prices[unit * lineCount + line] ?? 0));
    }
  };
  take(0, 0, 0);
  return best;
}
