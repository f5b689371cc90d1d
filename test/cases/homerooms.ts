/** Homerooms whose students are not listed (`size`), and homerooms that the solver forms (`formHomerooms`). */
import type { School } from '../../src/school/types.ts';
import {
  changed,
  course,
  grade,
  sectionCase,
  smallSchool,
  weekCase,
  type Case,
  type LessonRow,
  type SectionRow,
} from './build.ts';

const usual = smallSchool({ courses: [] });

/** h1 has 52 students, h2 48; r1 seats 50. Physics is for those who choose it: nobody known does. */
const bySize = (parts: Partial<School> = {}): School =>
  smallSchool({
    homerooms: usual.homerooms.map((homeroom) => ({ ...homeroom, size: homeroom.id === 'h1' ? 52 : 48 })),
    students: [],
    courses: [
      course('mat', { periods: 1 }),
      course('pe', { periods: 1, grouping: 'auto', room: 'none', teachers: 'none' }),
      course('phy', { periods: 1, for: 'chosen' }),
    ],
    grades: [grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }] })],
    ...parts,
  });
const homes: SectionRow[] = [
  ['mat/h1', 'm1', '', { homerooms: ['h1'], size: 52 }],
  ['mat/h2', 'm2', '', { homerooms: ['h2'], size: 48 }],
  ['pe/h1', '', '', { homerooms: ['h1'], size: 52 }],
  ['pe/h2', '', '', { homerooms: ['h2'], size: 48 }],
];
const lessons = (room: string, slot: string): LessonRow[] => [
  ['mat/h1', 0, 'mon.1', room],
  ['mat/h2', 0, 'mon.1', 'r2'],
  ['pe/h1', 0, slot, ''],
  ['pe/h2', 0, 'tue.1', ''],
];
const large = usual.rooms.map((room) => (room.id === 'r3' ? { ...room, seats: 60 } : room));

const unlisted: Case[] = [
  weekCase('by size: in a room for all', bySize({ rooms: large }), homes, lessons('r3', 'tue.1'), {}),
  weekCase('by size: two more than the room seats', bySize(), homes, lessons('r1', 'tue.1'), { 'structural.size': 2 }),
  weekCase('by size: two lessons at once are one clash', bySize({ rooms: large }), homes, lessons('r3', 'mon.1'), {
    'structural.student': 1,
  }),
  sectionCase('by size: a section missing counts once, not per student', bySize(), homes.slice(0, 3), {
    'structural.unserved': 1,
  }),
  sectionCase(
    'by size: another size told than the homeroom has',
    bySize(),
    [['mat/h1', 'm1', '', { homerooms: ['h1'], size: 50 }], ...homes.slice(1)],
    { 'structural.document': 1 },
  ),
  sectionCase(
    'by size: a course of named homerooms',
    bySize({ courses: [course('mat', { periods: 1, homerooms: 'h2' })] }),
    [['mat/h2', 'm2', '', { homerooms: ['h2'] }]],
    {},
  ),
];

/** Five students to be placed in two homerooms of at most three. */
const forming = smallSchool({
  grades: [grade('g1', { formHomerooms: { count: 2, size: { max: 3 } } })],
  homerooms: [],
  students: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, grade: 'g1' })),
  courses: [course('mat', { periods: 1 })],
});

const formed = (...rosters: string[]): Case => {
  const lists = rosters.map((roster) => roster.split(' ').filter(Boolean));
  const sections = lists.map((roster, i): SectionRow => [
    `mat/g1-${i + 1}`,
    i === 0 ? 'm1' : 'm2',
    roster.join(' '),
    { homerooms: [`g1-${i + 1}`] },
  ]);
  const homerooms = lists.map((roster, i) => ({
    id: `g1-${i + 1}`,
    name: `${i + 1}班`,
    grade: 'g1',
    students: roster,
  }));
  return changed(sectionCase('', forming, sections, {}), '', (timetable) => (timetable.homerooms = homerooms), {});
};

const formedCases: Case[] = [
  { ...formed('a b c', 'd e'), name: 'formed: all in two homerooms', expect: {} },
  { ...formed('a b c d', 'e'), name: 'formed: one homeroom over its size', expect: { 'structural.size': 1 } },
  {
    ...formed('a b c', 'd'),
    name: 'formed: a student in none, and so without the course',
    expect: { 'structural.document': 1, 'structural.unserved': 1 },
  },
  {
    ...formed('a b', 'c d', 'e'),
    name: 'formed: three homerooms where two are asked for',
    expect: { 'structural.document': 1 },
  },
  {
    ...formed('a b c', 'a d e'),
    name: 'formed: a student in two homerooms, in a section of each, and a member of one of them only',
    // several homerooms 1, of another homeroom in the first section 1; two sections of one course
    expect: { 'structural.document': 2, 'structural.unserved': 1 },
  },
  {
    ...changed(formed('a b c', 'd e'), '', ({ homerooms }) => homerooms[1]?.students.push('x'), {}),
    name: 'formed: a homeroom with a student the school does not have',
    expect: { 'structural.document': 1 },
  },
];

export const homeroomCases: Case[] = [...unlisted, ...formedCases];
