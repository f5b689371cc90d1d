/** What no certificate shows: facts without which a search finds a complete week are suspected, and called no more than that. */
import { describe, expect, it } from 'vitest';
import { certificatesOf } from '../../src/api/diagnose.ts';
import { suspects, verifyCertificates } from '../../src/api/index.ts';
import type { Rule, School } from '../../src/school/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { byMonday } from './by-monday.ts';

const noMonday: Rule = { id: 'no-monday', type: 'slots.forbid', subjects: ['pe'], slots: 'mon.1', strength: 'must' };

const options = { seed: 1, threads: 1, epochs: 8, most: 3, tries: 10 };

describe('a school without a certificate and without a week', () => {
  const school: School = { ...smallSchool(), rules: [noMonday, byMonday] };

  it('has the rule named that is in the way, and not the other', async () => {
    expect(certificatesOf(school)).toEqual([]);
    const found = await suspects(school, options);
    expect(found).toMatchObject({
      complete: false,
      suspects: [{ kind: 'search.without', proof: 'suspected', facts: ['rule:by-monday'] }],
    });
    expect(verifyCertificates(school, found.suspects)).toMatchObject([{ holds: false, verdict: 'unknown' }]);
  });
});

describe('a school with a week', () => {
  it('leaves nothing to suspect', async () => {
    expect(await suspects(smallSchool(), options)).toEqual({ complete: true, suspects: [] });
  });
});
