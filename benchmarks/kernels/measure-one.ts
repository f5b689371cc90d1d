/** A thread that measures one kernel. */
import { parentPort, workerData } from 'node:worker_threads';
import { Bench } from 'tinybench';
import type { KernelTask, KernelTimes } from './kernel.ts';
import { kernelsOf } from './kernels-of.ts';

/** At least this many samples of even the slowest kernel. */
const SAMPLES = { iterations: 12, time: 600, warmupIterations: 2, warmupTime: 200 };

const { settled, name } = workerData as KernelTask;

async function times(): Promise<KernelTimes | null> {
  const sample = kernelsOf(settled)
    .find((one) => one.name === name)
    ?.ready();
  if (!sample) return null;
  const bench = new Bench(SAMPLES);
  bench.add(name, sample.run, { async: false });
  const [task] = await bench.run();
  const result = task?.result;
  if (result?.state !== 'completed') throw new Error(`${name} did not complete`);
  const { p50, p75, samplesCount } = result.latency;
  return { batch: sample.batch, p50, p75, samples: samplesCount };
}

parentPort?.postMessage(await times());
