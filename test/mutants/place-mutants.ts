/** Rooms, teachers, sizes and loads that do not fit. */
import { all, inRoom, join, leave, lesson, move, section, taughtBy, type Mutant } from './mutant.ts';

export const ROOM_MUTANTS: Mutant[] = [
  { name: 'PE in a classroom', change: inRoom('g2-pe/h2', 0, 'r2'), expect: { kind: 1 } },
  { name: 'a laboratory lesson in a classroom', change: inRoom('g2-che/1', 1, 'w2'), expect: { kind: 1 } },
  { name: 'a classroom lesson in the laboratory', change: inRoom('g2-bio/1', 2, 'lab'), expect: { kind: 1 } },
  {
    name: 'two lessons in rooms of the wrong kind count two',
    change: all(inRoom('g2-bio/1', 2, 'lab'), inRoom('g2-pe/h2', 0, 'r2')),
    expect: { kind: 2 },
  },
  { name: 'a home lesson in the room of another homeroom', change: inRoom('g2-chi/h1', 0, 'r3'), expect: { kind: 1 } },
  { name: 'a walking lesson in a reserved room', change: inRoom('g2-phy/1', 2, 'r3'), expect: { kind: 1 } },
  {
    name: 'a walking section that calls itself the homeroom’s, in its reserved room',
    change: all(inRoom('g2-phy/1', 2, 'r3'), (week) => {
      section(week, 'g2-phy/1').homerooms = ['h3'];
    }),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a lesson without the room it needs',
    change: (week) => {
      delete lesson(week, 'g2-chi/h1').room;
    },
    expect: { kind: 1 },
  },
  {
    name: 'a room that the school does not have',
    change: inRoom('g2-chi/h1', 0, 'r99'),
    expect: { kind: 1 },
    unsound: true,
  },

  { name: 'a room that is a word of the language', change: inRoom('g2-art/1', 0, 'constructor'), expect: { kind: 1 } },
  { name: 'a room where none is wanted', change: inRoom('g2-mus/1', 0, 'w1'), expect: { kind: 1 } },
  {
    name: 'a taken room where none is wanted, in a slot of another line',
    change: all(move('g2-mus/1', 0, 'thu.4'), inRoom('g2-mus/1', 0, 'lab')),
    expect: { kind: 1, room: 1, line: 1 },
  },
];

export const SIZE_MUTANTS: Mutant[] = [
  { name: 'one lesson in a room with too few seats', change: inRoom('g2-bio/1', 2, 'w4'), expect: { size: 1 } },
  {
    name: 'two lessons in too small a room: the section counts once',
    change: all(inRoom('g2-bio/1', 2, 'w4'), inRoom('g2-bio/1', 1, 'w4')),
    expect: { size: 1 },
  },
  {
    name: 'over the small-class cap of a room that has the seats',
    change: all(leave('g2-che/2', 's08'), join('g2-che/1', 's08')),
    expect: { size: 1 },
  },
  {
    name: 'over size.max by one and over the cap by two: the worst of them',
    change: all(leave('g2-che/2', 's08'), leave('g2-che/2', 's11'), join('g2-che/1', 's08', 's11')),
    expect: { size: 2 },
  },
  {
    name: 'over size.max in rooms that are large enough',
    change: all(
      leave('g2-che/2', 's08'),
      leave('g2-che/2', 's11'),
      join('g2-che/1', 's08', 's11'),
      inRoom('g2-che/1', 0, 'w3'),
    ),
    expect: { size: 1 },
  },
  {
    name: 'a given section may exceed size.max, but not the seats',
    change: inRoom('his-x', 0, 'w4'),
    expect: { size: 3, kind: 1 },
  },
  {
    name: 'two sections that share a room are each seated by themselves',
    change: all(inRoom('g2-bio/1', 2, 'w4'), inRoom('g2-phy/1', 2, 'w4')),
    expect: { size: 4 },
  },
];

