/** The result depends on the school, the seed, the islands and the epochs: never on the threads, and never on one that dies. */
import { describe, expect, it } from 'vitest';
import { makeBundle, shareMemory, type Solution } from '../../solver/index.ts';
import { startClock } from '../../src/pool/clock.ts';
import { runIslands, type IslandsResult } from '../../src/pool/islands.ts';
import { openPool, type Pool } from '../../src/pool/pool.ts';
import { plannedWeek } from '../support/week-of.ts';
import { bytesOf, solved, tiny, twoHomeroomsEach } from './schools.ts';

describe('a school of 24 students', () => {
  it('has the same week with one, two and three threads, and in every run', async () => {
    const one = await solved(tiny(), { threads: 1 });
    const two = await solved(tiny(), { threads: 2 });
    const three = await solved(tiny(), { threads: 3 });
    const again = await solved(tiny(), { threads: 2 });
    expect(one.status).toBe('complete');
    expect([two, three, again].map(({ run }) => run.digest)).toEqual(Array(3).fill(one.run.digest));
    expect([two, three, again].map(bytesOf)).toEqual(Array(3).fill(bytesOf(one)));
    expect(one.run.skipped).toEqual([]);
  });

  it('has another week with another seed, unless both are proved best', async () => {
    const first = await solved(tiny(), { seed: 1 });
    const second = await solved(tiny(), { seed: 2 });
    const best = [first, second].every(({ run }) => run.observed.stopReason === 'bound');
    expect(best || first.run.digest !== second.run.digest).toBe(true);
    expect(JSON.stringify(first.lessons)).not.toBe(JSON.stringify(second.lessons));
  });
});

interface Run {
  pool: Pool;
  result: IslandsResult;
}

/** Islands of the larger school on a pool; `during` is told of the pool and of every epoch that is done. */
async function islands(threads: number, seed: number, during: (pool: Pool, epoch: number) => void): Promise<Run> {
  const planned = plannedWeek(twoHomeroomsEach());
  if (planned === null) throw new Error('the reader refuses the school');
  const { week, stage } = planned;
  const bundle = shareMemory(makeBundle('test', week.problem, week.lineOf, week.givenLineOf));
  const clock = startClock(undefined, undefined);
  const pool = openPool(threads);
  try {
    const run = runIslands(pool, bundle, { roleTeacher: stage.roleTeacher, lessonSlot: null }, clock, {
      seed,
      islands: 3,
      epochs: 3,
      assertLevel: 'best',
      enough: () => null,
      onEpoch: (epoch) => during(pool, epoch),
    });
    during(pool, 0);
    return { pool, result: await run };
  } finally {
    clock.stop();
    await pool.close();
  }
}

const positions = ({ lessonSlot, roleTeacher, demandRoom }: Solution): number[][] =>
  [lessonSlot, roleTeacher, demandRoom].map((list) => [...list]);

const nothing = (): void => {};

describe('a school of some hundred students', () => {
  it('has the same week on one, two and three threads, and another with another seed', async () => {
    const one = (await islands(1, 1, nothing)).result;
    const two = (await islands(2, 1, nothing)).result;
    const three = (await islands(3, 1, nothing)).result;
    expect(one.epochs).toBe(3);
    expect([two.hard, two.soft, three.hard, three.soft]).toEqual([one.hard, one.soft, one.hard, one.soft]);
    expect(positions(two.solution)).toEqual(positions(one.solution));
    expect(positions(three.solution)).toEqual(positions(one.solution));
    expect(two.uses).toEqual(one.uses);
    const other = (await islands(2, 2, nothing)).result;
    expect(positions(other.solution)).not.toEqual(positions(one.solution));
  });

  it('has the same week when threads die in the middle of epochs', async () => {
    const whole = (await islands(2, 1, nothing)).result;
    const killed: Promise<void>[] = [];
    const broken = (
      await islands(2, 1, (pool, epoch) => {
        // While the threads start, while they work on the second epoch, and both at once in the third.
        if (epoch === 0) setTimeout(() => void killed.push(pool.killThread(0)), 900);
        if (epoch === 1) setTimeout(() => void killed.push(pool.killThread(1)), 20);
        if (epoch === 2) setTimeout(() => void killed.push(pool.killThread(0), pool.killThread(1)), 10);
      })
    ).result;
    await Promise.all(killed);
    expect(killed.length).toBeGreaterThan(1);
    expect(broken.epochs).toBe(3);
    expect(positions(broken.solution)).toEqual(positions(whole.solution));
    expect(broken.uses).toEqual(whole.uses);
  });
});
