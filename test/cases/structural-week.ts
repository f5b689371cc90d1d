/** Persons, rooms, slots, kinds, lessons not placed. */
import {
  course,
  grade,
  h1Students,
  smallSchool,
  students,
  teacher,
  twoGradeSchool,
  weekCase,
  type Case,
} from './build.ts';

const solo = [{ id: 'a1', homeroom: 'h1' }];
const single = (id: string) => course(id, { periods: 1 });

const persons: Case[] = [
  weekCase(
    'students: a double and a single share one slot, for three students',
    smallSchool({ students: h1Students, courses: [course('mat', { periods: 2, doubles: 1 }), single('eng')] }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['eng/h1', 'e1', 'h1'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['eng/h1', 0, 'mon.2', 'r2'],
    ],
    { 'structural.student': 3 },
  ),
  weekCase(
    'students: three lessons at once are two too many',
    smallSchool({ students: solo, courses: [single('mat'), single('eng'), single('pe')] }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['eng/h1', 'e1', 'h1'],
      ['pe/h1', 's1', 'h1'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['eng/h1', 0, 'mon.1', 'r2'],
      ['pe/h1', 0, 'mon.1', 'r3'],
    ],
    { 'structural.student': 2 },
  ),
  weekCase(
    'students: two lessons of one section at once',
    smallSchool({ students: solo, courses: [course('mat', { periods: 2 })] }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'mon.1', 'r2'],
    ],
    { 'structural.student': 1, 'structural.teacher': 1 },
  ),
  weekCase(
    'teachers: in two homerooms of two grades at once',
    twoGradeSchool({
      students: solo,
      courses: [single('mat'), course('mat2', { subject: 'mat', grade: 'g2', periods: 1 })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat2/k1', 'm1', 'k1'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat2/k1', 0, 'mon.1', 'r3'],
    ],
    { 'structural.teacher': 1 },
  ),
  weekCase(
    'teachers: next to each other is not at once',
    smallSchool({ courses: [course('mat', { periods: 2, doubles: 1 })] }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm1', 'h2'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h2', 0, 'mon.3', 'r2'],
    ],
    {},
  ),
];

const rooms: Case[] = [
  weekCase(
    'rooms: two homerooms in one classroom for a whole double',
    smallSchool({ courses: [course('mat', { periods: 2, doubles: 1 })] }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h2', 0, 'mon.1', 'r1'],
    ],
    { 'structural.room': 2 },
  ),
  weekCase(
    'rooms: two on the field are allowed at once, three are one too many',
    twoGradeSchool({
      courses: [
        course('pe', { periods: 1, roomKind: 'field' }),
        course('pe2', { subject: 'pe', grade: 'g2', periods: 2, roomKind: 'field' }),
      ],
      teachers: [teacher('s1', 'pe'), teacher('s2', 'pe'), teacher('s3', 'pe')],
    }),
    [
      ['pe/h1', 's1', 'h1'],
      ['pe/h2', 's2', 'h2'],
      ['pe2/k1', 's3', 'k1'],
    ],
    [
      ['pe/h1', 0, 'mon.5', 'field'],
      ['pe/h2', 0, 'mon.5', 'field'],
      ['pe2/k1', 0, 'mon.5', 'field'],
      ['pe2/k1', 1, 'tue.5', 'field'],
    ],
    { 'structural.room': 1 },
  ),
];

const double = course('mat', { periods: 2, doubles: 1 });

const slots: Case[] = [
  weekCase(
    'slots: across a long break a double may go',
    smallSchool({ students: solo, courses: [double] }),
    [['mat/h1', 'm1', 'h1']],
    [['mat/h1', 0, 'mon.2', 'r1']],
    {},
  ),
  weekCase(
    'slots: across noon both periods count',
    smallSchool({ students: solo, courses: [double] }),
    [['mat/h1', 'm1', 'h1']],
    [['mat/h1', 0, 'mon.4', 'r1']],
    { 'structural.slot': 2 },
  ),
  weekCase(
    'slots: past the last period of the day both periods count, and nothing of it lies on the next day',
    smallSchool({ students: solo, courses: [double, single('eng')] }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['eng/h1', 'e1', 'h1'],
    ],
    [
      ['mat/h1', 0, 'mon.8', 'r1'],
      ['eng/h1', 0, 'tue.1', 'r1'],
    ],
    { 'structural.slot': 2 },
  ),
  weekCase(
    'slots: a grade has noon later than the calendar',
    twoGradeSchool({
      students: solo,
      grades: [grade('g1', { breakAfter: { '4': 'short', '5': 'noon' } }), grade('g2')],
      courses: [double, course('mat2', { subject: 'mat', grade: 'g2', periods: 2, doubles: 1 })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat2/k1', 'm2', 'k1'],
    ],
    [
      ['mat/h1', 0, 'mon.4', 'r1'],
      ['mat2/k1', 0, 'mon.5', 'r3'],
    ],
    {},
  ),
  weekCase(
    'slots: closed by the calendar and by the grade, one period each',
    smallSchool({
      students: solo,
      calendar: { ...smallSchool({ courses: [] }).calendar, closed: 'fri.8' },
      grades: [grade('g1', { closed: 'mon.2' })],
      courses: [course('mat', { periods: 3, doubles: 1 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'fri.8', 'r1'],
      ['mat/h1', 1, 'mon.1', 'r1'],
    ],
    { 'structural.slot': 2 },
  ),
  weekCase(
    'slots: teacher and room away in the same period count once; another teacher being away does not',
    smallSchool({
      teachers: [teacher('m1', 'mat', { unavailable: 'mon.1' }), teacher('m2', 'mat', { unavailable: '*.*' })],
      rooms: [{ id: 'r1', name: 'r1', seats: 50, kind: 'classroom', unavailable: ['mon.1', 'tue.1'] }],
      students: solo,
      courses: [course('mat', { periods: 3 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1'],
      ['mat/h1', 2, 'wed.1', 'r1'],
    ],
    { 'structural.slot': 2 },
  ),
  weekCase(
    'slots: a lesson kind has its own slots',
    smallSchool({
      students: solo,
      courses: [
        course('mat', {
          lessons: [
            { count: 1, slots: 'mon.*' },
            { count: 1, length: 2, slots: '*.1|2|3' },
          ],
        }),
      ],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'tue.1', 'r1'],
      ['mat/h1', 1, 'tue.3', 'r1'],
    ],
    { 'structural.slot': 2 },
  ),
];

const physicsWithLab = course('phy', { lessons: [{ count: 1 }, { count: 1, roomKind: 'lab:physics' }] });

const kinds: Case[] = [
  weekCase(
    'room kinds: the lab lesson in a classroom, the other in the lab',
    smallSchool({ students: solo, courses: [physicsWithLab] }),
    [['phy/h1', 'p1', 'h1']],
    [
      ['phy/h1', 0, 'mon.1', 'lab'],
      ['phy/h1', 1, 'tue.1', 'r1'],
    ],
    { 'structural.kind': 2 },
  ),
  weekCase(
    'room kinds: no room where one is needed; none where none is needed',
    smallSchool({
      students: solo,
      courses: [course('mat', { periods: 2 }), course('pe', { periods: 1, room: 'none' })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['pe/h1', 's1', 'h1'],
    ],
    [
      ['mat/h1', 0, 'mon.1', ''],
      ['mat/h1', 1, 'tue.1', 'r1'],
      ['pe/h1', 0, 'wed.1', ''],
    ],
    { 'structural.kind': 1 },
  ),
  weekCase(
    'room kinds: a room kept for another homeroom, and another room than the lesson names',
    smallSchool({
      rooms: [
        { id: 'r1', name: 'r1', seats: 50, kind: 'classroom' },
        { id: 'r2', name: 'r2', seats: 50, kind: 'classroom', homerooms: ['h2'] },
      ],
      courses: [single('mat'), course('eng', { lessons: [{ count: 1, room: 'r1' }] })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
      ['eng/h1', 'e1', 'h1'],
      ['eng/h2', 'e1', 'h2'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r2'],
      ['mat/h2', 0, 'tue.1', 'r2'],
      ['eng/h1', 0, 'mon.2', 'r1'],
      ['eng/h2', 0, 'tue.2', 'r2'],
    ],
    { 'structural.kind': 2 },
  ),
  weekCase(
    'room kinds: a given section in another room than the given one',
    smallSchool({
      students: solo,
      courses: [course('mat', { periods: 2 })],
      sections: [{ id: 'mat/h1', course: 'mat', homerooms: ['h1'], room: 'r1' }],
    }),
    [['mat/h1', 'm1', 'h1', { room: 'r1' }]],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r2'],
    ],
    { 'structural.kind': 1 },
  ),
];

const unplaced: Case[] = [
  weekCase(
    'not placed: a double is two periods',
    smallSchool({ students: solo, courses: [course('mat', { periods: 3, doubles: 1 })] }),
    [['mat/h1', 'm1', 'h1']],
    [['mat/h1', 0, 'mon.1', 'r1']],
    { 'structural.unplaced': 2 },
  ),
  weekCase(
    'not placed: one section wholly, the other not at all',
    smallSchool({
      students: [...students('a', 'h1', 1), ...students('b', 'h2', 1)],
      courses: [course('mat', { periods: 3 })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1'],
      ['mat/h1', 2, 'wed.1', 'r1'],
    ],
    { 'structural.unplaced': 3 },
  ),
];

export const structuralWeekCases: Case[] = [...persons, ...rooms, ...slots, ...kinds, ...unplaced];