export const TEACHER_MUTANTS: Mutant[] = [
  { name: 'a teacher of another subject', change: taughtBy('g2-pe/h2', 't-art'), expect: { qualified: 1 } },
  {
    name: 'a teacher of the subject, but of another grade',
    change: taughtBy('g2-chi/h2', 't-g1'),
    expect: { qualified: 1, load: 4 },
  },
  {
    name: 'a teacher of the subject whom the course does not list',
    change: taughtBy('g2-bio/1', 't-bio2'),
    expect: { qualified: 1 },
  },
  { name: 'a section without the teacher it needs', change: taughtBy('g2-art/1'), expect: { qualified: 1 } },
  {
    name: 'a class meeting held by another than the head teacher',
    change: taughtBy('g1-cls/h3', 't-chi'),
    expect: { qualified: 1, load: 1 },
  },
  {
    name: 'a section that calls itself another homeroom’s, with that homeroom’s head',
    change: all(taughtBy('g1-cls/h3', 't-chi'), (week) => {
      section(week, 'g1-cls/h3').homerooms = ['h1'];
    }),
    expect: { document: 'some', load: 1 },
    unsound: true,
  },
  { name: 'a teacher in a course without teachers', change: taughtBy('g2-mus/1', 't-bio'), expect: { qualified: 1 } },
  {
    name: 'a second teacher, who is not qualified',
    change: taughtBy('g2-art/1', 't-art', 't-bio'),
    expect: { qualified: 1 },
  },
  {
    name: 'two qualified teachers in one section',
    change: taughtBy('g2-pe/h2', 't-pe', 't-pe2'),
    expect: { qualified: 1, load: 1 },
  },
  {
    name: 'a teacher that the school does not have',
    change: taughtBy('g2-art/1', 't-nobody'),
    expect: { qualified: 1 },
    unsound: true,
  },
  {
    name: 'one lesson taught by somebody not qualified',
    change: (week) => {
      lesson(week, 'g2-bio/1', 1).teachers = ['t-art'];
    },
    expect: { qualified: 1 },
    unsound: true,
  },
  {
    name: 'one lesson taught by another qualified teacher than its section’s',
    change: (week) => {
      lesson(week, 'g2-pe/h2').teachers = ['t-pe2'];
    },
    expect: { qualified: 1, load: 1 },
    unsound: true,
  },
  {
    name: 'one lesson without anybody',
    change: (week) => {
      lesson(week, 'g2-bio/1', 1).teachers = [];
    },
    expect: { qualified: 1 },
    unsound: true,
  },
  {
    name: 'one lesson by a teacher that the school does not have',
    change: (week) => {
      lesson(week, 'g2-bio/1', 1).teachers = ['t-nobody'];
    },
    expect: { qualified: 1 },
    unsound: true,
  },
  { name: 'a load of one period too many', change: taughtBy('g2-pe/h2', 't-pe2'), expect: { load: 1 } },
  {
    name: 'two teachers over their loads',
    change: all(taughtBy('g2-pe/h2', 't-pe2'), taughtBy('g1-pe/h3', 't-pe'), taughtBy('g2-chi/h2', 't-g1')),
    expect: { load: 4, teacher: 1, qualified: 1 },
  },
  {
    name: 'a lesson longer than the course has, beyond the teacher’s load',
    change: all(move('g1-mat/h3', 1, 'thu.4'), (week) => {
      lesson(week, 'g1-mat/h3', 1).length = 2;
    }),
    expect: { document: 'some' },
    unsound: true,
  },

  {
    name: 'a teacher that is a word of the language',
    change: taughtBy('g2-art/1', '__proto__'),
    expect: { qualified: 1 },
  },
  {
    name: 'one teacher listed twice',
    change: taughtBy('g2-art/1', 't-art', 't-art'),
    expect: { qualified: 1 },
    unsound: true,
  },
  {
    name: 'a clash hidden by a lesson without anybody',
    change: all(move('g1-mat/h3', 2, 'fri.1'), (week) => {
      lesson(week, 'g1-mat/h3', 2).teachers = [];
    }),
    expect: { qualified: 1 },
  },
];
