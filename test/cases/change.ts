/** Change against an earlier week, and teachers kept apart. */
import type { Rule, School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import {
  changed,
  course,
  grade,
  rule,
  smallSchool,
  smallWeek,
  students,
  weekCase,
  type Case,
  type LessonRow,
} from './build.ts';

const choosing = (rules: Rule[], parts: Partial<School> = {}): School =>
  smallSchool({
    grades: [grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }] })],
    students: [...students('a', 'h1', 3, { choices: '物' }), ...students('b', 'h2', 3, { choices: '物' })],
    courses: [
      course('mat', { periods: 3, doubles: 1 }),
      course('phy', { periods: 1, for: 'chosen', grouping: 'walking' }),
    ],
    rules,
    ...parts,
  });

const lessons: LessonRow[] = [
  ['mat/h1', 0, 'mon.1', 'r1'],
  ['mat/h1', 1, 'tue.1', 'r1'],
  ['mat/h2', 0, 'mon.1', 'r2'],
  ['mat/h2', 1, 'tue.1', 'r2'],
  ['phy/1', 0, 'wed.1', 'r1'],
  ['phy/2', 0, 'wed.1', 'r2'],
];
const before = smallWeek(
  choosing([]),
  [
    ['mat/h1', 'm1', 'h1'],
    ['mat/h2', 'm2', 'h2'],
    ['phy/1', 'p1', 'a1 a2 b1'],
    ['phy/2', 'p2', 'a3 b2 b3'],
  ],
  lessons,
);

/** The earlier week with something changed, judged by the rules. */
const against = (
  name: string,
  rules: Rule[],
  change: (week: Timetable) => void,
  expect: Case['expect'],
  parts: Partial<School> = {},
): Case => {
  const school = choosing(rules, parts);
  return changed(
    { name, school, timetable: { ...before, school: { name: '', sha256: '' } }, base: before, expect },
    name,
    change,
    expect,
  );
};

const withoutBase = ({ name, school, timetable, expect }: Case): Case => ({ name, school, timetable, expect });

const to =
  (section: string, index: number, slot: string, room?: string) =>
  ({ lessons: all }: Timetable): void => {
    const lesson = all.find((one) => one.section === section && one.index === index);
    if (lesson) Object.assign(lesson, { slot, ...(room === undefined ? {} : { room }) });
  };
const all =
  (...changes: ((week: Timetable) => void)[]) =>
  (week: Timetable): void =>
    changes.forEach((change) => change(week));
const teach =
  (section: string, teacherId: string) =>
  ({ sections }: Timetable): void => {
    const one = sections.find(({ id }) => id === section);
    if (one) one.teachers = [teacherId];
  };
/** Two students change places. */
const exchange =
  (one: string, other: string) =>
  ({ sections }: Timetable): void => {
    for (const section of sections.filter(({ course: id }) => id === 'phy')) {
      section.students = section.students.map((id) => (id === one ? other : id === other ? one : id));
    }
  };

const slot = rule('keep.slot');
const room = rule('keep.room');
const teachers = rule('keep.teacher');
const student = rule('keep.student');

