/** 必排, 上下午课时, 连堂, N 日内上完, 首节不重复. */
import type { Rule, School } from '../../src/school/types.ts';
import {
  course,
  grade,
  rule,
  smallSchool,
  students,
  weekCase,
  type Case,
  type LessonRow,
  type SectionRow,
} from './build.ts';

const usual = smallSchool({ courses: [] });
export const twoWeeks: School['calendar'] = { ...usual.calendar, weeks: ['odd', 'even'] };
const odd = { weeks: 'odd' } as const;
const even = { weeks: 'even' } as const;
const one = { students: [{ id: 'a1', homeroom: 'h1' }] };

/** Maths of one student, lesson by lesson in these slots. */
function maths(name: string, parts: Partial<School>, slots: string[], deviation: number): Case {
  const school = smallSchool({ ...one, courses: [course('mat', { periods: slots.length })], ...parts });
  const lessons = slots.map((slot, index): LessonRow => ['mat/h1', index, slot, 'r1']);
  const type = school.rules?.[0]?.type ?? '';
  return weekCase(name, school, [['mat/h1', 'm1', 'h1']], lessons, deviation === 0 ? {} : { [type]: deviation });
}

const required = (more: Partial<Rule>): Partial<School> => ({ rules: [rule('slots.require', more)] });

const require: Case[] = [
  maths(
    '必排: two periods required on Monday, two there',
    required({ slots: 'mon.*', count: 2 }),
    ['mon.1', 'mon.5', 'tue.1'],
    0,
  ),
  maths('必排: three required, one there', required({ slots: '*.1', count: 3 }), ['mon.1', 'tue.2', 'wed.3'], 2),
  maths('必排: without a count all of them', required({ slots: '*.8' }), ['mon.8', 'tue.7', 'wed.8', 'thu.1'], 2),
  maths(
    '必排: a double half inside counts one period',
    { ...required({ slots: '*.4', count: 2 }), courses: [course('mat', { periods: 4, doubles: 2 })] },
    ['mon.3', 'tue.1'],
    1,
  ),
  weekCase(
    '必排: a period not placed is not inside',
    smallSchool({ ...one, courses: [course('mat', { periods: 2 })], ...required({ slots: 'mon.*' }) }),
    [['mat/h1', 'm1', 'h1']],
    [['mat/h1', 0, 'mon.1', 'r1']],
    { 'slots.require': 1, 'structural.unplaced': 1 },
  ),
  weekCase(
    '必排: one a week is two in the cycle, a lesson of odd weeks is one',
    smallSchool({
      ...one,
      calendar: twoWeeks,
      courses: [course('mat', { lessons: [{ count: 1 }, { count: 1, weeks: 'odd' }] })],
      ...required({ slots: 'fri.*', count: 1 }),
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'fri.1', 'r1', odd],
    ],
    { 'slots.require': 1 },
  ),
];

const halved = (more: Partial<Rule>): Partial<School> => ({ rules: [rule('course.halfday', more)] });

