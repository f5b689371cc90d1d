import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hangzhouSchool } from '../../benchmarks/instances/hangzhou.ts';
import { HANGZHOU, readStudentChoices, type StudentChoices } from '../../benchmarks/instances/student-choice.ts';
import { readSchool, solve, verify } from '../../src/api/index.ts';
import type { Timetable } from '../../src/api/index.ts';

/** Six students, two subjects at two levels, two rooms in two blocks; 物理A and 化学B are full. */
const few = (): StudentChoices => ({
  source: 'made up',
  rooms: 2,
  blocks: 2,
  courses: [
    { id: '物理A', sections: 1, cap: 2 },
    { id: '物理B', sections: 1, cap: 4 },
    { id: '化学A', sections: 1, cap: 4 },
    { id: '化学B', sections: 1, cap: 2 },
  ],
  students: [
    { id: 's1', courses: ['物理A', '化学A'] },
    { id: 's2', courses: ['物理A', '化学A'] },
    { id: 's3', courses: ['物理B', '化学A'] },
    { id: 's4', courses: ['物理B', '化学A'] },
    { id: 's5', courses: ['物理B', '化学B'] },
    { id: 's6', courses: ['物理B', '化学B'] },
  ],
  teachers: [
    {
      id: 't1',
      teaches: [
        { course: '物理A', classes: 1 },
        { course: '化学B', classes: 1 },
      ],
    },
    { id: 't2', teaches: [{ course: '物理B', classes: 1 }] },
    { id: 't3', teaches: [{ course: '化学A', classes: 1 }] },
  ],
});

async function solved(choices: StudentChoices, cap: number, anyway = false): Promise<Timetable> {
  const text = JSON.stringify(hangzhouSchool('few', choices, cap));
  const { document: school, faults } = readSchool(text);
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  if (!school) throw new Error('unreachable: no faults');
  const bytes = new TextEncoder().encode(text);
  const options = { seed: 1, islands: 2, threads: 1, epochs: 2, anyway, reproduce: '' };
  const timetable = await solve(school, bytes, options);
  expect(verify(school, bytes, timetable).disagreements).toEqual([]);
  return timetable;
}

describe('student choices as a school', () => {
  it('gives every class of a teacher a section of its own, bound to the teacher', () => {
    const { sections, courses } = hangzhouSchool('few', few(), 48);
    expect(sections?.map(({ id, teachers }) => [id, ...(teachers ?? [])])).toEqual([
      ['物理A/1', 't1'],
      ['物理B/1', 't2'],
      ['化学A/1', 't3'],
      ['化学B/1', 't1'],
    ]);
    expect(courses.every((course) => course.sections === 'given')).toBe(true);
  });

  it('keeps the smaller of the cap asked for and the cap of the course', () => {
    const caps = hangzhouSchool('few', few(), 3).courses.map((course) => [course.id, course.size?.max]);
    expect(caps).toEqual([
      ['物理A', 2],
      ['物理B', 3],
      ['化学A', 3],
      ['化学B', 2],
    ]);
  });

  it('refuses a file whose teachers do not add up to its sections', () => {
    const choices = few();
    choices.teachers.pop();
    expect(() => hangzhouSchool('few', choices, 48)).toThrow('化学A has 1 sections, its teachers take 0');
  });

  it('refuses a student with one subject at two levels', () => {
    const choices = few();
    choices.students[0]?.courses.splice(1, 1, '物理B');
    expect(() => hangzhouSchool('few', choices, 48)).toThrow('s1');
  });

  it('is solved completely: one line holds both sections of physics, the other both of chemistry', async () => {
    const timetable = await solved(few(), 48);
    expect([timetable.status, timetable.unserved]).toEqual(['complete', []]);
    const line = new Map(timetable.sections.map((section) => [section.id, section.line]));
    expect(line.get('物理A/1')).toBe(line.get('物理B/1'));
    expect(line.get('化学A/1')).toBe(line.get('化学B/1'));
    expect(line.get('物理A/1')).not.toBe(line.get('化学A/1'));
  });

  it('proves that those above the cap have no seat', async () => {
    const timetable = await solved(few(), 3);
    expect([timetable.status, timetable.certificates?.map(({ kind }) => kind)]).toEqual([
      'impossible',
      ['sections.seats', 'sections.seats'],
    ]);
  });

  it('leaves out those above the cap where it is to search anyway, and says who', async () => {
    const timetable = await solved(few(), 3, true);
    expect([timetable.status, timetable.score.hard]).toEqual(['partial', 2]);
    expect(timetable.unserved.map(({ course }) => course).toSorted()).toEqual(['化学A', '物理B']);
  });
});

describe('the files of two schools in Hangzhou', () => {
  const folder = process.env['ZOUBAN_INSTANCES'] ?? '';
  for (const { name, leastLargestSection } of HANGZHOU) {
    const present = existsSync(join(folder, `${name}.json`));
    const title = `${name} is served completely with sections of ${leastLargestSection}`;
    it.skipIf(!present)(present ? title : `${title} (skipped: ZOUBAN_INSTANCES has no ${name}.json)`, async () => {
      const choices = readStudentChoices(folder, name);
      const timetable = await solved(choices, leastLargestSection);
      expect([timetable.status, timetable.unserved]).toEqual(['complete', []]);
      expect(Math.max(...timetable.sections.map(({ students }) => students.length))).toBe(leastLargestSection);
      expect(timetable.sections.length).toBe(choices.courses.reduce((sum, { sections }) => sum + sections, 0));
    });
  }
});
