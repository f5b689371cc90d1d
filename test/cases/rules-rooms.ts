/** 优先教室, 就近教室, 预留教室. */
import type { Rule, School } from '../../src/school/types.ts';
import { course, rule, smallSchool, weekCase, type Case, type LessonRow, type SectionRow } from './build.ts';
import { twoWeeks } from './rules-time.ts';

const usual = smallSchool({ courses: [] });
const one = { students: [{ id: 'a1', homeroom: 'h1' }] };

/** Lessons of one student: maths in the rooms of one list, a lab lesson of physics in the other. */
function lessons(
  name: string,
  rules: Rule[],
  mat: string[],
  phy: string[],
  expect: Case['expect'],
  parts: Partial<School> = {},
): Case {
  const school = smallSchool({
    ...one,
    courses: [
      ...(mat.length > 0 ? [course('mat', { periods: mat.length })] : []),
      ...(phy.length > 0 ? [course('phy', { periods: phy.length, roomKind: 'lab:physics' })] : []),
    ],
    rules,
    ...parts,
  });
  const sections: SectionRow[] = [
    ...(mat.length > 0 ? [['mat/h1', 'm1', 'h1'] as SectionRow] : []),
    ...(phy.length > 0 ? [['phy/h1', 'p1', 'h1'] as SectionRow] : []),
  ];
  const rows = [
    ...mat.map((room, index): LessonRow => ['mat/h1', index, `mon.${index + 1}`, room]),
    ...phy.map((room, index): LessonRow => ['phy/h1', index, `tue.${index + 1}`, room]),
  ];
  return weekCase(name, school, sections, rows, expect);
}

const prefer = (more: Partial<Rule>): Rule[] => [rule('room.prefer', { rooms: ['r2', 'r3'], ...more })];
const prefers: Case[] = [
  lessons('优先教室: in either of the two', prefer({}), ['r2', 'r3'], [], {}),
  lessons('优先教室: two of three lessons elsewhere', prefer({}), ['r1', 'r1', 'r2'], [], { 'room.prefer': 2 }),
  lessons('优先教室: lab lessons need another kind of room', prefer({}), ['r2'], ['lab'], {}),
  lessons('优先教室: of one course only', prefer({ courses: ['phy'], rooms: ['lab'] }), ['r1'], ['lab', 'lab'], {}),
  lessons(
    '优先教室: a double is one lesson',
    prefer({}),
    ['r1'],
    [],
    { 'room.prefer': 1 },
    {
      courses: [course('mat', { periods: 2, doubles: 1 })],
    },
  ),
  lessons(
    '优先教室: a lesson of every week counts once',
    prefer({}),
    ['r1'],
    [],
    { 'room.prefer': 1 },
    { calendar: twoWeeks },
  ),
];

/** r1 (of h1) and r2 (of h2) in A on the first and second floor, r3 in B, the lab in A on the fourth; the field nowhere. */
const built: Partial<School> = {
  buildings: [
    { id: 'A', name: 'A' },
    { id: 'B', name: 'B' },
  ],
  rooms: usual.rooms.map((room) => {
    const place = {
      r1: { building: 'A', floor: 1 },
      r2: { building: 'A', floor: 2 },
      r3: { building: 'B', floor: 1 },
      lab: { building: 'A', floor: 4 },
    }[room.id];
    return { ...room, ...place };
  }),
};
const near = (more: Partial<Rule> = {}): Rule[] => [rule('room.near', more)];
const nears: Case[] = [
  lessons('就近教室: all in the building', near(), ['r1', 'r2'], ['lab'], {}, built),
  lessons('就近教室: two in the other building', near(), ['r3', 'r3', 'r1'], [], { 'room.near': 2 }, built),
  lessons(
    '就近教室: and the lab three floors up',
    near({ floors: 1 }),
    ['r2', 'r3'],
    ['lab'],
    { 'room.near': 2 },
    built,
  ),
  lessons(
    '就近教室: a room without a building is not looked at',
    near({ floors: 0 }),
    ['field', 'r1'],
    [],
    { 'structural.kind': 1 },
    built,
  ),
  lessons(
    '就近教室: a homeroom without a room of its own neither',
    near(),
    ['r3'],
    [],
    {},
    {
      ...built,
      homerooms: [{ id: 'h1', name: 'h1', grade: 'g1' }],
    },
  ),
  weekCase(
    '就近教室: a walking section is near if it is near one of its homerooms',
    smallSchool({
      ...built,
      students: [
        { id: 'a1', homeroom: 'h1' },
        { id: 'b1', homeroom: 'h2' },
      ],
      homerooms: [
        { id: 'h1', name: 'h1', grade: 'g1', room: 'r1' },
        { id: 'h2', name: 'h2', grade: 'g1', room: 'r3' },
      ],
      courses: [course('mat', { periods: 2, grouping: 'walking' })],
      rules: near({ floors: 0 }),
    }),
    [['mat/1', 'm1', 'a1 b1']],
    [
      ['mat/1', 0, 'mon.1', 'r3'],
      ['mat/1', 1, 'mon.2', 'r2'],
    ],
    { 'room.near': 1 },
  ),
];

