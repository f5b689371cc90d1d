/** Runs a planning procedure to its end in this thread: every model it yields is answered by `solveMip`. */
import type { MipAnswer, MipProcedure } from '../../solver/index.ts';
import type { MipOptions } from './solve-mip.ts';
import { solveMip } from './solve-mip.ts';

/** The answer to a model that nobody has looked at; the engine's own, of which this room knows types only. */
const UNKNOWN: MipAnswer = { status: 'unknown', backend: 'none', values: [], objective: 0 };

/** Once `stopped`, what is left is answered "unknown", and the procedure takes its way without models. */
export async function runProcedure<Result>(
  procedure: MipProcedure<Result>,
  options: MipOptions,
  stopped: () => boolean = () => false,
): Promise<Result> {
  let step = procedure.next();
  while (!step.done) step = procedure.next(stopped() ? UNKNOWN : await solveMip(step.value, options));
  return step.value;
}
