/** Runs a planning procedure to its end in this thread: every model it yields is answered by `solveMip`. */
import type { MipProcedure } from '../../solver/index.ts';
import type { MipOptions } from './solve-mip.ts';
import { solveMip } from './solve-mip.ts';

export async function runProcedure<Result>(procedure: MipProcedure<Result>, options: MipOptions): Promise<Result> {
  let step = procedure.next();
  while (!step.done) step = procedure.next(await solveMip(step.value, options));
  return step.value;
}
