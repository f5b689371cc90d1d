/** Builds a MipModel column by column and row by row. */
import type { MipModel } from './mip-model.ts';

export interface ModelBuilder {
  model: MipModel;
  /** adds an integer column, answers its index */
  column(upper: number, cost?: number, lower?: number): number;
  /** adds lower ≤ Σ terms ≤ upper; terms are [column, coefficient]. A row that nothing can break is left out. */
  row(lower: number, upper: number, terms: readonly (readonly [number, number])[]): void;
}

export function buildModel(key: string): ModelBuilder {
  const model: MipModel = { key, columns: [], rows: [] };
  return {
    model,
    column(upper, cost = 0, lower = 0) {
      model.columns.push({ lower, upper, cost, integer: true });
      return model.columns.length - 1;
    },
    row(lower, upper, terms) {
      if (terms.length === 0 && lower <= 0 && upper >= 0) return;
      model.rows.push({
        lower,
        upper,
        columns: terms.map(([column]) => column),
        coefficients: terms.map(([, coefficient]) => coefficient),
      });
    },
  };
}
