/** 同时开课, 不同时开课, 同时开课限制, 合班. */
import type { Rule, School } from '../../src/school/types.ts';
import { course, rule, smallSchool, teacher, weekCase, type Case, type LessonRow, type SectionRow } from './build.ts';
import { twoWeeks } from './rules-time.ts';

const odd = { weeks: 'odd' } as const;

const both = (id: string): SectionRow[] => [
  [`${id}/h1`, `${id[0]}1`, 'h1'],
  [`${id}/h2`, `${id[0]}2`, 'h2'],
];

/** Maths of both homerooms in these slots. */
function maths(
  name: string,
  stated: Rule,
  h1: string[],
  h2: string[],
  deviation: number,
  parts: Partial<School> = {},
): Case {
  const school = smallSchool({ courses: [course('mat', { periods: h1.length })], rules: [stated], ...parts });
  const lessons = [
    ...h1.map((slot, index): LessonRow => ['mat/h1', index, slot, 'r1']),
    ...h2.map((slot, index): LessonRow => ['mat/h2', index, slot, 'r2']),
  ];
  return weekCase(name, school, both('mat'), lessons, deviation === 0 ? {} : { [stated.type]: deviation });
}

const same = rule('sections.sameSlot', { courses: ['mat'] });

/** Levels of mathematics over two homerooms: a pool of two courses. */
const levels = (rules: Rule[]): School =>
  smallSchool({
    students: [
      { id: 'a1', homeroom: 'h1', levels: { mat: 'A' } },
      { id: 'a2', homeroom: 'h1', levels: { mat: 'B' } },
      { id: 'b1', homeroom: 'h2', levels: { mat: 'A' } },
      { id: 'b2', homeroom: 'h2', levels: { mat: 'B' } },
    ],
    courses: [
      course('matA', { subject: 'mat', level: 'A', periods: 2, grouping: [['h1', 'h2']] }),
      course('matB', { subject: 'mat', level: 'B', periods: 2, grouping: [['h2', 'h1']] }),
    ],
    rules,
  });
const levelSections: SectionRow[] = [
  ['matA/1', 'm1', 'a1 b1'],
  ['matB/1', 'm2', 'a2 b2'],
];

const sameSlot: Case[] = [
  maths('同时开课: both at the same times, in another order', same, ['mon.1', 'tue.1'], ['tue.1', 'mon.1'], 0),
  maths(
    '同时开课: one of two in common, two sections: two periods alone',
    same,
    ['mon.1', 'tue.1'],
    ['mon.1', 'wed.1'],
    2,
  ),
  maths('同时开课: a double half in common', same, ['mon.1'], ['mon.2'], 2, {
    courses: [course('mat', { periods: 2, doubles: 1 })],
  }),
  maths(
    '同时开课: one section alone is a set that agrees',
    rule('sections.sameSlot', { homerooms: ['h1'] }),
    ['mon.1'],
    ['tue.1'],
    0,
  ),
  weekCase(
    '同时开课: the levels of a pool are one set',
    levels([rule('sections.sameSlot', { subjects: ['mat'] })]),
    levelSections,
    [
      ['matA/1', 0, 'mon.1', 'r1'],
      ['matA/1', 1, 'tue.1', 'r1'],
      ['matB/1', 0, 'mon.1', 'r2'],
      ['matB/1', 1, 'fri.8', 'r2'],
    ],
    { 'sections.sameSlot': 2 },
  ),
  weekCase(
    '同时开课: over the cycle: every week beside odd weeks',
    smallSchool({
      calendar: twoWeeks,
      courses: [
        course('mat', { homerooms: ['h1'], periods: 1 }),
        course('mat-h2', { subject: 'mat', homerooms: ['h2'], lessons: [{ count: 1, weeks: 'odd' }] }),
      ],
      rules: [rule('sections.sameSlot', { subjects: ['mat'] })],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat-h2/h2', 'm2', 'h2'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat-h2/h2', 0, 'mon.1', 'r2', odd],
    ],
    { 'sections.sameSlot': 1 },
  ),
];

const apart = rule('sections.notSameSlot', { courses: ['mat'] });

