/** Sizes, teachers, loads, students served, lines, locks. */
import type { Lock, Student } from '../../src/school/types.ts';
import {
  course,
  grade,
  sectionCase,
  smallSchool,
  students,
  teacher,
  weekCase,
  type Case,
  type LessonRow,
  type SectionRow,
} from './build.ts';

const solo = [{ id: 'a1', homeroom: 'h1' }];
const choice = [{ from: ['phy', 'his'], take: 1 }];
const walkers = [...students('a', 'h1', 3, { choices: '物' }), ...students('b', 'h2', 3, { choices: '物' })];
const physics = course('phy', { periods: 1, for: 'chosen', grouping: 'walking' });
const capped = { grades: [grade('g1', { choice, size: { max: 2 } })], students: walkers };

const sizes: Case[] = [
  sectionCase(
    'sizes: walking sections of 4 and 2 under a cap of 2; home sections of 3 are only oversized',
    smallSchool({ ...capped, courses: [physics, course('mat', { periods: 1 })] }),
    [
      ['phy/1', 'p1', 'h1 b1'],
      ['phy/2', 'p2', 'b2 b3'],
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
    ],
    { 'structural.size': 2 },
  ),
  sectionCase(
    "sizes: the course's own cap replaces the grade's; students named by the school are its own affair",
    smallSchool({
      ...capped,
      courses: [{ ...physics, size: { max: 3 } }],
      sections: [{ id: 'phy/1', course: 'phy', students: ['a1', 'a2', 'a3', 'b1'] }],
    }),
    [
      ['phy/1', 'p1', 'h1 b1'],
      ['phy/2', 'p2', 'b2 b3'],
    ],
    {},
  ),
  weekCase(
    'sizes: of two rooms with too few places the worse excess counts, once per section',
    smallSchool({
      students: students('a', 'h1', 3),
      rooms: [
        { id: 'r1', name: 'r1', seats: 2, kind: 'classroom' },
        { id: 'r2', name: 'r2', seats: 9, maxSize: 1, kind: 'classroom' },
        { id: 'r3', name: 'r3', seats: 3, maxSize: 9, kind: 'classroom' },
      ],
      courses: [course('mat', { periods: 3 }), course('eng', { periods: 1 })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['eng/h1', 'e1', 'h1'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r2'],
      ['mat/h1', 2, 'wed.1', 'r1'],
      ['eng/h1', 0, 'thu.1', 'r3'],
    ],
    { 'structural.size': 2 },
  ),
];

const mat = course('mat', { periods: 2 });
const matSections: SectionRow[] = [
  ['mat/h1', 'm1', 'h1'],
  ['mat/h2', 'm2', 'h2'],
];

const qualified: Case[] = [
  sectionCase('teachers: by subject', smallSchool({ courses: [mat] }), matSections, {}),
  sectionCase(
    'teachers: an English teacher, and none at all',
    smallSchool({ courses: [mat] }),
    [
      ['mat/h1', 'e1', 'h1'],
      ['mat/h2', '', 'h2'],
    ],
    { 'structural.qualified': 2 },
  ),
  sectionCase(
    'teachers: only of other grades; two where one is enough',
    smallSchool({
      courses: [mat],
      grades: [grade('g1'), grade('g9')],
      teachers: [teacher('m1', 'mat', { grades: ['g9'] }), teacher('m2', 'mat'), teacher('m3', 'mat')],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2 m3', 'h2'],
    ],
    { 'structural.qualified': 2 },
  ),
  sectionCase(
    'teachers: the head teacher of another homeroom; one in a course that has none',
    smallSchool({
      courses: [course('mat', { periods: 1, teachers: 'head' }), course('eng', { periods: 1, teachers: 'none' })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm1', 'h2'],
      ['eng/h1', '', 'h1'],
      ['eng/h2', 'e1', 'h2'],
    ],
    { 'structural.qualified': 2 },
  ),
  sectionCase(
    'teachers: each homeroom by its own head teacher; two whom the school gives together, in any order',
    smallSchool({
      courses: [course('mat', { periods: 1, teachers: 'head' }), course('eng', { periods: 1 })],
      sections: [{ id: 'eng/h1', course: 'eng', homerooms: ['h1'], teachers: ['s1', 'e1'] }],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
      ['eng/h1', 'e1 s1', 'h1'],
      ['eng/h2', 'e1', 'h2'],
    ],
    {},
  ),
  sectionCase(
    'teachers: a list replaces subjects, and whom the school itself gives may teach',
    smallSchool({
      courses: [course('mat', { periods: 1, teachers: ['e1'] })],
      sections: [{ id: 'mat/h2', course: 'mat', homerooms: ['h2'], teachers: ['s1'] }],
    }),
    [
      ['mat/h1', 'e1', 'h1'],
      ['mat/h2', 's1', 'h2'],
    ],
    {},
  ),
];

const loads: Case[] = [
  sectionCase(
    'loads: three periods in two sections are exactly the most',
    smallSchool({ courses: [course('mat', { periods: 3 })], teachers: [teacher('m1', 'mat', { load: { max: 6 } })] }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm1', 'h2'],
    ],
    {},
  ),
  weekCase(
    'loads: doubles count two periods; two over for one teacher, one over for the other',
    smallSchool({
      courses: [course('mat', { periods: 2, doubles: 1 }), course('eng', { periods: 1 })],
      teachers: [teacher('m1', 'mat', { load: { max: 2 } }), teacher('e1', 'eng', { load: { max: 1 } })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm1', 'h2'],
      ['eng/h1', 'e1', 'h1'],
      ['eng/h2', 'e1', 'h2'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h2', 0, 'tue.1', 'r2'],
      ['eng/h1', 0, 'wed.1', 'r1'],
      ['eng/h2', 0, 'thu.1', 'r2'],
    ],
    { 'structural.load': 3 },
  ),
  sectionCase(
    'loads: the most of a part-time teacher over two courses, whether lessons are placed or not',
    smallSchool({
      courses: [course('mat', { periods: 4 }), course('eng', { periods: 2 })],
      teachers: [teacher('m1', 'mat', { subjects: ['mat', 'eng'], load: { max: 7 } }), teacher('e1', 'eng')],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm1', 'h2'],
      ['eng/h1', 'm1', 'h1'],
      ['eng/h2', 'e1', 'h2'],
    ],
    { 'structural.load': 3 },
  ),
];

const mixed: Student[] = [
  { id: 'a1', homeroom: 'h1', choices: '物', levels: { phy: 'A' } },
  { id: 'a2', homeroom: 'h1', choices: '物', levels: { phy: 'B' }, track: 'art' },
  { id: 'a3', homeroom: 'h1', choices: '史' },
  { id: 'b1', homeroom: 'h2', choices: '史', extra: ['phy'] },
  { id: 'b2', homeroom: 'h2', choices: '物', exempt: ['phy'] },
  { id: 'x1', grade: 'g1', choices: '物', gender: 'f' },
];
/** The same where there is no physics course to be in or out of. */
const plain = mixed.map((one): Student => ({ ...one, extra: [], exempt: [], levels: one.levels ?? { phy: 'B' } }));
const mixedSchool = { grades: [grade('g1', { choice })], students: mixed };

const served: Case[] = [
  sectionCase(
    'served: chosen, extra and without homeroom take it, exempt does not',
    smallSchool({ ...mixedSchool, courses: [physics] }),
    [['phy/1', 'p1', 'a1 a2 b1 x1']],
    {},
  ),
  sectionCase(
    'served: one student forgotten, one in two sections',
    smallSchool({ ...mixedSchool, courses: [physics] }),
    [
      ['phy/1', 'p1', 'a1 a2 b1'],
      ['phy/2', 'p2', 'a1'],
    ],
    { 'structural.unserved': 2 },
  ),
  sectionCase(
    'served: unchosen, by level, by track, by gender and by homeroom, one student each forgotten but the first',
    smallSchool({
      ...mixedSchool,
      students: plain,
      courses: [
        course('qualifying', { subject: 'phy', periods: 1, for: 'unchosen', grouping: 'walking' }),
        course('level', { subject: 'phy', periods: 1, for: 'chosen', level: 'A', grouping: 'walking' }),
        course('art', { subject: 'phy', periods: 1, track: ['art'], grouping: 'walking' }),
        course('girls', { subject: 'pe', periods: 1, gender: 'f', grouping: 'walking' }),
        course('second', { subject: 'mat', periods: 1, homerooms: 'h2', grouping: 'walking' }),
      ],
    }),
    [['qualifying/1', 'p1', 'a3 b1']],
    { 'structural.unserved': 5 },
  ),
  sectionCase(
    'served: a listed course has those whom a given section names',
    smallSchool({
      ...mixedSchool,
      students: plain,
      courses: [course('pe', { periods: 1, for: 'listed', grouping: 'walking' })],
      sections: [{ id: 'team', course: 'pe', students: ['a1', 'b2'] }],
    }),
    [['team', 's1', 'a1 b2', { course: 'pe' }]],
    {},
  ),
];

const inTwoLines = course('his2', { subject: 'his', periods: 1, teachers: ['p2'], grouping: 'walking' });
const lined = (lines: number | { id: string; slots?: string }[]) =>
  smallSchool({ grades: [grade('g1', { choice, lines })], students: walkers, courses: [physics, inTwoLines] });
const linedSections = (first: string, second: string): SectionRow[] => [
  ['phy/1', 'p1', 'h1 h2', { line: first }],
  ['his2/1', 'p2', 'h1 h2', { line: second }],
];
const linedLessons = (first: string, second: string): LessonRow[] => [
  ['phy/1', 0, first, 'r1'],
  ['his2/1', 0, second, 'r2'],
];

const lines: Case[] = [
  weekCase(
    'lines: two lines, each in its slots',
    lined(2),
    linedSections('1', '2'),
    linedLessons('mon.1', 'mon.2'),
    {},
  ),
  weekCase(
    'lines: six students have two sections in one line',
    lined(2),
    linedSections('1', '1'),
    linedLessons('mon.1', 'mon.2'),
    { 'structural.line': 6 },
  ),
  sectionCase('lines: six students twice in a line, seen without a week', lined(2), linedSections('2', '2'), {
    'structural.line': 6,
  }),
  weekCase(
    'lines: a lesson outside the slots of its line',
    lined([
      { id: 'A', slots: 'mon.*' },
      { id: 'B', slots: 'tue.*' },
    ]),
    linedSections('A', 'B'),
    linedLessons('mon.1', 'wed.1'),
    { 'structural.line': 1 },
  ),
  weekCase(
    'lines: both lines in one slot count the later one, and the six students are there twice',
    lined(2),
    linedSections('1', '2'),
    linedLessons('mon.1', 'mon.1'),
    { 'structural.line': 1, 'structural.student': 6 },
  ),
  weekCase(
    'lines: a double in the later line shares one slot; home sections are in no line',
    smallSchool({
      grades: [grade('g1', { choice, lines: 2 })],
      students: walkers,
      courses: [physics, { ...inTwoLines, periods: 2, doubles: 1 }, course('mat', { periods: 1 })],
    }),
    [
      ['phy/1', 'p1', 'h1', { line: '1' }],
      ['phy/2', 'p2', 'h2', { line: '1' }],
      ['his2/1', 'p2', 'h1 h2', { line: '2' }],
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
    ],
    [
      ['phy/1', 0, 'mon.1', 'r1'],
      ['phy/2', 0, 'mon.4', 'r2'],
      ['his2/1', 0, 'mon.1', 'r3'],
      ['mat/h1', 0, 'mon.4', 'r1'],
      ['mat/h2', 0, 'mon.3', 'r2'],
    ],
    { 'structural.line': 1, 'structural.student': 3 },
  ),
];

const lockedWeek = (name: string, locks: Lock[], expect: Case['expect']): Case =>
  weekCase(
    name,
    smallSchool({ students: solo, courses: [course('mat', { periods: 2 })], locks }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r2'],
    ],
    expect,
  );

const locks: Case[] = [
  lockedWeek(
    'locks: slot, room and teacher of a lesson, a slot of any lesson',
    [
      { section: 'mat/h1', index: 1, slot: 'tue.1', room: 'r2', teachers: ['m1'] },
      { course: 'mat', homeroom: 'h1', slot: 'mon.1' },
    ],
    {},
  ),
  lockedWeek(
    'locks: three things of one lesson elsewhere',
    [{ section: 'mat/h1', index: 0, slot: 'tue.1', room: 'r2', teachers: ['m2'] }],
    { 'structural.lock': 3 },
  ),
  lockedWeek(
    'locks: a room for the whole section is held once, a slot that no lesson has, a section that does not exist',
    [
      { course: 'mat', homeroom: 'h1', room: 'r1' },
      { section: { course: 'mat', homeroom: 'h1' }, slot: 'wed.1' },
      { section: 'mat/h9', slot: 'mon.1' },
    ],
    { 'structural.lock': 3 },
  ),
  lockedWeek(
    'locks: without an index, a room is held by the lesson at the held slot; here the lessons have changed rooms',
    [
      { section: 'mat/h1', slot: 'mon.1', room: 'r1' },
      { section: 'mat/h1', slot: 'tue.1', room: 'r1' },
    ],
    { 'structural.lock': 1 },
  ),
  weekCase(
    'locks: a lesson that is not placed is not elsewhere; the room of a section is that of its lessons of the kind',
    smallSchool({
      students: solo,
      courses: [course('phy', { lessons: [{ count: 2 }, { count: 1, roomKind: 'lab:physics' }] })],
      locks: [
        { section: 'phy/h1', index: 0, slot: 'fri.1', room: 'r3' },
        { section: 'phy/h1', room: 'r1' },
        { section: 'phy/h1', room: 'lab' },
      ],
    }),
    [['phy/h1', 'p1', 'h1']],
    [
      ['phy/h1', 1, 'mon.1', 'r1'],
      ['phy/h1', 2, 'tue.1', 'lab'],
    ],
    { 'structural.unplaced': 1 },
  ),
  sectionCase(
    'locks: of two students held in the second section one sits in the first',
    smallSchool({
      ...mixedSchool,
      courses: [physics],
      locks: [
        { student: 'a1', section: 'phy/2' },
        { student: 'b1', section: 'phy/2' },
      ],
    }),
    [
      ['phy/1', 'p1', 'a1 a2'],
      ['phy/2', 'p2', 'b1 x1'],
    ],
    { 'structural.lock': 1 },
  ),
];

export const structuralSectionCases: Case[] = [...sizes, ...qualified, ...loads, ...served, ...lines, ...locks];