const reserve = (more: Partial<Rule>): Rule[] => [rule('room.reserve', { count: 1, ...more })];
const both: SectionRow[] = [
  ['mat/h1', 'm1', 'h1'],
  ['mat/h2', 'm2', 'h2'],
];
const filled = (
  name: string,
  rules: Rule[],
  rows: LessonRow[],
  expect: Case['expect'],
  parts: Partial<School> = {},
): Case =>
  weekCase(name, smallSchool({ courses: [course('mat', { periods: 2 })], rules, ...parts }), both, rows, expect);

const reserves: Case[] = [
  filled(
    '预留教室: three classrooms, two in use',
    reserve({}),
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'mon.2', 'r1'],
      ['mat/h2', 0, 'mon.1', 'r2'],
      ['mat/h2', 1, 'mon.2', 'r2'],
    ],
    {},
  ),
  filled(
    '预留教室: two to be kept free: once one is missing, where a room is away two',
    reserve({ count: 2, slots: 'mon.*' }),
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.2', 'r1'],
      ['mat/h2', 0, 'mon.1', 'r2'],
      ['mat/h2', 1, 'mon.2', 'r2'],
    ],
    { 'room.reserve': 2 },
    { rooms: usual.rooms.map((room) => (room.id === 'r3' ? { ...room, unavailable: 'mon.2' } : room)) },
  ),
  filled(
    '预留教室: of the rooms named; a double takes both of its slots',
    reserve({ rooms: ['r1', 'r2'] }),
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h2', 0, 'mon.1', 'r2'],
    ],
    { 'room.reserve': 2 },
    { courses: [course('mat', { periods: 2, doubles: 1 })] },
  ),
  filled(
    '预留教室: the only lab away on two slots; where the calendar is closed nothing is asked',
    reserve({ kind: 'lab:physics', slots: 'fri.*' }),
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'mon.2', 'r1'],
      ['mat/h2', 0, 'mon.1', 'r2'],
      ['mat/h2', 1, 'mon.2', 'r2'],
    ],
    { 'room.reserve': 1 },
    {
      calendar: { ...usual.calendar, closed: 'fri.8' },
      rooms: usual.rooms.map((room) => (room.id === 'lab' ? { ...room, unavailable: 'fri.7|8' } : room)),
    },
  ),
];
const studied = reserves[0];

export const ruleRoomCases: Case[] = [
  ...prefers,
  ...nears,
  ...reserves,
  ...(studied === undefined
    ? []
    : [
        {
          ...studied,
          name: '预留教室: self-study in the third room',
          timetable: {
            ...studied.timetable,
            selfStudy: [{ slot: 'mon.1', weeks: 'every' as const, room: 'r3', students: [] }],
          },
          expect: { 'room.reserve': 1 },
        },
      ]),
];
