/** Lines, locks and given sections that do not hold. */
import {
  all,
  dropLesson,
  dropSection,
  inRoom,
  join,
  leave,
  lesson,
  move,
  onLine,
  section,
  taughtBy,
  type Mutant,
  renamed,
} from './mutant.ts';

/** A section without a line, or on one that is not its course's, breaks the document: the row of lines counts periods and pairs only. */
export const LINE_MUTANTS: Mutant[] = [
  { name: 'on a line with other slots', change: onLine('g2-bio/1', 'C'), expect: { line: 3 } },
  {
    name: 'on a line that does not take the course',
    change: onLine('g2-phy/1', 'B'),
    expect: { line: 8, document: 1 },
  },
  { name: 'a student twice in a line', change: onLine('g2-art/1', 'D'), expect: { line: 1 } },
  { name: 'without a line', change: onLine('g2-art/1', undefined), expect: { document: 1 } },
  {
    name: 'without a line, where the lines have slots',
    change: onLine('g2-phy/1', undefined),
    expect: { document: 1 },
  },
  { name: 'on a line that the grade does not have', change: onLine('g2-art/1', 'Z'), expect: { document: 1 } },
  {
    name: 'one lesson outside the slots of its line',
    change: move('g2-che/2', 0, 'fri.3'),
    expect: { line: 1 },
  },
  {
    name: 'a double outside the slots of its line, by one period',
    change: move('g2-che/1', 1, 'tue.3'),
    expect: { line: 1, slot: 'some', student: 1 },
  },
  {
    name: 'a free line that uses a slot of an earlier line',
    change: move('g2-mus/1', 0, 'tue.1'),
    expect: { line: 1, student: 2 },
  },

  { name: 'a home section on a line', change: onLine('g2-mat/h1', 'A'), expect: { document: 1 } },
];

/** The rules name no row for a field that a given section binds: the judge counts a room as one it may not use, the rest as the document's. */
export const LOCK_MUTANTS: Mutant[] = [
  { name: 'a lesson away from its locked slot', change: move('g2-mat/h1', 0, 'wed.4'), expect: { lock: 1 } },
  { name: 'a lesson out of its locked room', change: inRoom('g2-mat/h2', 1, 'w1'), expect: { lock: 1 } },
  {
    name: 'a section taken from its locked teacher',
    change: taughtBy('g2-pe/h1', 't-pe2'),
    expect: { lock: 1, teacher: 1, load: 1 },
  },
  {
    name: 'a student exchanged out of the locked section',
    change: all(leave('g2-che/1', 's01'), leave('g2-che/2', 's08'), join('g2-che/1', 's08'), join('g2-che/2', 's01')),
    expect: { lock: 1 },
  },
  {
    name: 'a student missing from the locked section',
    change: leave('g2-che/1', 's01'),
    expect: { lock: 1, unserved: 1 },
  },
  {
    name: 'the locked lesson not placed',
    change: dropLesson('g2-mat/h1', 0),
    expect: { unplaced: 1 },
    unsound: true,
  },
  {
    name: 'three locks at once count three',
    change: all(
      move('g2-mat/h1', 0, 'wed.4'),
      inRoom('g2-mat/h2', 1, 'w1'),
      leave('g2-che/1', 's01'),
      leave('g2-che/2', 's08'),
      join('g2-che/1', 's08'),
      join('g2-che/2', 's01'),
    ),
    expect: { lock: 3 },
  },
  { name: 'the teacher of a given section changed', change: taughtBy('his-x', 't-his2'), expect: { document: 1 } },
  { name: 'the room of a given section changed, in one lesson', change: inRoom('his-x', 0, 'w5'), expect: { kind: 1 } },
  {
    name: 'a student of a given section missing',
    change: leave('his-x', 's05'),
    expect: { unserved: 1, document: 1 },
  },
  {
    name: 'a student added to a given section',
    change: join('his-x', 's04'),
    expect: { document: 'some' },
    unsound: true,
  },
  { name: 'the line of a given section changed', change: onLine('his-x', 'D'), expect: { line: 3, document: 1 } },
  {
    name: 'a given section under another id',
    change: renamed('his-x', 'g2-his/1'),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a given section of another course',
    change: (week) => {
      section(week, 'his-x').course = 'g2-phy';
    },
    expect: { unserved: 6 },
    unsound: true,
  },
  { name: 'a given section missing', change: dropSection('his-x'), expect: { unserved: 6 }, unsound: true },
  {
    name: 'a section formed by the solver in a course whose sections are given',
    change: all(leave('his-x', 's05'), (week) => {
      const taught = structuredClone(section(week, 'his-x'));
      week.sections.push({ ...taught, id: 'g2-his/1', students: ['s05'], teachers: ['t-his2'], room: 'w5' });
      for (const index of [0, 1, 2]) {
        week.lessons.push({ ...lesson(week, 'his-x', index), section: 'g2-his/1', room: 'w5' });
      }
    }),
    expect: { document: 'some' },
    unsound: true,
  },

  { name: 'the locked section under another id', change: renamed('g2-che/1', 'g2-che/3'), expect: { lock: 1 } },
  {
    name: 'the ids of the locked section and another exchanged',
    change: all(renamed('g2-che/1', 'x'), renamed('g2-che/2', 'g2-che/1'), renamed('x', 'g2-che/2')),
    expect: { lock: 1 },
  },
];
