/** Certificates that say anything else than what the school's file bears out are rejected. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certificatesOf, verifyCertificates } from '../../src/api/diagnose.ts';
import { plantImpossibility, plantNames } from '../../src/generate/plants/index.ts';
import { recountCertificates, RECOUNTED_KINDS } from '../../src/judge/certificates/recount.ts';
import type { School } from '../../src/school/types.ts';
import type { Proof } from '../../src/timetable/types.ts';

const school = JSON.parse(readFileSync(new URL('../../datasets/tiny.school.json', import.meta.url), 'utf8')) as School;

function mutants(certificate: Proof): { what: string; mutant: Proof }[] {
  const { facts, sums } = certificate;
  const withFacts = (what: string, changed: string[]) => ({ what, mutant: { ...certificate, facts: changed } });
  return [
    ...Object.keys(sums).flatMap((name) =>
      [-1, 1].map((by) => ({
        what: `${name} ${by}`,
        mutant: { ...certificate, sums: { ...sums, [name]: (sums[name] ?? 0) + by } },
      })),
    ),
    ...Object.keys(sums).map((name) => {
      const { [name]: _, ...rest } = sums;
      return { what: `without ${name}`, mutant: { ...certificate, sums: rest } };
    }),
    ...facts.map((fact) =>
      withFacts(
        `without ${fact}`,
        facts.filter((it) => it !== fact),
      ),
    ),
    ...facts.map((fact) =>
      withFacts(
        `stale ${fact}`,
        facts.map((it) => (it === fact ? `${it}-stale` : it)),
      ),
    ),
    ...facts.map((fact) => withFacts(`twice ${fact}`, [...facts, fact])),
    withFacts('one more', [...facts, 'teacher:t001']),
    withFacts('a rule that is not there', [...facts, 'rule:nowhere']),
    { what: 'no sums', mutant: { ...certificate, sums: {} } },
    { what: 'a sum more', mutant: { ...certificate, sums: { ...sums, more: 1 } } },
    ...RECOUNTED_KINDS.filter((kind) => kind !== certificate.kind).map((kind) => ({
      what: `as ${kind}`,
      mutant: { ...certificate, kind },
    })),
  ];
}

describe('a certificate with anything changed', () => {
  it.each(plantNames())('of %s is rejected', (plant) => {
    const planted = plantImpossibility(school, plant).school;
    for (const certificate of certificatesOf(planted)) {
      const made = mutants(certificate).filter(
        ({ mutant }) =>
          !certificate.facts.includes('teacher:t001') || mutant.facts.length <= certificate.facts.length + 1,
      );
      const recounts = recountCertificates(
        planted,
        made.map(({ mutant }) => mutant),
      );
      expect(made.filter((_, index) => recounts[index]?.holds).map(({ what }) => what)).toEqual([]);
    }
  });

  it('is rejected against the school before the impossibility was planted', () => {
    for (const plant of plantNames()) {
      const certificates = certificatesOf(plantImpossibility(school, plant).school);
      expect(verifyCertificates(school, certificates).filter(({ holds }) => holds)).toEqual([]);
    }
  });

  it('says why, and does not judge kinds that it cannot recount', () => {
    const planted = plantImpossibility(school, 'teacher-periods').school;
    const [certificate] = certificatesOf(planted);
    if (!certificate) throw new Error('no certificate');
    const wrong = { ...certificate, sums: { ...certificate.sums, available: 1000 } };
    const exhausted: Proof = { ...certificate, kind: 'change.fewest', proof: 'exhausted' };
    expect(verifyCertificates(planted, [certificate, wrong, exhausted])).toMatchObject([
      { verdict: 'holds', holds: true },
      { verdict: 'refuted', holds: false, reason: { en: expect.stringContaining('available') as unknown } },
      { verdict: 'unknown', holds: false },
    ]);
  });
});
