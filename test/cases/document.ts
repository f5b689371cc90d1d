/** Documents that do not fit their school. No engine writes them: they are for the judge alone. */
import type { School } from '../../src/school/types.ts';
import { changed, course, grade, rule, sectionCase, smallSchool, students, weekCase, type Case } from './build.ts';

const school = smallSchool({ courses: [course('mat', { periods: 2 })] });
const fitting = weekCase(
  'a document that fits',
  school,
  [
    ['mat/h1', 'm1', 'h1'],
    ['mat/h2', 'm2', 'h2'],
  ],
  [
    ['mat/h1', 0, 'mon.1', 'r1'],
    ['mat/h1', 1, 'tue.1', 'r1'],
    ['mat/h2', 0, 'mon.1', 'r2'],
    ['mat/h2', 1, 'tue.1', 'r2'],
  ],
  {},
);

const meetingWeek: Case = {
  ...fitting,
  school: { ...school, rules: [rule('teacher.meeting', { slots: 'mon.8', subjects: ['mat'] })] },
};

/** r3 and m1 are away in one slot, the lab seats two, e1 has one period at most. */
const awaySchool: School = {
  ...school,
  rooms: school.rooms.map((room) => ({
    ...room,
    ...(room.id === 'r3' ? { unavailable: 'mon.8' } : room.id === 'lab' ? { seats: 2 } : {}),
  })),
  teachers: school.teachers.map((one) => ({
    ...one,
    ...(one.id === 'm1' ? { unavailable: 'mon.8' } : one.id === 'e1' ? { load: { max: 1 } } : {}),
  })),
};

const names: Case[] = [
  fitting,
  changed(
    fitting,
    'a lesson of a section that does not exist',
    ({ lessons }) => {
      lessons.push({ section: 'mat/h9', index: 0, slot: 'mon.1', length: 1, weeks: 'every', room: 'r1' });
    },
    { 'structural.document': 1 },
  ),
  changed(
    fitting,
    'a section of a course that does not exist, and its lesson',
    ({ sections, lessons }) => {
      sections.push({ id: 'bio/1', course: 'bio', homerooms: [], students: [], teachers: [] });
      lessons.push({ section: 'bio/1', index: 0, slot: 'mon.1', length: 1, weeks: 'every', room: 'r1' });
    },
    { 'structural.document': 2 },
  ),
  changed(
    fitting,
    'an unknown student, homeroom and own room in a section',
    ({ sections }) => {
      sections[0]?.students.push('a9');
      sections[0]?.homerooms.push('h9');
      if (sections[1]) sections[1].room = 'r9';
    },
    { 'structural.document': 3 },
  ),
  changed(
    fitting,
    'an unknown teacher is not qualified, an unknown room of no kind, an unknown slot off the grid',
    ({ sections, lessons }) => {
      if (sections[0]) sections[0].teachers = ['m9'];
      if (lessons[1]) lessons[1].room = 'r9';
      if (lessons[3]) lessons[3].slot = 'sun.1';
    },
    { 'structural.qualified': 1, 'structural.kind': 1, 'structural.slot': 1 },
  ),
  changed(
    fitting,
    'unknown names in homerooms, meetings and self-study',
    (timetable) => {
      timetable.homerooms.push({ id: 'h9', name: 'h9', grade: 'g1', students: [] });
      timetable.homerooms.push({ id: 'h1', name: 'h1', grade: 'g1', students: ['a1', 'a2'] });
      timetable.meetings.push({ rule: 'nothing', slots: ['sun.1'], teachers: ['m1'] });
      timetable.selfStudy.push({ slot: 'mon.8', weeks: 'every', room: 'r9', students: ['a1', 'a9'] });
    },
    { 'structural.document': 6 },
  ),
  changed(
    meetingWeek,
    'a meeting of a rule of the school, homerooms as the school has them',
    ({ meetings, homerooms }) => {
      meetings.push({ rule: 'teacher.meeting', slots: ['mon.8'], teachers: ['m1', 'm2'] });
      homerooms.push({ id: 'h1', name: 'h1', grade: 'g1', students: ['a3', 'a1', 'a2'] });
    },
    {},
  ),
  changed(
    meetingWeek,
    'a meeting in a slot that is not the rule’s, and with a teacher who is no member',
    ({ meetings }) => {
      meetings.push({ rule: 'teacher.meeting', slots: ['mon.8', 'mon.7'], teachers: ['m1', 'e1'] });
    },
    { 'structural.document': 2 },
  ),
  changed(
    fitting,
    'self-study in a room in use, of a student in class, under a teacher who teaches; another one after that is in order',
    ({ selfStudy }) => {
      selfStudy.push({ slot: 'mon.1', weeks: 'every', room: 'r1', teacher: 'm1', students: ['a1'] });
      selfStudy.push({ slot: 'mon.8', weeks: 'every', room: 'r1', teacher: 'm1', students: ['a1', 'a2'] });
    },
    { 'structural.document': 3 },
  ),
  changed(
    { ...fitting, school: awaySchool },
    'self-study in a room that is away, under a teacher who is; of three students in a room for two; and a load too high by one',
    ({ selfStudy }) => {
      selfStudy.push({ slot: 'mon.8', weeks: 'every', room: 'r3', teacher: 'm1', students: ['a1', 'a2', 'a3'] });
      selfStudy.push({ slot: 'tue.8', weeks: 'every', room: 'lab', teacher: 'e1', students: ['a1', 'a2', 'a3'] });
      selfStudy.push({ slot: 'wed.8', weeks: 'every', room: 'lab', teacher: 'e1', students: ['a1', 'a2'] });
    },
    { 'structural.document': 3, 'structural.load': 1 },
  ),
  changed(
    fitting,
    'self-study twice in one room, with one student in both',
    ({ selfStudy }) => {
      selfStudy.push({ slot: 'mon.8', weeks: 'every', room: 'r1', students: ['a1', 'a2'] });
      selfStudy.push({ slot: 'mon.8', weeks: 'every', room: 'r1', students: ['a1'] });
    },
    { 'structural.document': 2 },
  ),
];