const halfdays: Case[] = [
  maths(
    '上下午: two in the morning, one after noon, as asked',
    halved({ amMin: 2, pmMax: 1 }),
    ['mon.1', 'tue.4', 'wed.7'],
    0,
  ),
  maths('上下午: three mornings where one is allowed', halved({ amMax: 1 }), ['mon.1', 'tue.2', 'wed.4', 'thu.5'], 2),
  maths(
    '上下午: one over in the afternoon, one short in the morning; the evening is neither',
    halved({ amMin: 2, pmMax: 1 }),
    ['mon.1', 'tue.5', 'wed.6', 'thu.8'],
    2,
  ),
  maths(
    '上下午: a double counts two periods',
    { ...halved({ pmMax: 1 }), courses: [course('mat', { periods: 4, doubles: 2 })] },
    ['mon.5', 'tue.1'],
    1,
  ),
  weekCase(
    '上下午: one afternoon a week is two in the cycle',
    smallSchool({
      ...one,
      calendar: twoWeeks,
      courses: [course('mat', { lessons: [{ count: 1 }, { count: 1, weeks: 'even' }] })],
      ...halved({ pmMax: 1 }),
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.5', 'r1'],
      ['mat/h1', 1, 'fri.5', 'r1', even],
    ],
    { 'course.halfday': 1 },
  ),
  weekCase(
    '上下午: one morning a week at least is two in the cycle',
    smallSchool({
      ...one,
      calendar: twoWeeks,
      courses: [course('mat', { lessons: [{ count: 1, weeks: 'odd' }, { count: 1 }] })],
      ...halved({ amMin: 1 }),
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1', odd],
      ['mat/h1', 1, 'fri.5', 'r1'],
    ],
    { 'course.halfday': 1 },
  ),
];

const doubled = (more: Partial<Rule>, doubles: number): Partial<School> => ({
  rules: [rule('course.doubles', more)],
  courses: [course('mat', { periods: 2 * doubles, doubles })],
});

const doubles: Case[] = [
  maths(
    '连堂: two doubles inside, on days apart',
    doubled({ slots: '*.1|2|5|6', alternateDays: true }, 2),
    ['mon.1', 'wed.5'],
    0,
  ),
  maths('连堂: one double half outside, one wholly', doubled({ slots: '*.1|2' }, 3), ['mon.1', 'tue.5', 'thu.6'], 2),
  maths('连堂: half outside is outside', doubled({ slots: '*.5|6' }, 1), ['tue.6'], 1),
  maths('连堂: across the long break', doubled({}, 2), ['mon.2', 'wed.3'], 1),
  maths('连堂: across the long break where that is allowed', doubled({ acrossLong: true }, 1), ['mon.2'], 0),
  maths(
    '连堂: the grade has no long break there',
    { ...doubled({}, 1), grades: [grade('g1', { breakAfter: { '2': 'short', '3': 'long' } })] },
    ['mon.2'],
    0,
  ),
  maths(
    '连堂: three days in a row are two pairs, Friday and Monday are none',
    doubled({ alternateDays: true }, 4),
    ['mon.3', 'tue.3', 'wed.3', 'fri.3'],
    2,
  ),
  maths('连堂: two on one day are a pair too', doubled({ alternateDays: true }, 2), ['mon.3', 'mon.5'], 1),
  maths(
    '连堂: singles are not looked at',
    { ...doubled({ slots: '*.1|2', alternateDays: true }, 1), courses: [course('mat', { periods: 4, doubles: 1 })] },
    ['mon.5', 'tue.6', 'wed.1'],
    0,
  ),
  weekCase(
    '连堂: every week beside an odd one on the next day is a pair in odd weeks; outside in both weeks counts two',
    smallSchool({
      ...one,
      calendar: twoWeeks,
      courses: [
        course('mat', {
          lessons: [
            { count: 1, length: 2 },
            { count: 1, length: 2, weeks: 'odd' },
          ],
        }),
      ],
      rules: [rule('course.doubles', { slots: '*.1|2', alternateDays: true })],
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.3', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1', odd],
    ],
    { 'course.doubles': 3 },
  ),
];

const finished = (day: string): Partial<School> => ({ rules: [rule('lessons.finishBy', { day })] });

const finishBy: Case[] = [
  maths('N 日内上完: the last one on Thursday', finished('thu'), ['mon.1', 'tue.1', 'thu.8'], 0),
  maths('N 日内上完: two periods after Wednesday', finished('wed'), ['mon.1', 'thu.1', 'fri.1'], 2),
  maths(
    'N 日内上完: a double on Friday is two periods',
    { ...finished('thu'), courses: [course('mat', { periods: 3, doubles: 1 })] },
    ['mon.1', 'fri.1'],
    2,
  ),
  weekCase(
    'N 日内上完: in each week of the cycle, of one teacher only',
    smallSchool({
      calendar: twoWeeks,
      courses: [course('mat', { lessons: [{ count: 1 }, { count: 1, weeks: 'even' }] })],
      rules: [rule('lessons.finishBy', { day: 'thu', teachers: ['m1'] })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
    ],
    [
      ['mat/h1', 0, 'fri.1', 'r1'],
      ['mat/h1', 1, 'fri.2', 'r1', even],
      ['mat/h2', 0, 'fri.1', 'r2'],
      ['mat/h2', 1, 'mon.2', 'r2', even],
    ],
    { 'lessons.finishBy': 3 },
  ),
];

const vary = { rules: [rule('firstSlot.vary')] };
const twoCourses = { ...one, courses: [course('mat', { periods: 3 }), course('eng', { periods: 2 })] };
const matEng: SectionRow[] = [
  ['mat/h1', 'm1', 'h1'],
  ['eng/h1', 'e1', 'h1'],
];
const matEngWeek = (mat: string[], eng: string[]): LessonRow[] => [
  ...mat.map((slot, index): LessonRow => ['mat/h1', index, slot, 'r1']),
  ...eng.map((slot, index): LessonRow => ['eng/h1', index, slot, 'r1']),
];

const firstSlots: Case[] = [
  weekCase(
    '首节: maths first on one day, English on another, nothing on the rest',
    smallSchool({ ...twoCourses, ...vary }),
    matEng,
    matEngWeek(['mon.1', 'tue.2', 'wed.2'], ['tue.1', 'wed.3']),
    {},
  ),
  weekCase(
    '首节: maths first on three days, English on two: two and one too many',
    smallSchool({ ...twoCourses, ...vary }),
    matEng,
    matEngWeek(['mon.1', 'tue.1', 'wed.1'], ['thu.1', 'fri.1']),
    { 'firstSlot.vary': 3 },
  ),
  weekCase(
    '首节: two lessons of maths at once are first on one day',
    smallSchool({ ...twoCourses, ...vary }),
    matEng,
    matEngWeek(['mon.1', 'mon.1', 'tue.1'], ['tue.2', 'wed.3']),
    { 'firstSlot.vary': 1, 'structural.student': 1, 'structural.teacher': 1, 'structural.room': 1 },
  ),
  weekCase(
    '首节: where the first period is closed the second one is first; early reading is none',
    smallSchool({
      ...twoCourses,
      ...vary,
      calendar: {
        ...usual.calendar,
        periods: usual.calendar.periods.map((period) => (period.id === '1' ? { ...period, part: 'early' } : period)),
      },
      grades: [grade('g1', { closed: 'mon|tue.2' })],
    }),
    matEng,
    matEngWeek(['mon.3', 'tue.3', 'wed.2'], ['mon.1', 'tue.1']),
    { 'firstSlot.vary': 2 },
  ),
  weekCase(
    '首节: a walking section and another homeroom do not matter',
    smallSchool({
      students: students('a', 'h1', 2),
      courses: [course('mat', { periods: 2 }), course('pe', { periods: 2, grouping: 'walking' })],
      ...vary,
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['pe/1', 's1', 'h1'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'mon.2', 'r1'],
      ['pe/1', 0, 'tue.1', 'r3'],
      ['pe/1', 1, 'wed.1', 'r3'],
    ],
    {},
  ),
  weekCase(
    '首节: each week of the cycle by itself: a lesson of every week is once first in each, one of odd weeks the second time',
    smallSchool({
      ...one,
      calendar: twoWeeks,
      courses: [course('mat', { lessons: [{ count: 1 }, { count: 1, weeks: 'odd' }] })],
      ...vary,
    }),
    [['mat/h1', 'm1', 'h1']],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1', odd],
    ],
    { 'firstSlot.vary': 1 },
  ),
];

export const ruleTimeCases: Case[] = [...require, ...halfdays, ...doubles, ...finishBy, ...firstSlots];
