/** Teachers, rooms, time and students that the school asks for and the week does not give. */
import { set, course, lessons, both, standIn, newRoom, type DemandMutant } from './demand.ts';

export const DEMAND_MUTANTS: DemandMutant[] = [
  // teachers
  {
    name: 'a period less of a teacher’s load',
    change: set('teachers', 't-chi', { load: { max: 8 } }),
    expect: { load: 1 },
  },
  { name: 'three periods less', change: set('teachers', 't-mat', { load: { max: 7 } }), expect: { load: 3 } },
  {
    name: 'a teacher away in one slot taught',
    change: set('teachers', 't-bio', { unavailable: 'tue.5' }),
    expect: { slot: 1 },
  },
  {
    name: 'a teacher away for a double',
    change: set('teachers', 't-chi', { unavailable: 'fri.*' }),
    expect: { slot: 2 },
  },
  {
    name: 'a teacher away for half a double',
    change: set('teachers', 't-chi', { unavailable: 'fri.2' }),
    expect: { slot: 1 },
  },
  {
    name: 'a teacher of another subject now',
    change: both(set('teachers', 't-art', { subjects: ['bio'] }), standIn('art')),
    expect: { qualified: 1 },
  },
  {
    name: 'a teacher of one grade now',
    change: both(set('teachers', 't-mat', { grades: ['g2'] }), standIn('mat')),
    expect: { qualified: 1 },
  },
  { name: 'a list of other candidates', change: course('g2-bio', { teachers: ['t-bio2'] }), expect: { qualified: 1 } },
  { name: 'another head teacher', change: set('homerooms', 'h1', { headTeacher: 't-art' }), expect: { qualified: 1 } },
  { name: 'no teacher wanted any more', change: course('g1-mat', { teachers: 'none' }), expect: { qualified: 1 } },
  {
    name: 'a teacher wanted now',
    change: both(standIn('mus'), (school) => {
      delete school.courses.find(({ id }) => id === 'g2-mus')?.teachers;
    }),
    expect: { qualified: 1 },
  },
  {
    name: 'two periods a day too many, by the teacher’s own key',
    change: set('teachers', 't-chi', { maxPerDay: 1 }),
    expect: { 'teacher.maxPerDay:t-chi': 4 },
  },
  // rooms
  {
    name: 'a room not to be had on Mondays',
    change: set('rooms', 'r1', { unavailable: 'mon.*' }),
    expect: { slot: 3 },
  },
  {
    name: 'a field closed for two sections',
    change: set('rooms', 'field', { unavailable: 'wed.2' }),
    expect: { slot: 2 },
  },
  { name: 'a field for one section', change: set('rooms', 'field', { concurrent: 1 }), expect: { room: 1 } },
  { name: 'a smaller cap, two sections', change: set('rooms', 'w2', { maxSize: 3 }), expect: { size: 2 } },
  { name: 'fewer seats, three sections', change: set('rooms', 'r1', { seats: 5 }), expect: { size: 3 } },
  {
    name: 'a cap in one room and fewer seats in another: the worse of each section',
    change: (school) => {
      set('rooms', 'w2', { maxSize: 3 })(school);
      set('rooms', 'lab', { seats: 2 })(school);
    },
    expect: { size: 4 },
  },
  {
    name: 'another kind of laboratory',
    change: both(set('rooms', 'lab', { kind: 'lab:physics' }), newRoom('lab:chemistry')),
    expect: { kind: 2 },
  },
  {
    name: 'a room reserved to a homeroom of none of its users',
    change: set('rooms', 'w2', { homerooms: ['h3'] }),
    expect: { kind: 2 },
  },
  {
    name: 'another kind of room wanted',
    change: both(course('g2-art', { roomKind: 'art' }), newRoom('art')),
    expect: { kind: 1 },
  },
  { name: 'one named room wanted', change: lessons('g2-art', { count: 1, room: 'w5' }), expect: { kind: 1 } },
  {
    name: 'a room wanted now',
    change: (school) => {
      delete school.courses.find(({ id }) => id === 'g2-mus')?.room;
    },
    expect: { kind: 1 },
  },
  // time
  {
    name: 'a slot closed for everybody',
    change: (school) => {
      school.calendar.closed = ['fri.5|6', 'mon.1'];
    },
    expect: { slot: 3 },
  },
  {
    name: 'a slot closed for one grade',
    change: set('grades', 'g1', { closed: ['wed.4|5', 'thu.1'] }),
    expect: { slot: 1 },
  },
  { name: 'noon where the calendar has it', change: set('grades', 'g1', { breakAfter: {} }), expect: { slot: 'some' } },
  {
    name: 'noon in the middle of a double',
    change: set('grades', 'g2', { breakAfter: { '1': 'noon' } }),
    expect: { slot: 'some' },
  },
  {
    name: 'slots that hold the first period of a double only',
    change: lessons('g1-chi', { count: 2 }, { count: 1, length: 2, slots: 'tue.1|2|3' }),
    expect: { slot: 1 },
  },
  {
    name: 'slots for two lessons of three',
    change: lessons('g2-bio', { count: 3, slots: 'tue.*' }),
    expect: { slot: 1 },
  },
  { name: 'one lesson more', change: course('g2-art', { periods: 2 }), expect: { unplaced: 1 } },
  { name: 'one lesson less', change: course('g1-mat', { periods: 2 }), expect: { document: 1 } },
  {
    name: 'a longer lesson',
    change: lessons('g2-art', { count: 1, length: 2 }),
    expect: { document: 1 },
    unsound: true,
  },
  // students and sections
  { name: 'a student exempt now', change: set('students', 's05', { exempt: ['g2-bio'] }), expect: { document: 1 } },
  {
    name: 'a student who takes one course more',
    change: set('students', 's12', { extra: ['g2-art'] }),
    expect: { unserved: 1 },
  },
  {
    name: 'a student of another choice',
    change: set('students', 's04', { choices: ['phy', 'che'] }),
    expect: { unserved: 1, document: 1 },
  },
  { name: 'a course for the chosen only', change: course('g1-pe', { for: 'listed' }), expect: { document: 5 } },
  { name: 'smaller sections in the grade', change: set('grades', 'g2', { size: { max: 5 } }), expect: { size: 1 } },
  { name: 'smaller sections in the course', change: course('g2-bio', { size: { max: 2 } }), expect: { size: 2 } },
  {
    name: 'pools that the sections mix',
    change: course('g2-che', { grouping: [['h1'], ['h2']] }),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'one section where there are two',
    change: course('g2-che', { sections: 1 }),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'three sections where there are two',
    change: course('g2-che', { sections: 3 }),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a walking course at home',
    change: course('g2-bio', { grouping: 'homeroom' }),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a home course that walks',
    change: both(course('g2-pe', { grouping: 'walking' }), (school) => {
      school.locks = [];
    }),
    expect: { document: 'some' },
    unsound: true,
  },
];