const kept: Case[] = [
  against('keep: nothing changed', [slot, room, teachers, student], () => {}, {}),
  withoutBase(against('keep: without an earlier week', [slot], to('mat/h1', 0, 'fri.1'), {})),
  against(
    'keep.slot: a single moved, a double moved by one period',
    [slot],
    all(to('mat/h1', 0, 'fri.1'), to('mat/h2', 1, 'tue.2')),
    {
      'keep.slot': 2,
    },
  ),
  against(
    'keep.slot: a single where the double began is in a slot of the section, the double elsewhere is not',
    [slot],
    all(to('mat/h1', 0, 'tue.1'), to('mat/h1', 1, 'thu.1')),
    { 'keep.slot': 2 },
  ),
  against(
    'keep.slot: of selected courses only',
    [rule('keep.slot', { courses: ['phy'] })],
    to('mat/h1', 0, 'fri.1'),
    {},
  ),
  against(
    'keep.slot: at most one period per section, at most two in all, whatever the strength',
    [rule('keep.slot', { maxEach: 1, max: 2 })],
    all(to('mat/h1', 1, 'thu.1'), to('mat/h2', 0, 'fri.1')),
    { 'keep.slot': 3, 'keep.slot.max': 2 },
  ),
  against(
    'keep.slot: three periods of two sections, as many as each and all may change',
    [rule('keep.slot', { maxEach: 2, max: 3 })],
    all(to('mat/h1', 1, 'thu.1'), to('mat/h2', 0, 'fri.1')),
    { 'keep.slot': 3 },
  ),
  against(
    'keep.slot: none may change; a single goes to where the double began, and the double to where the single was',
    [rule('keep.slot', { max: 0 })],
    all(to('mat/h1', 0, 'tue.1'), to('mat/h1', 1, 'mon.1')),
    { 'keep.slot': 1, 'keep.slot.max': 1 },
  ),
  against(
    'keep.slot: none of one course may change, others may',
    [rule('keep.slot', { courses: ['phy'], max: 0 }), rule('keep.slot', { id: 'mat', courses: ['mat'] })],
    all(to('mat/h1', 0, 'fri.1'), to('phy/2', 0, 'fri.2')),
    { 'keep.slot': 1, 'keep.slot.max': 1, mat: 1 },
  ),
  against(
    'keep.slot: two lessons of a section in one new slot take one slot',
    [rule('keep.slot', { maxEach: 1 })],
    all(to('mat/h1', 0, 'thu.1'), to('mat/h1', 1, 'thu.1')),
    { 'keep.slot': 2, 'keep.slot.max': 1, 'structural.student': 3, 'structural.teacher': 1, 'structural.room': 1 },
  ),
  against(
    'keep.room: as many as each and all may change',
    [rule('keep.room', { maxEach: 2, max: 2 })],
    all(to('mat/h1', 0, 'mon.1', 'r3'), to('mat/h1', 1, 'tue.1', 'r3')),
    { 'keep.room': 2 },
  ),
  against(
    'keep.room: one lesson per section, two in all, and three are elsewhere',
    [rule('keep.room', { maxEach: 1, max: 2 })],
    all(to('mat/h1', 0, 'mon.1', 'r3'), to('mat/h1', 1, 'tue.1', 'r3'), to('phy/1', 0, 'wed.1', 'r3')),
    { 'keep.room': 3, 'keep.room.max': 2 },
  ),
  against(
    'keep.room: none may change, and lessons move in time only',
    [rule('keep.room', { max: 0, maxEach: 0 })],
    all(to('mat/h1', 0, 'fri.1'), to('phy/1', 0, 'thu.1')),
    {},
  ),
  against(
    'keep.room: two lessons in a room that the section did not use',
    [room],
    all(to('mat/h1', 0, 'mon.1', 'r3'), to('mat/h1', 1, 'tue.1', 'r3')),
    {
      'keep.room': 2,
    },
  ),
  against('keep.room: the same rooms at other times', [room], all(to('phy/1', 0, 'thu.1', 'r1')), {}),
  against(
    'keep.room: a room that the school has no more cannot be kept',
    [room],
    all(to('mat/h2', 0, 'mon.1', 'r3'), to('mat/h2', 1, 'tue.1', 'r3'), to('phy/2', 0, 'wed.1', 'r3')),
    {},
    {
      rooms: choosing([]).rooms.filter(({ id }) => id !== 'r2'),
      homerooms: choosing([]).homerooms.map((homeroom) => ({ ...homeroom, room: homeroom.id === 'h1' ? 'r1' : 'r3' })),
    },
  ),
  against(
    'keep.teacher: two sections have changed teachers',
    [teachers],
    all(teach('phy/1', 'p2'), teach('phy/2', 'p1')),
    {
      'keep.teacher': 2,
    },
  ),
  against(
    'keep.teacher: a teacher who has left is not counted',
    [teachers],
    teach('phy/2', 'p1'),
    { 'structural.teacher': 1 },
    { teachers: choosing([]).teachers.filter(({ id }) => id !== 'p2') },
  ),
  against(
    'keep.teacher: at most one section got or given up per teacher',
    [rule('keep.teacher', { maxEach: 1 })],
    all(teach('phy/1', 'p2'), teach('phy/2', 'p1')),
    { 'keep.teacher': 2, 'keep.teacher.max': 2 },
  ),
  against(
    'keep.teacher: two sections got or given up per teacher are allowed, in all one',
    [rule('keep.teacher', { maxEach: 2, max: 1 })],
    all(teach('phy/1', 'p2'), teach('phy/2', 'p1')),
    { 'keep.teacher': 2, 'keep.teacher.max': 1 },
  ),
  against('keep.teacher: within both caps', [rule('keep.teacher', { maxEach: 1, max: 1 })], teach('phy/1', 'p2'), {
    'keep.teacher': 1,
    'structural.teacher': 1,
  }),
  against(
    'keep.teacher: a section without a teacher has lost its own',
    [rule('keep.teacher', { maxEach: 0, max: 0 })],
    ({ sections }) => {
      for (const section of sections) if (section.id === 'phy/2') section.teachers = [];
    },
    { 'keep.teacher': 1, 'keep.teacher.max': 2, 'structural.qualified': 1 },
  ),
  against('keep.student: two have changed places', [student], exchange('a1', 'a3'), { 'keep.student': 2 }),
  against(
    'keep.student: one who no longer takes the course has nothing to keep',
    [student],
    ({ sections }) => {
      for (const { course: id, students: roster } of sections)
        if (id === 'phy' && roster.includes('a1')) roster.shift();
    },
    {},
    {
      students: choosing([]).students.map((one) => (one.id === 'a1' ? { ...one, exempt: ['phy'] } : one)),
    },
  ),
  against(
    'keep.student: one change in all is allowed, two are made',
    [rule('keep.student', { max: 1, maxEach: 1 })],
    exchange('a1', 'a3'),
    { 'keep.student': 2, 'keep.student.max': 1 },
  ),
  against(
    'keep.student: as many as each and all may change',
    [rule('keep.student', { max: 2, maxEach: 1 })],
    exchange('a1', 'a3'),
    { 'keep.student': 2 },
  ),
  against('keep.student: none of either', [rule('keep.student', { maxEach: 0 })], exchange('a1', 'a3'), {
    'keep.student': 2,
    'keep.student.max': 2,
  }),
  against(
    'keep.student: of selected students only, and nobody of these may change',
    [rule('keep.student', { students: ['a1', 'b1'], max: 0 })],
    exchange('a1', 'a3'),
    { 'keep.student': 1, 'keep.student.max': 1 },
  ),
];

