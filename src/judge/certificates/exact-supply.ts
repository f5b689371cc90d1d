/**
 * Whether demands can be met out of supplies, in fractions at least: every demand is split among its ways, a way takes one of each supply
 * that it names. The simplex method in whole numbers (all entries over one denominator, the last pivot), smallest index first, so that it
 * ends: what it calls impossible is so, without rounding.
 */

export interface SupplyQuestion {
  /** amounts */
  demands: readonly number[];
  supplies: readonly number[];
  /** by demand: its ways, each a list of supplies */
  ways: readonly (readonly (readonly number[])[])[];
}

export interface Allowance {
  /** steps that may still be taken */
  steps: number;
}

/** What a shortage shows: at these prices, whole numbers, the supplies are worth less than what the demands have to pay at least. */
export interface Shortage {
  /** by supply */
  prices: number[];
  /** what is paid for going without */
  without: number;
}

/** 'met', a shortage, or null: a number left the exact range, or the allowance is used up. */
export function meet({ demands, supplies, ways }: SupplyQuestion, allowance: Allowance): 'met' | Shortage | null {
  const rows = demands.length + supplies.length;
  const columns = ways.reduce((sum, own) => sum + own.length, 0) + supplies.length;
  const width = columns + 1;
  // The last row: what is not yet met, in all.
  const table = new Float64Array((rows + 1) * width);
  const last = rows * width;
  let column = 0;
  ways.forEach((own, demand) => {
    for (const way of own) {
      table[demand * width + column] = 1;
      for (const supply of way) table[(demands.length + supply) * width + column] = 1;
      table[last + column] = 1;
      column++;
    }
  });
  const basis = new Int32Array(rows).fill(-1);
  supplies.forEach((amount, supply) => {
    const row = demands.length + supply;
    basis[row] = column;
    table[row * width + column] = 1;
    table[row * width + columns] = amount;
    column++;
  });
  demands.forEach((amount, demand) => {
    table[demand * width + columns] = amount;
    table[last + columns] = (table[last + columns] ?? 0) + amount;
  });
  let denominator = 1;
  while ((table[last + columns] ?? 0) > 0) {
    let entering = 0;
    while (entering < columns && (table[last + entering] ?? 0) <= 0) entering++;
    if (entering === columns) {
      const prices = supplies.map((_, supply) => -(table[last + columns - supplies.length + supply] ?? 0));
      return { prices, without: denominator };
    }
    let leaving = -1;
    for (let row = 0; row < rows; row++) {
      const own = table[row * width + entering] ?? 0;
      if (own <= 0) continue;
      if (leaving < 0) {
        leaving = row;
        continue;
      }
      const best = table[leaving * width + entering] ?? 0;
      const difference = (table[row * width + columns] ?? 0) * best - (table[leaving * width + columns] ?? 0) * own;
      if (difference < 0 || (difference === 0 && (basis[row] ?? 0) < (basis[leaving] ?? 0))) leaving = row;
    }
    allowance.steps -= rows * width;
    if (leaving < 0 || allowance.steps < 0) return null;
    const pivot = table[leaving * width + entering] ?? 1;
    for (let row = 0; row <= rows; row++) {
      if (row === leaving) continue;
      const by = table[row * width + entering] ?? 0;
      for (let k = 0; k < width; k++) {
        const product = (table[row * width + k] ?? 0) * pivot;
        const other = by * (table[leaving * width + k] ?? 0);
        if (!Number.isSafeInteger(product) || !Number.isSafeInteger(other)) return null;
        table[row * width + k] = (product - other) / denominator;
      }
    }
    denominator = pivot;
    basis[leaving] = entering;
  }
  return 'met';
}
