import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import type { Lesson, Timetable, TimetableSection } from '../../src/timetable/types.ts';
import { school, week } from './valid-week.ts';

function section(timetable: Timetable, id: string): TimetableSection {
  const found = timetable.sections.find((one) => one.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
}

function lesson(timetable: Timetable, id: string, index: number): Lesson {
  const found = timetable.lessons.find((one) => one.section === id && one.index === index);
  if (!found) throw new Error(`no lesson ${id} ${index}`);
  return found;
}

const without = <T>(list: T[], unwanted: (item: T) => boolean): T[] => list.filter((item) => !unwanted(item));

type Mutant = [name: string, broken: string, change: (timetable: Timetable) => void];

const move = (id: string, index: number, slot: string) => (timetable: Timetable) => {
  lesson(timetable, id, index).slot = slot;
};
const house = (id: string, index: number, room: string) => (timetable: Timetable) => {
  lesson(timetable, id, index).room = room;
};
const staff =
  (id: string, ...teachers: string[]) =>
  (timetable: Timetable) => {
    section(timetable, id).teachers = teachers;
  };
const seat =
  (id: string, ...students: string[]) =>
  (timetable: Timetable) => {
    section(timetable, id).students = students;
  };

const mutants: Mutant[] = [
  ['a homeroom in two lessons at once', 'structural.student', move('eng/h1', 0, 'mon.1')],
  ['the second period of a double meets a lesson', 'structural.student', move('eng/h1', 0, 'tue.2')],
  ['a walking lesson meets a lesson of one homeroom', 'structural.student', move('phy/1', 0, 'thu.5')],
  ['both lessons of a course at once', 'structural.student', move('eng/h2', 1, 'mon.4')],
  ['a teacher in both homerooms at once', 'structural.teacher', move('eng/h1', 1, 'tue.6')],
  ['a colleague takes over a lesson at the same time', 'structural.teacher', staff('pe/h1', 's2')],
  ['two classes in one classroom', 'structural.room', house('phy/1', 0, 'r1')],
  [
    'three classes on the field',
    'structural.room',
    (timetable) => {
      Object.assign(lesson(timetable, 'eng/h1', 1), { slot: 'thu.5', room: 'field' });
    },
  ],
  ['in a slot closed for the grade', 'structural.slot', move('eng/h1', 1, 'fri.7')],
  ['when the teacher is away', 'structural.slot', move('mat/h2', 0, 'mon.1')],
  [
    'when the room is closed',
    'structural.slot',
    (timetable) => {
      Object.assign(lesson(timetable, 'eng/h1', 0), { slot: 'mon.8', room: 'r3' });
    },
  ],
  ['outside the slots of the lesson', 'structural.slot', move('pe/h1', 0, 'thu.4')],
  ['a double across noon', 'structural.slot', move('mat/h1', 1, 'tue.4')],
  ['a double across the end of the afternoon', 'structural.slot', move('mat/h1', 1, 'tue.7')],
  ['a double past the end of the day', 'structural.slot', move('mat/h1', 1, 'tue.8')],
  ['on a day that does not exist', 'structural.slot', move('eng/h1', 1, 'sun.1')],
  ['six in a section for five', 'structural.size', seat('phy/1', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2')],
  ['four on three seats', 'structural.size', house('mat/h1', 0, 'tiny')],
  ['five in a room for small classes of four', 'structural.size', seat('phy/1', 'a1', 'a2', 'b1', 'b2', 'c1')],
  ['a laboratory lesson in a classroom', 'structural.kind', house('phy/1', 1, 'r1')],
  ['an ordinary lesson in the laboratory', 'structural.kind', house('eng/h1', 1, 'lab')],
  ["in a room kept for another homeroom's sections", 'structural.kind', house('mat/h1', 1, 'r2')],
  ['a walking section in a room kept for one of its homerooms', 'structural.kind', house('his/1', 1, 'r2')],
  ['in a room that does not exist', 'structural.kind', house('eng/h1', 1, 'r9')],
  [
    'in no room',
    'structural.kind',
    (timetable) => {
      delete lesson(timetable, 'eng/h1', 1).room;
    },
  ],
  ['a teacher of another subject', 'structural.qualified', staff('eng/h1', 'm1')],
  ['no teacher', 'structural.qualified', staff('pe/h1')],
  ['two teachers', 'structural.qualified', staff('pe/h1', 's1', 's2')],
  ['a teacher who does not exist', 'structural.qualified', staff('pe/h1', 's9')],
  [
    'another teacher in one lesson',
    'structural.qualified',
    (timetable) => {
      lesson(timetable, 'eng/h1', 1).teachers = ['s1'];
    },
  ],
  ['more periods than a teacher may have', 'structural.load', staff('mat/h2', 'm1')],
  ['a student forgotten in a walking section', 'structural.unserved', seat('phy/1', 'a1', 'a2', 'b1')],
  ['a student forgotten at home', 'structural.unserved', seat('mat/h1', 'a1', 'a2', 'c1')],
  [
    'a whole section left out',
    'structural.unserved',
    (timetable) => {
      timetable.sections = without(timetable.sections, ({ id }) => id === 'pe/h1');
      timetable.lessons = without(timetable.lessons, (one) => one.section === 'pe/h1');
    },
  ],
  [
    'a student in two sections of a course',
    'structural.unserved',
    (timetable) => {
      timetable.sections.push({ ...section(timetable, 'phy/1'), id: 'phy/2', students: ['a1'], homerooms: ['h1'] });
    },
  ],
  [
    'a single left out',
    'structural.unplaced',
    (timetable) => {
      timetable.lessons = without(timetable.lessons, (one) => one.section === 'eng/h1' && one.index === 1);
    },
  ],
  [
    'a double left out',
    'structural.unplaced',
    (timetable) => {
      timetable.lessons = without(timetable.lessons, (one) => one.section === 'his/1' && one.index === 1);
    },
  ],
  ['outside the line', 'structural.line', move('phy/1', 0, 'thu.1')],
  ['half outside the line', 'structural.line', move('phy/1', 1, 'fri.2')],
  ['a student twice in a line', 'structural.line', seat('his/1', 'c1', 'c2', 'd1', 'd2', 'a1')],
  ['a locked lesson moved', 'structural.lock', move('mat/h1', 0, 'thu.1')],
  ['a locked lesson in another room', 'structural.lock', house('mat/h1', 0, 'r3')],
  ['a locked student elsewhere', 'structural.lock', seat('phy/1', 'a2', 'b1', 'b2')],
  ['a stranger in a section', 'structural.document', seat('phy/1', 'a1', 'a2', 'b1', 'b2', 'd1')],
  ['a student of the other homeroom', 'structural.document', seat('mat/h1', 'a1', 'a2', 'c1', 'c2', 'b1')],
  ['a student who does not exist', 'structural.document', seat('mat/h1', 'a1', 'a2', 'c1', 'c2', 'z1')],
  ['a student listed twice', 'structural.document', seat('mat/h1', 'a1', 'a2', 'c1', 'c2', 'c2')],
  ["a given section's teacher replaced", 'structural.document', staff('his/1', 'p1')],
  [
    'a line that does not exist',
    'structural.document',
    (timetable) => {
      section(timetable, 'phy/1').line = 'B';
    },
  ],
  [
    'a walking section without a line',
    'structural.document',
    (timetable) => {
      delete section(timetable, 'phy/1').line;
    },
  ],
  [
    'a lesson twice',
    'structural.document',
    (timetable) => {
      timetable.lessons.push({ ...lesson(timetable, 'eng/h1', 0), slot: 'thu.1' });
    },
  ],
  [
    'a lesson too many',
    'structural.document',
    (timetable) => {
      timetable.lessons.push({ ...lesson(timetable, 'eng/h1', 0), index: 2, slot: 'thu.1' });
    },
  ],
  [
    'a double written as a single',
    'structural.document',
    (timetable) => {
      lesson(timetable, 'mat/h1', 1).length = 1;
    },
  ],
  [
    'a lesson in odd weeks only',
    'structural.document',
    (timetable) => {
      lesson(timetable, 'mat/h1', 1).weeks = 'odd';
    },
  ],
  [
    'a lesson of no section',
    'structural.document',
    (timetable) => {
      lesson(timetable, 'mat/h1', 1).section = 'mat/h3';
    },
  ],
  [
    'a section of another course',
    'structural.document',
    (timetable) => {
      section(timetable, 'his/1').course = 'phy';
    },
  ],
  [
    'a section listed twice',
    'structural.document',
    (timetable) => {
      timetable.sections.push(section(timetable, 'eng/h1'));
    },
  ],
  [
    'a homeroom that is not there',
    'structural.document',
    (timetable) => {
      section(timetable, 'phy/1').homerooms = ['h1'];
    },
  ],
  [
    'more than two periods of English a day, which the teacher rules out',
    'teacher.maxPerDay:e1',
    move('eng/h2', 1, 'mon.6'),
  ],
];

describe('a week with one thing changed', () => {
  it('holds, and says so, while nothing is changed', () => {
    const { hard, findings, disagreements } = judge(school, week);
    expect([hard, disagreements]).toEqual([0, []]);
    expect(findings.every(({ strength }) => strength !== 'must')).toBe(true);
  });

  it.each(mutants)('%s breaks %s', (_, broken, change) => {
    const timetable = structuredClone(week);
    change(timetable);
    const { hard, rules, findings, disagreements } = judge(school, timetable);
    expect(rules.find(({ rule }) => rule === broken)?.deviation).toBeGreaterThan(0);
    expect(findings.some(({ rule }) => rule === broken)).toBe(true);
    expect(hard).toBeGreaterThan(0);
    expect(disagreements).toContainEqual({ what: 'status', about: '', claimed: 'complete', counted: 'partial' });
    expect(disagreements).toContainEqual({ what: 'hard', about: '', claimed: 0, counted: hard });
  });
});
