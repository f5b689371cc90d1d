/** 连上, 空堂, 每天课时, 教研活动. */
import type { Rule } from '../../src/school/types.ts';
import {
  course,
  grade,
  rule,
  smallSchool,
  teacher,
  twoGradeSchool,
  weekCase,
  type Case,
  type LessonRow,
} from './build.ts';

/** One teacher, one student, single lessons in the given slots. */
function soloWeek(name: string, slots: string[], rules: Rule[], expect: Case['expect'], more = {}): Case {
  const school = smallSchool({
    students: [{ id: 'a1', homeroom: 'h1' }],
    courses: [course('mat', { periods: slots.length })],
    rules,
    ...more,
  });
  const lessons = slots.map((slot, index): LessonRow => ['mat/h1', index, slot, 'r1']);
  return weekCase(name, school, [['mat/h1', 'm1', 'h1']], lessons, expect);
}

/** m1 teaches homeroom h1 of g1 and homeroom k1 of g2. */
function twoGradeWeek(
  name: string,
  g1: string[],
  g2: string[],
  rules: Rule[],
  expect: Case['expect'],
  more = {},
): Case {
  const school = twoGradeSchool({
    students: [{ id: 'a1', homeroom: 'h1' }],
    courses: [
      course('mat', { periods: g1.length }),
      course('mat2', { subject: 'mat', grade: 'g2', periods: g2.length }),
    ],
    rules,
    ...more,
  });
  const lessons = [
    ...g1.map((slot, index): LessonRow => ['mat/h1', index, slot, 'r1']),
    ...g2.map((slot, index): LessonRow => ['mat2/k1', index, slot, 'r3']),
  ];
  const sections: Parameters<typeof weekCase>[2] = [
    ['mat/h1', 'm1', 'h1'],
    ['mat2/k1', 'm1', 'k1'],
  ];
  return weekCase(name, school, sections, lessons, expect);
}

const run = (max: number): Rule[] => [rule('teacher.maxConsecutive', { max })];

const consecutive: Case[] = [
  soloWeek('连上: three in a row are allowed', ['mon.1', 'mon.2', 'mon.3', 'mon.5'], run(3), {}),
  soloWeek(
    '连上: a long break does not end a run, four in a row are one over three',
    ['mon.1', 'mon.2', 'mon.3', 'mon.4'],
    run(3),
    { 'teacher.maxConsecutive': 1 },
  ),
  soloWeek(
    '连上: noon ends a run, so does the end of the afternoon',
    ['mon.3', 'mon.4', 'mon.5', 'mon.6', 'tue.6', 'tue.7', 'tue.8'],
    run(2),
    {},
  ),
  soloWeek(
    '连上: two runs of a day count each, 1 over in the morning and 2 over in the afternoon',
    ['mon.1', 'mon.2', 'mon.5', 'mon.6', 'mon.7'],
    run(1),
    { 'teacher.maxConsecutive': 3 },
  ),
  soloWeek(
    '连上: two doubles in a row are four periods',
    ['mon.1', 'mon.3'],
    run(2),
    { 'teacher.maxConsecutive': 2 },
    { courses: [course('mat', { periods: 4, doubles: 2 })] },
  ),
  twoGradeWeek('连上: a run goes through two grades', ['mon.1', 'mon.3'], ['mon.2'], run(2), {
    'teacher.maxConsecutive': 1,
  }),
];

const gap = (max: number): Rule[] => [rule('teacher.maxGap', { max })];

