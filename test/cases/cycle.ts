/** Odd and even weeks: everything over the cycle, an every-week lesson once in each week, what is daily on each day of each week. */
import type { Rule, School } from '../../src/school/types.ts';
import { course, rule, smallSchool, teacher, weekCase, type Case, type LessonRow, type SectionRow } from './build.ts';

const usual = smallSchool({ courses: [] });
const calendar: School['calendar'] = { ...usual.calendar, weeks: ['odd', 'even'] };
const odd = { weeks: 'odd' } as const;
const even = { weeks: 'even' } as const;

/** English of both homerooms by one teacher: 0 every week, 1 either, 2 other. */
const english = (parts: Partial<School> = {}): School =>
  smallSchool({
    calendar,
    courses: [course('eng', { lessons: [{ count: 1 }, { count: 1, weeks: 'either' }, { count: 1, weeks: 'other' }] })],
    ...parts,
  });
const sections: SectionRow[] = [
  ['eng/h1', 'e1', 'h1'],
  ['eng/h2', 'e1', 'h2'],
];
const first: LessonRow[] = [
  ['eng/h1', 0, 'mon.1', 'r1'],
  ['eng/h1', 1, 'tue.1', 'r1', odd],
  ['eng/h1', 2, 'wed.1', 'r1', even],
];
const second: LessonRow[] = [
  ['eng/h2', 0, 'mon.2', 'r2'],
  ['eng/h2', 1, 'tue.1', 'r2', even],
  ['eng/h2', 2, 'wed.1', 'r2', odd],
];

const weeks: Case[] = [
  weekCase('weeks: one teacher in one slot in odd and in even weeks', english(), sections, [...first, ...second], {}),
  weekCase(
    'weeks: other in the week of either, one period; the section may have its either in any week',
    english(),
    sections,
    [...first.slice(0, 2), ['eng/h1', 2, 'wed.1', 'r1', odd], ...second.slice(0, 2), ['eng/h2', 2, 'wed.2', 'r2', odd]],
    { 'structural.slot': 1 },
  ),
  weekCase(
    'weeks: an every-week lesson only in odd weeks counts in both, an either in every week once',
    english(),
    sections,
    [
      ['eng/h1', 0, 'mon.1', 'r1', odd],
      ['eng/h1', 1, 'tue.1', 'r1'],
      ['eng/h1', 2, 'wed.1', 'r1', even],
      ...second.slice(0, 1),
      ['eng/h2', 1, 'thu.1', 'r2', even],
      ['eng/h2', 2, 'wed.1', 'r2', odd],
    ],
    { 'structural.slot': 3 },
  ),
  weekCase(
    'weeks: a stated odd week is kept, a stated even one is not',
    english({
      courses: [
        course('eng', {
          lessons: [
            { count: 1, weeks: 'odd' },
            { count: 1, weeks: 'even', length: 2 },
          ],
        }),
      ],
    }),
    [
      ['eng/h1', 'e1', 'h1'],
      ['eng/h2', 'e1', 'h2'],
    ],
    [
      ['eng/h1', 0, 'mon.1', 'r1', odd],
      ['eng/h1', 1, 'tue.1', 'r1', odd],
      ['eng/h2', 0, 'mon.1', 'r2', even],
      ['eng/h2', 1, 'wed.1', 'r2', even],
    ],
    { 'structural.slot': 3 },
  ),
  weekCase(
    'weeks: one teacher twice in the odd week only, in both weeks with lessons of every week',
    english(),
    sections,
    [...first, ['eng/h2', 0, 'mon.1', 'r2'], ['eng/h2', 1, 'tue.1', 'r2', odd], ['eng/h2', 2, 'wed.2', 'r2', even]],
    { 'structural.teacher': 3 },
  ),
  weekCase(
    'weeks: nothing placed but one either lesson: two periods of the every-week lesson, one of the other',
    english(),
    sections,
    [...first, ['eng/h2', 1, 'tue.1', 'r2', even]],
    { 'structural.unplaced': 3 },
  ),
  weekCase(
    'weeks: a Friday closed in even weeks only',
    english({ calendar: { ...calendar, closed: 'fri.*/even' } }),
    sections,
    [['eng/h1', 0, 'fri.1', 'r1'], ['eng/h1', 1, 'fri.3', 'r1', odd], ['eng/h1', 2, 'fri.3', 'r1', even], ...second],
    { 'structural.slot': 2 },
  ),
  weekCase(
    'weeks: a load of two periods a week is four in the cycle; both sections have four each',
    english({
      teachers: usual.teachers.map((one) => (one.id === 'e1' ? teacher('e1', 'eng', { load: { max: 2 } }) : one)),
    }),
    sections,
    [...first, ...second],
    { 'structural.load': 4 },
  ),
  weekCase(
    'weeks: locks: the week of the either lesson held and kept, held and not kept',
    english({
      locks: [
        { section: 'eng/h1', index: 1, weeks: 'odd' },
        { section: 'eng/h2', index: 1, slot: 'tue.1', weeks: 'odd' },
        { section: 'eng/h2', index: 2, slot: 'wed.1', weeks: 'odd' },
      ],
    }),
    sections,
    [...first, ...second],
    { 'structural.lock': 1 },
  ),
];

