/**
 * How often homerooms must be split to fill the sections of one course. Sections that have homerooms in common fall into groups: one of m sections and
 * a homerooms holds at most m·cap students and has at least a + m − 1 pairs of section and homeroom. So there are at least Σ(m − 1) pairs beyond one for
 * each homeroom, where the groups take all homerooms and no more than the sections there are.
 *
 * The bound on that sum is a dual one: prices u of homerooms and v of a section such that Σu ≤ (m − 1) + m·v for every set of homerooms that fits
 * into m sections; then Σ(m − 1) ≥ Σu − v·sections. For given u the least such v is found by one knapsack; u is improved by subgradients.
 */

/** Of one unit of price. */
const UNIT = 4096;
const STEPS = 60;

/** The same homerooms whole, largest first, each into the first section with room: then nobody need be split. */
function fitsWhole(takers: readonly number[], cap: number, sections: number): boolean {
  const room = new Int32Array(sections).fill(cap);
  return takers.every((n) => {
    const at = room.findIndex((left) => left >= n);
    if (at >= 0) room[at] -= n;
    return at >= 0;
  });
}

/** `takers`: students of each homeroom, all above 0. The least Σ(m − 1) that can be shown. */
export function leastHomeroomSplits(takers: readonly number[], cap: number, sections: number): number {
  const sizes = [...takers].sort((a, b) => b - a);
  if (sections < 2 || cap < 1 || fitsWhole(sizes, cap, sections)) return 0;
  const width = sections * cap + 1;
  /** [seats] the dearest set of homerooms that fits */
  const dearest = new Int32Array(width);
  /** [homerooms × seats] 1: the homeroom is in that set */
  const taken = new Uint8Array(sizes.length * width);
  const shown = (prices: Int32Array): Shown => {
    fillKnapsack(sizes, prices, dearest, taken);
    return splitsShown(prices, dearest, cap, sections);
  };
  const starts = ROUNDINGS.map((parts) => Int32Array.from(sizes, (n) => firstPrice(Math.min(n, cap), cap, parts)));
  const ranked = starts.map((prices) => ({ prices, value: shown(prices).value }));
  const { prices } = ranked.reduce((a, b) => (b.value > a.value ? b : a));
  let best = 0;
  for (let step = 0; step < STEPS; step++) {
    const { least, tight } = shown(prices);
    best = Math.max(best, least);
    const length = Math.floor((UNIT * (STEPS - step)) / (8 * STEPS)) + 1;
    raisePrices(sizes, prices, taken, tight, tight * cap, length, sections);
  }
  return best;
}

/** Prices to begin with: by size (0), or such that no section can hold more than its worth of them by rounding (Fekete and Schepers' dual-feasible functions). */
const ROUNDINGS = [0, 1, 2, 3];

function firstPrice(size: number, cap: number, parts: number): number {
  if (parts === 0 || ((parts + 1) * size) % cap === 0) return Math.floor((UNIT * size) / cap);
  return Math.floor((UNIT * Math.floor(((parts + 1) * size) / cap)) / parts);
}

interface Shown {
  /** splits, rounded up */
  least: number;
  value: number;
  /** the number of sections whose dearest set keeps the value down; 0: none */
  tight: number;
}

function splitsShown(prices: Int32Array, dearest: Int32Array, cap: number, sections: number): Shown {
  const sum = prices.reduce((total, price) => total + price, 0);
  let [least, value, tight] = [Math.ceil(sum / UNIT), sum, 0];
  for (let m = 1; m <= sections; m++) {
    const excess = dearest[m * cap] - (m - 1) * UNIT;
    if (excess <= 0) continue;
    least = Math.min(least, Math.ceil((m * sum - sections * excess) / (m * UNIT)));
    const held = sum - (sections * excess) / m;
    if (held < value) [value, tight] = [held, m];
  }
  return { least, value, tight };
}

function fillKnapsack(sizes: readonly number[], prices: Int32Array, dearest: Int32Array, taken: Uint8Array): void {
  const width = dearest.length;
  dearest.fill(0);
  taken.fill(0);
  for (const [h, size] of sizes.entries()) {
    for (let seats = width - 1; seats >= size; seats--) {
      const price = dearest[seats - size] + prices[h];
      if (price <= dearest[seats]) continue;
      dearest[seats] = price;
      taken[h * width + seats] = 1;
    }
  }
}

/** Homerooms outside the set of the tight number of sections become dearer, those in it cheaper; `tight` 0: all become dearer. */
function raisePrices(
  sizes: readonly number[],
  prices: Int32Array,
  taken: Uint8Array,
  tight: number,
  seats: number,
  length: number,
  sections: number,
): void {
  const width = taken.length / sizes.length;
  let left = seats;
  for (let h = sizes.length - 1; h >= 0; h--) {
    const isIn = tight > 0 && taken[h * width + left] === 1;
    if (isIn) left -= sizes[h];
    // The subgradient is 1 outside, and 1 − sections ÷ tight within; scaled to at most 1.
    const change = isIn
      ? Math.floor((length * (tight - sections)) / sections)
      : tight === 0
        ? length
        : Math.floor((length * tight) / sections) + 1;
    prices[h] = Math.max(0, prices[h] + change);
  }
}
