/** javascript-lp-solver as a back end: small models, limited by a count of nodes. */
import type { SolveResult } from 'javascript-lp-solver';
import type { MipModel } from '../../solver/index.ts';
import type { BackendLimits, RawAnswer } from './backend.ts';
import solver from 'javascript-lp-solver';

type Bound = { min?: number; max?: number; equal?: number };

const OBJECTIVE = 'cost';

/** Simplex steps per node that an honest search does not reach; a cycling simplex never ends, and no count of nodes stops it. */
const PIVOTS_PER_NODE = 40;

/**
 * Runs `work` while Date.now counts its own calls: the solver asks for the time once per node, so that its timeout becomes a
 * number of nodes. Simplex steps are counted too, and one too many throws. `work` must be synchronous.
 */
function counted<Result>(maxPivots: number, work: () => Result): { result: Result; nodes: number } {
  const clock = Date.now;
  const tableau = solver.Tableau.prototype;
  const { pivot, simplex } = tableau;
  let nodes = 0;
  let pivots = 0;
  const step = (): void => {
    pivots += 1;
    if (pivots > maxPivots) throw new Error('javascript-lp-solver: too many simplex steps');
  };
  Date.now = () => {
    nodes += 1;
    return nodes;
  };
  tableau.pivot = function countedPivot(...place) {
    step();
    return pivot.apply(this, place);
  };
  tableau.simplex = function countedSimplex() {
    step();
    return simplex.apply(this);
  };
  try {
    return { result: work(), nodes };
  } finally {
    Date.now = clock;
    tableau.pivot = pivot;
    tableau.simplex = simplex;
  }
}

function bound(lower: number, upper: number): Bound {
  if (lower === upper) return { equal: lower };
  return { ...(lower > -Infinity ? { min: lower } : {}), ...(upper < Infinity ? { max: upper } : {}) };
}

/** Columns become non-negative by a shift to their lower bound; fixed columns leave the model. */
export function solveWithJavascriptLpSolver(model: MipModel, limits: BackendLimits): RawAnswer {
  const shift = model.columns.map((column) => (column.lower > -Infinity ? column.lower : 0));
  const fixed = model.columns.map((column) => column.lower === column.upper);
  const variables: Record<string, Record<string, number>> = {};
  const ints: Record<string, 1> = {};
  const unrestricted: Record<string, 1> = {};
  const constraints: Record<string, Bound> = {};
  for (const [index, column] of model.columns.entries()) {
    if (column.lower > column.upper) return { end: 'finished', point: null };
    if (fixed[index]) continue;
    const entries: Record<string, number> = { [OBJECTIVE]: column.cost };
    if (column.upper < Infinity) {
      entries[`upper${index}`] = 1;
      constraints[`upper${index}`] = { max: column.upper - (shift[index] ?? 0) };
    }
    variables[`x${index}`] = entries;
    if (column.integer) ints[`x${index}`] = 1;
    if (column.lower === -Infinity) unrestricted[`x${index}`] = 1;
  }
  for (const [r, row] of model.rows.entries()) {
    let constant = 0;
    const sums = new Map<number, number>();
    for (const [k, column] of row.columns.entries()) {
      const coefficient = row.coefficients[k] ?? 0;
      constant += coefficient * (shift[column] ?? 0);
      if (!fixed[column]) sums.set(column, (sums.get(column) ?? 0) + coefficient);
    }
    const entries = [...sums].filter(([, coefficient]) => coefficient !== 0);
    if (entries.length === 0) {
      if (constant < row.lower || constant > row.upper) return { end: 'finished', point: null };
      continue;
    }
    if (row.lower === -Infinity && row.upper === Infinity) continue;
    constraints[`row${r}`] = bound(row.lower - constant, row.upper - constant);
    for (const [column, coefficient] of entries) {
      const variable = variables[`x${column}`];
      if (variable) variable[`row${r}`] = coefficient;
    }
  }
  const read = (result: SolveResult | null): number[] =>
    model.columns.map((_, index) => {
      const value = result?.[`x${index}`];
      return (shift[index] ?? 0) + (typeof value === 'number' ? value : 0);
    });
  if (Object.keys(variables).length === 0) return { end: 'finished', point: read(null) };
  try {
    const { result, nodes } = counted(
      limits.maxNodes * PIVOTS_PER_NODE,
      () =>
        solver.Solve({
          optimize: OBJECTIVE,
          opType: 'min',
          constraints,
          variables,
          ints,
          unrestricted,
          timeout: limits.maxNodes,
          options: { useMIRCuts: false, tolerance: 0 },
        }) as SolveResult,
    );
    const stopped = nodes > limits.maxNodes;
    if (result.bounded === false) return { end: 'stopped', point: null };
    return { end: stopped ? 'stopped' : 'finished', point: result.feasible ? read(result) : null };
  } catch {
    return { end: 'stopped', point: null };
  }
}
