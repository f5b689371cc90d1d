/** Repairs of planted impossibilities: each lifts the cause, is priced, and is told only after a complete week was found with it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certificatesOf } from '../../src/api/diagnose.ts';
import { repairs, solve } from '../../src/api/index.ts';
import { applyChange, plansFromWeek, repairPlans, type Hindrance } from '../../src/diagnose/index.ts';
import { plantImpossibility, plantNames } from '../../src/generate/plants/index.ts';
import { readSchool } from '../../src/school/read.ts';
import type { School } from '../../src/school/types.ts';

const sample = (name: string): School =>
  JSON.parse(readFileSync(new URL(`../../datasets/${name}.school.json`, import.meta.url), 'utf8')) as School;

const isUsable = (school: School): boolean => readSchool(JSON.stringify(school)).school !== null;

const options = { seed: 1, threads: 1, epochs: 24, most: 1, tries: 6 };

describe('the repairs of a planted impossibility', () => {
  const tiny = sample('tiny');

  it.each(plantNames())('%s: the first one cures it', async (plant) => {
    const { school } = plantImpossibility(tiny, plant);
    const found = await repairs(school, options);
    expect(found.repairs).toHaveLength(1);
    const [repair] = found.repairs;
    expect(repair?.price).toBeGreaterThan(0);
    expect(repair?.text.zh).toMatch(/\p{Script=Han}/u);
    const repaired = readSchool(found.schools[0] ?? '');
    expect(repaired.faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
    if (!repaired.school) return;
    expect(certificatesOf(repaired.school)).toEqual([]);
    const bytes = new TextEncoder().encode(found.schools[0]);
    const run = { seed: 1, islands: 2, threads: 1, epochs: 24, target: { kind: 'complete' as const }, reproduce: '' };
    expect((await solve(repaired.school, bytes, run)).status).toBe('complete');
  });
});

describe('plans of changes', () => {
  it('come cheapest first, leave nothing impossible, and hold no change that can be spared', () => {
    const { school } = plantImpossibility(sample('small-class'), 'teacher-periods');
    const plans = repairPlans(school, isUsable);
    expect(plans.length).toBeGreaterThan(1);
    expect(plans.map(({ price }) => price)).toEqual(plans.map(({ price }) => price).toSorted((a, b) => a - b));
    for (const { changes, school: repaired } of plans) {
      expect(certificatesOf(repaired)).toEqual([]);
      for (const change of changes) {
        const rest = changes.filter((it) => it !== change);
        expect(certificatesOf(rest.reduce(applyChange, school))).not.toEqual([]);
      }
    }
  });

  it('are of different kinds where there are some', () => {
    const { school } = plantImpossibility(sample('small-class'), 'lock-without-teacher');
    const kinds = new Set(repairPlans(school, isUsable).map(({ changes }) => changes[0]?.kind));
    expect(kinds.size).toBeGreaterThan(2);
  });

  it('are not made for a school against which nothing is found', () => {
    expect(repairPlans(sample('tiny'), isUsable)).toEqual([]);
  });
});

describe('plans from a week', () => {
  it('raise all loads that are too large at once before each alone', () => {
    const school = sample('tiny');
    const [a = '', b = ''] = school.teachers.map(({ id }) => id);
    const load = (id: string, needed: number): Hindrance => ({ kind: 'load', id, courses: [], needed });
    const { alone } = plansFromWeek(school, [load(a, 1), load(b, 2)], isUsable);
    expect(alone[0]?.changes).toEqual([{ kind: 'load.raise', teachers: [a, b], by: 2 }]);
    expect(plansFromWeek(school, [load(b, 2)], isUsable).alone[0]?.changes).toEqual([
      { kind: 'load.raise', teachers: [b], by: 2 },
    ]);
  });
});
