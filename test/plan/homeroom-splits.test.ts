/** How many homerooms must be split so that their takers of a course fit into the sections there are. */
import { assert, constant, integer, nat, property, tuple, array } from 'fast-check';
import { expect, it } from 'vitest';
import { leastHomeroomSplits } from '../../solver/bounds/homeroom-splits.ts';

/** By going through all ways to put homerooms into groups, each with as many sections as it needs; Infinity: the seats do not suffice. */
function fewestSplits(takers: readonly number[], cap: number, sections: number): number {
  let fewest = Infinity;
  const sums: number[] = [];
  const put = (at: number): void => {
    if (at === takers.length) {
      const needs = sums.map((sum) => Math.ceil(sum / cap));
      const needed = needs.reduce((total, m) => total + m, 0);
      if (needed <= sections) fewest = Math.min(fewest, needed - sums.length);
      return;
    }
    const n = takers[at] ?? 0;
    for (let group = 0; group < sums.length; group++) {
      sums[group] = (sums[group] ?? 0) + n;
      put(at + 1);
      sums[group] = (sums[group] ?? 0) - n;
    }
    sums.push(n);
    put(at + 1);
    sums.pop();
  };
  put(0);
  return fewest;
}

it('three homerooms of 30 in two sections of 45: one of them is split', () => {
  expect(leastHomeroomSplits([30, 30, 30], 45, 2)).toBe(1);
});

it('homerooms that fit into the sections whole need no split', () => {
  expect(leastHomeroomSplits([40, 25, 20, 10, 5], 50, 2)).toBe(0);
});

it('twenty homerooms of 26 to 39 in fourteen sections of 50: no two fit into one, so that six at least are split', () => {
  const takers = [39, 38, 38, 37, 36, 36, 35, 35, 35, 35, 34, 34, 34, 33, 33, 32, 31, 30, 29, 26];
  expect(leastHomeroomSplits(takers, 50, 14)).toBeGreaterThanOrEqual(6);
});

it('a homeroom larger than a section counts once for each section more that it needs', () => {
  expect(leastHomeroomSplits([100, 20], 50, 3)).toBe(1);
});

it('never says more than every way of grouping homerooms needs, and mostly as much', () => {
  let exact = 0;
  let cases = 0;
  const school = tuple(array(integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 7 }), constant(50), nat(2)).map(
    ([takers, cap, more]) => ({ takers, cap, sections: Math.ceil(takers.reduce((a, b) => a + b, 0) / cap) + more }),
  );
  assert(
    property(school, ({ takers, cap, sections }) => {
      const fewest = fewestSplits(takers, cap, sections);
      const shown = leastHomeroomSplits(takers, cap, sections);
      cases++;
      if (shown === fewest) exact++;
      return shown <= fewest;
    }),
    { numRuns: 400, seed: 1 },
  );
  expect(exact / cases).toBeGreaterThan(0.8);
});
