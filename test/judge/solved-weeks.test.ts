/** Weeks of every kind of school, as solved: the judge, who shares no counting with the engine, comes to the same score. */
import { describe, expect, it } from 'vitest';
import { plan } from '../../src/api/plan.ts';
import { solve } from '../../src/api/solve.ts';
import { judge } from '../../src/judge/judge.ts';
import { RULES_READ } from '../../src/school/rule-table.ts';
import type { Rule, School } from '../../src/school/types.ts';
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
    { id: 'h1', name: 'h1', grade: 'g1', room: 'r1', size: 50 },
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
    teacher('m1', 'mat', { load: { max: 8 }, unavailable: 'mon.*/odd' }),
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

const atHome = (courseId: string, homeroom: string): { course: string; homeroom: string } => ({
  course: courseId,
  homeroom,
});
/** 合班: these courses of both homerooms. */
const together = (...courses: string[]): Rule[] =>
  courses.map((id) =>
    rule('sections.joint', { id: `joint ${id}`, sections: [atHome(id, 'h2'), atHome(id, 'h1')], strength: 'must' }),
  );

/** Physical education of both homerooms together: one teacher with just the periods for it, one field that holds all. */
const jointly = (more: Partial<School> = {}): School =>
  smallSchool({
    courses: [course('mat', { periods: 5 }), course('pe', { periods: 3, doubles: 1, roomKind: 'field' })],
    teachers: [teacher('m1', 'mat'), teacher('m2', 'mat'), teacher('s1', 'pe', { load: { max: 3 } })],
    rooms: [
      { id: 'r1', name: 'r1', seats: 50, kind: 'classroom' },
      { id: 'r2', name: 'r2', seats: 50, kind: 'classroom' },
      { id: 'gym', name: 'gym', seats: 5, kind: 'field' },
      { id: 'field', name: 'field', seats: 6, kind: 'field' },
    ],
    rules: [...together('pe'), rule('room.stable', {}), rule('course.spread', { maxPerDay: 1 })],
    ...more,
  });

const jointlyTwoWeeks = jointly({
  calendar,
  courses: [
    course('mat', { periods: 5 }),
    course('pe', {
      roomKind: 'field',
      lessons: [{ count: 1, weeks: 'either', length: 2 }, { count: 1, weeks: 'other' }, { count: 1 }],
    }),
  ],
});

/** Where and when the sections of physical education are taught, and by whom: one line for each of the two. */
const taughtAs = ({ sections, lessons }: Timetable): string[] =>
  sections
    .filter(({ course: id }) => id === 'pe')
    .map(({ id, teachers }) =>
      lessons
        .filter(({ section }) => section === id)
        .map(({ index, slot, weeks, room }) => [index, slot, weeks, room, ...teachers].join(' '))
        .join(', '),
    );

/** What each type of rule is stated with; a school that states all of them asks for more than can be had. */
const STATED: Record<string, Partial<Rule>> = {
  'slots.forbid': { slots: '*.8' },
  'slots.require': { slots: 'mon.*', count: 2 },
  'slots.prefer': { slots: '*.1|2', share: 50 },
  'course.spread': { maxPerDay: 1, minGapDays: 2 },
  'course.halfday': { amMin: 2, pmMax: 1 },
  'course.doubles': { slots: '*.5|6', alternateDays: true },
  'course.notSameDay': { courses: ['mat', 'eng'] },
  'course.notAdjacent': { courses: ['pe', 'mat'], ordered: true },
  'course.order': Object.fromEntries([
    ['first', 'phy'],
    // a key of the contract
    // oxlint-disable-next-line unicorn/no-thenable
    ['then', 'mat'],
  ]),
  'sections.maxParallel': { max: 1, slots: '*.1' },
  'weeks.pair': { courses: ['eng', 'pe'] },
  'lessons.finishBy': { day: 'wed' },
  'teacher.maxPerDay': { max: 1 },
  'teacher.minPerDay': { min: 2 },
  'teacher.maxConsecutive': { max: 1 },
  'teacher.maxDays': { max: 2 },
  'teacher.maxGap': { max: 0 },
  'teacher.meeting': { slots: 'mon|tue.*', length: 2, teachers: ['m1', 'e1'] },
  'teacher.apart': { teachers: ['m1', 'e1'] },
  'teacher.edgeFair': { slots: '*.7|8', ratio: 100 },
  'teacher.loadFair': { tolerance: 0 },
  'teacher.sections': { max: 1 },
  'teacher.fewCourses': { max: 1 },
  'teacher.same': { courses: ['mat', 'eng'] },
  'progress.equal': { days: 0 },
  'progress.doubles': { days: 0 },
  'size.band': { tolerance: 0 },
  'gender.balance': { tolerance: 0 },
  'score.balance': { tolerance: 0 },
  'students.together': { students: ['a1', 'b1'] },
  'students.apart': { students: ['a2', 'a3'] },
  'student.free': { slots: '*.7|8', maxPerDay: 3, supervised: true },
  'student.gaps': { max: 0 },
  'walking.moves': { max: 0 },
  'building.change': { floors: 0 },
  'room.prefer': { rooms: ['r3'] },
  'room.near': { floors: 0 },
  'room.reserve': { count: 2 },
};
const TYPES = RULES_READ.filter((type) => !type.startsWith('keep.') && type !== 'sections.joint');

