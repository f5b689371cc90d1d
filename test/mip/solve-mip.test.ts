import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { MipColumn, MipModel, MipRow } from '../../solver/plan/mip-model.ts';
import { recheck } from '../../src/mip/recheck.ts';
import { solveMip } from '../../src/mip/solve-mip.ts';

const LIMITS = { seed: 1, maxNodes: 20_000 };

/** The least cost over every integer point of the box, or null where no point keeps the rows. */
function bruteForce(model: MipModel): number | null {
  let best: number | null = null;
  const point: number[] = [];
  const visit = (index: number): void => {
    const column = model.columns[index];
    if (!column) {
      const checked = recheck(model, point);
      if (checked && (best === null || checked.objective < best)) best = checked.objective;
      return;
    }
    for (let value = column.lower; value <= column.upper; value++) {
      point[index] = value;
      visit(index + 1);
    }
  };
  visit(0);
  return best;
}

const columnOf: fc.Arbitrary<MipColumn> = fc
  .record({
    lower: fc.integer({ min: -2, max: 2 }),
    width: fc.integer({ min: 0, max: 4 }),
    cost: fc.integer({ min: -5, max: 5 }),
  })
  .map(({ lower, width, cost }) => ({ lower, upper: lower + width, cost, integer: true }));

const rowOf = (columns: number): fc.Arbitrary<MipRow> =>
  fc
    .record({
      coefficients: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: columns, maxLength: columns }),
      lower: fc.integer({ min: -8, max: 8 }),
      shape: fc.constantFrom('atLeast', 'atMost', 'exactly', 'between'),
    })
    .map(({ coefficients, lower, shape }) => ({
      columns: coefficients.map((_, k) => k),
      coefficients,
      lower: shape === 'atMost' ? -Infinity : lower,
      upper: shape === 'atLeast' ? Infinity : shape === 'between' ? lower + 3 : lower,
    }));

const smallModel: fc.Arbitrary<MipModel> = fc.integer({ min: 1, max: 4 }).chain((size) =>
  fc.record({
    key: fc.constant('random'),
    columns: fc.array(columnOf, { minLength: size, maxLength: size }),
    rows: fc.array(rowOf(size), { minLength: 0, maxLength: 4 }),
  }),
);

describe('both back ends and brute force agree', () => {
  test.each(['javascript-lp-solver', 'highs', 'auto'] as const)('%s', async (backend) => {
    await fc.assert(
      fc.asyncProperty(smallModel, async (model) => {
        const least = bruteForce(model);
        const answer = await solveMip(model, { ...LIMITS, backend });
        if (backend !== 'javascript-lp-solver') expect(answer.status).toBe(least === null ? 'infeasible' : 'optimal');
        if (answer.status === 'optimal') expect(answer.objective).toBe(least);
        if (answer.status === 'infeasible') expect(least).toBeNull();
        if (answer.values.length > 0) expect(recheck(model, answer.values)).not.toBeNull();
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

/** Items of distinct odd weights into two equal halves of an odd sum: impossible, but the relaxation does not see it. */
function oddHalves(items: number): MipModel {
  const columns = Array.from({ length: items }, () => ({ lower: 0, upper: 1, cost: 0, integer: true }));
  const all = columns.map((_, k) => k);
  return {
    key: 'odd',
    columns,
    rows: [{ columns: all, coefficients: all.map(() => 2), lower: items | 1, upper: items | 1 }],
  };
}

describe('an answer that is not proved is not called so', () => {
  test('a limit on nodes ends javascript-lp-solver, and the clock is given back', async () => {
    const clock = Date.now;
    const answer = await solveMip(oddHalves(20), { seed: 1, maxNodes: 30, backend: 'javascript-lp-solver' });
    expect(answer.status).toBe('unknown');
    expect(Date.now).toBe(clock);
  });

  test('a point that breaks a row by one is refused', () => {
    const model: MipModel = {
      key: 'row',
      columns: [{ lower: 0, upper: 9, cost: 1, integer: true }],
      rows: [{ columns: [0], coefficients: [3], lower: 7, upper: Infinity }],
    };
    expect(recheck(model, [2])).toBeNull();
    expect(recheck(model, [2.5])).toBeNull();
    expect(recheck(model, [10])).toBeNull();
    expect(recheck(model, [3.000001])).toEqual({ values: [3], objective: 3 });
  });

  test('a model without columns', async () => {
    const rows = [{ columns: [], coefficients: [], lower: 1, upper: 1 }];
    expect((await solveMip({ key: 'none', columns: [], rows: [] }, LIMITS)).status).toBe('optimal');
    expect((await solveMip({ key: 'none', columns: [], rows }, LIMITS)).status).toBe('infeasible');
  });

  test('the same seed gives the same values', async () => {
    const model: MipModel = {
      key: 'ties',
      columns: Array.from({ length: 80 }, (_, k) => ({ lower: 0, upper: 5, cost: (k * 7) % 3, integer: true })),
      rows: Array.from({ length: 20 }, (_, r) => ({
        columns: [0, 1, 2, 3, 4, 5, 6, 7].map((k) => (r * 13 + k * 9) % 80),
        coefficients: [1, 2, 3, 1, 2, 3, 1, 2],
        lower: 11,
        upper: Infinity,
      })),
    };
    const first = await solveMip(model, LIMITS);
    const second = await solveMip(model, LIMITS);
    expect(first.status).toBe('optimal');
    expect(second).toEqual(first);
  });
});
