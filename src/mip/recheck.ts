/** The exact re-check of a back end's answer: rows, bounds and integrality in integer arithmetic. */
import type { MipModel } from '../../solver/index.ts';

export interface CheckedPoint {
  values: number[];
  objective: number;
}

/** How far a back end's floating-point value may lie from the integer that it stands for. */
const ROUNDING = 1e-4;

const isExact = (value: number): boolean => Number.isSafeInteger(value);

/** The rounded point, or null where it breaks a bound or a row, or cannot be recounted exactly. */
export function recheck(model: MipModel, raw: ArrayLike<number>): CheckedPoint | null {
  const values: number[] = [];
  let objective = 0;
  for (const [index, column] of model.columns.entries()) {
    const value = raw[index] ?? Number.NaN;
    // Integer data make most vertices integral, so a continuous column is rounded too where that is within reach.
    const rounded = Math.round(value) + 0;
    if (!(Math.abs(value - rounded) <= ROUNDING) || !isExact(rounded)) return null;
    if (rounded < column.lower || rounded > column.upper) return null;
    values.push(rounded);
    objective += column.cost * rounded;
    if (!isExact(objective)) return null;
  }
  for (const row of model.rows) {
    let activity = 0;
    for (const [k, column] of row.columns.entries()) {
      activity += (row.coefficients[k] ?? Number.NaN) * (values[column] ?? Number.NaN);
      if (!isExact(activity)) return null;
    }
    if (activity < row.lower || activity > row.upper) return null;
  }
  return { values, objective };
}
