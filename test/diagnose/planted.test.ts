/** Impossibilities of known cause, planted in a school of 1,000 and in one of 3,000: each found, proved, minimal and named. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certificatesOf } from '../../src/api/diagnose.ts';
import { plantImpossibility, plantNames } from '../../src/generate/plants/index.ts';
import { spareFacts } from '../../src/judge/certificates/spare-facts.ts';
import { readSchoolToDiagnose } from '../../src/school/read.ts';
import type { School } from '../../src/school/types.ts';

const sample = (name: string): School =>
  JSON.parse(readFileSync(new URL(`../../datasets/${name}.school.json`, import.meta.url), 'utf8')) as School;

describe.each(['tiny', 'small-class', 'yangcheng-no1'])('in %s', (name) => {
  const school = sample(name);

  it('nothing is impossible as it stands', () => {
    expect(certificatesOf(school)).toEqual([]);
  });

  it.each(plantNames())('%s is found, proved and named, by facts of which none can be spared', (plant) => {
    const planted = plantImpossibility(school, plant);
    expect(readSchoolToDiagnose(JSON.stringify(planted.school)).school).not.toBeNull();
    const certificates = certificatesOf(planted.school);
    expect(certificates.filter(({ proof }) => proof === 'suspected')).toEqual([]);
    const named = certificates.find(
      ({ kind, facts }) => kind === planted.certificate && planted.facts.every((fact) => facts.includes(fact)),
    );
    expect(named, JSON.stringify(certificates).slice(0, 1000)).toBeDefined();
    for (const certificate of certificates) {
      expect(spareFacts(planted.school, certificate), certificate.text.en).toEqual([]);
      expect(certificate.text.zh).toMatch(/\p{Script=Han}/u);
      expect(certificate.text.en).not.toMatch(/undefined|NaN/);
      expect(certificate.text.zh).not.toMatch(/undefined|NaN/);
    }
  });
});