const ruled = (name: string, stated: Rule, lessons: LessonRow[], deviation: number): Case =>
  weekCase(
    name,
    english({ rules: [stated] }),
    sections,
    [...lessons, ...second],
    deviation === 0 ? {} : { [stated.type]: deviation },
  );

const rules: Case[] = [
  ruled(
    'weeks: spread: with the lesson of every week on one day, one over in each week',
    rule('course.spread', { maxPerDay: 1, homerooms: ['h1'] }),
    [
      ['eng/h1', 0, 'mon.1', 'r1'],
      ['eng/h1', 1, 'mon.3', 'r1', odd],
      ['eng/h1', 2, 'mon.5', 'r1', even],
    ],
    2,
  ),
  ruled(
    'weeks: spread: Friday of one week and Monday of the next are not close, Monday and Tuesday of one week are',
    rule('course.spread', { minGapDays: 2, homerooms: ['h1'] }),
    [
      ['eng/h1', 0, 'mon.1', 'r1'],
      ['eng/h1', 1, 'fri.1', 'r1', odd],
      ['eng/h1', 2, 'tue.3', 'r1', even],
    ],
    1,
  ),
  ruled(
    'weeks: at most two a day: two each Monday, a third in the odd week only',
    rule('teacher.maxPerDay', { max: 2 }),
    [
      ['eng/h1', 0, 'mon.1', 'r1'],
      ['eng/h1', 1, 'mon.4', 'r1', odd],
      ['eng/h1', 2, 'thu.1', 'r1', even],
    ],
    1,
  ),
  ruled(
    'weeks: lessons in neighbouring slots of different weeks are no run',
    rule('teacher.maxConsecutive', { max: 1, homerooms: ['h1'] }),
    [
      ['eng/h1', 0, 'thu.1', 'r1'],
      ['eng/h1', 1, 'tue.2', 'r1', odd],
      ['eng/h1', 2, 'wed.2', 'r1', even],
    ],
    0,
  ),
  ruled(
    'weeks: a share of the four periods of the cycle: 75 % are three, the one of the odd week is inside',
    rule('slots.prefer', { slots: '*.1', share: 75, homerooms: ['h1'] }),
    [
      ['eng/h1', 0, 'mon.3', 'r1'],
      ['eng/h1', 1, 'thu.1', 'r1', odd],
      ['eng/h1', 2, 'thu.3', 'r1', even],
    ],
    2,
  ),
  ruled(
    'weeks: forbidden in even weeks: the even half of the lesson of every week, and the even lesson',
    rule('slots.forbid', { slots: 'mon|wed.*/even', homerooms: ['h1'] }),
    first,
    2,
  ),
];

export const cycleCases: Case[] = [...weeks, ...rules];
