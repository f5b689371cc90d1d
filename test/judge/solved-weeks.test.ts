/** Weeks of every kind of school, as solved: the judge, who shares no counting with the engine, comes to the same score. */
import { describe, expect, it } from 'vitest';
import { plan } from '../../src/api/plan.ts';
import { solve } from '../../src/api/solve.ts';
import { judge } from '../../src/judge/judge.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { course, grade, rule, smallSchool, students, teacher } from '../cases/build.ts';

const OPTIONS = { seed: 1, islands: 1, epochs: 3, threads: 1, target: { kind: 'complete' }, reproduce: '' } as const;
const bytesOf = (school: School): Uint8Array => new TextEncoder().encode(JSON.stringify(school));

const solved = (school: School, base?: Timetable): Promise<Timetable> =>
  solve(school, bytesOf(school), { ...OPTIONS, ...(base === undefined ? {} : { base }) });

const calendar: School['calendar'] = { ...smallSchool({ courses: [] }).calendar, weeks: ['odd', 'even'] };

/** Rooms of the homerooms closed, so that every lesson there is away from home; rules that cannot hold. */
const twoWeeks = smallSchool({
  calendar,
  rooms: [
    { id: 'r1', name: 'r1', seats: 50, kind: 'classroom', unavailable: '*.*' },
    { id: 'r2', name: 'r2', seats: 50, kind: 'classroom', unavailable: '*.*/odd' },
    { id: 'r3', name: 'r3', seats: 50, kind: 'classroom' },
    { id: 'r4', name: 'r4', seats: 50, kind: 'classroom' },
  ],
  courses: [
    course('mat', { periods: 3, doubles: 1, loadPercent: 75, teachers: ['m1'] }),
    course('eng', {
      lessons: [
        { count: 2, slots: 'mon.*' },
        { count: 1, weeks: 'either', with: [['p1', 'p2']] },
        { count: 1, weeks: 'other' },
      ],
      with: [['s1']],
    }),
    course('phy', { lessons: [{ count: 1, weeks: 'odd', length: 2 }], teachers: ['p1'] }),
  ],
  rules: [
    rule('course.spread', { maxPerDay: 1 }),
    rule('slots.prefer', { slots: '*.8', share: 50 }),
    rule('slots.forbid', { slots: '*.*/odd' }),
    rule('room.own', {}),
    rule('room.stable', {}),
    rule('teacher.maxPerDay', { max: 1 }),
    rule('teacher.maxConsecutive', { max: 1 }),
    rule('teacher.maxGap', { max: 0 }),
    rule('teacher.meeting', { slots: 'mon.*', teachers: ['e1'] }),
    rule('teacher.apart', { teachers: ['e1', 's1'] }),
  ],
});

const bySize = smallSchool({
  homerooms: [
    { id: 'h1', name: 'h1', grade: 'g1', room: 'r1', size: 55 },
    { id: 'h2', name: 'h2', grade: 'g1', room: 'r2', size: 48 },
  ],
  students: [],
  courses: [
    course('mat', { periods: 4 }),
    course('pe', { periods: 2, teachers: 'none', room: 'none', grouping: 'auto' }),
  ],
});

const forming = smallSchool({
  grades: [grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }], formHomerooms: { count: 2, size: { max: 5 } } })],
  homerooms: [],
  students: [
    ...Array.from({ length: 5 }, (_, i) => ({ id: `a${i}`, grade: 'g1', choices: '物' })),
    ...Array.from({ length: 4 }, (_, i) => ({ id: `b${i}`, grade: 'g1', choices: '史' })),
  ],
  teachers: [teacher('m1', 'mat'), teacher('p1', 'phy'), teacher('i1', 'his')],
  courses: [
    course('mat', { periods: 3 }),
    course('phy', { periods: 2, for: 'chosen', grouping: 'auto' }),
    course('his', { periods: 2, for: 'chosen', grouping: 'auto' }),
  ],
  defaults: true,
});

/** Lines with either and other lessons, two teachers in the laboratory, a Friday every second week, teachers who are too few. */
const linedWeeks = smallSchool({
  calendar: { ...calendar, closed: 'fri.*/even' },
  grades: [grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }], size: { max: 4 }, lines: 2 })],
  students: [...students('a', 'h1', 5, { choices: '物' }), ...students('b', 'h2', 5, { choices: '史' })],
  teachers: [
    teacher('m1', 'mat', { load: { max: 7 }, unavailable: 'mon.*/odd' }),
    teacher('p1', 'phy', { load: { max: 3 } }),
    teacher('p2', 'phy'),
    teacher('i1', 'his', { maxPerDay: 1 }),
  ],
  courses: [
    course('mat', { periods: 4, doubles: 1 }),
    course('phy', {
      for: 'chosen',
      grouping: 'walking',
      loadPercent: 70,
      lessons: [{ count: 1 }, { count: 1, length: 2, weeks: 'either', roomKind: 'lab:physics', with: [['p1', 'p2']] }],
    }),
    course('his', { for: 'chosen', grouping: 'walking', lessons: [{ count: 1 }, { count: 1, weeks: 'even' }] }),
  ],
  defaults: true,
});

const choosing = (more: Partial<School> = {}): School =>
  smallSchool({
    grades: [grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }], size: { max: 4 } })],
    students: [...students('a', 'h1', 5, { choices: '物' }), ...students('b', 'h2', 5, { choices: '物' })],
    teachers: [teacher('m1', 'mat'), teacher('m2', 'mat'), teacher('p1', 'phy'), teacher('p2', 'phy')],
    courses: [course('mat', { periods: 4 }), course('phy', { periods: 3, for: 'chosen', grouping: 'walking' })],
    ...more,
  });

describe('a week as solved', () => {
  it.each(Object.entries({ twoWeeks, linedWeeks, bySize, forming }))('of %s: both counts agree', async (_, school) => {
    const week = await solved(school);
    expect(judge(school, week).disagreements).toEqual([]);
    expect(week.unserved).toEqual([]);
  });

  it('changed from an earlier one: both counts agree on what is kept', async () => {
    const before = choosing();
    const base = await solved(before);
    const after = choosing({
      grades: before.grades.map((one) => ({ ...one, size: { max: 3 }, closed: 'mon|tue.*' })),
      teachers: before.teachers.map((one) => (one.id === 'm1' ? { ...one, unavailable: '*.*' } : one)),
      rooms: before.rooms.map((room) => (room.id === 'r1' ? { ...room, unavailable: '*.*' } : room)),
      students: before.students.filter(({ id }) => id !== 'a1'),
    });
    const week = await solved(after, base);
    const { rules, disagreements } = judge(after, week, base);
    expect(disagreements).toEqual([]);
    const kept = rules.filter(({ type }) => type.startsWith('keep.'));
    expect(kept.map(({ rule: id }) => id)).toEqual(['keep.student', 'keep.teacher', 'keep.slot', 'keep.room']);
    for (const { rule: id, deviation } of kept) expect([id, deviation > 0]).toEqual([id, true]);
  });

  it('as a plan of sections: both counts agree', async () => {
    for (const school of [twoWeeks, linedWeeks, bySize, forming, choosing()]) {
      const week = await plan(school, bytesOf(school), OPTIONS);
      expect(judge(school, week).disagreements).toEqual([]);
    }
  });
});
