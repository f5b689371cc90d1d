/** Students, sections and lessons that are not as they should be. */
import { all, dropLesson, dropSection, join, leave, lesson, move, section, type Mutant } from './mutant.ts';

export const STUDENT_MUTANTS: Mutant[] = [
  { name: 'dropped from a walking section', change: leave('g2-bio/1', 's10'), expect: { unserved: 1 } },
  { name: 'dropped from a home section', change: leave('g2-mat/h1', 's02'), expect: { unserved: 1 } },
  {
    name: 'in two sections of one course',
    change: join('g2-che/1', 's08'),
    expect: { unserved: 1, size: 1 },
  },
  { name: 'in a course not taken', change: join('g2-art/1', 's04'), expect: { document: 'some' }, unsound: true },
  { name: 'exempt, and put in', change: join('g2-pe/h1', 's06'), expect: { document: 'some' }, unsound: true },
  { name: 'unknown to the school', change: join('g2-art/1', 's99'), expect: { document: 'some' }, unsound: true },
  { name: 'twice in one list', change: join('g2-bio/1', 's04'), expect: { document: 'some' }, unsound: true },
  { name: 'of another grade', change: join('g2-art/1', 's21'), expect: { document: 'some' }, unsound: true },
  {
    name: 'exchanged between two home sections that meet at once',
    change: all(
      leave('g2-cls/h1', 's01'),
      leave('g2-cls/h2', 's07'),
      join('g2-cls/h1', 's07'),
      join('g2-cls/h2', 's01'),
    ),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'one home section emptied into another',
    change: all(...['s07', 's08'].map((id) => leave('g2-cls/h2', id)), join('g2-cls/h1', 's07', 's08')),
    expect: { document: 'some' },
    unsound: true,
  },
];