const twice: Case[] = [
  changed(
    fitting,
    'a lesson twice: the document is at fault, and the second one is in the week too',
    ({ lessons }) => {
      lessons.push({ section: 'mat/h1', index: 0, slot: 'tue.1', length: 1, weeks: 'every', room: 'r3' });
    },
    { 'structural.document': 1, 'structural.student': 3, 'structural.teacher': 1 },
  ),
  changed(
    fitting,
    'a section twice, a student twice in a section',
    ({ sections }) => {
      sections[1]?.students.push('b1');
      if (sections[0]) sections.push(structuredClone(sections[0]));
    },
    { 'structural.document': 2 },
  ),
  changed(
    fitting,
    'a lesson with an index too high, another with a wrong length, another only in odd weeks',
    ({ lessons }) => {
      if (lessons[0]) lessons[0].index = 2;
      if (lessons[1]) lessons[1].length = 2;
      if (lessons[2]) lessons[2].weeks = 'odd';
    },
    { 'structural.document': 3, 'structural.unplaced': 1 },
  ),
];

const walkers = [...students('a', 'h1', 2, { choices: '物' }), ...students('b', 'h2', 2, { choices: '物' })];
const grades = [grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }] })];
const physics = course('phy', { periods: 1, for: 'chosen', grouping: 'walking' });
const pools = smallSchool({ grades, students: walkers, courses: [{ ...physics, grouping: [['h1'], ['h2']] }] });

const grouping: Case[] = [
  sectionCase(
    'a student of another homeroom in a home section, and in none of his own',
    school,
    [
      ['mat/h1', 'm1', 'h1 b1', { homerooms: ['h1'] }],
      ['mat/h2', 'm2', 'b2 b3'],
    ],
    { 'structural.document': 1 },
  ),
  sectionCase('two homerooms joined that are to be taught alone', school, [['mat/h1', 'm1', 'h1 h2']], {
    'structural.document': 1,
  }),
  sectionCase(
    'a homeroom in two sections, and a homeroom listed without a student',
    school,
    [
      ['mat/h1', 'm1', 'a1 a2'],
      ['mat/x', 'm1', 'a3'],
      ['mat/h2', 'm2', 'h2', { homerooms: ['h2', 'h1'] }],
    ],
    // mat/x is no name of a home section; the last section lists two homerooms: h1 has no student there, the two are joined, and h1 has a third section
    { 'structural.document': 5 },
  ),
  sectionCase(
    'a student who does not take the course',
    smallSchool({ grades, students: [...walkers, { id: 'b9', homeroom: 'h2', choices: '史' }], courses: [physics] }),
    [['phy/1', 'p1', 'h1 b1 b2 b9']],
    { 'structural.document': 1 },
  ),
  sectionCase(
    'a student of the second pool in a section of the first',
    pools,
    [
      ['phy/1', 'p1', 'h1 b1'],
      ['phy/2', 'p2', 'b2'],
    ],
    { 'structural.document': 1 },
  ),
  sectionCase(
    'auto: a homeroom of which all take the course stays at home, so its student may not walk',
    smallSchool({
      grades,
      students: [...walkers, { id: 'b9', homeroom: 'h2', choices: '史' }],
      courses: [{ ...physics, grouping: 'auto' }],
    }),
    [
      ['phy/h1', 'p1', 'a1'],
      ['phy/1', 'p2', 'b1 b2 a2'],
    ],
    { 'structural.document': 1 },
  ),
  sectionCase(
    'auto under 大走班: nothing chosen stays at home',
    smallSchool({
      grades: [{ ...grades[0], id: 'g1', name: 'g1', choice: grades[0]?.choice ?? 'none', walking: 'free' }],
      students: walkers,
      courses: [{ ...physics, grouping: 'auto' }],
    }),
    [['phy/1', 'p1', 'h1 h2']],
    {},
  ),
  sectionCase(
    'a number of sections that is not the stated one; a section where only given ones may be',
    smallSchool({
      grades,
      students: walkers,
      courses: [{ ...physics, sections: 2 }, course('pe', { periods: 1, grouping: 'walking', sections: 'given' })],
      sections: [{ id: 'first', course: 'pe', students: ['a1', 'a2'] }],
    }),
    [
      ['phy/1', 'p1', 'h1 h2'],
      ['first', 's1', 'h1', { course: 'pe' }],
      ['pe/1', 's1', 'h2'],
    ],
    { 'structural.document': 2 },
  ),
  sectionCase(
    'a number of sections is asked only of pools in which somebody takes the course',
    smallSchool({
      grades,
      students: walkers.filter(({ homeroom }) => homeroom === 'h1'),
      courses: [{ ...physics, grouping: [['h1'], ['h2']], sections: 2 }],
    }),
    [
      ['phy/1', 'p1', 'a1'],
      ['phy/2', 'p2', 'a2'],
    ],
    {},
  ),
];

