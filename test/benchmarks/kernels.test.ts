import { beforeAll, describe, expect, it } from 'vitest';
import { kernelsOf } from '../../benchmarks/kernels/kernels-of.ts';
import { settledWeek, type SettledWeek } from '../../benchmarks/kernels/settled-week.ts';

describe('the settled week that kernels are measured on', () => {
  let settled: SettledWeek;
  beforeAll(async () => {
    settled = await settledWeek('tiny');
  }, 60_000);

  it('reaches the thread that measures as it is', () => {
    expect(structuredClone(settled)).toEqual(settled);
  });

  it('gives every kernel a sample that runs, or nothing to do', () => {
    const samples = kernelsOf(structuredClone(settled)).map((kernel) => kernel.ready());
    for (const sample of samples) sample?.run();
    expect(samples.filter((sample) => sample !== null && sample.batch > 0).length).toBeGreaterThan(5);
  });
});
