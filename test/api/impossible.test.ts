/** A school that is proved impossible is not searched, unless that is asked for. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { solve, verify, verifyCertificates } from '../../src/api/index.ts';
import type { School } from '../../src/school/types.ts';
import { plantImpossibility } from '../../src/generate/plants/index.ts';
import { smallSchool } from '../support/small-school.ts';

/** The chemistry teacher may teach one period fewer than the one section needs. */
function shortOfChemistry(): School {
  const school = smallSchool();
  const teachers = school.teachers.map((teacher) =>
    teacher.id === 't-che' ? { ...teacher, load: { max: 1 } } : teacher,
  );
  return { ...school, teachers };
}

const options = { seed: 1, islands: 1, threads: 1, epochs: 1, reproduce: '' };

describe('a school that is proved impossible', () => {
  const school = shortOfChemistry();
  const bytes = new TextEncoder().encode(JSON.stringify(school));

  it('is answered with the proof, and the judge agrees with what the document says', async () => {
    const week = await solve(school, bytes, options);
    expect(week).toMatchObject({ status: 'impossible', sections: [], run: { observed: { stopReason: 'impossible' } } });
    expect(week.certificates).toMatchObject([
      { kind: 'teachers.periods', proof: 'recounted', facts: ['course:g2-che', 'teacher:t-che'] },
    ]);
    expect(verify(school, bytes, week)).toMatchObject({ disagreements: [], sameDigest: true });
  });

  it('does not list everyone who is without a section, but says how many are', async () => {
    const week = await solve(school, bytes, options);
    expect(week.unserved).toEqual([]);
    expect(week.utilization.students).toEqual([]);
    const told = week.conflicts.filter(({ type }) => type === 'structural.unserved');
    expect(told.flatMap(({ who }) => who.map(({ kind }) => kind))).not.toContain('student');
    const deviation = told.reduce((sum, conflict) => sum + conflict.deviation, 0);
    expect(deviation).toBe(verify(school, bytes, week).unserved.length);
    const fewer = { ...week, conflicts: week.conflicts.filter((conflict) => conflict !== told[0]) };
    expect(verify(school, bytes, fewer).disagreements).not.toEqual([]);
  });

  it('is searched all the same where that is asked for', async () => {
    const week = await solve(school, bytes, { ...options, anyway: true });
    expect(week.status).toBe('partial');
    expect(week.sections.length).toBeGreaterThan(0);
    expect(week.certificates).toBeUndefined();
  });
});

describe('a school whose locks or must rules contradict one another', () => {
  const tiny = JSON.parse(readFileSync(new URL('../../datasets/tiny.school.json', import.meta.url), 'utf8')) as School;

  it.each(['too-many-periods', 'locks-clash', 'lock-forbidden', 'forbidden-too-much', 'spread-too-wide'])(
    '%s: is answered with the proof, and the judge agrees with the document',
    async (plant) => {
      const { school } = plantImpossibility(tiny, plant);
      const bytes = new TextEncoder().encode(JSON.stringify(school));
      const week = await solve(school, bytes, options);
      expect(week.status).toBe('impossible');
      expect(week.certificates?.every(({ proof }) => proof === 'recounted')).toBe(true);
      expect(verify(school, bytes, week)).toMatchObject({ disagreements: [], sameDigest: true });
    },
  );
});

describe('a school whose sections fit into its lines in no way', () => {
  const tiny = JSON.parse(readFileSync(new URL('../../datasets/tiny.school.json', import.meta.url), 'utf8')) as School;

  it('is answered with a proof by exhaustion, and the judge agrees with the document', async () => {
    const { school } = plantImpossibility(tiny, 'full-sections-entangled');
    const bytes = new TextEncoder().encode(JSON.stringify(school));
    const week = await solve(school, bytes, options);
    expect(week.status).toBe('impossible');
    expect(week.certificates).toMatchObject([{ kind: 'sections.plan', proof: 'exhausted', sums: { layouts: 64 } }]);
    expect(verifyCertificates(school, week.certificates ?? [])).toMatchObject([{ verdict: 'holds' }]);
    expect(verify(school, bytes, week)).toMatchObject({ disagreements: [], sameDigest: true });
  });
});
