/** Real choices of two schools, at caps one below the best that there is; their folder is named by ZOUBAN_INSTANCES. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hangzhouSchool } from '../../benchmarks/instances/hangzhou.ts';
import { HANGZHOU, readStudentChoices } from '../../benchmarks/instances/student-choice.ts';
import { certificatesOf } from '../../src/api/diagnose.ts';
import type { School } from '../../src/school/types.ts';

const folder = process.env['ZOUBAN_INSTANCES'] ?? '';

const KNOWN: Record<string, { needed: number; sections: number; cap: number }> = {
  'hangzhou-hangsizhong': { needed: 237, sections: 5, cap: 47 },
  'hangzhou-main': { needed: 90, sections: 2, cap: 44 },
};

describe.each(HANGZHOU)('$name (needs ZOUBAN_INSTANCES)', ({ name, leastLargestSection }) => {
  const absent = folder === '' || !existsSync(join(folder, `${name}.json`));
  const schoolAt = (cap: number): School => hangzhouSchool(name, readStudentChoices(folder, name), cap);

  it.skipIf(absent)('is proved impossible one student below the least largest section', () => {
    const certificates = certificatesOf(schoolAt(leastLargestSection - 1));
    expect(certificates.filter(({ proof }) => proof !== 'recounted')).toEqual([]);
    expect(certificates).toMatchObject([{ kind: 'sections.seats', sums: KNOWN[name] }]);
  });

  it.skipIf(absent)('is not called impossible at that size', () => {
    expect(certificatesOf(schoolAt(leastLargestSection))).toEqual([]);
  });

  it.skipIf(absent)('is proved impossible with a least size of 35 that must hold', () => {
    const school = schoolAt(leastLargestSection);
    const courses = school.courses.map((course) => ({ ...course, size: { ...course.size, min: 35 } }));
    const rules = [{ id: 'least', type: 'size.band', tolerance: 100, strength: 'must' as const }];
    const certificates = certificatesOf({ ...school, courses, rules });
    expect(certificates.map(({ kind, proof }) => `${kind} ${proof}`)).toContain('sections.minimum recounted');
  });
});
