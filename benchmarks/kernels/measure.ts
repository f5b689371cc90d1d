/**
 * Measures the kernels of the tree it lies in; `npm run bench:kernels` runs the one of HEAD's tree. Each kernel has a thread of its own: code
 * that was compiled for the states of another one would be slower.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { optionsOf } from '../arguments.ts';
import { loadBefore, machine, today } from '../machine.ts';
import { appendRow, type KernelRow } from '../rows.ts';
import { say } from '../say.ts';
import { kernelsOf } from './kernels-of.ts';
import type { KernelTask, KernelTimes } from './kernel.ts';
import { settledWeek } from './settled-week.ts';

const values = optionsOf('bench:kernels', {
  commit: { type: 'string', default: '' },
  rows: { type: 'string', default: '' },
  school: { type: 'string', default: 'yangcheng-no1' },
  kernels: { type: 'string', default: '' },
});

const settled = await settledWeek(values.school);
const { hard, soft } = settled.timetable.score;
say(`${values.school} after one descent of one island: hard ${hard}, soft ${soft}`);

async function timesOf(task: KernelTask): Promise<KernelTimes | null> {
  // Node does not ask tsx for a thread's own file, but for what that imports.
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const file = JSON.stringify(new URL('./measure-one.ts', import.meta.url).href);
  const thread = new Worker(`import(${tsx}).then(({ register }) => (register(), import(${file})))`, {
    eval: true,
    workerData: task,
  });
  const [times] = await once(thread, 'message');
  await thread.terminate();
  return times as KernelTimes | null;
}

for (const { name } of kernelsOf(settled)) {
  if (!name.includes(values.kernels)) continue;
  const load = loadBefore();
  const times = await timesOf({ settled, name });
  if (!times) continue;
  const { batch, p50, p75, samples } = times;
  const perSecond = (milliseconds: number): number => Number(((1000 * batch) / milliseconds).toPrecision(4));
  const row: KernelRow = {
    kernel: name,
    instance: values.school,
    commit: values.commit,
    date: today(),
    batch,
    samples,
    median: perSecond(p50),
    p75: perSecond(p75),
    loadBefore: load,
    machine: machine(),
  };
  if (values.rows !== '') appendRow(values.rows, row);
  say(`${row.kernel} · ${row.median}/s · p75 ${row.p75}/s · ${row.samples} samples · load ${load}`);
}
