import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writeSchool } from '../../src/generate/write-school.ts';
import { judge } from '../../src/judge/judge.ts';
import { readSchool } from '../../src/school/read.ts';
import { checkWeek } from './check-week.ts';
import { manifest, readDataset, sample, settingsOf } from './samples.ts';

describe.each(manifest())('$file', ({ file, settings, seed, sha256 }) => {
  const name = file.replace('.school.json', '');

  it('is what its settings and seed make', () => {
    expect(settingsOf(name).seed).toBe(seed);
    expect(settings).toBe(`settings/${name}.json`);
    expect(createHash('sha256').update(readDataset(file), 'utf8').digest('hex')).toBe(sha256);
    expect(writeSchool(sample(name).school) === readDataset(file)).toBe(true);
  });

  it('is read without a fault', () => {
    expect(readSchool(readDataset(file)).faults).toEqual([]);
  });

  it('has a week that holds: by a plain recount and by the judge', () => {
    const { school, hidden } = sample(name);
    // The rules of the settings are stated afterwards: the hidden week does not know them.
    const stated = new Set(settingsOf(name).rules?.map(({ id }) => id));
    const plain = { ...school, rules: (school.rules ?? []).filter(({ id }) => !stated.has(id)) };
    expect(checkWeek(plain, hidden)).toEqual([]);
    const judgement = judge(plain, hidden);
    expect(judgement.findings.filter((finding) => finding.strength === 'must')).toEqual([]);
    expect(judgement.hard).toBe(0);
  });
});
