/** Section plans over lines: what is called impossible has no plan by trying everything, and each of its courses is needed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificatesOf, verifyCertificates } from '../../src/api/diagnose.ts';
import { spareFacts } from '../../src/judge/certificates/spare-facts.ts';
import type { Course, School } from '../../src/school/types.ts';
import { smallSchool } from '../support/small-school.ts';

interface Clubs {
  /** by club: its sections, and most students in one */
  sections: number[];
  caps: number[];
  lines: number;
  /** by student, the clubs joined */
  joined: number[][];
}

const clubId = (club: number): string => `club-${club}`;

/** Nothing else walks, and nothing else is taught to those who join. */
function schoolOf({ sections, caps, lines, joined }: Clubs): School {
  const base = smallSchool();
  return {
    ...base,
    subjects: [...base.subjects, { id: 'club', name: '社团', kind: 'other' }],
    grades: [{ id: 'g2', name: '高二', choice: 'none', lines }],
    homerooms: [{ id: 'h1', name: '高二1班', grade: 'g2', room: 'r1' }],
    courses: sections.map((count, club): Course => ({
      id: clubId(club),
      name: `社团${club}`,
      subject: 'club',
      grade: 'g2',
      for: 'listed',
      grouping: 'walking',
      sections: count,
      size: { max: caps[club] ?? 1 },
      teachers: 'none',
      room: 'none',
      periods: 1,
    })),
    students: joined.map((clubs, index) => ({
      id: `s${index}`,
      homeroom: 'h1',
      extra: clubs.map(clubId),
    })),
  };
}

/** Every place for every section, then every place for every student. */
function hasPlan({ sections, caps, lines, joined }: Clubs): boolean {
  const seats = new Int32Array(sections.length * lines);
  const seat = (student: number, from: number, used: number): boolean => {
    const clubs = joined[student];
    if (clubs === undefined) return true;
    const club = clubs[from];
    if (club === undefined) return seat(student + 1, 0, 0);
    for (let line = 0; line < lines; line++) {
      const place = club * lines + line;
      const left = seats[place] ?? 0;
      if (left === 0 || (used >> line) & 1) continue;
      seats[place] = left - 1;
      const seated = seat(student, from + 1, used | (1 << line));
      seats[place] = left;
      if (seated) return true;
    }
    return false;
  };
  const lay = (club: number, line: number, left: number): boolean => {
    if (club === sections.length) return seat(0, 0, 0);
    if (line === lines) return left === 0 && lay(club + 1, 0, sections[club + 1] ?? 0);
    for (let count = 0; count <= left; count++) {
      seats[club * lines + line] = count * (caps[club] ?? 0);
      if (lay(club, line + 1, left - count)) return true;
    }
    return false;
  };
  return lay(0, 0, sections[0] ?? 0);
}

/** Seats and lines enough for each club and each student alone. */
const anyClubs: fc.Arbitrary<Clubs> = fc
  .record({
    sections: fc.array(fc.constantFrom(1, 1, 2, 2, 3), { minLength: 4, maxLength: 5 }),
    spare: fc.constantFrom(0, 0, 9),
    picks: fc.array(fc.array(fc.nat(99), { minLength: 3, maxLength: 5 }), { minLength: 6, maxLength: 10 }),
  })
  .map(({ sections, spare, picks }) => {
    const lines = 3;
    const joined = picks.map((clubs) => [...new Set(clubs.map((club) => club % sections.length))].slice(0, lines));
    const takers = sections.map((_, club) => joined.filter((clubs) => clubs.includes(club)).length);
    return {
      sections,
      lines,
      joined,
      caps: takers.map((n, club) => Math.ceil(n / (sections[club] ?? 1)) + spare || 1),
    };
  });

describe('lines in which clubs meet', () => {
  it('are called impossible only where trying everything finds no plan, and mostly then', () => {
    let missed = 0;
    let shown = 0;
    let exhausted = 0;
    fc.assert(
      fc.property(anyClubs, (clubs) => {
        const school = schoolOf(clubs);
        const certificates = certificatesOf(school);
        expect(certificates.filter(({ proof }) => proof === 'suspected')).toEqual([]);
        const possible = hasPlan(clubs);
        if (possible) expect(certificates).toEqual([]);
        else if (certificates.length === 0) missed++;
        else shown++;
        for (const certificate of certificates) {
          if (certificate.proof === 'exhausted') exhausted++;
          expect(spareFacts(school, certificate)).toEqual([]);
        }
      }),
      { numRuns: 150, seed: 20_251_129 },
    );
    expect(exhausted).toBeGreaterThan(5);
    // Where fractions of students fit and students do not, nothing is said.
    expect(missed).toBeLessThan(shown / 4);
  });
});

