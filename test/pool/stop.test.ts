/** A run that is stopped has an answer: the best so far, judged, and a command that leads to the same week again. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import type { ProgressEvent } from '../../src/api/types.ts';
import { sample } from '../generate/samples.ts';
import { solved, tiny, twoHomeroomsEach } from './schools.ts';

describe('an interrupt', () => {
  it('in the search leaves the best of the epochs that are done', async () => {
    const school = twoHomeroomsEach();
    const stop = new AbortController();
    const seen: ProgressEvent[] = [];
    const week = await solved(school, {
      epochs: 1000,
      threads: 2,
      interrupt: stop.signal,
      onProgress: (event) => {
        seen.push(event);
        if (event.stage === 'search' && event.epoch === 2) stop.abort();
      },
    });
    expect(week.run.observed.stopReason).toBe('interrupted');
    expect(week.run.epochs).toBe(2);
    const last = seen.findLast(({ stage }) => stage === 'search');
    expect([week.score.hard, week.score.soft]).toEqual([last?.hard, last?.soft]);
    const { hard, soft } = judge(school, week);
    expect([hard, soft]).toEqual([week.score.hard, week.score.soft]);
    expect(week.run.reproduce).toBe('zouban solve - --epochs 2');
    const again = await solved(school, { epochs: week.run.epochs, threads: 1, reproduce: week.run.reproduce });
    expect(week.run.skipped).toEqual([]);
    expect(again.run.digest).toBe(week.run.digest);
  });

  it('before anything is planned leaves the greedy plan, with a week, and says what was skipped', async () => {
    const school = twoHomeroomsEach();
    const stop = new AbortController();
    stop.abort();
    const week = await solved(school, { interrupt: stop.signal });
    expect(week.run.observed.stopReason).toBe('interrupted');
    expect(week.run.epochs).toBe(0);
    expect(week.run.skipped.length).toBeGreaterThan(0);
    expect(week.sections.length).toBeGreaterThan(30);
    expect(week.lessons.length).toBeGreaterThan(100);
    expect(judge(school, week).disagreements).toEqual([]);
  });

  it('while it plans leaves a judged week too', async () => {
    const school = twoHomeroomsEach();
    const stop = new AbortController();
    const run = solved(school, { interrupt: stop.signal, threads: 2 });
    setTimeout(() => stop.abort(), 300);
    const week = await run;
    expect(week.run.observed.stopReason).toBe('interrupted');
    expect(judge(school, week).disagreements).toEqual([]);
  });
});

describe('a deadline', () => {
  it('ends the run between epochs, and the epochs it left give the same week again', async () => {
    const school = twoHomeroomsEach();
    // Time to plan, but not for all that many islands would do; how many epochs that is, is the machine's affair.
    const week = await solved(school, { timeSeconds: 2.5, epochs: 1_000_000, islands: 16, threads: 2 });
    expect(week.run.observed.stopReason).toBe('deadline');
    expect(week.run.reproduce).toBe(`zouban solve - --epochs ${week.run.epochs}`);
    expect(judge(school, week).disagreements).toEqual([]);
    // A plan that the clock has cut is another plan.
    if (week.run.skipped.length > 0) return;
    const { epochs, reproduce } = week.run;
    const again = await solved(school, { epochs, reproduce, islands: 16, threads: 2 });
    expect(again.run.digest).toBe(week.run.digest);
  });

  it('of no time at all still gives a judged week', async () => {
    const week = await solved(tiny(), { timeSeconds: 0.001 });
    expect(week.run.observed.stopReason).toBe('deadline');
    expect(week.lessons.length).toBeGreaterThan(0);
    expect(judge(tiny(), week).disagreements).toEqual([]);
  });
});

describe('the county school', () => {
  it('is planned without a job that the clock would have ended', async () => {
    const { school } = sample('yangcheng-no1');
    const week = await solved(school, { epochs: 2, threads: 2, islands: 2 });
    expect(week.run.skipped).toEqual([]);
    expect(week.run.epochs).toBe(2);
    expect(week.unserved).toEqual([]);
    expect(week.unplaced).toEqual([]);
  });
});

describe('a school in which nobody takes anything yet', () => {
  it('has its week, which is empty', async () => {
    const school = tiny();
    const week = await solved({ ...school, courses: [], sections: [], locks: [], rules: [] }, {});
    expect([week.status, week.lessons.length, week.run.epochs]).toEqual(['complete', 0, 0]);
  });
});
