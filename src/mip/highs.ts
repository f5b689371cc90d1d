/** HiGHS (WebAssembly, one thread) as a back end. */
import type { Highs } from 'highs';
import type { MipModel } from '../../solver/index.ts';
import type { BackendLimits, RawAnswer } from './backend.ts';
import loadHighs from 'highs';

let instance: Promise<Highs> | null = null;

function runModel(highs: Highs, model: MipModel, limits: BackendLimits): RawAnswer {
  const starts: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of model.rows) {
    const sums = new Map<number, number>();
    for (const [k, column] of row.columns.entries()) {
      sums.set(column, (sums.get(column) ?? 0) + (row.coefficients[k] ?? 0));
    }
    for (const [column, coefficient] of sums) {
      if (coefficient === 0) continue;
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  const data = {
    numCols: model.columns.length,
    numRows: model.rows.length,
    colCost: model.columns.map((column) => column.cost),
    colLower: model.columns.map((column) => column.lower),
    colUpper: model.columns.map((column) => column.upper),
    rowLower: model.rows.map((row) => row.lower),
    rowUpper: model.rows.map((row) => row.upper),
    matrix: {
      format: 'csr' as const,
      numRows: model.rows.length,
      numCols: model.columns.length,
      starts,
      indices,
      values,
    },
    integrality: model.columns.map((column) => (column.integer ? 1 : 0)),
  };
  return highs.withModel(data, (native): RawAnswer => {
    native.options.set({
      output_flag: false,
      random_seed: limits.seed,
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      mip_max_nodes: limits.maxNodes,
    });
    const { modelStatus } = native.run();
    const known = highs.constants.modelStatus;
    if (modelStatus === known.infeasible) return { end: 'finished', point: null };
    const hasPoint = native.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const point = hasPoint ? [...native.getSolution().colValue] : null;
    const finished = point !== null && (modelStatus === known.optimal || modelStatus === known.empty);
    return { end: finished ? 'finished' : 'stopped', point };
  });
}

/** A model without columns or rows is answered here; HiGHS calls it empty. */
function trivially(model: MipModel): RawAnswer | null {
  if (model.columns.length === 0) {
    const holds = model.rows.every((row) => row.lower <= 0 && row.upper >= 0);
    return { end: 'finished', point: holds ? [] : null };
  }
  return model.columns.some((column) => column.lower > column.upper) ? { end: 'finished', point: null } : null;
}

export async function solveWithHighs(model: MipModel, limits: BackendLimits): Promise<RawAnswer> {
  const trivial = trivially(model);
  if (trivial) return trivial;
  try {
    instance ??= loadHighs();
    return runModel(await instance, model, limits);
  } catch {
    // After a crash the native memory may hold anything: the next model starts a new instance.
    instance = null;
    return { end: 'stopped', point: null };
  }
}