describe('a section plan with what the school states', () => {
  /** Three clubs of one section each in three lines, and a fourth with two: whoever takes its two of them is left out. */
  const entangled: Clubs = {
    sections: [1, 1, 1, 2],
    caps: [9, 9, 9, 9],
    lines: 3,
    joined: [
      [0, 1, 3],
      [0, 2, 3],
      [1, 2, 3],
    ],
  };
  const kindsOf = (school: School): string[] => certificatesOf(school).map(({ kind, proof }) => `${kind} ${proof}`);
  const change = (school: School, id: string, more: Partial<Course>): School => ({
    ...school,
    courses: school.courses.map((course) => (course.id === id ? { ...course, ...more } : course)),
  });

  it('is impossible, and possible with a section, a line or a student less or more', () => {
    const school = schoolOf(entangled);
    expect(kindsOf(school)).toEqual(['sections.plan exhausted']);
    expect(kindsOf(change(school, 'club-3', { sections: 3 }))).toEqual([]);
    expect(kindsOf(change(school, 'club-3', { sections: 'auto' }))).toEqual([]);
    expect(kindsOf(change(school, 'club-0', { sections: 2 }))).toEqual([]);
    expect(kindsOf(schoolOf({ ...entangled, lines: 4 }))).toEqual([]);
    expect(kindsOf(schoolOf({ ...entangled, joined: entangled.joined.slice(1) }))).toEqual([]);
  });

  it('is not asked for without lines, nor of sections that a rule may join or homerooms that are given', () => {
    const { lines: _, ...free } = schoolOf(entangled).grades[0] ?? { id: 'g2', name: '', choice: 'none' as const };
    expect(kindsOf({ ...schoolOf(entangled), grades: [free] })).toEqual([]);
    const sections = [1, 2].map((number) => ({ id: `club-3/${number}`, course: 'club-3' }));
    const given: School = { ...schoolOf(entangled), sections };
    expect(kindsOf(given)).toEqual(['sections.plan exhausted']);
    const rule = { type: 'sections.joint', sections: sections.map(({ id }) => id), strength: 'must' as const };
    expect(kindsOf({ ...given, rules: [rule] })).toEqual([]);
    expect(kindsOf({ ...given, sections: sections.map((it) => ({ ...it, homerooms: ['h1'] })) })).toEqual([]);
  });

  it('counts on lines of given sections and on those that may hold a course, and names both', () => {
    const two: Clubs = { sections: [1, 1], caps: [9, 9], lines: 2, joined: [[0, 1]] };
    const pinned = ['club-0', 'club-1'].map((course) => ({ id: `${course}/1`, course, line: '1' }));
    const school: School = { ...schoolOf(two), sections: pinned };
    const [certificate, ...others] = certificatesOf(school);
    expect(others).toEqual([]);
    expect(certificate).toMatchObject({ kind: 'sections.plan', proof: 'exhausted', sums: { layouts: 1 } });
    expect(certificate?.facts.toSorted()).toEqual(
      ['course:club-0', 'course:club-1', 'section:club-0/1', 'section:club-1/1', 'line:g2/1', 'line:g2/2'].toSorted(),
    );
    expect(kindsOf({ ...school, sections: pinned.slice(1) })).toEqual([]);
  });

  it('is refuted with another number, without a course, and of a school that has a plan', () => {
    const school = schoolOf(entangled);
    const certificates = certificatesOf(school);
    const [certificate] = certificates;
    if (!certificate) throw new Error('no certificate');
    const more = { ...certificate, sums: { ...certificate.sums, layouts: 163 } };
    const less = { ...certificate, facts: certificate.facts.filter((name) => name !== 'course:club-2') };
    const ruled = { ...certificate, facts: [...certificate.facts, 'rule:nowhere'] };
    expect(verifyCertificates(school, [more, less, ruled]).map(({ verdict }) => verdict)).toEqual([
      'refuted',
      'refuted',
      'refuted',
    ]);
    const cured = change(school, 'club-3', { sections: 3 });
    expect(verifyCertificates(cured, certificates)).toMatchObject([{ holds: false, verdict: 'refuted' }]);
  });
});
