/** 人数均衡, 少拆行政班, 固定教室, 本班教室. */
import { course, grade, rule, sectionCase, smallSchool, students, weekCase, type Case } from './build.ts';

const choosing = [grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }] })];
/** Five of h1 and three of h2 take physics; a6 takes history. */
const walkers = [
  ...students('a', 'h1', 5, { choices: '物' }),
  { id: 'a6', homeroom: 'h1', choices: '史' },
  ...students('b', 'h2', 3, { choices: '物' }),
];
const physics = course('phy', { periods: 1, for: 'chosen', grouping: 'walking' });
const walking = { grades: choosing, students: walkers, courses: [physics] };

const balance: Case[] = [
  sectionCase(
    '人数均衡: sizes 4 and 4',
    smallSchool({ ...walking, rules: [rule('size.balance')] }),
    [
      ['phy/1', 'p1', 'a1 a2 a3 a4'],
      ['phy/2', 'p2', 'a5 h2'],
    ],
    {},
  ),
  sectionCase(
    '人数均衡: sizes 6, 1 and 1 differ by five, one of them free',
    smallSchool({ ...walking, rules: [rule('size.balance')] }),
    [
      ['phy/1', 'p1', 'a1 a2 a3 a4 a5 b1'],
      ['phy/2', 'p2', 'b2'],
      ['phy/3', 'p2', 'b3'],
    ],
    { 'size.balance': 4 },
  ),
  sectionCase(
    '人数均衡: each pool alone; 4 and 1 in the first, 3 in the second',
    smallSchool({ ...walking, courses: [{ ...physics, grouping: [['h1'], ['h2']] }], rules: [rule('size.balance')] }),
    [
      ['phy/1', 'p1', 'a1 a2 a3 a4'],
      ['phy/2', 'p2', 'a5'],
      ['phy/3', 'p2', 'h2'],
    ],
    { 'size.balance': 2 },
  ),
  sectionCase(
    '人数均衡: a section whose students the school names does not count, nor do home sections',
    smallSchool({
      ...walking,
      courses: [physics, course('mat', { periods: 1 })],
      sections: [{ id: 'phy/0', course: 'phy', students: ['a1'] }],
      rules: [rule('size.balance')],
    }),
    [
      ['phy/0', 'p1', 'a1'],
      ['phy/1', 'p1', 'a2 a3 a4 a5'],
      ['phy/2', 'p2', 'h2'],
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
    ],
    {},
  ),
  sectionCase(
    '人数均衡: a section of one student who has no homeroom walks like any other',
    smallSchool({
      ...walking,
      students: [...walkers, { id: 'x1', grade: 'g1', choices: '物' }],
      rules: [rule('size.balance')],
    }),
    [
      ['phy/1', 'p1', 'a1 a2 a3 a4 a5 h2'],
      ['phy/2', 'p2', 'x1'],
    ],
    { 'size.balance': 6 },
  ),
];

const together: Case[] = [
  sectionCase(
    '少拆行政班: each section from one homeroom',
    smallSchool({ ...walking, rules: [rule('walking.keepTogether')] }),
    [
      ['phy/1', 'p1', 'a1 a2 a3 a4 a5'],
      ['phy/2', 'p2', 'h2'],
    ],
    {},
  ),
  sectionCase(
    '少拆行政班: both sections from two homerooms',
    smallSchool({ ...walking, rules: [rule('walking.keepTogether')] }),
    [
      ['phy/1', 'p1', 'a1 a2 a3 b1'],
      ['phy/2', 'p2', 'a4 a5 b2 b3'],
    ],
    { 'walking.keepTogether': 2 },
  ),
  sectionCase(
    '少拆行政班: three homerooms in one section are two too many; a student without homeroom is none',
    smallSchool({
      ...walking,
      homerooms: ['h1', 'h2', 'h3'].map((id) => ({ id, name: id, grade: 'g1' })),
      students: [
        { id: 'a1', homeroom: 'h1', choices: '物' },
        { id: 'b1', homeroom: 'h2', choices: '物' },
        { id: 'c1', homeroom: 'h3', choices: '物' },
        { id: 'x1', grade: 'g1', choices: '物' },
      ],
      rules: [rule('walking.keepTogether')],
    }),
    [['phy/1', 'p1', 'a1 b1 c1 x1']],
    { 'walking.keepTogether': 2 },
  ),
];

