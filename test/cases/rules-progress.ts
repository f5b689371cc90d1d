/** 进度一致（教案齐头）, 先后轮换（教案平头）, 连排齐头. */
import type { Rule, School } from '../../src/school/types.ts';
import { course, rule, smallSchool, weekCase, type Case, type LessonRow, type SectionRow } from './build.ts';
import { twoWeeks } from './rules-time.ts';

const byOne: SectionRow[] = [
  ['mat/h1', 'm1', 'h1'],
  ['mat/h2', 'm1', 'h2'],
];

/** m1 has maths of both homerooms in these slots. */
function maths(
  name: string,
  stated: Rule,
  h1: string[],
  h2: string[],
  expect: Case['expect'],
  parts: Partial<School> = {},
  sections: SectionRow[] = byOne,
): Case {
  const school = smallSchool({ courses: [course('mat', { periods: h1.length })], rules: [stated], ...parts });
  const lessons = [
    ...h1.map((slot, index): LessonRow => ['mat/h1', index, slot, 'r1']),
    ...h2.map((slot, index): LessonRow => ['mat/h2', index, slot, 'r2']),
  ];
  return weekCase(name, school, sections, lessons, expect);
}

const equal = (days: number, more: Partial<Rule> = {}): Rule => rule('progress.equal', { days, ...more });

/** Three walking sections of physics by one teacher, one period each, in lines. */
const walking = (rules: Rule[]): School =>
  smallSchool({
    grades: [
      {
        id: 'g1',
        name: 'g1',
        choice: 'none',
        lines: [
          { id: 'A', slots: '*.1' },
          { id: 'B', slots: '*.2' },
          { id: 'C', slots: '*.5' },
        ],
      },
    ],
    courses: [course('phy', { grouping: 'walking', periods: 2 })],
    rules,
  });
const walkingSections: SectionRow[] = [
  ['phy/1', 'p1', 'a1 a2', { line: 'A' }],
  ['phy/2', 'p1', 'a3 b1', { line: 'B' }],
  ['phy/3', 'p1', 'b2 b3', { line: 'C' }],
];
const walkingWeek = (first: string[], second: string[], third: string[]): LessonRow[] =>
  [first, second, third].flatMap((slots, i) =>
    slots.map((slot, index): LessonRow => [`phy/${i + 1}`, index, slot, 'r3']),
  );

const equals: Case[] = [
  maths('齐头: both on the same days', equal(0), ['mon.1', 'wed.1'], ['wed.2', 'mon.5'], {}),
  maths(
    '齐头: the second lesson two days apart, one allowed',
    equal(1),
    ['mon.1', 'wed.1', 'fri.1'],
    ['tue.1', 'fri.2', 'fri.5'],
    {
      'progress.equal': 1,
    },
  ),
  maths(
    '齐头: a double is one lesson, and only as many as both have count',
    equal(0),
    ['mon.1', 'tue.1'],
    ['mon.3'],
    {
      'structural.unplaced': 2,
    },
    { courses: [course('mat', { periods: 3, doubles: 1 })] },
  ),
  maths('齐头: of two teachers nothing is asked', equal(0), ['mon.1'], ['fri.1'], {}, {}, [
    ['mat/h1', 'm1', 'h1'],
    ['mat/h2', 'm2', 'h2'],
  ]),
  weekCase(
    '齐头: three walking sections in three lines: the first lesson within a day, the second from Wednesday to Friday',
    walking([equal(1)]),
    walkingSections,
    walkingWeek(['mon.1', 'wed.1'], ['mon.2', 'thu.2'], ['tue.5', 'fri.5']),
    { 'progress.equal': 1 },
  ),
  weekCase(
    '齐头: over the cycle: four lessons each, the odd one of h1 and the even one of h2 a week apart',
    smallSchool({
      calendar: twoWeeks,
      courses: [course('mat', { lessons: [{ count: 1 }, { count: 1, weeks: 'either' }] })],
      rules: [equal(2)],
    }),
    byOne,
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'thu.1', 'r1', { weeks: 'odd' }],
      ['mat/h2', 0, 'mon.2', 'r2'],
      ['mat/h2', 1, 'thu.1', 'r2', { weeks: 'even' }],
    ],
    // first Monday 0; second: Thursday 3 and Monday 5; third: Monday 5 and Thursday 8
    { 'progress.equal': 1 },
  ),
];

const turns = rule('progress.alternate');
const alternates: Case[] = [
  maths(
    '平头: four days with both, each first on two',
    turns,
    ['mon.1', 'tue.2', 'wed.1', 'thu.2'],
    ['mon.2', 'tue.1', 'wed.2', 'thu.1'],
    {},
  ),
  maths(
    '平头: h1 first on all four days',
    turns,
    ['mon.1', 'tue.1', 'wed.1', 'thu.1'],
    ['mon.2', 'tue.2', 'wed.2', 'thu.2'],
    {
      'progress.alternate': 4,
    },
  ),
  maths(
    '平头: three days with both: two and one are even, days with one of them do not count',
    turns,
    ['mon.1', 'tue.1', 'wed.2', 'thu.1'],
    ['mon.2', 'tue.5', 'wed.1', 'fri.1'],
    {},
  ),
  weekCase(
    '平头: three walking sections meet on two days, the first is first on both',
    walking([turns]),
    walkingSections,
    walkingWeek(['mon.1', 'wed.1'], ['mon.2', 'wed.2'], ['mon.5', 'wed.5']),
    { 'progress.alternate': 1 },
  ),
  weekCase(
    '平头: over the cycle each Monday is a day',
    smallSchool({ calendar: twoWeeks, courses: [course('mat', { periods: 1 })], rules: [turns] }),
    byOne,
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h2', 0, 'mon.2', 'r2'],
    ],
    { 'progress.alternate': 2 },
  ),
  maths('平头: at once the first in order is the first', turns, ['mon.1', 'tue.2'], ['mon.1', 'tue.1'], {
    'structural.teacher': 1,
  }),
];

const doubled = { courses: [course('mat', { periods: 4, doubles: 1 })] };
const doubles: Case[] = [
  maths(
    '连排齐头: doubles on one day, singles do not matter',
    rule('progress.doubles', { days: 0 }),
    ['mon.1', 'tue.1', 'wed.1'],
    ['thu.1', 'fri.1', 'wed.5'],
    {},
    doubled,
  ),
  maths(
    '连排齐头: doubles three days apart',
    rule('progress.doubles', { days: 2 }),
    ['mon.5', 'wed.1', 'tue.1'],
    ['mon.1', 'wed.2', 'fri.1'],
    {
      'progress.doubles': 1,
    },
    doubled,
  ),
  maths(
    '连排齐头: the second double is too far, the first is not',
    rule('progress.doubles', { days: 1 }),
    ['mon.1', 'wed.1'],
    ['tue.1', 'fri.1'],
    {
      'progress.doubles': 1,
    },
    { courses: [course('mat', { periods: 4, doubles: 2 })] },
  ),
  maths('连排齐头: without doubles nothing is asked', rule('progress.doubles', { days: 0 }), ['mon.1'], ['fri.1'], {}),
];

export const ruleProgressCases: Case[] = [...equals, ...alternates, ...doubles];
