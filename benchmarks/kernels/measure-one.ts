/** A thread that measures one kernel. */
import { parentPort, workerData } from 'node:worker_threads';
import { Bench } from 'tinybench';
import type { KernelTask, KernelTimes } from './kernel.ts';
import { kernelsOf } from './kernels-of.ts';

/** At least this many samples of even the slowest kernel. */
const SAMPLES = { iterations: 12, time: 600, warmupIterations: 2, warmupTime: 200 };

const { settled, name } = workerData as KernelTask;
const kernel = kernelsOf(settled).find((one) => one.name === name);
if (!kernel) throw new Error(`there is no kernel ${name}`);
const bench = new Bench(SAMPLES);
bench.add(name, kernel.run, { async: false });
const [task] = await bench.run();
const result = task?.result;
if (result?.state !== 'completed') throw new Error(`${name} did not complete`);
const { p50, p75, samplesCount } = result.latency;
parentPort?.postMessage({ p50, p75, samples: samplesCount } satisfies KernelTimes);
