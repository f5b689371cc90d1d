/**
 * Whether a layout of the sections has seats for everybody: a linear program over the ways of each combination (revised simplex, ways
 * made as they are needed). Where it has not, the program's prices give an integer inequality that shows it, and that other layouts
 * break too: seats at those prices are worth less than all students have to pay at least.
 */
import type { Combination, PlanUnit } from './instance.ts';
import { cheapestWay, type Work } from './ways.ts';

/** No layout has a seat for everybody in which Σ prices × seats is less than `worth`. */
export interface Cut {
  /** [unit × lines + line], not negative */
  prices: Int32Array;
  worth: number;
}

const EPSILON = 1e-7;
const LARGEST_DENOMINATOR = 60;

export interface SeatQuestion {
  units: readonly PlanUnit[];
  combinations: readonly Combination[];
  lineCount: number;
}

/** What every combination has to pay at least, all students together; null where one has no way at all. */
function leastPrice({ units, combinations, lineCount }: SeatQuestion, prices: Int32Array, work: Work): number | null {
  const lines = units.map((unit) => unit.lines);
  let sum = 0;
  for (const combination of combinations) {
    const way = cheapestWay(combination, lines, prices, lineCount, work);
    if (way === null) return null;
    sum += way.price * combination.students;
  }
  return sum;
}

const seatsWorth = (units: readonly PlanUnit[], layout: readonly number[], prices: Int32Array): number =>
  layout.reduce((sum, sections, cell) => {
    const lineCount = layout.length / units.length;
    return sum + sections * (units[Math.floor(cell / lineCount)]?.fill ?? 0) * (prices[cell] ?? 0);
  }, 0);

/** Prices as integers, and the inequality in whole numbers; null where rounding loses it. */
function cutOf(question: SeatQuestion, layout: readonly number[], prices: readonly number[], work: Work): Cut | null {
  for (let scale = 1; scale <= LARGEST_DENOMINATOR && work.left >= 0; scale++) {
    const whole = Int32Array.from(prices, (price) => Math.round(price * scale));
    const worth = leastPrice(question, whole, work);
    if (worth !== null && seatsWorth(question.units, layout, whole) < worth) return { prices: whole, worth };
  }
  return null;
}

/**
 * [unit × lines + line] sections. 'seated': in fractions of students, which proves nothing more · a cut: not everybody, in whole numbers ·
 * null: not decided.
 */
export function seatAll(question: SeatQuestion, layout: readonly number[], work: Work): 'seated' | Cut | null {
  const { units, combinations, lineCount } = question;
  const open = units.map((unit, u) => {
    if (unit.sections === null) return unit.lines;
    return layout.slice(u * lineCount, (u + 1) * lineCount).reduce((bits, n, l) => (n > 0 ? bits | (1 << l) : bits), 0);
  });
  const rowOf = new Int32Array(layout.length).fill(-1);
  const supply: number[] = combinations.map(({ students }) => students);
  layout.forEach((sections, cell) => {
    const unit = units[Math.floor(cell / lineCount)];
    if (!unit || unit.sections === null || sections === 0 || sections * unit.fill >= unit.students.length) return;
    rowOf[cell] = supply.length;
    supply.push(sections * unit.fill);
  });
  const rows = supply.length;
  const isDemand = (row: number): boolean => row < combinations.length;
  // Each column is a list of rows with a one; at first, nobody is seated and all seats are free.
  const basis = supply.map((_, row) => ({ rows: [row], missing: isDemand(row) }));
  const inverse = supply.map((_, row) => Float64Array.from(supply, (__, k) => (k === row ? 1 : 0)));
  const value = Float64Array.from(supply);
  const dual = new Float64Array(rows);
  const prices = new Float64Array(layout.length);
  for (;;) {
    dual.fill(0);
    let missing = 0;
    basis.forEach((column, i) => {
      if (!column.missing) return;
      missing += value[i] ?? 0;
      for (let k = 0; k < rows; k++) dual[k] = (dual[k] ?? 0) + (inverse[i]?.[k] ?? 0);
    });
    if (missing < EPSILON) return 'seated';
    let entering: number[] | null = null;
    let gain = EPSILON;
    for (let row = combinations.length; row < rows; row++) {
      if ((dual[row] ?? 0) <= gain) continue;
      gain = dual[row] ?? 0;
      entering = [row];
    }
    rowOf.forEach((row, cell) => (prices[cell] = row < 0 ? 0 : Math.max(0, -(dual[row] ?? 0))));
    for (let t = 0; t < combinations.length && (entering === null || entering.length > 1); t++) {
      const combination = combinations[t];
      if (!combination || (dual[t] ?? 0) <= gain) continue;
      const way = cheapestWay(combination, open, prices, lineCount, work);
      if (way === null || (dual[t] ?? 0) - way.price <= gain) continue;
      gain = (dual[t] ?? 0) - way.price;
      const cells = combination.units.map((unit, k) => rowOf[unit * lineCount + (way.lines[k] ?? 0)] ?? -1);
      entering = [t, ...cells.filter((row) => row >= 0)];
    }
    if (entering === null) break;
    const column = entering;
    const change = Float64Array.from(basis, (_, i) => column.reduce((sum, row) => sum + (inverse[i]?.[row] ?? 0), 0));
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    change.forEach((by, i) => {
      if (by <= EPSILON) return;
      const ratio = (value[i] ?? 0) / by;
      const better = ratio < least - EPSILON || (ratio < least + EPSILON && basis[i]?.missing === true);
      if (!better) return;
      least = Math.min(least, ratio);
      leaving = i;
    });
    work.left -= rows * rows;
    if (leaving < 0 || work.left < 0) return null;
    const pivotRow = inverse[leaving];
    const pivot = change[leaving] ?? 1;
    if (!pivotRow) return null;
    for (let k = 0; k < rows; k++) pivotRow[k] = (pivotRow[k] ?? 0) / pivot;
    value[leaving] = least;
    inverse.forEach((line, i) => {
      const by = change[i] ?? 0;
      if (i === leaving || by === 0) return;
      for (let k = 0; k < rows; k++) line[k] = (line[k] ?? 0) - by * (pivotRow[k] ?? 0);
      value[i] = Math.max(0, (value[i] ?? 0) - by * least);
    });
    basis[leaving] = { rows: column, missing: false };
  }
  // A line without a section of the course is as dear as to stay away.
  layout.forEach((sections, cell) => {
    const limited = units[Math.floor(cell / lineCount)]?.sections !== null;
    if (limited && sections === 0) prices[cell] = 1;
  });
  return cutOf(question, layout, [...prices], work);
}
