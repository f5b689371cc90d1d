/** 禁排, 优先时段, 课时分散. */
import { course, grade, rule, smallSchool, twoGradeSchool, weekCase, type Case } from './build.ts';

const oneHomeroom = { students: [{ id: 'a1', homeroom: 'h1' }] };
const forbidFriday = rule('slots.forbid', { slots: 'fri.*' });

const forbid: Case[] = [
  weekCase(
    '禁排: nothing on the forbidden day',
    smallSchool({ ...oneHomeroom, courses: [course('mat', { periods: 2 })], rules: [forbidFriday] }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'thu.8', 'r1'],
    ],
    {},
  ),
  weekCase(
    '禁排: two of three periods on the forbidden day',
    smallSchool({ ...oneHomeroom, courses: [course('mat', { periods: 3 })], rules: [forbidFriday] }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'fri.1', 'r1'],
      ['mat/h1', 2, 'fri.7', 'r1'],
    ],
    { 'slots.forbid': 2 },
  ),
  weekCase(
    '禁排: a double half inside counts one period, wholly inside two',
    smallSchool({
      ...oneHomeroom,
      courses: [course('mat', { periods: 4, doubles: 2 })],
      rules: [rule('slots.forbid', { slots: '*.3|4' })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.2', 'r1'],
      ['mat/h1', 1, 'tue.3', 'r1'],
    ],
    { 'slots.forbid': 3 },
  ),
  weekCase(
    '禁排 of a teacher: only the periods taught by that teacher',
    smallSchool({
      courses: [course('mat', { periods: 2 })],
      rules: [rule('slots.forbid', { slots: 'fri.*', teachers: ['m1'] })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
    ],
    [
      ['mat/h1', 0, 'fri.1', 'r1'],
      ['mat/h1', 1, 'mon.1', 'r1'],
      ['mat/h2', 0, 'fri.1', 'r2'],
      ['mat/h2', 1, 'fri.2', 'r2'],
    ],
    { 'slots.forbid': 1 },
  ),
  weekCase(
    '禁排 of a subject in one of two grades',
    twoGradeSchool({
      students: oneHomeroom.students,
      courses: [course('mat', { periods: 1 }), course('mat2', { subject: 'mat', grade: 'g2', periods: 2 })],
      rules: [rule('slots.forbid', { slots: ['mon.1', '*.2'], subjects: ['mat'], grades: ['g2'] })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat2/k1', 'm2', 'k1'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat2/k1', 0, 'mon.1', 'r3'],
      ['mat2/k1', 1, 'tue.3', 'r3'],
    ],
    { 'slots.forbid': 1 },
  ),
  weekCase(
    '禁排 of two subjects and of two rooms: any of each, and both at once',
    smallSchool({
      ...oneHomeroom,
      courses: [course('mat', { periods: 2 }), course('eng', { periods: 2 }), course('pe', { periods: 1 })],
      rules: [rule('slots.forbid', { slots: 'mon.*', subjects: ['mat', 'eng'], rooms: ['r1', 'r2'] })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['eng/h1', 'e1', 'h1'],
      ['pe/h1', 's1', 'h1'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'mon.2', 'r3'],
      ['eng/h1', 0, 'mon.3', 'r2'],
      ['eng/h1', 1, 'tue.1', 'r1'],
      ['pe/h1', 0, 'mon.5', 'r1'],
    ],
    { 'slots.forbid': 2 },
  ),
  weekCase(
    '禁排 stated by a teacher (avoid) is a rule of its own',
    smallSchool({
      ...oneHomeroom,
      teachers: [{ id: 'm1', name: 'm1', subjects: ['mat'], load: { max: 9 }, avoid: '*.1' }],
      courses: [course('mat', { periods: 2 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1'],
    ],
    { 'avoid:m1': 2 },
  ),
];

const beforeNoon = '*.1|2|3|4';

const prefer: Case[] = [
  weekCase(
    '优先时段: half of three periods is two, and two are inside',
    smallSchool({
      ...oneHomeroom,
      courses: [course('mat', { periods: 3 })],
      rules: [rule('slots.prefer', { slots: beforeNoon, share: 50 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.4', 'r1'],
      ['mat/h1', 2, 'wed.5', 'r1'],
    ],
    {},
  ),
  weekCase(
    '优先时段: 70 percent of five periods is four, and one is inside',
    smallSchool({
      ...oneHomeroom,
      courses: [course('mat', { periods: 5 })],
      rules: [rule('slots.prefer', { slots: beforeNoon, share: 70 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.5', 'r1'],
      ['mat/h1', 2, 'wed.5', 'r1'],
      ['mat/h1', 3, 'thu.5', 'r1'],
      ['mat/h1', 4, 'fri.8', 'r1'],
    ],
    { 'slots.prefer': 3 },
  ),
  weekCase(
    '优先时段: of a double across the edge one period is inside',
    smallSchool({
      ...oneHomeroom,
      courses: [course('mat', { periods: 3, doubles: 1 })],
      rules: [rule('slots.prefer', { slots: '*.1|2', share: 100 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.2', 'r1'],
    ],
    { 'slots.prefer': 1 },
  ),
  weekCase(
    '优先时段: each section alone, what one has too many helps no other',
    smallSchool({
      courses: [course('mat', { periods: 2 }), course('eng', { periods: 1 })],
      rules: [rule('slots.prefer', { slots: beforeNoon, share: 50, subjects: ['mat'] })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
      ['eng/h1', 'e1', 'h1'],
      ['eng/h2', 'e1', 'h2'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1'],
      ['mat/h2', 0, 'mon.5', 'r2'],
      ['mat/h2', 1, 'tue.5', 'r2'],
      ['eng/h1', 0, 'wed.5', 'r1'],
      ['eng/h2', 0, 'wed.6', 'r2'],
    ],
    { 'slots.prefer': 1 },
  ),
];

const spread: Case[] = [
  weekCase(
    '课时分散: one lesson a day, one day between',
    smallSchool({
      ...oneHomeroom,
      courses: [course('mat', { periods: 3 })],
      rules: [rule('course.spread', { maxPerDay: 1, minGapDays: 2 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'fri.1', 'r1'],
      ['mat/h1', 1, 'mon.1', 'r1'],
      ['mat/h1', 2, 'wed.1', 'r1'],
    ],
    {},
  ),
  weekCase(
    '课时分散: three lessons on one day are two too many',
    smallSchool({
      ...oneHomeroom,
      courses: [course('mat', { periods: 4 })],
      rules: [rule('course.spread', { maxPerDay: 1 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'mon.3', 'r1'],
      ['mat/h1', 2, 'mon.7', 'r1'],
      ['mat/h1', 3, 'tue.1', 'r1'],
    ],
    { 'course.spread': 2 },
  ),
  weekCase(
    '课时分散: a double is one lesson, with a single on its day there are two',
    smallSchool({
      ...oneHomeroom,
      courses: [course('mat', { periods: 5, doubles: 2 })],
      rules: [rule('course.spread', { maxPerDay: 1 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'tue.5', 'r1'],
      ['mat/h1', 1, 'mon.1', 'r1'],
      ['mat/h1', 2, 'tue.1', 'r1'],
    ],
    { 'course.spread': 1 },
  ),
  weekCase(
    '课时分散: two days apart; next day lacks one, same day lacks two, friday to monday does not wrap',
    smallSchool({
      ...oneHomeroom,
      courses: [course('mat', { periods: 4 })],
      rules: [rule('course.spread', { minGapDays: 2 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1'],
      ['mat/h1', 2, 'fri.1', 'r1'],
      ['mat/h1', 3, 'fri.5', 'r1'],
    ],
    { 'course.spread': 3 },
  ),
  weekCase(
    '课时分散: two lessons on one day are one too many and one day too close',
    smallSchool({
      ...oneHomeroom,
      courses: [course('mat', { periods: 2 })],
      rules: [rule('course.spread', { maxPerDay: 1, minGapDays: 1 })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'mon.5', 'r1'],
    ],
    { 'course.spread': 2 },
  ),
  weekCase(
    '课时分散 of walking sections only: the home section may crowd',
    smallSchool({
      grades: [grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }] })],
      students: [
        { id: 'a1', homeroom: 'h1', choices: '物' },
        { id: 'a2', homeroom: 'h1', choices: '史' },
      ],
      courses: [course('mat', { periods: 2 }), course('phy', { periods: 2, for: 'chosen', grouping: 'auto' })],
      rules: [rule('course.spread', { maxPerDay: 1, grouping: 'walking' })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['phy/1', 'p1', 'a1'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'mon.2', 'r1'],
      ['phy/1', 0, 'tue.1', 'r2'],
      ['phy/1', 1, 'tue.2', 'r2'],
    ],
    { 'course.spread': 1 },
  ),
];

export const timeRuleCases: Case[] = [...forbid, ...prefer, ...spread];