export const SECTION_MUTANTS: Mutant[] = [
  { name: 'a home section missing', change: dropSection('g2-cls/h2'), expect: { unserved: 6 }, unsound: true },
  { name: 'a walking section missing', change: dropSection('g2-art/1'), expect: { unserved: 2 } },
  {
    name: 'a section missing, its lessons still there',
    change: (week) => {
      week.sections = week.sections.filter((s) => s.id !== 'g2-art/1');
    },
    expect: { unserved: 2 },
    unsound: true,
  },
  {
    name: 'a section told twice',
    change: (week) => {
      week.sections.push(structuredClone(section(week, 'g2-art/1')));
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'an empty section without lessons',
    change: (week) => {
      week.sections.push({
        ...structuredClone(section(week, 'g2-art/1')),
        id: 'g2-art/2',
        homerooms: [],
        students: [],
      });
    },
    expect: { unplaced: 1 },
  },
  {
    name: 'of a course that the school does not have',
    change: (week) => {
      section(week, 'g2-art/1').course = 'g2-none';
    },
    expect: { unserved: 2 },
    unsound: true,
  },
  {
    name: 'of another course than its students take',
    change: (week) => {
      section(week, 'g2-bio/1').course = 'g2-phy';
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'of a homeroom that the school does not have',
    change: (week) => {
      section(week, 'g2-pe/h2').homerooms = ['h9'];
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'of a homeroom that none of its students is in',
    change: (week) => {
      section(week, 'g2-pe/h2').homerooms = ['h1'];
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a home section without homerooms, held by another head',
    change: (week) => {
      section(week, 'g1-cls/h3').homerooms = [];
      section(week, 'g1-cls/h3').teachers = ['t-chi'];
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a walking section without homerooms in a reserved room',
    change: (week) => {
      section(week, 'g2-phy/1').homerooms = [];
      lesson(week, 'g2-phy/1', 2).room = 'r3';
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a homeroom of other students',
    change: (week) => {
      week.homerooms[0]?.students.pop();
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a homeroom that the school does not have',
    change: (week) => {
      week.homerooms.push({ id: 'h9', name: 'h9', grade: 'g2', students: [] });
    },
    expect: { document: 'some' },
    unsound: true,
  },

  {
    name: 'a home section in two halves, at once on the same field',
    change: (week) => {
      const whole = section(week, 'g2-pe/h2');
      const half = { ...structuredClone(whole), id: 'g2-pe/h2b', teachers: ['t-pe2'] };
      half.students = whole.students.splice(3);
      week.sections.push(half);
      week.lessons.push({ ...lesson(week, 'g2-pe/h2'), section: half.id });
    },
    // a second section of the homeroom, and a name that none has
    expect: { load: 1, document: 2 },
  },
  {
    name: 'one homeroom listed twice',
    change: (week) => {
      section(week, 'g2-pe/h2').homerooms = ['h2', 'h2'];
    },
    expect: { document: 1 },
  },
];

export const LESSON_MUTANTS: Mutant[] = [
  { name: 'a lesson missing', change: dropLesson('g2-art/1', 0), expect: { unplaced: 1 } },
  { name: 'a double missing', change: dropLesson('g2-chi/h2', 2), expect: { unplaced: 2 } },
  {
    name: 'all lessons of a section missing',
    change: all(...[0, 1, 2].map((index) => dropLesson('g2-chi/h2', index))),
    expect: { unplaced: 4 },
  },
  {
    name: 'a lesson missing and listed as not placed, the status still complete',
    change: all(dropLesson('g2-art/1', 0), (week) => {
      week.unplaced.push({ section: 'g2-art/1', index: 0, periods: 1 });
    }),
    expect: { unplaced: 1 },
  },
  {
    name: 'a lesson told twice, at the same time',
    change: (week) => {
      week.lessons.push({ ...lesson(week, 'g2-art/1') });
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a lesson told twice, the second at a free time',
    change: (week) => {
      week.lessons.push({ ...lesson(week, 'g1-mat/h3'), slot: 'tue.1' });
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a double cut to a single',
    change: (week) => {
      lesson(week, 'g1-chi/h3', 2).length = 1;
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a single stretched to a double',
    change: all(move('g1-mat/h3', 1, 'thu.4'), (week) => {
      lesson(week, 'g1-mat/h3', 1).length = 2;
    }),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'the lengths of two lessons exchanged',
    change: (week) => {
      lesson(week, 'g1-chi/h3', 2).length = 1;
      lesson(week, 'g1-chi/h3', 1).slot = 'thu.4';
      lesson(week, 'g1-chi/h3', 1).length = 2;
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a length of nothing',
    change: (week) => {
      lesson(week, 'g2-art/1').length = 0;
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a lesson that the section does not have',
    change: (week) => {
      lesson(week, 'g1-mat/h3', 2).index = 7;
    },
    expect: { unplaced: 1 },
    unsound: true,
  },
  {
    name: 'one lesson under the index of another',
    change: (week) => {
      lesson(week, 'g1-mat/h3', 2).index = 1;
    },
    expect: { unplaced: 1 },
    unsound: true,
  },
  {
    name: 'a lesson of a section that is not there',
    change: (week) => {
      lesson(week, 'g2-art/1').section = 'g2-art/9';
    },
    expect: { unplaced: 1 },
    unsound: true,
  },
  {
    name: 'a lesson in odd weeks only',
    change: (week) => {
      lesson(week, 'g2-art/1').weeks = 'odd';
    },
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'two lessons in alternate weeks of one slot',
    change: (week) => {
      Object.assign(lesson(week, 'g2-art/1'), { slot: 'fri.3', weeks: 'odd' });
      lesson(week, 'g2-mus/1').weeks = 'even';
    },
    expect: { document: 'some' },
    unsound: true,
  },

  {
    name: 'an index between two lessons',
    change: (week) => {
      lesson(week, 'g1-mat/h3').index = 0.5;
    },
    expect: { unplaced: 1, document: 1 },
  },
];