const threeMaths = { students: [{ id: 'a1', homeroom: 'h1' }], courses: [course('mat', { periods: 3 })] };

const stable: Case[] = [
  weekCase(
    '固定教室: all lessons in one room',
    smallSchool({ ...threeMaths, rules: [rule('room.stable')] }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r2'],
      ['mat/h1', 1, 'tue.1', 'r2'],
      ['mat/h1', 2, 'wed.1', 'r2'],
    ],
    {},
  ),
  weekCase(
    '固定教室: three rooms are two too many',
    smallSchool({ ...threeMaths, rules: [rule('room.stable')] }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r2'],
      ['mat/h1', 2, 'wed.1', 'r3'],
    ],
    { 'room.stable': 2 },
  ),
  weekCase(
    '固定教室: classroom and lab are two kinds, a second classroom is one too many',
    smallSchool({
      students: [{ id: 'a1', homeroom: 'h1' }],
      courses: [course('phy', { lessons: [{ count: 2 }, { count: 1, length: 2, roomKind: 'lab:physics' }] })],
      rules: [rule('room.stable')],
    }),
    [['phy/h1', 'p1', 'h1']],
    [
      ['phy/h1', 0, 'mon.1', 'r1'],
      ['phy/h1', 1, 'tue.1', 'r2'],
      ['phy/h1', 2, 'wed.1', 'lab'],
    ],
    { 'room.stable': 1 },
  ),
];

const own: Case[] = [
  weekCase(
    '本班教室: at home in r1',
    smallSchool({ ...threeMaths, rules: [rule('room.own')] }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1'],
      ['mat/h1', 2, 'wed.1', 'r1'],
    ],
    {},
  ),
  weekCase(
    '本班教室: two of three lessons away',
    smallSchool({ ...threeMaths, rules: [rule('room.own')] }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r2'],
      ['mat/h1', 2, 'wed.1', 'r3'],
    ],
    { 'room.own': 2 },
  ),
  weekCase(
    '本班教室: a lab lesson does not count, a double elsewhere is one lesson',
    smallSchool({
      students: [{ id: 'a1', homeroom: 'h1' }],
      courses: [
        course('phy', {
          lessons: [
            { count: 1, length: 2 },
            { count: 1, roomKind: 'lab:physics' },
          ],
        }),
        course('pe', { periods: 1, room: 'none' }),
      ],
      rules: [rule('room.own')],
    }),
    [
      ['phy/h1', 'p1', 'h1'],
      ['pe/h1', 's1', 'h1'],
    ],
    [
      ['phy/h1', 0, 'mon.1', 'r2'],
      ['phy/h1', 1, 'tue.1', 'lab'],
      ['pe/h1', 0, 'wed.1', ''],
    ],
    { 'room.own': 1 },
  ),
  weekCase(
    '本班教室: walking sections and homerooms without a room have none of their own',
    smallSchool({
      grades: choosing,
      homerooms: [
        { id: 'h1', name: 'h1', grade: 'g1', room: 'r1' },
        { id: 'h2', name: 'h2', grade: 'g1' },
      ],
      students: [
        { id: 'a1', homeroom: 'h1', choices: '物' },
        { id: 'b1', homeroom: 'h2', choices: '史' },
      ],
      courses: [physics, course('mat', { periods: 1 })],
      rules: [rule('room.own')],
    }),
    [
      ['phy/1', 'p1', 'a1'],
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
    ],
    [
      ['phy/1', 0, 'mon.1', 'r3'],
      ['mat/h1', 0, 'tue.1', 'r1'],
      ['mat/h2', 0, 'tue.1', 'r3'],
    ],
    {},
  ),
  weekCase(
    '本班教室: a section that the school gives for two homerooms has no room of its own',
    smallSchool({
      courses: [course('mat', { periods: 1 })],
      sections: [{ id: 'both', course: 'mat', homerooms: ['h1', 'h2'] }],
      rules: [rule('room.own')],
    }),
    [['both', 'm1', 'h1 h2', { course: 'mat' }]],
    [['both', 0, 'mon.1', 'r3']],
    {},
  ),
];

export const sectionRuleCases: Case[] = [...balance, ...together, ...stable, ...own];
