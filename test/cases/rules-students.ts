/** 自习, 学生空堂, 走动, 换楼. */
import type { Rule, School } from '../../src/school/types.ts';
import type { SelfStudy } from '../../src/timetable/types.ts';
import { course, grade, rule, smallSchool, students, weekCase, type Case, type LessonRow } from './build.ts';
import { twoWeeks } from './rules-time.ts';

/** Two days of eight periods, one student. */
const usual = smallSchool({ courses: [] });
const twoDays: School['calendar'] = { ...usual.calendar, days: usual.calendar.days.slice(0, 2) };
const one = { calendar: twoDays, students: [{ id: 'a1', homeroom: 'h1' }] };

/** The student's lessons of mathematics in these slots, each in its room. */
function maths(
  name: string,
  rules: Rule[],
  lessons: [slot: string, room: string][],
  expect: Case['expect'],
  parts: Partial<School> = {},
): Case {
  const school = smallSchool({ ...one, courses: [course('mat', { periods: lessons.length })], rules, ...parts });
  const rows = lessons.map(([slot, room], index): LessonRow => ['mat/h1', index, slot, room]);
  return weekCase(name, school, [['mat/h1', 'm1', 'h1']], rows, expect);
}

const inRoom = (...slots: string[]): [string, string][] => slots.map((slot) => [slot, 'r1']);
const studying = (made: Case, ...selfStudy: SelfStudy[]): Case => ({
  ...made,
  timetable: { ...made.timetable, selfStudy },
});
const study = (slot: string, more: Partial<SelfStudy> = {}): SelfStudy => ({
  slot,
  weeks: 'every',
  room: 'r2',
  teacher: 'e1',
  students: ['a1'],
  ...more,
});

const monday = inRoom('mon.1', 'mon.2', 'mon.3', 'mon.4', 'mon.5', 'mon.6', 'mon.7', 'mon.8');
const closedTuesday = { grades: [grade('g1', { closed: 'tue.1|2|3|4|5|6' })] };
const free = (more: Partial<Rule>): Rule[] => [rule('student.free', more)];

const frees: Case[] = [
  maths(
    '自习: the two free periods are where they may be',
    free({ slots: '*.7|8', maxPerDay: 2 }),
    monday,
    {},
    closedTuesday,
  ),
  maths(
    '自习: two free periods on Tuesday, one allowed, neither of them there',
    free({ slots: 'mon.*', maxPerDay: 1 }),
    monday,
    { 'student.free': 3 },
    closedTuesday,
  ),
  maths(
    '自习: evening is an open slot too; on Monday two are free',
    free({ maxPerDay: 0 }),
    monday.slice(0, 6),
    { 'student.free': 4 },
    closedTuesday,
  ),
  studying(
    maths(
      '自习: one period with room and teacher, one with a room only',
      free({ supervised: true }),
      monday,
      { 'student.free': 1 },
      closedTuesday,
    ),
    study('tue.7'),
    {
      slot: 'tue.8',
      weeks: 'every',
      room: 'r2',
      students: ['a1'],
    },
  ),
  studying(
    maths(
      '自习: where nobody need supervise, rooms are enough',
      free({ supervised: false }),
      monday,
      {},
      closedTuesday,
    ),
    study('tue.7'),
    {
      slot: 'tue.8',
      weeks: 'every',
      room: 'r2',
      students: ['a1'],
    },
  ),
  maths('自习: without places', free({ supervised: false }), monday, { 'student.free': 2 }, closedTuesday),
  weekCase(
    '自习: students of one homeroom only; a walking section leaves the others free',
    smallSchool({
      calendar: twoDays,
      grades: [grade('g1', { closed: ['tue.*', 'mon.3|4|5|6|7|8'] })],
      students: [...students('a', 'h1', 2), ...students('b', 'h2', 2)],
      courses: [course('phy', { periods: 2, grouping: 'walking', for: 'listed' })],
      sections: [{ id: 'phy/1', course: 'phy', students: ['a1', 'b1'] }],
      rules: free({ maxPerDay: 1, homerooms: ['h1'] }),
    }),
    [['phy/1', 'p1', 'a1 b1']],
    [
      ['phy/1', 0, 'mon.1', 'r1'],
      ['phy/1', 1, 'mon.2', 'r1'],
    ],
    { 'student.free': 1 },
  ),
  studying(
    weekCase(
      '自习: in odd weeks with a place, in even weeks without',
      smallSchool({
        ...one,
        calendar: { ...twoDays, weeks: twoWeeks.weeks ?? ['odd', 'even'] },
        grades: [grade('g1', { closed: ['tue.*', 'mon.3|4|5|6|7|8'] })],
        courses: [course('mat', { periods: 1 })],
        rules: free({ supervised: true }),
      }),
      [['mat/h1', 'm1', 'h1']],
      [['mat/h1', 0, 'mon.1', 'r1']],
      { 'student.free': 1 },
    ),
    study('mon.2', { weeks: 'odd' }),
  ),
];

