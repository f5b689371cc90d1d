import { describe, expect, it } from 'vitest';
import { deriveTakers, placeOf } from '../../src/judge/takers.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import type { Course, Grade, School, Student } from '../../src/school/types.ts';
import { course, grade, smallSchool } from '../cases/build.ts';

/** Where each taker of the course sits: `home`, or the number of the pool. */
function places(school: School, courseId: string): Record<string, string | number> {
  const model = makeSchoolModel(school);
  const takers = deriveTakers(model)[model.courseOf.get(courseId) ?? -1];
  const entries = [...(takers?.takers ?? [])].map((student) => [
    model.school.students[student]?.id,
    takers && placeOf(model, takers, student),
  ]);
  return Object.fromEntries(entries);
}

const subjects: School['subjects'] = [
  { id: 'phy', name: 'phy', short: '物', kind: 'elective' },
  { id: 'his', name: 'his', short: '史', kind: 'elective' },
  { id: 'che', name: 'che', short: '化', kind: 'elective' },
  { id: 'bio', name: 'bio', short: '生', kind: 'elective' },
  { id: 'pol', name: 'pol', short: '政', kind: 'elective' },
  { id: 'geo', name: 'geo', short: '地', kind: 'elective' },
  { id: 'mat', name: 'mat', kind: 'main' },
];

/** h1 has 物化生 only; in h2 one student has 物化生 and one 物化地. */
const choosers: Student[] = [
  { id: 'a1', homeroom: 'h1', choices: '物化生' },
  { id: 'a2', homeroom: 'h1', choices: ['phy', 'che', 'bio'] },
  { id: 'b1', homeroom: 'h2', choices: '物化生' },
  { id: 'b2', homeroom: 'h2', choices: '物化地' },
];

const chosen = (id: string): Course => course(id, { for: 'chosen', periods: 4, grouping: 'auto' });
const choosing = (walking: Grade['walking'], atHome?: string[]): School => ({
  ...smallSchool({
    subjects,
    students: choosers,
    grades: [{ ...grade('g1', { choice: '3+1+2' }), ...(walking ? { walking } : {}) }],
    courses: [chosen('phy'), chosen('che'), chosen('bio'), course('mat', { periods: 6, grouping: 'auto' })],
  }),
  homerooms: [
    { id: 'h1', name: 'h1', grade: 'g1', ...(atHome ? { atHome } : {}) },
    { id: 'h2', name: 'h2', grade: 'g1' },
  ],
});

describe('who sits where under grouping auto', () => {
  it('a subject that the whole homeroom takes stays at home, one that it does not take wholly walks', () => {
    const school = choosing('auto');
    expect(places(school, 'phy')).toEqual({ a1: 'home', a2: 'home', b1: 'home', b2: 'home' });
    expect(places(school, 'bio')).toEqual({ a1: 'home', a2: 'home', b1: 0 });
    expect(places(choosing(undefined), 'bio')).toEqual(places(school, 'bio'));
  });

  it('3+0: whole classes', () => {
    expect(places(choosing('whole'), 'bio')).toEqual({ a1: 'home', a2: 'home', b1: 0 });
  });

  it('大走班: every chosen subject walks, mathematics does not', () => {
    const school = choosing('free');
    expect(places(school, 'phy')).toEqual({ a1: 0, a2: 0, b1: 0, b2: 0 });
    expect(places(school, 'mat')).toEqual({ a1: 'home', a2: 'home', b1: 'home', b2: 'home' });
  });

  it('定二走一 keeps two subjects, 定一走二 one', () => {
    expect(places(choosing('fix-two'), 'che')).toEqual({ a1: 'home', a2: 'home', b1: 'home', b2: 'home' });
    expect(places(choosing('fix-two'), 'bio')).toEqual({ a1: 0, a2: 0, b1: 0 });
    expect(places(choosing('fix-one'), 'phy')).toEqual({ a1: 'home', a2: 'home', b1: 'home', b2: 'home' });
    expect(places(choosing('fix-one'), 'che')).toEqual({ a1: 0, a2: 0, b1: 0, b2: 0 });
  });

  it('a homeroom that says what it keeps keeps that', () => {
    const school = choosing('fix-two', ['che', 'bio']);
    expect(places(school, 'phy')).toEqual({ a1: 0, a2: 0, b1: 'home', b2: 'home' });
    expect(places(school, 'bio')).toEqual({ a1: 'home', a2: 'home', b1: 0 });
  });
});

describe('who takes a course', () => {
  it('a subject that a choice group gives by default is chosen unless another of the group is', () => {
    const school = smallSchool({
      subjects: [
        { id: 'eng', name: 'eng', kind: 'main' },
        { id: 'jpn', name: 'jpn', kind: 'main' },
      ],
      grades: [grade('g1', { choice: [{ from: ['eng', 'jpn'], take: 1, default: ['eng'] }] })],
      students: [
        { id: 'a1', homeroom: 'h1' },
        { id: 'a2', homeroom: 'h1', choices: ['jpn'] },
      ],
      courses: [
        course('eng', { for: 'chosen', periods: 5, grouping: 'walking' }),
        course('jpn', { for: 'chosen', periods: 5, grouping: 'walking' }),
      ],
    });
    expect(places(school, 'eng')).toEqual({ a1: 0 });
    expect(places(school, 'jpn')).toEqual({ a2: 0 });
  });

  it('an extra student of another grade takes it, and general stands for no track', () => {
    const school = smallSchool({
      grades: [grade('g1'), grade('g2')],
      students: [
        { id: 'a1', homeroom: 'h1' },
        { id: 'a2', homeroom: 'h1', track: 'art' },
        { id: 'x1', grade: 'g2', extra: ['mat'] },
        { id: 'x2', grade: 'g2' },
      ],
      courses: [course('mat', { periods: 4, track: 'general', grouping: 'walking' })],
    });
    expect(places(school, 'mat')).toEqual({ a1: 0, x1: 0 });
  });

  it('a taker outside every pool sits nowhere', () => {
    const school = smallSchool({
      students: [
        { id: 'a1', homeroom: 'h1' },
        { id: 'b1', homeroom: 'h2' },
      ],
      courses: [course('mat', { periods: 4, grouping: [['h1']] })],
    });
    expect(places(school, 'mat')).toEqual({ a1: 0, b1: 'nowhere' });
  });
});