const gaps: Case[] = [
  soloWeek('空堂: one free slot between is allowed', ['mon.1', 'mon.3'], gap(1), {}),
  soloWeek('空堂: two free slots between are one over', ['mon.1', 'mon.4', 'tue.1'], gap(1), { 'teacher.maxGap': 1 }),
  soloWeek('空堂: noon is no gap, the evening has none', ['mon.2', 'mon.6', 'mon.8'], gap(0), {}),
  soloWeek(
    '空堂: two in the morning and one in the afternoon are three on that day',
    ['mon.1', 'mon.4', 'mon.5', 'mon.7'],
    gap(1),
    { 'teacher.maxGap': 2 },
  ),
  soloWeek(
    '空堂: a meeting fills the gap',
    ['mon.1', 'mon.4'],
    [...gap(0), rule('teacher.meeting', { slots: 'mon.2', subjects: ['mat'] })],
    { 'teacher.maxGap': 1 },
  ),
  soloWeek(
    '空堂: a closed slot and one in which the teacher is away are no gaps',
    ['mon.1', 'mon.4'],
    gap(0),
    {},
    { grades: [grade('g1', { closed: 'mon.2' })], teachers: [teacher('m1', 'mat', { unavailable: 'mon.3' })] },
  ),
  twoGradeWeek(
    '空堂: of two slots closed in g1, the one open in g2, which the teacher also teaches, is a gap',
    ['mon.1', 'mon.4'],
    ['tue.1'],
    gap(0),
    { 'teacher.maxGap': 1 },
    { grades: [grade('g1', { closed: 'mon.2|3' }), grade('g2', { closed: 'mon.3' })] },
  ),
];

const perDay = (max: number): Rule[] => [rule('teacher.maxPerDay', { max, teachers: ['m1'] })];

const daily: Case[] = [
  soloWeek('每天课时: two a day are allowed', ['mon.1', 'mon.8', 'tue.1', 'tue.2'], perDay(2), {}),
  soloWeek(
    '每天课时: two days over by one and by two',
    ['mon.1', 'mon.2', 'mon.8', 'tue.1', 'tue.2', 'tue.3', 'tue.5'],
    perDay(2),
    {
      'teacher.maxPerDay': 3,
    },
  ),
  soloWeek(
    '每天课时: a double is two periods',
    ['mon.1', 'mon.5'],
    perDay(2),
    { 'teacher.maxPerDay': 1 },
    { courses: [course('mat', { periods: 3, doubles: 1 })] },
  ),
  twoGradeWeek(
    '每天课时 stated by the teacher: a must, over both grades',
    ['mon.1', 'mon.2'],
    ['mon.3'],
    [],
    { 'teacher.maxPerDay:m1': 1 },
    { teachers: [teacher('m1', 'mat', { maxPerDay: 2 })] },
  ),
];

const meetingOfGrade2 = rule('teacher.meeting', { slots: 'tue.3|4', subjects: ['mat'], grades: ['g2'] });

const meetings: Case[] = [
  soloWeek(
    '教研: nobody teaches in the meeting',
    ['tue.2', 'tue.5'],
    [rule('teacher.meeting', { slots: 'tue.3|4', subjects: ['mat'] })],
    {},
  ),
  weekCase(
    '教研: one member teaches one period in it, another a double; an English teacher is no member',
    smallSchool({
      courses: [course('mat', { periods: 2, doubles: 1 }), course('eng', { periods: 1 })],
      rules: [rule('teacher.meeting', { slots: 'tue.3|4', subjects: ['mat'] })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
      ['eng/h1', 'e1', 'h1'],
      ['eng/h2', 'e1', 'h2'],
    ],
    [
      ['mat/h1', 0, 'tue.2', 'r1'],
      ['mat/h2', 0, 'tue.3', 'r2'],
      ['eng/h1', 0, 'tue.4', 'r1'],
      ['eng/h2', 0, 'wed.4', 'r2'],
    ],
    { 'teacher.meeting': 3 },
  ),
  twoGradeWeek(
    '备课组: who teaches mathematics in g2 is a member, also with lessons in g1',
    ['tue.3'],
    ['tue.5'],
    [meetingOfGrade2],
    { 'teacher.meeting': 1 },
  ),
  weekCase(
    '备课组: a mathematics teacher of g1 only is no member',
    twoGradeSchool({
      students: [{ id: 'a1', homeroom: 'h1' }],
      courses: [course('mat', { periods: 1 }), course('mat2', { subject: 'mat', grade: 'g2', periods: 1 })],
      rules: [meetingOfGrade2],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat2/k1', 'm2', 'k1'],
    ],
    [
      ['mat/h1', 0, 'tue.3', 'r1'],
      ['mat2/k1', 0, 'tue.5', 'r3'],
    ],
    {},
  ),
];

export const teacherRuleCases: Case[] = [...consecutive, ...gaps, ...daily, ...meetings];