const notSameSlot: Case[] = [
  maths('不同时开课: never at once', apart, ['mon.1', 'tue.1'], ['mon.2', 'tue.2'], 0),
  maths('不同时开课: twice at once', apart, ['mon.1', 'tue.1'], ['mon.1', 'tue.1'], 2),
  maths('不同时开课: doubles that overlap in one period', apart, ['mon.1'], ['mon.2'], 1, {
    courses: [course('mat', { periods: 2, doubles: 1 })],
  }),
  weekCase(
    '不同时开课: three at once are two too many; only lessons in the named rooms count',
    smallSchool({
      students: [
        { id: 'a1', homeroom: 'h1' },
        { id: 'b1', homeroom: 'h2' },
        { id: 'b2', homeroom: 'h2' },
      ],
      courses: [course('mat', { periods: 2, grouping: 'walking' })],
      teachers: [teacher('m1', 'mat'), teacher('m2', 'mat'), teacher('m3', 'mat')],
      rules: [rule('sections.notSameSlot', { rooms: ['r1', 'r2', 'r3'] })],
    }),
    [
      ['mat/1', 'm1', 'a1'],
      ['mat/2', 'm2', 'b1'],
      ['mat/3', 'm3', 'b2'],
    ],
    [
      ['mat/1', 0, 'mon.1', 'r1'],
      ['mat/2', 0, 'mon.1', 'r2'],
      ['mat/3', 0, 'mon.1', 'r3'],
      ['mat/1', 1, 'tue.1', 'field'],
      ['mat/2', 1, 'tue.1', 'field'],
      ['mat/3', 1, 'wed.1', 'r3'],
    ],
    { 'sections.notSameSlot': 2, 'structural.kind': 2 },
  ),
  weekCase(
    '不同时开课: in one slot of odd and of even weeks they do not meet',
    smallSchool({
      calendar: twoWeeks,
      courses: [course('mat', { lessons: [{ count: 1, weeks: 'either' }] })],
      rules: [apart],
    }),
    both('mat'),
    [
      ['mat/h1', 0, 'mon.1', 'r1', odd],
      ['mat/h2', 0, 'mon.1', 'r2', { weeks: 'even' }],
    ],
    {},
  ),
];

/** Physical education of four homeroom halves: sections of two students. */
const sports = (rules: Rule[]): School =>
  smallSchool({
    courses: [course('pe', { periods: 2, grouping: 'walking', roomKind: 'field' })],
    teachers: ['s1', 's2', 's3'].map((id) => teacher(id, 'pe')),
    rooms: [{ id: 'field', name: 'field', seats: 50, kind: 'field', concurrent: 4 }],
    rules,
  });
const sportSections: SectionRow[] = [
  ['pe/1', 's1', 'a1 a2'],
  ['pe/2', 's2', 'a3 b1'],
  ['pe/3', 's3', 'b2 b3'],
];
const sportWeek = (slots: string[]): LessonRow[] =>
  slots.map((slot, i): LessonRow => [`pe/${Math.floor(i / 2) + 1}`, i % 2, slot, 'field']);

const parallel: Case[] = [
  weekCase(
    '同时开课限制: two at once are allowed',
    sports([rule('sections.maxParallel', { max: 2, subjects: ['pe'] })]),
    sportSections,
    sportWeek(['mon.1', 'tue.1', 'mon.1', 'tue.2', 'mon.2', 'tue.1']),
    {},
  ),
  weekCase(
    '同时开课限制: three at once twice',
    sports([rule('sections.maxParallel', { max: 2, subjects: ['pe'] })]),
    sportSections,
    sportWeek(['mon.1', 'tue.1', 'mon.1', 'tue.1', 'mon.1', 'tue.1']),
    { 'sections.maxParallel': 2 },
  ),
  weekCase(
    '同时开课限制: inside the stated slots only, and none at all there',
    sports([rule('sections.maxParallel', { max: 0, slots: '*.1', rooms: ['field'] })]),
    sportSections,
    sportWeek(['mon.1', 'tue.2', 'mon.1', 'tue.2', 'wed.1', 'tue.2']),
    { 'sections.maxParallel': 3 },
  ),
];

const ofBoth = [rule('sections.joint', { sections: ['pe/h1', 'pe/h2'], strength: 'must' })];

/** Homerooms h1 and h2 have physical education together, one period and a double. */
const joined = (parts: Partial<School> = {}): School =>
  smallSchool({
    courses: [course('pe', { periods: 3, doubles: 1, roomKind: 'field' })],
    teachers: [teacher('s1', 'pe', { load: { max: 3 } }), teacher('s2', 'pe')],
    rooms: [
      { id: 'field', name: 'field', seats: 6, kind: 'field' },
      { id: 'gym', name: 'gym', seats: 5, kind: 'field' },
    ],
    sections: [
      { id: 'pe/h1', course: 'pe', homerooms: ['h1'] },
      { id: 'pe/h2', course: 'pe', homerooms: ['h2'] },
    ],
    rules: ofBoth,
    ...parts,
  });
