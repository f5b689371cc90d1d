/** 自习: free periods get a room and, where the rule asks, a supervisor, whose load it is. */
import { describe, expect, it } from 'vitest';
import type { Rule, School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { course, grade, rule, smallSchool, teacher } from '../cases/build.ts';
import { judgedDocument, plannedWeek, search } from '../support/week-of.ts';

function solved(school: School): Timetable {
  const planned = plannedWeek(school);
  if (planned === null) throw new Error('the reader refuses the school');
  return judgedDocument(school, planned, search(planned, 1, 2, 1024).solution);
}

/** Two homerooms, four open slots, one lesson each: three free periods for everyone. */
const school = (stated: Partial<Rule>, parts: Partial<School> = {}): School =>
  smallSchool({
    grades: [grade('g1', { closed: ['tue|wed|thu|fri.*', 'mon.5|6|7|8'] })],
    courses: [course('mat', { periods: 1 })],
    rules: [rule('student.free', { strength: 'must', ...stated })],
    ...parts,
  });

const studied = (week: Timetable, student: string): string[] =>
  week.selfStudy.filter(({ students }) => students.includes(student)).map(({ slot }) => slot);

describe('self-study', () => {
  it('is in the own room of the homeroom, with a teacher who is free', () => {
    const week = solved(school({ supervised: true }));
    expect(week.status).toBe('complete');
    expect(studied(week, 'a1')).toHaveLength(3);
    expect(week.selfStudy.every(({ room, students }) => room === (students.includes('a1') ? 'r1' : 'r2'))).toBe(true);
    expect(week.selfStudy.every(({ teacher: who }) => who !== undefined)).toBe(true);
  });

  it('is without a teacher where none is asked for, and nowhere where no rule speaks of rooms', () => {
    expect(solved(school({ supervised: false })).selfStudy.some(({ teacher: who }) => who !== undefined)).toBe(false);
    expect(solved(school({ maxPerDay: 3 })).selfStudy).toEqual([]);
  });

  it('brings both homerooms into one room where one teacher is left', () => {
    const week = solved(school({ supervised: true }, { teachers: [teacher('m1', 'mat', { load: { max: 6 } })] }));
    // Two lessons of m1 at different slots: in these the other homeroom has nobody.
    expect(week.score.rules.find(({ rule: id }) => id === 'student.free')?.deviation).toBe(6);
    const both = week.selfStudy.filter(({ students, teacher: who }) => students.length === 6 && who === 'm1');
    expect(both).toHaveLength(2);
  });

  it('is nobody’s whose load is full', () => {
    const week = solved(school({ supervised: true }, { teachers: [teacher('m1', 'mat', { load: { max: 3 } })] }));
    expect(week.selfStudy.filter(({ teacher: who }) => who === 'm1')).toHaveLength(1);
    expect(week.score.rules.find(({ rule: id }) => id === 'structural.load')?.deviation).toBe(0);
  });

  it('goes to other rooms while the own one is away', () => {
    const shut = { id: 'r1', name: 'r1', seats: 50, kind: 'classroom', unavailable: 'mon.1' };
    const rooms = smallSchool({ courses: [] }).rooms.map((room) => (room.id === 'r1' ? shut : room));
    const week = solved(
      school(
        { supervised: true, homerooms: ['h1'] },
        { rooms, locks: [{ section: 'mat/h1', index: 0, slot: 'mon.2' }] },
      ),
    );
    expect(week.selfStudy.find(({ slot }) => slot === 'mon.1')?.room).not.toBe('r1');
    expect(studied(week, 'a1')).toEqual(['mon.1', 'mon.3', 'mon.4']);
    expect(studied(week, 'b1')).toEqual([]);
  });

  it('is no load that is shared out among teachers', () => {
    const rules = [
      rule('student.free', { strength: 'must', supervised: true }),
      rule('teacher.loadFair', { tolerance: 0, subjects: ['mat'] }),
    ];
    // m2 has the one lesson that the contract allows, and no self-study.
    const teachers = [teacher('m1', 'mat'), teacher('m2', 'mat', { load: { max: 1 } })];
    const week = solved({ ...school({}), rules, teachers });
    expect(new Set(week.selfStudy.flatMap(({ teacher: who }) => who ?? []))).toEqual(new Set(['m1']));
    expect(week.score.rules.find(({ rule: id }) => id === 'teacher.loadFair')?.deviation).toBe(0);
  });
});
