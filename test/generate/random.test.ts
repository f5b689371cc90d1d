import { describe, expect, it } from 'vitest';
import { below, makeRandom, nextUint32, shuffled } from '../../src/generate/random.ts';

describe('the random generator', () => {
  it('is xoshiro128**: what the C code of its authors gives for the state 1, 2, 3, 4', () => {
    const random = { state: Uint32Array.of(1, 2, 3, 4) };
    const numbers = Array.from({ length: 6 }, () => nextUint32(random));
    expect(numbers).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  it('gives the same numbers for the same seed and stream, others for another', () => {
    const first = (seed: number, stream: string): number => nextUint32(makeRandom(seed, stream));
    expect(first(1, 'rooms')).toBe(first(1, 'rooms'));
    expect(first(1, 'rooms')).not.toBe(first(2, 'rooms'));
    expect(first(1, 'rooms')).not.toBe(first(1, 'names'));
  });

  it('draws every number below n, and shuffles without losing anything', () => {
    const random = makeRandom(7, 'test');
    expect(new Set(Array.from({ length: 200 }, () => below(random, 6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    const list = Array.from({ length: 50 }, (_, i) => i);
    const mixed = shuffled(random, list);
    expect(mixed).not.toEqual(list);
    expect([...mixed].sort((a, b) => a - b)).toEqual(list);
  });
});
