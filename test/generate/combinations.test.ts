import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../src/generate/apportion.ts';
import { firstChoices } from '../../src/generate/combinations.ts';

describe('shares', () => {
  it('become whole numbers that add up and are off by less than one', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 5000 }), (list, total) => {
        const sum = list.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const shares = apportion(list, total);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        shares.forEach((n, i) => expect(Math.abs(n - ((list[i] ?? 0) * total) / sum)).toBeLessThan(1));
      }),
    );
  });

  it('give every homeroom one first choice: 68 : 32 of 20 homerooms is 14 and 6', () => {
    const shares = { 物化生: 38, 物化地: 30, 史政地: 20, 史政生: 12 };
    const [physics, history] = firstChoices(shares, 20, 50);
    expect(physics?.homerooms).toBe(14);
    expect(history?.homerooms).toBe(6);
    expect(physics?.combinations).toEqual([
      { combination: '物化生', students: 391 },
      { combination: '物化地', students: 309 },
    ]);
    expect(history?.combinations.map(({ students }) => students)).toEqual([188, 112]);
  });
});
