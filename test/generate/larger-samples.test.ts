/** What the sample schools are for, counted from their files and their hidden weeks. */
import { describe, expect, it } from 'vitest';
import { makeSchoolModel } from '../../src/school/model.ts';
import { courseUnits } from '../../src/school/takers.ts';
import { sample } from './samples.ts';

const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);

describe('metro-33', () => {
  const { school, hidden } = sample('metro-33');
  const model = makeSchoolModel(school);
  const units = courseUnits(model);

  it('has 4,500 students in 3 × 30 homerooms of 50', () => {
    expect(model.homeroomStudents.map((students) => students.length)).toEqual(Array.from({ length: 90 }, () => 50));
  });

  it('has every level of maths and English in six pools of five homerooms, and Japanese in the last', () => {
    for (const { course, pools } of units) {
      const { subject, level } = school.courses[course] ?? {};
      if (level !== undefined) expect(pools).toHaveLength(6);
      if (subject === 'jpn') expect(pools.map(({ index, takers }) => [index, takers.length])).toEqual([[5, 45]]);
    }
    const levelled = school.students.filter(({ levels }) => levels?.['mat']);
    expect(levelled).toHaveLength(4500);
    expect(school.students.filter(({ levels }) => levels?.['eng'])).toHaveLength(4500 - 3 * 45);
  });

  it('lets all chosen subjects walk in two grades, 35 combinations mixed in every homeroom', () => {
    for (const grade of ['g2', 'g3']) {
      const students = school.students.filter(({ homeroom }) => homeroom?.startsWith(grade));
      const combinations = students.map(({ choices }) => String(choices).replace('日', ''));
      expect(new Set(combinations).size).toBe(35);
      const homeroom = students.slice(0, 50).map(({ choices }) => String(choices));
      expect(new Set(homeroom).size).toBeGreaterThan(12);
    }
    const home = units.filter(({ course, homes }) => school.courses[course]?.for !== undefined && homes.length > 0);
    expect(home).toEqual([]);
  });

  it('gives every student of 高一 and 高二 42 of 45 periods and those of 高三 41', () => {
    const taken = school.students.map(() => 0);
    for (const { course, takers } of units) {
      for (const student of takers) taken[student] = (taken[student] ?? 0) + (model.courses[course]?.periods ?? 0);
    }
    const by = (grade: number): Set<number> =>
      new Set(taken.filter((_, student) => model.studentGrade[student] === grade));
    expect([by(0), by(1), by(2)]).toEqual([new Set([42]), new Set([42]), new Set([41])]);
  });

  it('needs 86 % of all load.max', () => {
    const periodsOf = new Map(model.courses.map((course) => [course.id, course.periods]));
    const need = sum(hidden.sections.map(({ course }) => periodsOf.get(course) ?? 0));
    expect(need / sum(school.teachers.map(({ load }) => load.max))).toBeCloseTo(0.863, 2);
  });
});

describe('two-weeks', () => {
  const { school, hidden } = sample('two-weeks');
  const kinds = school.courses.flatMap(({ lessons }) => lessons ?? []);

  it('has lessons of every kind of week', () => {
    expect(new Set(kinds.map(({ weeks }) => weeks ?? 'every'))).toEqual(
      new Set(['every', 'odd', 'even', 'either', 'other']),
    );
  });

  it('is in school every other Saturday, for lessons of even weeks only', () => {
    const saturday = hidden.lessons.filter(({ slot }) => slot.startsWith('sat'));
    expect(saturday).toHaveLength(16 * 4);
    expect(new Set(saturday.map(({ weeks }) => weeks))).toEqual(new Set(['even']));
  });

  it('uses the laboratories in both weeks, each section every other week', () => {
    const labs = new Set(school.rooms.filter(({ kind }) => kind.startsWith('lab')).map(({ id }) => id));
    const there = hidden.lessons.filter(({ room }) => labs.has(room ?? ''));
    expect(new Set(there.map(({ weeks }) => weeks))).toEqual(new Set(['odd', 'even']));
  });

  it('has someone on duty in every homeroom on five evenings, nobody on two duties at once', () => {
    const evening = hidden.sections.filter(({ course }) => course.includes('-eve-'));
    expect(evening).toHaveLength(16 * 5);
    const duties = evening.map(({ course, teachers }) => `${course.split('-').at(-1)} ${teachers.join()}`);
    expect(new Set(duties).size).toBe(duties.length);
  });

  it('has courses of one and a half periods a week', () => {
    const model = makeSchoolModel(school);
    expect(model.courses.filter(({ periods }) => periods === 3).length).toBeGreaterThanOrEqual(6);
  });
});

describe('form-classes', () => {
  const { school, hidden } = sample('form-classes');

  it('names no homeroom: 16 are to be formed of 800 students in no order', () => {
    expect(school.homerooms).toEqual([]);
    expect(school.grades.map(({ formHomerooms }) => formHomerooms?.count)).toEqual([16]);
    expect(school.students.every(({ homeroom, grade, score }) => !homeroom && grade === 'g2' && score)).toBe(true);
    const first = school.students.map(({ choices }) => String(choices)[0]);
    const changes = first.filter((choice, index) => index > 0 && choice !== first[index - 1]);
    expect(changes.length).toBeGreaterThan(250);
  });

  it('lists the homerooms of its hidden week, each of one first choice', () => {
    expect(hidden.homerooms.map(({ students }) => students.length)).toEqual(Array.from({ length: 16 }, () => 50));
    const choices = new Map(school.students.map(({ id, choices: chosen }) => [id, String(chosen)[0]]));
    for (const { students } of hidden.homerooms) expect(new Set(students.map((id) => choices.get(id))).size).toBe(1);
  });
});