const together: SectionRow[] = [
  ['pe/h1', 's1', 'h1'],
  ['pe/h2', 's1', 'h2'],
];
const jointWeek = (rows: [h1: string, h2: string][], room = 'field'): LessonRow[] =>
  rows.flatMap(([h1, h2], index): LessonRow[] => [
    ['pe/h1', index, h1, room],
    ['pe/h2', index, h2, room],
  ]);

const joint: Case[] = [
  weekCase(
    '合班: one lesson of both: one teacher with half the load, one place in the room, seats for all',
    joined(),
    together,
    jointWeek([
      ['mon.5', 'mon.5'],
      ['tue.5', 'tue.5'],
    ]),
    {},
  ),
  weekCase(
    '合班: all in the smaller room, one too many; what the rules count of each section',
    joined({
      rules: [
        ...ofBoth,
        rule('room.prefer', { rooms: ['field'] }),
        rule('teacher.sections', { max: 1 }),
        rule('teacher.maxPerDay', { max: 1 }),
        rule('sections.maxParallel', { max: 1 }),
        rule('progress.alternate'),
      ],
    }),
    together,
    jointWeek(
      [
        ['mon.5', 'mon.5'],
        ['tue.5', 'tue.5'],
      ],
      'gym',
    ),
    {
      'structural.size': 1,
      'room.prefer': 4,
      'teacher.sections': 1,
      'teacher.maxPerDay': 1,
      'sections.maxParallel': 3,
    },
  ),
  weekCase(
    '合班: the teacher is away in one period: once; the double of both without a slot, the teacher with its load once',
    joined({
      teachers: [teacher('s1', 'pe', { load: { max: 2 }, unavailable: 'mon.5' })],
    }),
    together,
    jointWeek([['mon.5', 'mon.5']]),
    { 'structural.slot': 1, 'structural.unplaced': 4, 'structural.load': 1 },
  ),
  weekCase(
    '合班: without a room both sections lack one',
    joined(),
    together,
    jointWeek([
      ['mon.5', 'mon.5'],
      ['tue.5', 'tue.5'],
    ]).map(([section, index, slot]): LessonRow => [section, index, slot, '']),
    { 'structural.kind': 4 },
  ),
  weekCase(
    '合班: the double at another time, and its load counts twice',
    joined(),
    together,
    jointWeek([
      ['mon.5', 'mon.5'],
      ['tue.5', 'wed.5'],
    ]),
    { 'sections.joint': 1, 'structural.load': 2 },
  ),
  weekCase(
    '合班: another teacher and another room',
    joined(),
    [
      ['pe/h1', 's1', 'h1'],
      ['pe/h2', 's2', 'h2'],
    ],
    [
      ['pe/h1', 0, 'mon.5', 'field'],
      ['pe/h2', 0, 'mon.5', 'gym'],
      ['pe/h1', 1, 'tue.5', 'field'],
      ['pe/h2', 1, 'tue.5', 'field'],
    ],
    { 'sections.joint': 2 },
  ),
  weekCase(
    '合班: six in a room of five seats, one too many; a lesson that only one of them has',
    joined(),
    together,
    [
      ['pe/h1', 0, 'mon.5', 'gym'],
      ['pe/h2', 0, 'mon.5', 'gym'],
      ['pe/h1', 1, 'tue.5', 'field'],
    ],
    { 'sections.joint': 1, 'structural.size': 1, 'structural.unplaced': 2, 'structural.load': 2 },
  ),
  weekCase(
    '合班: three sections, two of them elsewhere; without the rule one teacher and one room would be in two lessons at once',
    joined({
      homerooms: [
        { id: 'h1', name: 'h1', grade: 'g1' },
        { id: 'h2', name: 'h2', grade: 'g1' },
        { id: 'h3', name: 'h3', grade: 'g1' },
      ],
      students: [
        { id: 'a1', homeroom: 'h1' },
        { id: 'b1', homeroom: 'h2' },
        { id: 'c1', homeroom: 'h3' },
      ],
      courses: [course('pe', { periods: 1, roomKind: 'field' })],
      sections: ['h1', 'h2', 'h3'].map((id) => ({ id: `pe/${id}`, course: 'pe', homerooms: [id] })),
      rules: [rule('sections.joint', { sections: ['pe/h1', 'pe/h2', 'pe/h3'], strength: 'must' })],
    }),
    [...together, ['pe/h3', 's1', 'h3']],
    [
      ['pe/h1', 0, 'mon.5', 'field'],
      ['pe/h2', 0, 'tue.5', 'field'],
      ['pe/h3', 0, 'tue.5', 'field'],
    ],
    { 'sections.joint': 2, 'structural.teacher': 1, 'structural.room': 1 },
  ),
];

export const ruleSetCases: Case[] = [...sameSlot, ...notSameSlot, ...parallel, ...joint];