const gap = (max: number, more: Partial<Rule> = {}): Rule[] => [rule('student.gaps', { max, ...more })];
const gaps: Case[] = [
  maths(
    '学生空堂: one free period between lessons of the morning, one of the afternoon',
    gap(1),
    inRoom('mon.1', 'mon.3', 'mon.5', 'mon.7'),
    {},
  ),
  maths(
    '学生空堂: two free periods in one morning, none allowed, and one in an afternoon',
    gap(0),
    inRoom('mon.1', 'mon.4', 'tue.5', 'tue.7'),
    { 'student.gaps': 3 },
  ),
  maths('学生空堂: over noon and before the evening there is none', gap(0), inRoom('mon.2', 'mon.6', 'mon.8'), {}),
  maths(
    '学生空堂: a closed slot is no free period; a double fills two',
    gap(0),
    inRoom('tue.5', 'mon.1'),
    {},
    {
      courses: [course('mat', { periods: 3, doubles: 1 })],
      grades: [grade('g1', { closed: 'mon.3' })],
    },
  ),
  weekCase(
    '学生空堂: only of those who take physics: they have it in the gap, the others not',
    smallSchool({
      calendar: twoDays,
      students: students('a', 'h1', 3),
      courses: [course('mat', { periods: 2 }), course('phy', { periods: 1, grouping: 'walking', for: 'listed' })],
      sections: [{ id: 'phy/1', course: 'phy', students: ['a1'] }],
      rules: gap(0),
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['phy/1', 'p1', 'a1'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'mon.3', 'r1'],
      ['phy/1', 0, 'mon.2', 'lab'],
    ],
    { 'student.gaps': 2, 'structural.kind': 1 },
  ),
  maths(
    '学生空堂: of two slots between the closed one is none',
    gap(0),
    inRoom('mon.1', 'mon.4'),
    { 'student.gaps': 1 },
    {
      grades: [grade('g1', { closed: 'mon.3' })],
    },
  ),
];

const moves = (max: number, more: Partial<Rule> = {}): Rule[] => [rule('walking.moves', { max, ...more })];
const walks: Case[] = [
  maths('走动: one room all day', moves(0), inRoom('mon.1', 'mon.2', 'mon.3', 'mon.5'), {}),
  maths(
    '走动: three changes in a morning, one allowed; across the long break too',
    moves(1),
    [
      ['mon.1', 'r1'],
      ['mon.2', 'r2'],
      ['mon.3', 'r3'],
      ['mon.4', 'r1'],
    ],
    {
      'walking.moves': 2,
    },
  ),
  maths(
    '走动: over noon, over a free period and into the evening none',
    moves(0),
    [
      ['mon.4', 'r1'],
      ['mon.5', 'r2'],
      ['mon.7', 'r1'],
      ['mon.8', 'r2'],
    ],
    {},
  ),
  maths(
    '走动: a double stays where it is',
    moves(0),
    [
      ['mon.3', 'r1'],
      ['mon.1', 'r2'],
    ],
    { 'walking.moves': 1 },
    {
      courses: [course('mat', { periods: 3, doubles: 1 })],
    },
  ),
  weekCase(
    '走动: each student: the two who walk to physics, and back',
    smallSchool({
      calendar: twoDays,
      students: students('a', 'h1', 3),
      courses: [course('mat', { periods: 2 }), course('phy', { periods: 1, grouping: 'walking', for: 'listed' })],
      sections: [{ id: 'phy/1', course: 'phy', students: ['a1', 'a2'] }],
      rules: moves(0),
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['phy/1', 'p1', 'a1 a2'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'mon.3', 'r1'],
      ['phy/1', 0, 'mon.2', 'r3'],
    ],
    { 'walking.moves': 4 },
  ),
  maths(
    '走动: other students',
    moves(0, { students: ['a9'] }),
    [
      ['mon.1', 'r1'],
      ['mon.2', 'r2'],
    ],
    {},
    {
      students: [
        { id: 'a1', homeroom: 'h1' },
        { id: 'a9', homeroom: 'h2', exempt: ['mat'] },
      ],
    },
  ),
  maths(
    '走动: from the morning into the afternoon is no change of a half, even without a noon break',
    moves(0),
    [
      ['mon.4', 'r1'],
      ['mon.5', 'r2'],
    ],
    {},
    { grades: [grade('g1', { breakAfter: { '4': 'short' } })] },
  ),
];

/** r1 and r2 in A on the first and the fourth floor, r3 in B; the field nowhere. */
const built: Partial<School> = {
  buildings: [
    { id: 'A', name: 'A' },
    { id: 'B', name: 'B' },
  ],
  rooms: usual.rooms.map((room) => {
    const building = { r1: 'A', r2: 'A', r3: 'B' }[room.id];
    const floor = { r1: 1, r2: 4, r3: 1 }[room.id];
    return { ...room, ...(building === undefined ? {} : { building }), ...(floor === undefined ? {} : { floor }) };
  }),
};
const change = (more: Partial<Rule> = {}): Rule[] => [rule('building.change', more)];
const buildings: Case[] = [
  maths(
    '换楼: within a building, and over the long break',
    change(),
    [
      ['mon.1', 'r1'],
      ['mon.2', 'r2'],
      ['mon.3', 'r3'],
      ['mon.5', 'r1'],
    ],
    {},
    built,
  ),
  maths(
    '换楼: to the other building and back',
    change(),
    [
      ['mon.5', 'r1'],
      ['mon.6', 'r3'],
      ['mon.7', 'r2'],
    ],
    { 'building.change': 2 },
    built,
  ),
  maths(
    '换楼: three floors up, two allowed',
    change({ floors: 2 }),
    [
      ['mon.1', 'r1'],
      ['mon.2', 'r2'],
      ['tue.5', 'r3'],
      ['tue.6', 'r1'],
    ],
    { 'building.change': 2 },
    built,
  ),
  maths(
    '换楼: a room without a building is near',
    change({ floors: 0 }),
    [
      ['mon.1', 'r1'],
      ['mon.2', 'field'],
      ['mon.3', 'r3'],
    ],
    { 'structural.kind': 1 },
    built,
  ),
  maths(
    '换楼: by the breaks of the grade the first is a long one',
    change(),
    [
      ['mon.1', 'r1'],
      ['mon.2', 'r3'],
      ['mon.3', 'r1'],
    ],
    { 'building.change': 1 },
    {
      ...built,
      grades: [grade('g1', { breakAfter: { '1': 'long', '2': 'short' } })],
    },
  ),
];

export const ruleStudentCases: Case[] = [...frees, ...gaps, ...walks, ...buildings];