const givenSchool = smallSchool({
  grades,
  students: walkers,
  courses: [physics],
  sections: [
    { id: 'A', course: 'phy', homerooms: ['h1'], students: ['a1', 'a2'], teachers: ['p1'], room: 'r1', line: '1' },
    { id: 'B', course: 'phy', teachers: ['p2'] },
  ],
});

const given: Case[] = [
  sectionCase(
    'given sections as given, what is not given is free',
    givenSchool,
    [
      ['A', 'p1', 'a1 a2', { course: 'phy', room: 'r1', line: '1' }],
      ['B', 'p2', 'b1 b2', { course: 'phy', room: 'r2' }],
    ],
    {},
  ),
  sectionCase(
    'teacher, room, line and students of a given section changed; its homerooms with them',
    givenSchool,
    [
      ['A', 'p2', 'a1 b1', { course: 'phy', room: 'r2', line: '2' }],
      ['B', 'p2', 'a2 b2', { course: 'phy' }],
    ],
    { 'structural.document': 5 },
  ),
  sectionCase(
    'a given section left out',
    givenSchool,
    [['A', 'p1', 'a1 a2', { course: 'phy', room: 'r1', line: '1' }]],
    { 'structural.document': 1, 'structural.unserved': 2 },
  ),
];

const lined = smallSchool({
  grades: [
    grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }], lines: [{ id: 'A' }, { id: 'B', courses: ['his'] }] }),
  ],
  students: walkers,
  courses: [
    physics,
    course('mat', { periods: 1 }),
    course('his', { periods: 1, for: 'listed', grouping: 'walking', teachers: ['p1'] }),
  ],
});

const lines: Case[] = [
  sectionCase(
    'a walking section without a line, one in an unknown line, one in a line for another course, a home section in a line',
    lined,
    [
      ['phy/1', 'p1', 'a1'],
      ['phy/2', 'p1', 'a2', { line: 'Z' }],
      ['phy/3', 'p1', 'b1', { line: 'B' }],
      ['phy/4', 'p1', 'b2', { line: 'A' }],
      ['mat/h1', 'm1', 'h1', { line: 'A' }],
      ['mat/h2', 'm2', 'h2'],
    ],
    { 'structural.document': 4 },
  ),
  sectionCase(
    'a line that the school itself gives to a home section stays',
    {
      ...lined,
      students: walkers.slice(0, 2),
      sections: [{ id: 'mat/h1', course: 'mat', homerooms: ['h1'], line: 'A' }],
    },
    [
      ['phy/1', 'p1', 'h1', { line: 'A' }],
      ['mat/h1', 'm1', 'h1', { line: 'A' }],
    ],
    {},
  ),
  changed(fitting, 'lessons in a plan of sections', (timetable) => (timetable.scope = 'sections'), {
    'structural.document': 1,
  }),
];

export const documentCases: Case[] = [...names, ...twice, ...grouping, ...given, ...lines];
