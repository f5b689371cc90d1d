/** Who teaches what: 课时均衡, 班主任任本班, 任课班数, 少跨头, 不跨层次, 同一教师. All decided by sections alone. */
import type { Rule, School, Teacher } from '../../src/school/types.ts';
import { course, rule, sectionCase, smallSchool, teacher, weekCase, type Case, type SectionRow } from './build.ts';
import { twoWeeks } from './rules-time.ts';

/** Maths in both homerooms, `periods` each. */
const maths = (periods: number, stated: Rule, parts: Partial<School> = {}): School =>
  smallSchool({ courses: [course('mat', { periods })], rules: [stated], ...parts });
const byTwo: SectionRow[] = [
  ['mat/h1', 'm1', 'h1'],
  ['mat/h2', 'm2', 'h2'],
];
const byOne: SectionRow[] = [
  ['mat/h1', 'm1', 'h1'],
  ['mat/h2', 'm1', 'h2'],
];
const mathsTeachers = (...targets: (number | undefined)[]): Teacher[] =>
  targets.map((target, i) =>
    teacher(`m${i + 1}`, 'mat', { load: { max: 20, ...(target === undefined ? {} : { target }) } }),
  );

const fair = (tolerance: number, more: Partial<Rule> = {}): Rule => rule('teacher.loadFair', { tolerance, ...more });
const loads: Case[] = [
  sectionCase(
    '课时均衡: one section each',
    maths(4, fair(0), { teachers: mathsTeachers(undefined, undefined) }),
    byTwo,
    {},
  ),
  sectionCase(
    '课时均衡: eight and none: four from the mean of four, one allowed, twice',
    maths(4, fair(1), { teachers: mathsTeachers(undefined, undefined) }),
    byOne,
    {
      'teacher.loadFair': 6,
    },
  ),
  sectionCase(
    '课时均衡: the mean of three teachers with eight periods is two',
    maths(4, fair(0), { teachers: mathsTeachers(undefined, undefined, undefined) }),
    byTwo,
    {
      'teacher.loadFair': 6,
    },
  ),
  sectionCase(
    '课时均衡: a target is held against the load, others against the mean',
    maths(4, fair(0), { teachers: mathsTeachers(8, undefined) }),
    byOne,
    {
      'teacher.loadFair': 4,
    },
  ),
  sectionCase(
    '课时均衡: only who teaches there',
    maths(4, fair(0, { homerooms: ['h1'] }), { teachers: mathsTeachers(1, undefined) }),
    byTwo,
    {
      'teacher.loadFair': 3,
    },
  ),
  sectionCase(
    '课时均衡: half loads: one and a half periods from a target of two are one, rounded up',
    maths(3, fair(0), { courses: [course('mat', { periods: 3, loadPercent: 50 })], teachers: mathsTeachers(2, 1) }),
    byTwo,
    { 'teacher.loadFair': 2 },
  ),
  sectionCase(
    '课时均衡: over the cycle targets and tolerance count twice',
    maths(3, fair(1), { calendar: twoWeeks, teachers: mathsTeachers(1, 3) }),
    byTwo,
    { 'teacher.loadFair': 2 },
  ),
  weekCase(
    '课时均衡: lessons not placed count too',
    maths(2, fair(0), { teachers: mathsTeachers(undefined, 3) }),
    byTwo,
    [],
    {
      'teacher.loadFair': 1,
      'structural.unplaced': 4,
    },
  ),
];

