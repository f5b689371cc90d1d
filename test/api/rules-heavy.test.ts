/** A school with the rules that an office states, half of them must: the search closes its week, and the judge agrees. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { solve } from '../../src/api/index.ts';
import type { School } from '../../src/school/types.ts';

const bytes = readFileSync(new URL('../../datasets/rules-heavy.school.json', import.meta.url));
const school = JSON.parse(bytes.toString('utf8')) as School;

describe('rules-heavy', () => {
  it('states at least 40 rules of 30 types, nearly half of them must', () => {
    const rules = (school.rules ?? []).filter(({ note }) => note !== undefined);
    const must = rules.filter(({ strength }) => strength === 'must');
    expect(rules.length).toBeGreaterThanOrEqual(40);
    expect(new Set(rules.map(({ type }) => type)).size).toBeGreaterThanOrEqual(30);
    expect(2 * must.length).toBeGreaterThanOrEqual(rules.length);
  });

  it('is solved, complete', async () => {
    const week = await solve(school, bytes, {
      seed: 1,
      islands: 2,
      threads: 2,
      target: { kind: 'complete' },
      reproduce: '',
    });
    expect(week.status).toBe('complete');
    const held = week.score.rules.filter(({ strength, rule }) => strength === 'must' && /^r\d/.test(rule));
    expect(held.length).toBeGreaterThanOrEqual(25);
    expect(held.every(({ deviation }) => deviation === 0)).toBe(true);
    // A solved week is a recounted one: where the judge disagrees, solve throws.
    expect(week.score.hard).toBe(0);
  }, 300_000);
});
