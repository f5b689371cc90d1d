/** 班额, 男女均衡, 成绩均衡, 同班, 不同班: decided by sections alone. */
import type { Rule, School, Student } from '../../src/school/types.ts';
import { course, grade, rule, sectionCase, smallSchool, teacher, type Case, type SectionRow } from './build.ts';

/** Physics walks, for everybody in h1 and h2; sections of 2, 3 and 4 by default. */
const physics = (rules: Rule[], students: Student[], more: Partial<School> = {}): School =>
  smallSchool({
    students,
    grades: [grade('g1', { size: { min: 2, target: 3, max: 6 } })],
    courses: [course('phy', { periods: 1, grouping: 'walking' })],
    teachers: [teacher('p1', 'phy')],
    homerooms: [
      { id: 'h1', name: 'h1', grade: 'g1' },
      { id: 'h2', name: 'h2', grade: 'g1' },
    ],
    rules,
    ...more,
  });

/** s1 … sn, each with what the list says. */
const people = (...traits: Partial<Student>[]): Student[] =>
  traits.map((trait, i) => ({ id: `s${i + 1}`, homeroom: i % 2 === 0 ? 'h1' : 'h2', ...trait }));
const nobodys = (count: number): Student[] => people(...Array.from({ length: count }, () => ({})));
const inSections = (...rosters: string[]): SectionRow[] =>
  rosters.map((roster, i): SectionRow => [`phy/${i + 1}`, 'p1', roster]);

const band = (tolerance: number): Rule => rule('size.band', { tolerance });
const bands: Case[] = [
  sectionCase(
    '班额: three and three are the target',
    physics([band(0)], nobodys(6)),
    inSections('s1 s2 s3', 's4 s5 s6'),
    {},
  ),
  sectionCase(
    '班额: five and one: two away each, and one below the least',
    physics([band(0)], nobodys(6)),
    inSections('s1 s2 s3 s4 s5', 's6'),
    {
      'size.band': 5,
    },
  ),
  sectionCase(
    '班额: with one allowed, four and two hold',
    physics([band(1)], nobodys(6)),
    inSections('s1 s2 s3 s4', 's5 s6'),
    {},
  ),
  sectionCase(
    '班额: a section whose students the school names and homerooms’ own sections are not looked at',
    physics([band(0)], nobodys(6), {
      courses: [course('phy', { periods: 1, grouping: 'walking' }), course('mat', { periods: 1 })],
      sections: [{ id: 'phy/1', course: 'phy', students: ['s1'] }],
      teachers: [teacher('p1', 'phy'), teacher('m1', 'mat')],
    }),
    [...inSections('s1', 's2 s3 s4 s5 s6'), ['mat/h1', 'm1', 'h1'], ['mat/h2', 'm1', 'h2']],
    { 'size.band': 2 },
  ),
];

const f = { gender: 'f' };
const m = { gender: 'm' };
const girls = (tolerance: number): Rule => rule('gender.balance', { tolerance });
const genders: Case[] = [
  sectionCase(
    '男女: of six three: two of three are fair, a half is rounded up; one of three is one short',
    physics([girls(0)], people(f, m, f, m, f, m)),
    inSections('s1 s3 s2', 's5 s4 s6'),
    {
      'gender.balance': 1,
    },
  ),
  sectionCase(
    '男女: all girls in one section: two of four are fair',
    physics([girls(0)], people(f, m, f, m, f, m, f, m)),
    inSections('s1 s3 s5 s7', 's2 s4 s6 s8'),
    {
      'gender.balance': 4,
    },
  ),
  sectionCase(
    '男女: one over and one short are allowed',
    physics([girls(1)], people(f, m, f, m, f, m, f, m)),
    inSections('s1 s3 s5 s2', 's7 s4 s6 s8'),
    {},
  ),
  sectionCase('男女: even', physics([girls(0)], people(f, f, m, m)), inSections('s1 s3', 's2 s4'), {}),
  sectionCase(
    '男女: who states none is not counted: two girls and nobody else known in the first, two boys in the second',
    physics([girls(0)], people({ gender: '女' }, { gender: '女' }, {}, { gender: '男' }, { gender: '男' })),
    inSections('s1 s2 s3', 's4 s5'),
    { 'gender.balance': 2 },
  ),
  sectionCase(
    '男女: pools of homerooms are balanced by themselves: girls of h1 cannot sit with h2',
    physics([girls(0)], people(f, m, f, m, m, f), {
      courses: [course('phy', { periods: 1, grouping: [['h1'], ['h2']] })],
    }),
    inSections('s1 s3 s5', 's2 s4 s6'),
    {},
  ),
];

const scored = (...scores: (number | undefined)[]): Student[] =>
  people(...scores.map((score) => (score === undefined ? {} : { score })));
const scores = (tolerance: number): Rule => rule('score.balance', { tolerance });
const means: Case[] = [
  sectionCase(
    '成绩: means of 500 and 510 around 505, five points away each',
    physics([scores(0)], scored(490, 500, 510, 520)),
    inSections('s1 s3', 's2 s4'),
    {
      'score.balance': 100,
    },
  ),
  sectionCase(
    '成绩: within five points',
    physics([scores(50)], scored(490, 500, 510, 520)),
    inSections('s1 s3', 's2 s4'),
    {},
  ),
  sectionCase('成绩: even', physics([scores(0)], scored(490, 500, 510, 520)), inSections('s1 s4', 's2 s3'), {}),
  sectionCase(
    '成绩: halves of a tenth are rounded up: 500.25 is 500.3, the mean of all 500.1',
    physics([scores(0)], scored(500, 500.5, 500, 500)),
    inSections('s1 s2', 's3 s4'),
    {
      'score.balance': 3,
    },
  ),
  sectionCase(
    '成绩: who has none is not counted',
    physics([scores(0)], scored(500, undefined, 600, undefined)),
    inSections('s1 s2', 's3 s4'),
    {
      'score.balance': 1000,
    },
  ),
  sectionCase(
    '成绩: the score of the subject, where stated',
    physics(
      [scores(0)],
      people(
        { score: 1, scores: { phy: 80 } },
        { score: 2, scores: { phy: 80 } },
        { score: 80 },
        { scores: { mat: 5, phy: 80 } },
      ),
    ),
    inSections('s1 s2', 's3 s4'),
    {},
  ),
];

