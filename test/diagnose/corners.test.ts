/** Corners in which a count could go wrong: each is possible, or impossible for another reason than it looks. */
import { describe, expect, it } from 'vitest';
import { certificatesOf } from '../../src/api/diagnose.ts';
import type { Course, School } from '../../src/school/types.ts';
import { smallSchool } from '../support/small-school.ts';

const kindsOf = (school: School): string[] => certificatesOf(school).map(({ kind, proof }) => `${kind} ${proof}`);

const changeTeacher = (school: School, id: string, change: Partial<School['teachers'][number]>): School => ({
  ...school,
  teachers: school.teachers.map((it) => (it.id === id ? { ...it, ...change } : it)),
});

describe('what teachers can give', () => {
  it('is whole sections: 7 periods are two sections of 3', () => {
    const school = changeTeacher(smallSchool(), 't-chi', { load: { max: 7 } });
    expect(kindsOf(school)).toEqual([]);
    const third = { id: 'h3', name: '高二3班', grade: 'g2', size: 5 };
    const more: School = { ...school, homerooms: [...school.homerooms, third] };
    const [certificate] = certificatesOf(changeTeacher(more, 't-chi', { load: { max: 8 } })).filter(({ facts }) =>
      facts.includes('teacher:t-chi'),
    );
    expect(certificate?.sums).toMatchObject({ needed: 9, available: 6 });
  });

  it('leaves a course out that counts in part, and sections that may be joined', () => {
    const part = (course: Course): Course => (course.id === 'g2-chi' ? { ...course, loadPercent: 50 } : course);
    const half = changeTeacher(smallSchool(), 't-chi', { load: { max: 3 } });
    expect(kindsOf(half)).toEqual(['teachers.periods recounted']);
    expect(kindsOf({ ...half, courses: half.courses.map(part) })).toEqual([]);
    const joint: School = {
      ...half,
      sections: ['h1', 'h2'].map((home) => ({ id: `chi-${home}`, course: 'g2-chi', homerooms: [home] })),
      rules: [{ type: 'sections.joint', sections: ['chi-h1', 'chi-h2'], strength: 'must' }],
    };
    expect(kindsOf(joint)).toEqual([]);
    // A third homeroom is taught apart: its three periods are certain, those of the two together are not counted.
    const third = { id: 'h3', name: '高二3班', grade: 'g2', size: 5 };
    const more = (max: number): School =>
      changeTeacher({ ...joint, homerooms: [...joint.homerooms, third] }, 't-chi', { load: { max } });
    const [certificate] = certificatesOf(more(2)).filter(({ facts }) => facts.includes('teacher:t-chi'));
    expect(certificate).toMatchObject({ proof: 'recounted', sums: { needed: 3, 'sections course:g2-chi': 1 } });
    expect(certificatesOf(more(3)).filter(({ facts }) => facts.includes('teacher:t-chi'))).toEqual([]);
  });

  it('is bound by a wish only where the wish is a must', () => {
    const school = smallSchool();
    const rule = { type: 'teacher.maxPerDay', teachers: ['t-chi'], max: 1 };
    expect(kindsOf({ ...school, rules: [{ ...rule, strength: 'high' }] })).toEqual([]);
    // six periods, one on each of five days
    expect(kindsOf({ ...school, rules: [{ ...rule, strength: 'must' }] })).toEqual(['teachers.periods recounted']);
    const inRow = { type: 'teacher.maxConsecutive', teachers: ['t-chi'], max: 1, strength: 'must' as const };
    expect(kindsOf({ ...school, rules: [inRow] })).toEqual([]);
  });
});

describe('a rule that may not select what it seems to', () => {
  it('is not counted on: by room, by student, by teacher of a lesson', () => {
    const forbid = { type: 'slots.forbid', slots: '*.1|2|3', subjects: ['chi'], strength: 'must' as const };
    // 语文 of both homerooms, six periods, in the five slots that are left
    expect(kindsOf({ ...smallSchool(), rules: [forbid] })).toEqual(['teachers.periods recounted']);
    for (const narrower of [{ rooms: ['r3'] }, { students: ['s01'] }, { homerooms: ['h1'] }]) {
      expect(kindsOf({ ...smallSchool(), rules: [{ ...forbid, ...narrower }] })).toEqual([]);
    }
  });
});

describe('a student who takes a course of another grade', () => {
  it('is not counted against the lines and doubles of the own grade', () => {
    const school = smallSchool();
    const grade = { id: 'g3', name: '高三', choice: 'none' as const, closed: '*.4' };
    const course: Course = {
      id: 'g3-studio',
      subject: 'pe',
      grade: 'g3',
      for: 'listed',
      grouping: 'walking',
      room: 'none',
      teachers: 'none',
      lessons: [{ count: 1, length: 2 }],
    };
    const students = school.students.map((it) => (it.id === 's01' ? { ...it, extra: ['g3-studio'] } : it));
    const lined = school.grades.map((it) => ({ ...it, lines: 2 }));
    expect(kindsOf({ ...school, grades: [...lined, grade], courses: [...school.courses, course], students })).toEqual(
      [],
    );
  });
});
