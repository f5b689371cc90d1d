/** A section plan that wants more teachers at once than loads allow is made again, with fewer sections at once, until what lacks can be left to the search. */
import { expect, it } from 'vitest';
import { generate } from '../../src/api/generate.ts';
import { planStage } from '../../src/api/stages.ts';
import { lackingWorkload } from '../../src/compile/scarce-courses.ts';
import { startClock } from '../../src/pool/clock.ts';
import { skipsOf } from '../../src/pool/plan-jobs.ts';
import { openPool } from '../../src/pool/pool.ts';
import { readSchool } from '../../src/school/read.ts';
import { makeSchoolModel } from '../../src/school/model.ts';

it('1100 students: sections lay in one line whose teachers could have taken two of them', async () => {
  const { school } = readSchool(generate('yangcheng-no1', 3, 1100).document ?? '');
  if (!school) throw new Error('the reader refuses the school');
  const model = makeSchoolModel(school);
  const clock = startClock(undefined, undefined);
  const pool = openPool(1);
  try {
    const stage = await planStage(model, pool, clock, 1, skipsOf());
    expect(stage.unserved).toEqual([]);
    expect(lackingWorkload(model, stage)).toBeLessThanOrEqual(4);
  } finally {
    clock.stop();
    await pool.close();
  }
});
