/** 不排同一天, 课程不相邻, 先后, 单双周. */
import type { Rule, School } from '../../src/school/types.ts';
import { course, grade, rule, smallSchool, weekCase, type Case, type LessonRow, type SectionRow } from './build.ts';
import { twoWeeks } from './rules-time.ts';

const odd = { weeks: 'odd' } as const;
const even = { weeks: 'even' } as const;
const one = { students: [{ id: 'a1', homeroom: 'h1' }] };
const both = ['mat', 'eng'];
const atHome: SectionRow[] = [
  ['mat/h1', 'm1', 'h1'],
  ['eng/h1', 'e1', 'h1'],
];

/** Maths and English of one student; doubles are stated in `parts`. */
function matEng(
  name: string,
  stated: Rule,
  mat: string[],
  eng: string[],
  deviation: number,
  parts: Partial<School> = {},
): Case {
  const school = smallSchool({
    ...one,
    courses: [course('mat', { periods: mat.length }), course('eng', { periods: eng.length })],
    rules: [stated],
    ...parts,
  });
  const lessons = [
    ...mat.map((slot, index): LessonRow => ['mat/h1', index, slot, 'r1']),
    ...eng.map((slot, index): LessonRow => ['eng/h1', index, slot, 'r2']),
  ];
  return weekCase(name, school, atHome, lessons, deviation === 0 ? {} : { [stated.type]: deviation });
}

/** Physics and history walk: a1 and b1 take both, the others one; two sections of physics. */
const walkers = (rules: Rule[], more: Partial<School> = {}): School =>
  smallSchool({
    students: [
      { id: 'a1', homeroom: 'h1' },
      { id: 'a2', homeroom: 'h1' },
      { id: 'b1', homeroom: 'h2' },
    ],
    courses: [
      course('phy', { grouping: 'walking', periods: 2 }),
      course('his', { subject: 'his', grouping: 'walking', periods: 2, teachers: ['p2'] }),
    ],
    rules,
    ...more,
  });
const walking: SectionRow[] = [
  ['phy/1', 'p1', 'a1 a2'],
  ['phy/2', 'p1', 'b1'],
  ['his/1', 'p2', 'a1 a2 b1'],
];