/** Physics and history walk for everybody, two sections each. */
const twoCourses = (rules: Rule[]): School =>
  physics(rules, nobodys(4), {
    courses: [
      course('phy', { periods: 1, grouping: 'walking' }),
      course('his', { periods: 1, grouping: 'walking', teachers: ['p1'] }),
      course('mat', { periods: 1, teachers: ['p1'] }),
    ],
  });
const both = (phy: [string, string], his: [string, string]): SectionRow[] => [
  ['phy/1', 'p1', phy[0]],
  ['phy/2', 'p1', phy[1]],
  ['his/1', 'p1', his[0]],
  ['his/2', 'p1', his[1]],
  ['mat/h1', 'p1', 'h1'],
  ['mat/h2', 'p1', 'h2'],
];
const trio = ['s1', 's2', 's3'];

const together: Case[] = [
  sectionCase(
    '同班: all three in both courses',
    twoCourses([rule('students.together', { students: trio, courses: ['phy', 'his'] })]),
    both(['s1 s2 s3', 's4'], ['s1 s2 s3', 's4']),
    {},
  ),
  sectionCase(
    '同班: one of three away in physics: two pairs; in history all',
    twoCourses([rule('students.together', { students: trio, courses: ['phy', 'his'] })]),
    both(['s1 s2', 's3 s4'], ['s1 s2 s3', 's4']),
    {
      'students.together': 2,
    },
  ),
  sectionCase(
    '同班: without courses in all of them, the homerooms’ own too',
    twoCourses([rule('students.together', { students: ['s1', 's2'] })]),
    both(['s1 s2', 's3 s4'], ['s1 s3', 's2 s4']),
    {
      'students.together': 2,
    },
  ),
  sectionCase(
    '同班: what one of them does not take is not shared',
    twoCourses([rule('students.together', { students: ['s1', 's2'], courses: ['phy'] })]),
    both(['s1', 's3 s4'], ['s1 s2', 's3 s4']),
    {
      'structural.unserved': 1,
    },
  ),
];

const apart: Case[] = [
  sectionCase(
    '不同班: in different sections of both courses',
    twoCourses([rule('students.apart', { students: ['s1', 's2'], courses: ['phy', 'his'] })]),
    both(['s1 s3', 's2 s4'], ['s1 s4', 's2 s3']),
    {},
  ),
  sectionCase(
    '不同班: three together in one course, two in the other: three pairs and one',
    twoCourses([rule('students.apart', { students: trio, courses: ['phy', 'his'] })]),
    both(['s1 s2 s3', 's4'], ['s1 s2', 's3 s4']),
    {
      'students.apart': 4,
    },
  ),
  sectionCase(
    '不同班: in courses that walk',
    twoCourses([rule('students.apart', { students: ['s1', 's3'], grouping: 'walking' })]),
    both(['s1 s3', 's2 s4'], ['s1 s2', 's3 s4']),
    {
      'students.apart': 1,
    },
  ),
];

export const rulePeopleCases: Case[] = [...bands, ...genders, ...means, ...together, ...apart];

/** Four girls and two boys to be placed in two homerooms; for the judge alone, which knows homerooms that are formed. */
const forming = (rules: Rule[]): School =>
  smallSchool({
    grades: [grade('g1', { formHomerooms: { count: 2, size: { max: 3 } } })],
    homerooms: [],
    students: [f, f, f, f, m, m].map((trait, i) => ({ id: `s${i + 1}`, grade: 'g1', score: 500 + 10 * i, ...trait })),
    courses: [course('mat', { periods: 1, room: 'none' })],
    rules,
  });
const formed = (name: string, rules: Rule[], [one, other]: [string, string], expect: Case['expect']): Case => {
  const made = sectionCase(
    name,
    forming(rules),
    [
      ['mat/g1-1', 'm1', one, { homerooms: ['g1-1'] }],
      ['mat/g1-2', 'm2', other, { homerooms: ['g1-2'] }],
    ],
    expect,
  );
  const homerooms = [one, other].map((roster, i) => ({
    id: `g1-${i + 1}`,
    name: `${i + 1}班`,
    grade: 'g1',
    students: roster.split(' '),
  }));
  return { ...made, timetable: { ...made.timetable, homerooms } };
};

export const ruleFormedCases: Case[] = [
  formed('男女: homerooms that are formed, three girls where two are fair', [girls(0)], ['s1 s2 s3', 's4 s5 s6'], {
    'gender.balance': 2,
  }),
  formed('男女: homerooms that are formed, even', [girls(0)], ['s1 s2 s5', 's3 s4 s6'], {}),
  formed(
    '男女: in walking sections only',
    [rule('gender.balance', { tolerance: 0, grouping: 'walking' })],
    ['s1 s2 s3', 's4 s5 s6'],
    {},
  ),
  formed('成绩: homerooms that are formed, 15 points from the mean each', [scores(0)], ['s1 s2 s3', 's4 s5 s6'], {
    'score.balance': 300,
  }),
];