const keeps = (more: Partial<Rule> = {}): Rule => rule('teacher.keepsHomeroom', more);
const homerooms: Case[] = [
  sectionCase('班主任任本班: both head teachers have theirs', maths(1, keeps()), byTwo, {}),
  sectionCase(
    '班主任任本班: both have the other one',
    maths(1, keeps()),
    [
      ['mat/h1', 'm2', 'h1'],
      ['mat/h2', 'm1', 'h2'],
    ],
    { 'teacher.keepsHomeroom': 2 },
  ),
  sectionCase('班主任任本班: only of one homeroom', maths(1, keeps({ homerooms: ['h1'] })), byOne, {}),
  sectionCase(
    '班主任任本班: in English, which h2 does not have; the meeting with the head teacher does not count',
    smallSchool({
      courses: [
        course('mat', { periods: 1, teachers: 'head' }),
        course('eng', { periods: 1, homerooms: ['h1'] }),
        course('phy', { periods: 1, grouping: 'walking' }),
      ],
      rules: [keeps()],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
      ['eng/h1', 'e1', 'h1'],
      ['phy/1', 'p1', 'h1 h2'],
    ],
    { 'teacher.keepsHomeroom': 1 },
  ),
];

const sectionsOf = (more: Partial<Rule>): Rule => rule('teacher.sections', more);
const numbers: Case[] = [
  sectionCase('任课班数: at most one, one each', maths(1, sectionsOf({ max: 1 })), byTwo, {}),
  sectionCase('任课班数: at most one, two', maths(1, sectionsOf({ max: 1 })), byOne, { 'teacher.sections': 1 }),
  sectionCase(
    '任课班数: m2 named for h2',
    maths(1, sectionsOf({ min: 1, teachers: ['m2'], homerooms: ['h2'] })),
    byOne,
    {
      'teacher.sections': 1,
    },
  ),
  sectionCase(
    '任课班数: m2 kept out of h2',
    maths(1, sectionsOf({ max: 0, teachers: ['m2'], homerooms: ['h2'] })),
    byTwo,
    {
      'teacher.sections': 1,
    },
  ),
  sectionCase('任课班数: at least two for those who have any', maths(1, sectionsOf({ min: 2 })), byTwo, {
    'teacher.sections': 2,
  }),
  sectionCase(
    '任课班数: walking sections only',
    smallSchool({
      students: [
        { id: 'a1', homeroom: 'h1' },
        { id: 'b1', homeroom: 'h2' },
      ],
      courses: [
        course('mat', { periods: 1 }),
        course('phy', { periods: 1, grouping: 'walking', teachers: ['m1', 'p1'] }),
      ],
      rules: [sectionsOf({ max: 0, teachers: ['m1'], grouping: 'walking' })],
    }),
    [...byOne, ['phy/1', 'm1', 'a1'], ['phy/2', 'p1', 'b1']],
    { 'teacher.sections': 1 },
  ),
];

/** Three courses of mathematics, each in both homerooms. */
const many = (stated: Rule, levels: (string | string[] | undefined)[] = []): School =>
  smallSchool({
    students: [
      { id: 'a1', homeroom: 'h1', levels: { mat: 'A' }, extra: ['mat', 'mat2', 'mat3'] },
      { id: 'b1', homeroom: 'h2', levels: { mat: 'B' }, extra: ['mat', 'mat2', 'mat3'] },
    ],
    courses: ['mat', 'mat2', 'mat3'].map((id, i) => {
      const level = levels[i];
      return course(id, { subject: 'mat', periods: 1, for: 'listed', ...(level === undefined ? {} : { level }) });
    }),
    rules: [stated],
  });
const each = (m1: string, m2: string): SectionRow[] => [
  ['mat/h1', m1, 'h1'],
  ['mat/h2', m1, 'h2'],
  ['mat2/h1', m1, 'h1'],
  ['mat2/h2', m2, 'h2'],
  ['mat3/h1', m2, 'h1'],
  ['mat3/h2', m2, 'h2'],
];

const fewer = (max: number, more: Partial<Rule> = {}): Rule => rule('teacher.fewCourses', { max, ...more });
const courses: Case[] = [
  sectionCase('少跨头: two courses each are allowed', many(fewer(2)), each('m1', 'm2'), {}),
  sectionCase('少跨头: two courses each are one too many each', many(fewer(1)), each('m1', 'm2'), {
    'teacher.fewCourses': 2,
  }),
  sectionCase('少跨头: all three courses, six sections', many(fewer(1)), each('m1', 'm1'), { 'teacher.fewCourses': 2 }),
  sectionCase(
    '少跨头: those who teach the third course, all their courses',
    many(fewer(1, { courses: ['mat3'] })),
    each('m1', 'm2'),
    {
      'teacher.fewCourses': 1,
    },
  ),
];

const level = rule('teacher.oneLevel');
const levels: Case[] = [
  sectionCase('不跨层次: one level, and a course without', many(level, ['A', 'A', undefined]), each('m1', 'm2'), {}),
  sectionCase('不跨层次: m1 has A and B', many(level, ['A', 'B', 'B']), each('m1', 'm2'), { 'teacher.oneLevel': 1 }),
  sectionCase('不跨层次: three levels are two too many', many(level, ['A', 'B', 'C']), each('m1', 'm1'), {
    'teacher.oneLevel': 2,
  }),
  sectionCase(
    '不跨层次: levels listed together are one, in any order',
    many(level, [['A', 'B'], ['B', 'A'], 'A']),
    each('m1', 'm2'),
    {
      'teacher.oneLevel': 1,
    },
  ),
];

const same = rule('teacher.same', { courses: ['mat', 'mat2'] });
const sameTeacher: Case[] = [
  sectionCase('同一教师: m1 has both of h1; in h2 two teachers', many(same), each('m1', 'm2'), { 'teacher.same': 1 }),
  sectionCase('同一教师: one teacher for everything', many(same), each('m1', 'm1'), {}),
  sectionCase(
    '同一教师: of h1 only',
    many(rule('teacher.same', { courses: ['mat', 'mat2'], homerooms: ['h1'] })),
    each('m1', 'm2'),
    {},
  ),
  sectionCase('同一教师: a section without a teacher is not looked at', many(same), each('m1', ''), {
    'structural.qualified': 3,
  }),
  sectionCase(
    '同一教师: with a second teacher in both, one in common is enough',
    smallSchool({
      courses: [
        course('mat', { periods: 1, with: [['e1', 's1']] }),
        course('mat2', { subject: 'mat', periods: 1, with: [['e1']] }),
      ],
      rules: [same],
    }),
    [
      ['mat/h1', 'm1 e1', 'h1'],
      ['mat/h2', 'm1 s1', 'h2'],
      ['mat2/h1', 'm2 e1', 'h1'],
      ['mat2/h2', 'm2 e1', 'h2'],
    ],
    { 'teacher.same': 1 },
  ),
  sectionCase(
    '同一教师: a walking section is no homeroom’s own',
    smallSchool({
      courses: [course('mat', { periods: 1 }), course('mat2', { subject: 'mat', periods: 1, grouping: 'walking' })],
      rules: [same],
    }),
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm1', 'h2'],
      ['mat2/1', 'm2', 'h1 h2'],
    ],
    {},
  ),
];

export const ruleTeachingCases: Case[] = [...loads, ...homerooms, ...numbers, ...courses, ...levels, ...sameTeacher];
