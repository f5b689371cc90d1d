/** Runs inside a worker thread: a thin shell around pure functions. */
import { emptyCache, planSections, planTeachers, runEpoch, startIsland } from '../../solver/index.ts';
import { runProcedure } from '../mip/run-procedure.ts';
import type { WorkerAnswers, WorkerTask } from './protocol.ts';

const cache = emptyCache();

const stoppedBy = (flag: Int32Array) => (): boolean => Atomics.load(flag, 0) !== 0;

async function work(task: WorkerTask): Promise<WorkerAnswers[WorkerTask['kind']]> {
  switch (task.kind) {
    // What the stop flag cuts of a plan is thrown away by whoever sets it.
    case 'plan': {
      const stopped = stoppedBy(task.stopFlag);
      return runProcedure(planSections(task.problem, task.seed, stopped), task.options, stopped);
    }
    case 'staff': {
      const stopped = stoppedBy(task.stopFlag);
      return runProcedure(planTeachers(task.problem, stopped), task.options, stopped);
    }
    case 'start':
      startIsland(task.bundle, task.words, task.start, task.seed, cache);
      return null;
    case 'epoch':
      return runEpoch(task.bundle, task.input, task.output, task.task, cache, stoppedBy(task.stopFlag));
  }
}

// piscina takes a worker file's default export as the task function.
export default work;
