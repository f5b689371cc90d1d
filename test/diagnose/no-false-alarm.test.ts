/** A school that has a complete week is never called impossible. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateAtSize } from '../../src/generate/at-size.ts';
import { generateSchool } from '../../src/generate/generate.ts';
import { certificatesOf } from '../../src/api/diagnose.ts';
import { readSchoolToDiagnose } from '../../src/school/read.ts';
import { plantImpossibility, plantNames } from '../../src/generate/plants/index.ts';
import { readSettings } from '../../src/generate/read-settings.ts';
import { findImpossible } from '../../src/diagnose/index.ts';
import { randomSchool } from '../support/random-school.ts';
import { plannedWeek, search } from '../support/week-of.ts';

const SAMPLES = [
  'form-classes',
  'full-week',
  'metro-33',
  'rules-heavy',
  'sections-given',
  'small-class',
  'two-weeks',
  'xicheng',
  'yangcheng-no1',
  'yangcheng-no2',
];

function settingsOf(name: string) {
  const bytes = readFileSync(new URL(`../../datasets/settings/${name}.json`, import.meta.url));
  const { settings } = readSettings(bytes);
  if (!settings) throw new Error(`no settings ${name}`);
  return settings;
}

describe('a school with a hidden week', () => {
  it('is never called impossible: 200 small ones', () => {
    const settings = settingsOf('tiny');
    for (let seed = 1; seed <= 200; seed++) {
      const { school } = generateSchool({ ...settings, seed });
      expect(findImpossible(school), `seed ${seed}`).toEqual([]);
    }
  });

  it.each(SAMPLES)('is never called impossible: the sample %s', (name) => {
    const text = readFileSync(new URL(`../../datasets/${name}.school.json`, import.meta.url), 'utf8');
    expect(findImpossible(JSON.parse(text))).toEqual([]);
  });
});

describe.each(SAMPLES)('schools like %s, smaller, with must rules and a hidden week', (name) => {
  it.each([101, 102])('are never called impossible: seed %i', (seed) => {
    const { school } = generateAtSize({ ...settingsOf(name), seed }, 160);
    expect((school.rules ?? []).some(({ strength }) => strength === 'must')).toBe(true);
    expect(findImpossible(school)).toEqual([]);
  });
});

describe('schools with an impossibility planted', () => {
  it.each([11, 12, 13, 14, 15])('have certificates that the recount bears out: seed %i', (seed) => {
    const { school } = generateSchool({ ...settingsOf('tiny'), seed });
    for (const plant of plantNames()) {
      const certificates = certificatesOf(plantImpossibility(school, plant).school);
      expect(certificates, plant).not.toEqual([]);
      expect(certificates.filter(({ proof }) => proof === 'suspected')).toEqual([]);
    }
  });
});

describe('a school at random', () => {
  it('is not called impossible where a search finds a complete week', () => {
    let complete = 0;
    fc.assert(
      fc.property(randomSchool, fc.nat(1000), (school, seed) => {
        const planned = plannedWeek(school, seed);
        fc.pre(planned !== null);
        const { hard } = search(planned, seed, 3, 2048);
        if (hard > 0 || planned.stage.unserved.length > 0) return;
        complete++;
        expect(findImpossible(school)).toEqual([]);
      }),
      { numRuns: 40, seed: 20_251_124 },
    );
    expect(complete).toBeGreaterThan(5);
  });

  it('gives certificates that the recount bears out to the last sum', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(randomSchool, (school) => {
        fc.pre(readSchoolToDiagnose(JSON.stringify(school)).school !== null);
        const certificates = certificatesOf(school);
        for (const { kind } of certificates) kinds.add(kind);
        expect(certificates.filter(({ proof }) => proof === 'suspected')).toEqual([]);
      }),
      { numRuns: 400, seed: 20_251_124 },
    );
    expect(kinds.size).toBeGreaterThan(2);
  });
});
