/** One door to both back ends. Whatever they say, an answer leaves here only after the exact re-check. */
import type { MipAnswer, MipModel } from '../../solver/index.ts';
import type { RawAnswer } from './backend.ts';
import { solveWithHighs } from './highs.ts';
import { solveWithJavascriptLpSolver } from './javascript-lp-solver.ts';
import { recheck } from './recheck.ts';

export interface MipOptions {
  seed: number;
  /** branch-and-bound nodes of each back end */
  maxNodes: number;
  /** auto: javascript-lp-solver for small models, highs for the others and where the first proves nothing */
  backend?: 'auto' | 'javascript-lp-solver' | 'highs';
}

/** Above these, javascript-lp-solver was seen to lose its way inside a single node, where no count stops it. */
const SMALL_COLUMNS = 60;
const SMALL_ROWS = 60;
const SMALL_NODES = 400;

function judge(model: MipModel, raw: RawAnswer, backend: string): MipAnswer {
  if (raw.point === null) {
    return { status: raw.end === 'finished' ? 'infeasible' : 'unknown', backend, values: [], objective: 0 };
  }
  const checked = recheck(model, raw.point);
  if (checked === null) return { status: 'unknown', backend, values: [], objective: 0 };
  return { status: raw.end === 'finished' ? 'optimal' : 'feasible', backend, ...checked };
}

async function byHighs(model: MipModel, options: MipOptions): Promise<MipAnswer> {
  return judge(model, await solveWithHighs(model, options), 'highs');
}

function byJavascriptLpSolver(model: MipModel, options: MipOptions): MipAnswer {
  return judge(model, solveWithJavascriptLpSolver(model, options), 'javascript-lp-solver');
}

/** Costs, bounds and coefficients of `model` are integers; the answer's values are integers that were checked against it. */
export async function solveMip(model: MipModel, asked: MipOptions): Promise<MipAnswer> {
  const options = { ...asked, maxNodes: Math.min(asked.maxNodes, model.maxNodes ?? Infinity) };
  const backend = options.backend ?? 'auto';
  if (backend === 'highs') return byHighs(model, options);
  if (backend === 'javascript-lp-solver') return byJavascriptLpSolver(model, options);
  if (model.columns.length > SMALL_COLUMNS || model.rows.length > SMALL_ROWS) return byHighs(model, options);
  const limits = { seed: options.seed, maxNodes: Math.min(options.maxNodes, SMALL_NODES) };
  const first = byJavascriptLpSolver(model, limits);
  if (first.status === 'optimal') return first;
  const second = await byHighs(model, options);
  // "No solution" cannot be re-checked by substitution: a checked point outweighs it.
  return first.status === 'feasible' && second.values.length === 0 && model.columns.length > 0 ? first : second;
}
