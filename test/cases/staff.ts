/** Several teachers in a lesson, and loads in part. */
import type { Course, School } from '../../src/school/types.ts';
import { course, smallSchool, teacher, weekCase, type Case, type LessonRow } from './build.ts';

const usual = smallSchool({ courses: [] });
const withMax = (max: Record<string, number>): School['teachers'] =>
  usual.teachers.map((one) => (max[one.id] === undefined ? one : { ...one, load: { max: max[one.id] ?? 0 } }));

const school = (english: Partial<Course>, parts: Partial<School> = {}): School =>
  smallSchool({
    homerooms: usual.homerooms.slice(0, 1),
    students: usual.students.slice(0, 3),
    courses: [course('eng', english)],
    ...parts,
  });

const foreign: Partial<Course> = { periods: 2, with: [['s1', 'p1']] };
const two: LessonRow[] = [
  ['eng/h1', 0, 'mon.1', 'r1'],
  ['eng/h1', 1, 'tue.1', 'r1'],
];
/** One lesson alone, then one with an assistant. */
const lab: Partial<Course> = { lessons: [{ count: 1 }, { count: 1, with: [['p1'], ['p2', 's1']] }] };

const present: Case[] = [
  weekCase('with: one more teacher of the list', school(foreign), [['eng/h1', 'e1 p1', 'h1']], two, {}),
  weekCase('with: nobody of the list', school(foreign), [['eng/h1', 'e1', 'h1']], two, { 'structural.qualified': 1 }),
  weekCase('with: a teacher of the list, none of the course', school(foreign), [['eng/h1', 'p1', 'h1']], two, {
    'structural.qualified': 1,
  }),
  weekCase('with: neither is right', school(foreign), [['eng/h1', 'm1 m2', 'h1']], two, { 'structural.qualified': 2 }),
  weekCase('with: a third teacher whom nobody asks for', school(foreign), [['eng/h1', 'e1 p1 s1', 'h1']], two, {
    'structural.qualified': 1,
  }),
  weekCase(
    'with: who could be there for both lists is there for one; the course has no teacher of its own',
    school({ periods: 2, teachers: 'none', with: [['s1', 'p1'], ['s1']] }),
    [['eng/h1', 's1 p1', 'h1']],
    two,
    {},
  ),
  weekCase(
    'with: a lesson of its own list, the other without',
    school(lab),
    [['eng/h1', 'e1', 'h1']],
    [
      ['eng/h1', 0, 'mon.1', 'r1'],
      ['eng/h1', 1, 'tue.1', 'r1', { teachers: ['e1', 'p1', 's1'] }],
    ],
    {},
  ),
  weekCase('with: a lesson that lacks both', school(lab), [['eng/h1', 'e1', 'h1']], two, { 'structural.qualified': 2 }),
  weekCase(
    'with: a lesson with both, but without the section’s own teacher',
    school(lab),
    [['eng/h1', 'e1', 'h1']],
    [
      ['eng/h1', 0, 'mon.1', 'r1'],
      ['eng/h1', 1, 'tue.1', 'r1', { teachers: ['p1', 's1'] }],
    ],
    { 'structural.qualified': 1 },
  ),
  weekCase(
    'with: the second teacher is away in one slot and has physical education in the other',
    school(foreign, {
      courses: [course('eng', foreign), course('pe', { periods: 1, teachers: ['s1'] })],
      homerooms: usual.homerooms,
      students: usual.students,
      teachers: usual.teachers.map((one) => (one.id === 's1' ? teacher('s1', 'pe', { unavailable: 'mon.1' }) : one)),
    }),
    [
      ['eng/h1', 'e1 s1', 'h1'],
      ['eng/h2', 'e1 p1', 'h2'],
      ['pe/h1', 's1', 'h1'],
      ['pe/h2', 's1', 'h2'],
    ],
    [
      ...two,
      ['eng/h2', 0, 'wed.1', 'r2'],
      ['eng/h2', 1, 'thu.1', 'r2'],
      ['pe/h1', 0, 'wed.5', 'r1'],
      ['pe/h2', 0, 'tue.1', 'r2'],
    ],
    { 'structural.slot': 1, 'structural.teacher': 1 },
  ),
  weekCase(
    'with: a given teacher is one of two',
    school(foreign, { sections: [{ id: 'eng/h1', course: 'eng', homerooms: ['h1'], teachers: ['e1'] }] }),
    [['eng/h1', 'e1 s1', 'h1']],
    two,
    {},
  ),
];

const loads: Case[] = [
  weekCase(
    'loads: two periods at 50 % are one',
    school({ periods: 2, loadPercent: 50 }, { teachers: withMax({ e1: 1 }) }),
    [['eng/h1', 'e1', 'h1']],
    two,
    {},
  ),
  weekCase(
    'loads: two periods at 75 % are one and a half, half a period over is one',
    school({ periods: 2, loadPercent: 75 }, { teachers: withMax({ e1: 1 }) }),
    [['eng/h1', 'e1', 'h1']],
    two,
    { 'structural.load': 1 },
  ),
  weekCase(
    'loads: at 50 % one fits; whoever comes with it has both periods in full',
    school({ ...foreign, loadPercent: 50 }, { teachers: withMax({ e1: 1, s1: 1 }) }),
    [['eng/h1', 'e1 s1', 'h1']],
    two,
    { 'structural.load': 1 },
  ),
  weekCase(
    'loads: a teacher of one lesson’s list has the load of that lesson only',
    school(lab, { teachers: withMax({ e1: 2, p1: 1, s1: 1 }) }),
    [['eng/h1', 'e1', 'h1']],
    [
      ['eng/h1', 0, 'mon.1', 'r1'],
      ['eng/h1', 1, 'tue.1', 'r1', { teachers: ['e1', 'p1', 's1'] }],
    ],
    {},
  ),
];

export const staffCases: Case[] = [...present, ...loads];