/** Odd and even weeks, two buildings, walking physics, and every rule there is. */
const everyRule = (strength: 1 | 3, joint: Rule[] = []): School =>
  smallSchool({
    calendar,
    buildings: [
      { id: 'A', name: 'A' },
      { id: 'B', name: 'B' },
    ],
    rooms: ['r1', 'r2', 'r3', 'r4'].map((id, i) => ({
      id,
      name: id,
      seats: 20,
      kind: 'classroom',
      building: i < 2 ? 'A' : 'B',
      floor: i,
    })),
    grades: [grade('g1', { size: { min: 2, target: 3, max: 6 } })],
    students: [
      ...students('a', 'h1', 5).map((one, i) => ({ ...one, gender: i % 2 === 0 ? 'f' : 'm', score: 500 + 7 * i })),
      ...students('b', 'h2', 5).map((one, i) => ({ ...one, gender: i % 3 === 0 ? 'f' : 'm', score: 540 - 9 * i })),
    ],
    courses: [
      course('mat', { periods: 4, doubles: 1 }),
      course('eng', { lessons: [{ count: 2 }, { count: 1, weeks: 'either' }] }),
      course('pe', { lessons: [{ count: 1 }, { count: 1, weeks: 'either' }] }),
      course('phy', { periods: 3, doubles: 1, grouping: 'walking', sections: 2 }),
    ],
    rules: [...joint, ...TYPES.map((type) => rule(type, { ...STATED[type], strength }))],
    defaults: false,
  });

describe('a week as solved', () => {
  it.each([1, 3] as const)(
    'with a rule of every type, each of weight %i: both counts agree, and the rules bite',
    async (strength) => {
      const week = await solved(everyRule(strength));
      const { disagreements, rules } = judge(everyRule(strength), week);
      expect(disagreements).toEqual([]);
      const counted = rules.filter(({ type }) => !type.startsWith('structural.'));
      expect(counted.map(({ type }) => type)).toEqual(TYPES);
      expect(counted.filter(({ deviation }) => deviation > 0).length).toBeGreaterThan(15);
    },
  );

  it.each([1, 3] as const)(
    'with a rule of every type, each of weight %i, and courses taught jointly: both counts agree',
    async (strength) => {
      const school = everyRule(strength, together('pe', 'mat'));
      const week = await solved(school);
      expect(judge(school, week).disagreements).toEqual([]);
      const again = await solved(everyRule(strength, together('mat', 'eng')), week);
      expect(judge(everyRule(strength, together('mat', 'eng')), again, week).disagreements).toEqual([]);
    },
  );

  it.each(Object.entries({ jointly: jointly(), jointlyTwoWeeks }))(
    'of %s: complete, both sections at the same times, in the room that holds both, with the one teacher',
    async (_, school) => {
      const week = await solved(school);
      expect([week.status, week.unplaced, judge(school, week).disagreements]).toEqual(['complete', [], []]);
      const [one, other] = taughtAs(week);
      expect(one).toBe(other);
      expect(one?.match(/ field s1/g)).toHaveLength(school.calendar.weeks ? 3 : 2);
      // Away when the first of these lessons is: both sections move with it, and nothing else does.
      const moved = week.lessons.find(({ section, index }) => section === 'pe/h1' && index === 0)?.slot ?? '';
      const teachers = school.teachers.map((it) => (it.id === 's1' ? { ...it, unavailable: moved } : it));
      const next = await solved({ ...school, teachers }, week);
      expect([next.status, judge({ ...school, teachers }, next, week).disagreements]).toEqual(['complete', []]);
      expect(new Set(taughtAs(next)).size).toBe(1);
      expect(taughtAs(next)).not.toEqual(taughtAs(week));
    },
  );

  it('in which joint sections fit into no room together: both counts agree on what is missing', async () => {
    const school = jointly({ rooms: jointly().rooms.filter(({ id }) => id !== 'field') });
    const week = await solved(school);
    expect(judge(school, week).disagreements).toEqual([]);
    expect(week.status).toBe('partial');
  });

  it.each(Object.entries({ twoWeeks, linedWeeks, bySize, forming }))('of %s: both counts agree', async (_, school) => {
    const week = await solved(school);
    expect(judge(school, week).disagreements).toEqual([]);
    expect(week.status).not.toBe('impossible');
    expect(week.unserved).toEqual([]);
  });

  it('changed from an earlier one: both counts agree on what is kept', async () => {
    const before = choosing();
    const base = await solved(before);
    const walking = base.sections.filter(({ course: id }) => id === 'phy');
    // One of the smallest section leaves: then somebody of the largest has to go there.
    const [smallest] = walking.sort((a, b) => a.students.length - b.students.length);
    const away = base.sections.find(({ course: id }) => id === 'mat')?.teachers[0];
    const after = choosing({
      grades: before.grades.map((one) => ({ ...one, size: { max: 3 }, closed: 'mon|tue.*' })),
      teachers: before.teachers.map((one) => (one.id === away ? { ...one, unavailable: '*.*' } : one)),
      rooms: before.rooms.map((room) => (room.id === 'r1' ? { ...room, unavailable: '*.*' } : room)),
      students: before.students.filter(({ id }) => id !== smallest?.students[0]),
    });
    const week = await solved(after, base);
    const { rules, disagreements } = judge(after, week, base);
    expect(disagreements).toEqual([]);
    const kept = rules.filter(({ type }) => type.startsWith('keep.'));
    expect(kept.map(({ rule: id }) => id)).toEqual(['keep.student', 'keep.teacher', 'keep.slot', 'keep.room']);
    for (const { rule: id, deviation } of kept) expect([id, deviation > 0]).toEqual([id, true]);
  });

  it('as a plan of sections: both counts agree', async () => {
    for (const school of [twoWeeks, linedWeeks, bySize, forming, choosing(), jointly()]) {
      const week = await plan(school, bytesOf(school), OPTIONS);
      expect(judge(school, week).disagreements).toEqual([]);
    }
  });
});
