/** 每天最少课时, 上课天数, 半天上课, 上下午不连排, 边缘节次公平, 教研活动 of a length. */
import type { Rule, School } from '../../src/school/types.ts';
import { course, rule, smallSchool, teacher, weekCase, type Case, type LessonRow, type SectionRow } from './build.ts';
import { twoWeeks } from './rules-time.ts';

const odd = { weeks: 'odd' } as const;
const one = { students: [{ id: 'a1', homeroom: 'h1' }] };

/** Maths of one student by m1 in these slots. */
function solo(name: string, stated: Rule, slots: string[], deviation: number, parts: Partial<School> = {}): Case {
  const school = smallSchool({
    ...one,
    courses: [course('mat', { periods: slots.length })],
    rules: [stated],
    ...parts,
  });
  const lessons = slots.map((slot, index): LessonRow => ['mat/h1', index, slot, 'r1']);
  return weekCase(name, school, [['mat/h1', 'm1', 'h1']], lessons, deviation === 0 ? {} : { [stated.type]: deviation });
}

/** One lesson every week and one of odd weeks, two weeks. */
const alternating = (stated: Rule): Partial<School> => ({
  calendar: twoWeeks,
  courses: [course('mat', { lessons: [{ count: 1 }, { count: 1, weeks: 'odd' }] })],
  rules: [stated],
});
const fortnight = (name: string, stated: Rule, slots: [string, string], deviation: number): Case =>
  weekCase(
    name,
    smallSchool({ ...one, courses: [], ...alternating(stated) }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, slots[0], 'r1'],
      ['mat/h1', 1, slots[1], 'r1', odd],
    ],
    deviation === 0 ? {} : { [stated.type]: deviation },
  );

const atLeast = rule('teacher.minPerDay', { min: 2 });
const minPerDay: Case[] = [
  solo('每天最少课时: two on each day that there are any', atLeast, ['mon.1', 'mon.8', 'tue.1', 'tue.2'], 0),
  solo(
    '每天最少课时: one on two days, of three',
    rule('teacher.minPerDay', { min: 3 }),
    ['mon.1', 'tue.1', 'wed.1', 'wed.2', 'wed.3'],
    4,
  ),
  solo('每天最少课时: a double is two', atLeast, ['tue.1', 'mon.1'], 1, {
    courses: [course('mat', { periods: 3, doubles: 1 })],
  }),
  fortnight('每天最少课时: on Monday of odd weeks two, of even weeks one', atLeast, ['mon.1', 'mon.2'], 1),
];

const maxDays: Case[] = [
  solo('上课天数: two days', rule('teacher.maxDays', { max: 2 }), ['mon.1', 'mon.8', 'tue.1'], 0),
  solo(
    '上课天数: four days, two allowed',
    rule('teacher.maxDays', { max: 2 }),
    ['mon.1', 'tue.1', 'wed.1', 'fri.1', 'fri.2'],
    2,
  ),
  fortnight(
    '上课天数: one a week is two in the cycle; Monday twice and one Friday are three',
    rule('teacher.maxDays', { max: 1 }),
    ['mon.1', 'fri.2'],
    1,
  ),
  fortnight('上课天数: two a week are four in the cycle', rule('teacher.maxDays', { max: 2 }), ['mon.1', 'fri.2'], 0),
];

const halfDay: Case[] = [
  solo(
    '半天上课: mornings and afternoons on different days; the evening is neither',
    rule('teacher.halfDay'),
    ['mon.1', 'tue.5', 'mon.8'],
    0,
  ),
  solo('半天上课: both halves on two days', rule('teacher.halfDay'), ['mon.1', 'mon.5', 'tue.4', 'tue.7', 'wed.1'], 2),
  fortnight('半天上课: in odd weeks only', rule('teacher.halfDay'), ['mon.1', 'mon.6'], 1),
  solo('半天上课: another teacher', rule('teacher.halfDay', { teachers: ['m2'] }), ['mon.1', 'mon.5'], 0),
];

const noonSplit: Case[] = [
  solo('上下午不连排: the fourth and the sixth', rule('teacher.noonSplit'), ['mon.4', 'mon.6', 'tue.3', 'tue.5'], 0),
  solo(
    '上下午不连排: the fourth and the fifth on two days',
    rule('teacher.noonSplit'),
    ['mon.4', 'mon.5', 'tue.4', 'tue.5', 'wed.5'],
    2,
  ),
  solo(
    '上下午不连排: the second half of a double before, the first of one after',
    rule('teacher.noonSplit'),
    ['mon.3', 'mon.5'],
    1,
    {
      courses: [course('mat', { periods: 4, doubles: 2 })],
    },
  ),
  fortnight('上下午不连排: in odd weeks only', rule('teacher.noonSplit'), ['mon.4', 'mon.5'], 1),
];

