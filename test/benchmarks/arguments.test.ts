/** What a benchmark says of its options, and what it makes of seeds. */
import { expect, test } from 'vitest';
import { seedsOf, usageOf } from '../../benchmarks/arguments.ts';

test('every option is said with what it is if it is not given, but not what is handed on', () => {
  const usage = usageOf('bench:threads', {
    seeds: { type: 'string', default: '1-5' },
    epochs: { type: 'string' },
    ours: { type: 'boolean', default: false },
    commit: { type: 'string', default: '' },
  });
  expect(usage).toBe('npm run bench:threads -- [--seeds 1-5] [--epochs EPOCHS] [--ours]');
});

test('seeds are numbers and ranges', () => {
  expect(seedsOf('1-3,7')).toEqual([1, 2, 3, 7]);
  expect(() => seedsOf('3-1')).toThrow('3-1 is empty');
  expect(() => seedsOf('all')).toThrow('wanted numbers and ranges');
});
