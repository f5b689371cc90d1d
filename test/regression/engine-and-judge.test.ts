/** Schools for which the engine once claimed another score than the judge counts, or could not end at all. */
import { describe, expect, it } from 'vitest';
import type { Rule, School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { course, twoGradeSchool } from '../cases/build.ts';
import { judgedDocument, plannedWeek, search } from '../support/week-of.ts';
import { walkingSchool } from './small-weeks.ts';

/** The week that one island finds; judging it throws where the scores differ. */
function solved(school: School): Timetable {
  const planned = plannedWeek(school);
  if (planned === null) throw new Error('the reader refuses the school');
  return judgedDocument(school, planned, search(planned, 1, 2, 1024).solution);
}

const deviation = (week: Timetable, id: string): number =>
  week.score.rules.find(({ rule }) => rule === id)?.deviation ?? 0;

const rule = (more: Partial<Rule> & Pick<Rule, 'type'>): Rule => ({ id: 'r', strength: 'low', ...more });

describe('rules narrowed to teachers or rooms see only what these teach, and what is held in these', () => {
  it.each([
    rule({ type: 'slots.forbid', slots: '*.*', rooms: ['r1'] }),
    rule({ type: 'slots.forbid', slots: '*.*', teachers: ['p1', 'm1'], subjects: ['phy'] }),
    rule({ type: 'slots.prefer', slots: 'fri.8', share: 100, teachers: ['p1'] }),
    rule({ type: 'slots.prefer', slots: 'fri.8', share: 100, rooms: ['r3'] }),
    rule({ type: 'course.spread', minGapDays: 4, teachers: ['m1'] }),
    rule({ type: 'room.own', rooms: ['r2', 'r3'] }),
    rule({ type: 'room.stable', teachers: ['p2'] }),
    rule({ type: 'walking.keepTogether', teachers: ['p1'] }),
    rule({ type: 'walking.keepTogether', rooms: ['r3'] }),
    rule({ type: 'size.balance', teachers: ['p1'] }),
    rule({ type: 'teacher.maxPerDay', max: 1, rooms: ['r1'] }),
    rule({ type: 'teacher.meeting', slots: '*.1|2|3|4', rooms: ['r1', 'r3'] }),
  ])('$type of $teachers $subjects $rooms', (narrow) => {
    const week = solved(walkingSchool({ rules: [narrow] }));
    expect(week.status).toBe('complete');
    const score = week.score.rules.find((one) => one.rule === 'r');
    expect(score?.bound?.value).toBeLessThanOrEqual(score?.cost ?? 0);
  });
});

describe('what the school holds', () => {
  it('a home section in a room with too few seats is over size by the rest', () => {
    const school = walkingSchool({
      rooms: [
        { id: 'r1', name: 'r1', seats: 2, kind: 'classroom' },
        { id: 'r2', name: 'r2', seats: 9, kind: 'classroom' },
        { id: 'r3', name: 'r3', seats: 9, kind: 'classroom' },
      ],
      sections: [{ id: 'mat/h1', course: 'mat', homerooms: ['h1'], room: 'r1' }],
    });
    expect(deviation(solved(school), 'structural.size')).toBe(1);
  });

  it('two lessons locked into one room and slot: one is without a room, and its lock is broken', () => {
    const oneSlot = (id: string) => course(id, { lessons: [{ count: 1, slots: 'mon.1' }] });
    const school = walkingSchool({
      courses: [oneSlot('mat'), oneSlot('pe')],
      students: [
        { id: 'a1', homeroom: 'h1', choices: ['phy'] },
        { id: 'b1', homeroom: 'h2', choices: ['phy'], exempt: ['pe'] },
      ],
      locks: [
        { section: 'mat/h1', index: 0, room: 'r1' },
        { section: 'mat/h2', index: 0, room: 'r1' },
      ],
    });
    const week = solved(school);
    expect(deviation(week, 'structural.kind')).toBe(1);
    expect(deviation(week, 'structural.lock')).toBe(1);
  });

  it('a lesson locked into another room than it names is in the wrong one', () => {
    const school = walkingSchool({
      courses: [course('mat', { lessons: [{ count: 1, room: 'r2' }] })],
      locks: [{ section: 'mat/h1', index: 0, room: 'r1' }],
    });
    const week = solved(school);
    expect(week.lessons.find(({ section }) => section === 'mat/h1')?.room).toBe('r1');
    expect(deviation(week, 'structural.kind')).toBe(1);
  });

  it('a teacher given to two sections has both, and the one for which no line is left is said to have none', () => {
    const walkers = (prefix: string) => [1, 2, 3].map((n) => `${prefix}${n}`);
    const school = walkingSchool({
      grades: [{ id: 'g1', name: 'g1', choice: [{ from: ['phy', 'his'], take: 1 }], lines: 1 }],
      courses: [course('phy', { periods: 2, for: 'chosen', grouping: 'walking' })],
      sections: [
        { id: 'one', course: 'phy', students: walkers('a'), teachers: ['p1'] },
        { id: 'two', course: 'phy', students: walkers('b'), teachers: ['p1'] },
      ],
    });
    const week = solved(school);
    expect(week.sections.map(({ teachers }) => teachers)).toEqual([['p1'], ['p1']]);
    expect(deviation(week, 'structural.qualified')).toBe(0);
    expect(deviation(week, 'structural.document')).toBe(1);
  });

  it('a section that a lock names comes to be, and is held', () => {
    const week = solved(walkingSchool({ locks: [{ section: 'phy/2', index: 1, slot: 'thu.3' }] }));
    expect(week.status).toBe('complete');
    expect(week.lessons.find(({ section, index }) => section === 'phy/2' && index === 1)?.slot).toBe('thu.3');
  });

  it('a student locked into a home section of a course that others walk to stays at home', () => {
    const school = walkingSchool({
      courses: [course('phy', { periods: 2, for: 'chosen', grouping: 'auto' })],
      students: [
        { id: 'a1', homeroom: 'h1', choices: ['phy'] },
        { id: 'a2', homeroom: 'h1', choices: ['phy'] },
        { id: 'b1', homeroom: 'h2', choices: ['phy'] },
        { id: 'b2', homeroom: 'h2', choices: ['his'] },
      ],
      locks: [{ student: 'a1', section: 'phy/h1' }],
    });
    const week = solved(school);
    expect(week.sections.map(({ id }) => id)).toEqual(['phy/h1', 'phy/1']);
    expect(week.status).toBe('complete');
  });

  it('two sections of the same students in the only line count as twice in a line', () => {
    const school = walkingSchool({
      grades: [{ id: 'g1', name: 'g1', choice: [{ from: ['phy', 'his'], take: 1 }], lines: 1 }],
      sections: [
        { id: 'p', course: 'phy', students: ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'] },
        { id: 'h', course: 'his2', students: ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'] },
      ],
    });
    expect(deviation(solved(school), 'structural.line')).toBe(6);
  });

  it('a given section of a course that nobody takes is said to be missing', () => {
    const school = walkingSchool({
      courses: [
        course('phy', { periods: 1, for: 'chosen', grouping: 'walking' }),
        course('his', { periods: 1, for: 'chosen', grouping: 'walking', teachers: ['p2'] }),
      ],
      sections: [{ id: 'his/1', course: 'his', teachers: ['p2'] }],
    });
    const week = solved(school);
    expect(week.status).toBe('partial');
    expect(deviation(week, 'structural.document')).toBe(1);
  });
});

describe('teachers who are in two places', () => {
  it('two lessons at once are two periods of the day', () => {
    const school = twoGradeSchool({
      courses: [
        course('mat', { lessons: [{ count: 1, slots: 'mon.1' }] }),
        course('mat2', { subject: 'mat', grade: 'g2', lessons: [{ count: 1, slots: 'mon.1' }] }),
      ],
      students: [{ id: 'a1', homeroom: 'h1' }],
      teachers: [
        { id: 'm1', name: 'm1', subjects: ['mat'], load: { max: 9 }, maxPerDay: 1 },
        { id: 'm2', name: 'm2', subjects: ['eng'], load: { max: 9 } },
      ],
    });
    const week = solved(school);
    expect(deviation(week, 'structural.teacher')).toBe(1);
    expect(deviation(week, 'teacher.maxPerDay:m1')).toBe(1);
  });
});

describe('a stated number of sections in each pool of homerooms', () => {
  it('holds where a pool has fewer students than sections: the section that nobody attends says in which pool it is', () => {
    const pools = course('phy', { periods: 2, for: 'chosen', grouping: [['h1'], ['h2']], sections: 3 });
    const students = [
      ...['a1', 'a2', 'a3'].map((id) => ({ id, name: id, homeroom: 'h1', choices: ['phy'] })),
      ...['b1', 'b2'].map((id) => ({ id, name: id, homeroom: 'h2', choices: ['phy'] })),
    ];
    const week = solved(walkingSchool({ courses: [pools, course('mat', { periods: 2 })], students }));
    expect(deviation(week, 'structural.document')).toBe(0);
    const empty = week.sections.filter(({ course: id, students: who }) => id === 'phy' && who.length === 0);
    expect(empty.map(({ homerooms }) => homerooms)).toEqual([['h2']]);
  });
});