/** m1 and m2 have maths of h1 and of h2. */
function two(
  name: string,
  stated: Rule,
  h1: string[],
  h2: string[],
  expect: Case['expect'],
  parts: Partial<School> = {},
): Case {
  const school = smallSchool({
    courses: [
      course('mat', { homerooms: ['h1'], periods: h1.length }),
      course('mat2', { subject: 'mat', homerooms: ['h2'], periods: h2.length }),
    ],
    rules: [stated],
    ...parts,
  });
  const sections: SectionRow[] = [
    ['mat/h1', 'm1', 'h1'],
    ['mat2/h2', 'm2', 'h2'],
  ];
  const lessons = [
    ...h1.map((slot, index): LessonRow => ['mat/h1', index, slot, 'r1']),
    ...h2.map((slot, index): LessonRow => ['mat2/h2', index, slot, 'r2']),
  ];
  return weekCase(name, school, sections, lessons, expect);
}

const edge = (ratio: number, more: Partial<Rule> = {}): Rule =>
  rule('teacher.edgeFair', { slots: '*.7', ratio, ...more });
const edges: Case[] = [
  two('边缘节次: one of two edge periods each', edge(100), ['mon.7', 'tue.1'], ['tue.7', 'wed.1'], {}),
  two(
    '边缘节次: all four with one of two',
    edge(100),
    ['mon.7', 'tue.7', 'wed.7', 'thu.7'],
    ['mon.1', 'tue.1', 'wed.1', 'thu.1'],
    {
      'teacher.edgeFair': 2,
    },
  ),
  two(
    '边缘节次: with half as much again three are fair',
    edge(150),
    ['mon.7', 'tue.7', 'wed.7', 'thu.7'],
    ['mon.1', 'tue.1', 'wed.1', 'thu.1'],
    {
      'teacher.edgeFair': 1,
    },
  ),
  two(
    '边缘节次: by load: who has one period of four has one edge of two, rounded up',
    edge(100),
    ['mon.7'],
    ['mon.1', 'tue.7', 'wed.1'],
    {},
  ),
  two(
    '边缘节次: alone in the set everything is fair',
    edge(100, { teachers: ['m1'] }),
    ['mon.7', 'tue.7'],
    ['mon.1'],
    {},
  ),
];

/** With `meetings[]` as the solver writes it; '' for none. */
const meeting = (one_: Case, slots: string): Case => ({
  ...one_,
  timetable: {
    ...one_.timetable,
    meetings: slots === '' ? [] : [{ rule: 'teacher.meeting', slots: slots.split(' '), teachers: ['m1', 'm2'] }],
  },
});
const talk = rule('teacher.meeting', { subjects: ['mat'], slots: 'thu|fri.*', length: 2 });
const meetings: Case[] = [
  meeting(
    two('教研活动: two slots in a row that both members have free', talk, ['thu.1'], ['fri.5'], {}),
    'thu.2 thu.3',
  ),
  meeting(
    two('教研活动: one member has one of the two slots, the other both', talk, ['thu.2', 'mon.1'], ['thu.2', 'thu.3'], {
      'teacher.meeting': 3,
    }),
    'thu.2 thu.3',
  ),
  meeting(
    two('教研活动: nothing chosen: the whole meeting of both is missing', talk, ['mon.1'], ['mon.2'], {
      'teacher.meeting': 4,
    }),
    '',
  ),
  meeting(
    two('教研活动: outside its slots it is none', talk, ['mon.1'], ['mon.2'], {
      'teacher.meeting': 4,
      'structural.document': 2,
    }),
    'wed.1 wed.2',
  ),
  meeting(
    two('教研活动: over noon it is none', talk, ['mon.1'], ['mon.2'], {
      'teacher.meeting': 4,
      'structural.document': 1,
    }),
    'thu.4 thu.5',
  ),
  meeting(
    two(
      '教研活动: at the same time in both weeks; a lesson of odd weeks counts once',
      talk,
      [],
      ['mon.1'],
      { 'teacher.meeting': 1 },
      {
        calendar: twoWeeks,
        courses: [
          course('mat', { homerooms: ['h1'], lessons: [{ count: 1, weeks: 'odd' }] }),
          course('mat2', { subject: 'mat', homerooms: ['h2'], periods: 1 }),
        ],
      },
    ),
    'thu.2 thu.3',
  ),
];
const last = meetings.at(-1);
last?.timetable.lessons.push({ section: 'mat/h1', index: 0, slot: 'thu.3', length: 1, weeks: 'odd', room: 'r1' });

/** 空堂 around a meeting whose slots are chosen. */
const gapBeside: Case = meeting(
  two(
    '空堂: a chosen meeting fills the gap',
    rule('teacher.maxGap', { max: 0 }),
    ['thu.1', 'thu.4'],
    ['mon.2'],
    {},
    { rules: [rule('teacher.maxGap', { max: 0 }), talk] },
  ),
  'thu.2 thu.3',
);

export const ruleTeacherCases: Case[] = [
  ...minPerDay,
  ...maxDays,
  ...halfDay,
  ...noonSplit,
  ...edges,
  ...meetings,
  gapBeside,
  two(
    '每天最少课时: of one of two teachers',
    rule('teacher.minPerDay', { min: 2, teachers: ['m2'] }),
    ['mon.1'],
    ['mon.1'],
    {
      'teacher.minPerDay': 1,
    },
  ),
  two(
    '每天最少课时: a teacher of both homerooms',
    atLeast,
    ['mon.1'],
    ['tue.2'],
    { 'teacher.minPerDay': 2 },
    { teachers: [teacher('m1', 'mat'), teacher('m2', 'mat')] },
  ),
];
