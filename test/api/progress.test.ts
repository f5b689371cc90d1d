/** Who watches a run learns when it will end. */
import { expect, it } from 'vitest';
import { progressEvent } from '../../src/api/progress.ts';

const closed = { stage: 'search', epoch: 6, hard: 0, soft: 30, bound: 20, movesPerSecond: 1_000_000 } as const;

it('ends after the epochs that are left at the pace so far, or when the clock strikes', () => {
  const course = { epochs: 24, epochsToClose: 96, elapsedSeconds: 5, search: { seconds: 3, epochs: 6 } };
  expect(progressEvent(closed, course)).toMatchObject({ epochs: 24, gap: 0.5, expectedEndSeconds: 14 });
  expect(progressEvent(closed, { ...course, timeSeconds: 10 }).expectedEndSeconds).toBe(10);
});

it('goes on for more epochs while something hard is broken, and then has no gap', () => {
  const open = { ...closed, epoch: 24, hard: 1 };
  const course = { epochs: 24, epochsToClose: 96, elapsedSeconds: 14, search: { seconds: 12, epochs: 24 } };
  expect(progressEvent(open, course)).toMatchObject({ epochs: 96, gap: null, expectedEndSeconds: 50 });
});

it('of a run that only plans is not known, unless a clock runs', () => {
  const plans = { ...closed, stage: 'plan', epoch: 0 } as const;
  const course = { epochs: 24, epochsToClose: 96, elapsedSeconds: 1 };
  expect(progressEvent(plans, course)).toMatchObject({ gap: null, expectedEndSeconds: null });
  expect(progressEvent(plans, { ...course, timeSeconds: 60 }).expectedEndSeconds).toBe(60);
});