const apart = (
  name: string,
  stated: Rule,
  slots: [one: string, other: string],
  deviation: number,
  parts: Partial<School> = {},
): Case =>
  weekCase(
    name,
    smallSchool({ courses: [course('mat', { periods: 2, doubles: 1 })], rules: [stated], ...parts }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
    ],
    [
      ['mat/h1', 0, slots[0], 'r1'],
      ['mat/h2', 0, slots[1], 'r2'],
    ],
    deviation === 0 ? {} : { 'teacher.apart': deviation },
  );

const aparts: Case[] = [
  apart('apart: at different times', rule('teacher.apart', { teachers: ['m1', 'm2'] }), ['mon.1', 'mon.3'], 0),
  apart(
    'apart: one period of two doubles shared',
    rule('teacher.apart', { teachers: ['m1', 'm2'] }),
    ['mon.1', 'mon.2'],
    1,
  ),
  apart(
    'apart: two shared, one allowed',
    rule('teacher.apart', { teachers: ['m1', 'm2'], maxShared: 1 }),
    ['mon.1', 'mon.1'],
    1,
  ),
  apart(
    'apart: in a cycle of two weeks a slot of every week is shared twice, and one is allowed in each',
    rule('teacher.apart', { teachers: ['m1', 'm2'], maxShared: 1 }),
    ['mon.1', 'mon.2'],
    0,
    { calendar: { ...smallSchool({ courses: [] }).calendar, weeks: ['odd', 'even'] } },
  ),
  apart('apart: of three, every two', rule('teacher.apart', { teachers: ['m1', 'm2', 'e1'] }), ['mon.1', 'mon.1'], 2),
];

export const changeCases: Case[] = [...kept, ...aparts];
