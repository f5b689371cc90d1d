/** Measures the kernels of the tree it lies in; `npm run bench:kernels` runs the one of HEAD's tree. */
import { Bench } from 'tinybench';
import { searchKernels } from './search-kernels.ts';
import { settledWeek } from './settled-week.ts';
import { wholeKernels } from './whole-kernels.ts';
import { optionsOf } from '../arguments.ts';
import { loadBefore, machine, today } from '../machine.ts';
import { appendRow, type KernelRow } from '../rows.ts';
import { say } from '../say.ts';

const values = optionsOf('bench:kernels', {
  commit: { type: 'string', default: '' },
  rows: { type: 'string', default: '' },
  school: { type: 'string', default: 'yangcheng-no1' },
  kernels: { type: 'string', default: '' },
});

/** At least this many samples of even the slowest kernel. */
const SAMPLES = { iterations: 12, time: 600, warmupIterations: 2, warmupTime: 200 };

const settled = await settledWeek(values.school);
const { hard, soft } = settled.timetable.score;
say(`${values.school} after one descent of one island: hard ${hard}, soft ${soft}`);

for (const kernel of [...searchKernels(settled), ...wholeKernels(settled)]) {
  if (!kernel.name.includes(values.kernels)) continue;
  const load = loadBefore();
  const bench = new Bench(SAMPLES);
  bench.add(kernel.name, kernel.run, { async: false });
  const [task] = await bench.run();
  const result = task?.result;
  if (result?.state !== 'completed') throw new Error(`${kernel.name} did not complete`);
  const perSecond = (milliseconds: number): number => Number(((1000 * kernel.batch) / milliseconds).toPrecision(4));
  const { latency } = result;
  const row: KernelRow = {
    kernel: kernel.name,
    instance: values.school,
    commit: values.commit,
    date: today(),
    batch: kernel.batch,
    samples: latency.samplesCount,
    median: perSecond(latency.p50),
    p75: perSecond(latency.p75),
    loadBefore: load,
    machine: machine(),
  };
  if (values.rows !== '') appendRow(values.rows, row);
  say(`${row.kernel} · ${row.median}/s · p75 ${row.p75}/s · ${row.samples} samples · load ${load}`);
}
