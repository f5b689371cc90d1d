/** The only place of piscina: a pool of worker threads that answers tasks, and tries a task again when its thread dies. */
import { Piscina } from 'piscina';
import type { WorkerAnswers, WorkerTask } from './protocol.ts';

export interface Pool {
  threads: number;
  run<Kind extends WorkerTask['kind']>(task: Extract<WorkerTask, { kind: Kind }>): Promise<WorkerAnswers[Kind]>;
  /** ends one of the threads, whatever it does: what a lack of memory does to it */
  killThread(number: number): Promise<void>;
  close(): Promise<void>;
}

/** A thread may die (out of memory, killed); its task is run again with the same bytes, at most this often. */
const TRIES = 3;

const fromSource = import.meta.url.endsWith('.ts');

/**
 * piscina loads a thread's module by `require` where Node can, and Node ends the whole process where the thread is ended meanwhile: a school
 * that is proved impossible at once, a Ctrl-C. With `import` it does not.
 */
const NO_REQUIRE = '--no-experimental-require-module';
const byImport = process.allowedNodeEnvironmentFlags.has(NO_REQUIRE) ? [NO_REQUIRE] : [];

export function openPool(threads: number): Pool {
  const piscina = new Piscina({
    filename: new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url).href,
    execArgv: fromSource ? [...byImport, '--import', import.meta.resolve('tsx')] : byImport,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    recordTiming: false,
  });
  // Every failed task rejects its own promise too; without a listener the pool's echo of it would end the process.
  piscina.on('error', () => {});
  const attempt = async (task: WorkerTask, left: number): Promise<unknown> => {
    try {
      return await piscina.run(task);
    } catch (error) {
      if (left <= 1) throw error;
      return attempt(task, left - 1);
    }
  };
  return {
    threads,
    run: (task) => attempt(task, TRIES) as Promise<never>,
    killThread: async (number) => void (await piscina.threads[number]?.terminate()),
    close: () => piscina.destroy(),
  };
}
