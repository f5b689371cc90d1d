import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSplitCourses } from '../../solver/bounds/courses-apart.ts';

/** All ways to split: the fewest courses without which no set of courses that meet two and two is longer than the free slots. */
function byTryingAll(periods: readonly number[], meet: readonly number[], free: number): number {
  const sets = Array.from({ length: 1 << periods.length }, (_, set) => set);
  const members = (set: number): number[] => [...periods.keys()].filter((c) => set & (1 << c));
  const tooLong = sets.filter((set) => {
    const own = members(set);
    const apart = own.every((c) => (set & ~(1 << c) & ~(meet[c] ?? 0)) === 0);
    return apart && own.reduce((sum, c) => sum + (periods[c] ?? 0), 0) > free;
  });
  const enough = sets.filter((split) => tooLong.every((set) => (set & split) !== 0));
  return Math.min(...enough.map((split) => members(split).length));
}

describe('how many courses of a homeroom must have a second section', () => {
  it('is what trying all ways gives', () => {
    const grade = fc.integer({ min: 1, max: 8 }).chain((n) =>
      fc.record({
        periods: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: n, maxLength: n }),
        pairs: fc.array(fc.boolean(), { minLength: n * n, maxLength: n * n }),
        free: fc.integer({ min: 6, max: 24 }),
      }),
    );
    fc.assert(
      fc.property(grade, ({ periods, pairs, free }) => {
        const n = periods.length;
        const meets = (a: number, b: number): boolean =>
          a !== b && (pairs[Math.min(a, b) * n + Math.max(a, b)] ?? false);
        const meet = periods.map((_, a) => periods.reduce((mask, _p, b) => (meets(a, b) ? mask | (1 << b) : mask), 0));
        expect(leastSplitCourses(periods, meet, free)).toBe(byTryingAll(periods, meet, free));
      }),
      { numRuns: 500, seed: 30 },
    );
  });

  it('of seven subjects that are all chosen together, at four periods each and two for those who do not, three in twenty-two slots', () => {
    // 选考 0–6, 学考 7–13: nobody has both of one subject.
    const periods = [...new Array<number>(7).fill(4), ...new Array<number>(7).fill(2)];
    const meet = periods.map((_, a) => periods.reduce((mask, _p, b) => (a % 7 === b % 7 ? mask : mask | (1 << b)), 0));
    expect(leastSplitCourses(periods, meet, 28)).toBe(0);
    expect(leastSplitCourses(periods, meet, 26)).toBe(1);
    expect(leastSplitCourses(periods, meet, 22)).toBe(3);
  });

  it('says nothing too high of more courses than it looks at', () => {
    const periods = new Array<number>(40).fill(1);
    const meet = periods.map((_, a) => (a < 31 ? 0x7fffffff & ~(1 << a) : 0));
    expect(leastSplitCourses(periods, meet, 10)).toBe(20);
  });
});
