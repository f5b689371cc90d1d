/** A mixed-integer program as data: minimise cost·x, rowLower ≤ A x ≤ rowUpper, lower ≤ x ≤ upper. All numbers are integers. */
export interface MipModel {
  /** names the model, after its problem */
  key: string;
  columns: MipColumn[];
  rows: MipRow[];
  /** branch-and-bound nodes at most; absent: the back end's own limit */
  maxNodes?: number;
}

export interface MipColumn {
  lower: number;
  upper: number;
  cost: number;
  integer: boolean;
}

export interface MipRow {
  /** -Infinity where there is none */
  lower: number;
  /** Infinity where there is none */
  upper: number;
  columns: number[];
  /** parallel to columns */
  coefficients: number[];
}

/**
 * optimal: finished with gap 0 and the re-check passed · feasible: re-checked, optimality not shown · infeasible: the search
 * finished without a solution · unknown: nothing usable.
 */
export interface MipAnswer {
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  backend: string;
  /** rounded to integers where the column is integer; empty unless optimal or feasible */
  values: number[];
  objective: number;
}

/** A planning procedure: yields models, is given checked answers, returns its result. It does no I/O and knows no back end. */
export type MipProcedure<Result> = Generator<MipModel, Result, MipAnswer>;

/** The answer to a model that nobody has looked at. */
const UNKNOWN: MipAnswer = { status: 'unknown', backend: 'none', values: [], objective: 0 };

/** The procedure's result where none of its models is answered. */
export function withoutModels<Result>(procedure: MipProcedure<Result>): Result {
  let step = procedure.next();
  while (!step.done) step = procedure.next(UNKNOWN);
  return step.value;
}