const sameDay = rule('course.notSameDay', { courses: both });
const notSameDay: Case[] = [
  matEng('不排同一天: on different days', sameDay, ['mon.1', 'wed.1'], ['tue.1', 'thu.1'], 0),
  matEng(
    '不排同一天: two days with both, however many lessons',
    sameDay,
    ['mon.1', 'mon.5', 'tue.1'],
    ['mon.2', 'tue.2'],
    2,
  ),
  weekCase(
    '不排同一天: sections without a common student do not matter; a day for each of two pairs',
    walkers([rule('course.notSameDay', { courses: ['phy', 'his'] })]),
    walking,
    [
      ['phy/1', 0, 'mon.1', 'r1'],
      ['phy/1', 1, 'tue.1', 'r1'],
      ['phy/2', 0, 'mon.2', 'r1'],
      ['phy/2', 1, 'wed.1', 'r1'],
      ['his/1', 0, 'mon.5', 'r3'],
      ['his/1', 1, 'fri.1', 'r3'],
    ],
    { 'course.notSameDay': 2 },
  ),
  weekCase(
    '不排同一天: only of one homeroom; a lesson of every week and one of odd weeks meet on one day of the cycle',
    smallSchool({
      calendar: twoWeeks,
      courses: [
        course('mat', { periods: 1 }),
        course('eng', { lessons: [{ count: 1, weeks: 'odd' }], teachers: ['e1'] }),
      ],
      rules: [rule('course.notSameDay', { courses: both, homerooms: ['h1'] })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
      ['eng/h1', 'e1', 'h1'],
      ['eng/h2', 'e1', 'h2'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h2', 0, 'mon.1', 'r2'],
      ['eng/h1', 0, 'mon.2', 'r1', odd],
      ['eng/h2', 0, 'mon.3', 'r2', odd],
    ],
    { 'course.notSameDay': 1 },
  ),
];

const adjacent = rule('course.notAdjacent', { courses: both });
const ordered = rule('course.notAdjacent', { courses: both, ordered: true });
const notAdjacent: Case[] = [
  matEng(
    '不相邻: a period between, noon between, two days',
    adjacent,
    ['mon.1', 'mon.4', 'tue.8'],
    ['mon.5', 'wed.1'],
    0,
  ),
  matEng(
    '不相邻: before and after, and across the long break',
    adjacent,
    ['mon.2', 'tue.5'],
    ['mon.1', 'mon.3', 'tue.6'],
    3,
  ),
  matEng('不相邻: in one order only', ordered, ['mon.2', 'tue.5'], ['mon.1', 'mon.3', 'tue.6'], 2),
  matEng('不相邻: after a double, not inside it', adjacent, ['mon.1'], ['mon.3', 'tue.1'], 1, {
    courses: [course('mat', { periods: 2, doubles: 1 }), course('eng', { periods: 2 })],
  }),
  matEng('不相邻: for the grade a noon break lies between', adjacent, ['mon.3'], ['mon.4'], 0, {
    grades: [grade('g1', { breakAfter: { '3': 'noon', '4': 'short' } })],
  }),
  weekCase(
    '不相邻: with each of two sections; a section of other students does not matter',
    walkers([rule('course.notAdjacent', { courses: ['phy', 'his'] })]),
    walking,
    [
      ['phy/1', 0, 'mon.1', 'r1'],
      ['phy/1', 1, 'tue.3', 'r1'],
      ['phy/2', 0, 'mon.3', 'r1'],
      ['phy/2', 1, 'tue.4', 'r1'],
      ['his/1', 0, 'mon.2', 'r3'],
      ['his/1', 1, 'fri.1', 'r3'],
    ],
    { 'course.notAdjacent': 2 },
  ),
  weekCase(
    '不相邻: every week beside every week counts in both, beside an odd lesson once',
    smallSchool({
      ...one,
      calendar: twoWeeks,
      courses: [course('mat', { periods: 2 }), course('eng', { lessons: [{ count: 1 }, { count: 1, weeks: 'odd' }] })],
      rules: [adjacent],
    }),
    atHome,
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1'],
      ['eng/h1', 0, 'mon.2', 'r1'],
      ['eng/h1', 1, 'tue.2', 'r1', odd],
    ],
    { 'course.notAdjacent': 3 },
  ),
];

/** `then` is a key of the contract; a rule is never awaited. */
// oxlint-disable-next-line unicorn/no-thenable
const THEN = 'then';
const inOrder = (first: string, next: string): Rule => rule('course.order', { first, [THEN]: next });
const order = inOrder('mat', 'eng');
const orders: Case[] = [
  matEng('先后: maths begins the week', order, ['mon.2', 'fri.1'], ['mon.3', 'tue.1'], 0),
  matEng(
    '先后: two English lessons before the first of maths',
    order,
    ['wed.1', 'fri.1'],
    ['mon.1', 'tue.5', 'wed.2'],
    2,
  ),
  matEng('先后: one lesson each, in order', order, ['mon.1'], ['tue.1'], 0),
  matEng('先后: a double is one lesson', order, ['wed.1'], ['mon.1', 'thu.1'], 1, {
    courses: [course('mat', { periods: 1 }), course('eng', { periods: 4, doubles: 2 })],
  }),
  weekCase(
    '先后: of walking sections those that share students',
    walkers([inOrder('phy', 'his')]),
    walking,
    [
      ['phy/1', 0, 'mon.1', 'r1'],
      ['phy/1', 1, 'tue.3', 'r1'],
      ['phy/2', 0, 'wed.3', 'r1'],
      ['phy/2', 1, 'thu.4', 'r1'],
      ['his/1', 0, 'mon.2', 'r3'],
      ['his/1', 1, 'tue.1', 'r3'],
    ],
    { 'course.order': 2 },
  ),
  weekCase(
    '先后: in each week by itself; a week without maths asks for nothing',
    smallSchool({
      ...one,
      calendar: twoWeeks,
      courses: [course('mat', { lessons: [{ count: 1, weeks: 'even' }] }), course('eng', { periods: 2 })],
      rules: [order],
    }),
    atHome,
    [
      ['mat/h1', 0, 'wed.1', 'r1', even],
      ['eng/h1', 0, 'mon.1', 'r1'],
      ['eng/h1', 1, 'thu.1', 'r1'],
    ],
    { 'course.order': 1 },
  ),
  weekCase(
    '先后: at the same time is not before, though the student cannot',
    smallSchool({ ...one, courses: [course('mat', { periods: 1 }), course('eng', { periods: 1 })], rules: [order] }),
    atHome,
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['eng/h1', 0, 'mon.1', 'r2'],
    ],
    { 'structural.student': 1 },
  ),
];

/** Two courses of alternate weeks, in both homerooms. */
const alternating = (parts: Partial<School> = {}): School =>
  smallSchool({
    calendar: twoWeeks,
    courses: [
      course('mat', { lessons: [{ count: 1, weeks: 'either' }] }),
      course('eng', { lessons: [{ count: 1, weeks: 'either' }] }),
    ],
    rules: [rule('weeks.pair', { courses: both })],
    ...parts,
  });
const alternatingSections: SectionRow[] = [
  ['mat/h1', 'm1', 'h1'],
  ['mat/h2', 'm2', 'h2'],
  ['eng/h1', 'e1', 'h1'],
  ['eng/h2', 'e1', 'h2'],
];

const pairs: Case[] = [
  weekCase(
    '单双周: both homerooms alternate in one slot',
    alternating(),
    alternatingSections,
    [
      ['mat/h1', 0, 'mon.1', 'r1', odd],
      ['eng/h1', 0, 'mon.1', 'r1', even],
      ['mat/h2', 0, 'tue.1', 'r2', even],
      ['eng/h2', 0, 'tue.1', 'r2', odd],
    ],
    {},
  ),
  weekCase(
    '单双周: in one homeroom in different slots, in the other in the same weeks: four lessons alone',
    alternating(),
    alternatingSections,
    [
      ['mat/h1', 0, 'mon.1', 'r1', odd],
      ['eng/h1', 0, 'mon.2', 'r1', even],
      ['mat/h2', 0, 'tue.1', 'r2', even],
      ['eng/h2', 0, 'tue.3', 'r2', even],
    ],
    { 'weeks.pair': 4 },
  ),
  weekCase(
    '单双周: the other homeroom is no partner, and of one homeroom nothing is asked',
    alternating({ rules: [rule('weeks.pair', { courses: both, homerooms: ['h1'] })] }),
    alternatingSections,
    [
      ['mat/h1', 0, 'mon.1', 'r1', odd],
      ['eng/h1', 0, 'mon.2', 'r1', even],
      ['mat/h2', 0, 'mon.2', 'r2', odd],
      ['eng/h2', 0, 'mon.1', 'r2', even],
    ],
    { 'weeks.pair': 2 },
  ),
  weekCase(
    '单双周: two lessons and one: the second has no partner; lessons of every week are not looked at',
    alternating({
      ...one,
      courses: [
        course('mat', { lessons: [{ count: 1 }, { count: 2, weeks: 'either' }] }),
        course('eng', { lessons: [{ count: 1, weeks: 'either' }] }),
      ],
    }),
    atHome,
    [
      ['mat/h1', 0, 'wed.1', 'r1'],
      ['mat/h1', 1, 'mon.1', 'r1', odd],
      ['mat/h1', 2, 'thu.1', 'r1', odd],
      ['eng/h1', 0, 'mon.1', 'r1', even],
    ],
    { 'weeks.pair': 1 },
  ),
  weekCase(
    '单双周: a lesson of every week has the slot in the opposite weeks too, and is at once with the other in its own',
    alternating({
      ...one,
      courses: [
        course('mat', { lessons: [{ count: 1 }, { count: 1, weeks: 'either' }] }),
        course('eng', { lessons: [{ count: 1, weeks: 'either' }] }),
      ],
    }),
    atHome,
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1', odd],
      ['eng/h1', 0, 'mon.1', 'r2', odd],
    ],
    { 'weeks.pair': 1, 'structural.student': 1 },
  ),
  weekCase(
    '单双周: both in odd weeks of one slot are at once, and not in turn',
    alternating({ ...one }),
    atHome,
    [
      ['mat/h1', 0, 'mon.1', 'r1', odd],
      ['eng/h1', 0, 'mon.1', 'r2', odd],
    ],
    { 'weeks.pair': 2, 'structural.student': 1 },
  ),
];

export const ruleCourseCases: Case[] = [...notSameDay, ...notAdjacent, ...orders, ...pairs];
