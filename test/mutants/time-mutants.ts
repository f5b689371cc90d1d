/** Lessons at the wrong time: clashes of students, teachers and rooms, slots that are not open, breaks, meetings. */
import { all, inRoom, join, move, taughtBy, type Mutant } from './mutant.ts';

export const CLASH_MUTANTS: Mutant[] = [
  {
    name: 'a home lesson moved onto PE: five of the six students, one is exempt',
    change: move('g2-mat/h1', 1, 'wed.2'),
    expect: { student: 5 },
  },
  {
    name: 'two walking lessons of one student at once, in lines that then share a slot',
    change: move('g2-art/1', 0, 'fri.3'),
    expect: { student: 1, line: 1 },
  },
  {
    name: 'three lessons of one student at once count two',
    change: all(move('g2-mus/1', 0, 'mon.2'), move('g2-art/1', 0, 'mon.2')),
    expect: { student: 4, line: 1 },
  },
  {
    name: 'a double laid over two single lessons clashes in both of its periods',
    change: move('g2-chi/h1', 2, 'wed.2'),
    expect: { student: 11, room: 1 },
  },
  {
    name: 'only the second period of a double clashes',
    change: move('g2-chi/h1', 2, 'wed.1'),
    expect: { student: 11 },
  },
  {
    name: 'a student added to a section that meets while the student is taught elsewhere',
    change: join('g2-bio/1', 's02'),
    expect: { student: 3, line: 1 },
    unsound: true,
  },
  { name: 'a teacher of two grades in two rooms', change: move('g1-mat/h3', 2, 'fri.1'), expect: { teacher: 1 } },
  {
    name: 'a teacher who already teaches then takes the section over',
    change: taughtBy('g1-pe/h3', 't-pe'),
    expect: { teacher: 1, load: 1 },
  },
  {
    name: 'a teacher in three places counts two, and the field is full',
    change: all(taughtBy('g1-pe/h3', 't-pe'), move('g2-pe/h2', 0, 'wed.2')),
    expect: { teacher: 2, load: 1, room: 1 },
  },
  {
    name: 'a third section on a field for two',
    change: all(move('g2-pe/h2', 0, 'wed.2'), taughtBy('g2-pe/h2', 't-pe2')),
    expect: { teacher: 1, room: 1, load: 1 },
  },
  { name: 'two sections in a room for one', change: inRoom('g2-phy/1', 0, 'w3'), expect: { room: 1 } },
  {
    name: 'a double in an occupied room clashes in both of its periods',
    change: all(move('g2-chi/h2', 2, 'tue.4'), inRoom('g2-chi/h2', 2, 'w1')),
    expect: { student: 6, room: 2 },
  },
];

/** How many periods a lesson across a break counts, the rules do not fix. */
export const SLOT_MUTANTS: Mutant[] = [
  { name: 'closed by the calendar', change: move('g2-art/1', 0, 'fri.5'), expect: { slot: 1 } },
  { name: 'closed by the calendar, in the evening', change: move('g1-mat/h3', 2, 'fri.6'), expect: { slot: 1 } },
  { name: 'closed for the grade, open for another', change: move('g1-mat/h3', 0, 'wed.4'), expect: { slot: 1 } },
  { name: 'evening closed for the upper grade', change: move('g2-chi/h1', 1, 'mon.6'), expect: { slot: 1 } },
  { name: 'the teacher is not there', change: move('g1-chi/h3', 1, 'fri.3'), expect: { slot: 1 } },
  {
    name: 'a part-time teacher asked in on the day off',
    change: move('g2-che/1', 0, 'wed.4'),
    expect: { slot: 1, line: 1, student: 1 },
  },
  {
    name: 'a double while the teacher is away counts its two periods',
    change: move('g1-chi/h3', 2, 'fri.1'),
    expect: { slot: 2, student: 5, room: 1 },
  },
  { name: 'closed and the teacher away: still one period', change: move('g1-chi/h3', 1, 'fri.5'), expect: { slot: 1 } },
  { name: 'the room is not to be had', change: move('g1-chi/h3', 1, 'thu.3'), expect: { slot: 1 } },
  {
    name: 'a double in a laboratory that is closed that day',
    change: move('g2-che/1', 1, 'fri.1'),
    expect: { slot: 2, line: 2, student: 7 },
  },
  { name: 'the class meeting off its slot', change: move('g2-cls/h1', 0, 'tue.3'), expect: { slot: 1 } },
  { name: 'off a set of two slots', change: move('g1-cls/h3', 0, 'mon.3'), expect: { slot: 1 } },
  { name: 'a double across noon', change: move('g2-chi/h2', 2, 'wed.3'), expect: { slot: 'some' } },
  {
    name: 'a double across the noon of its own grade',
    change: move('g1-chi/h3', 2, 'tue.2'),
    expect: { slot: 'some' },
  },
  {
    name: 'a double across the end of the school day',
    change: move('g1-chi/h3', 2, 'thu.5'),
    expect: { slot: 'some' },
  },
  { name: 'a double over the last period of the day', change: move('g1-chi/h3', 2, 'tue.6'), expect: { slot: 'some' } },
  { name: 'a day that is not on the grid', change: move('g2-art/1', 0, 'sun.1'), expect: { slot: 1 } },
  { name: 'a period that is not on the grid', change: move('g2-art/1', 0, 'fri.9'), expect: { slot: 1 } },
  { name: 'a double on a day that is not on the grid', change: move('g1-chi/h3', 2, 'sun.3'), expect: { slot: 2 } },
  {
    // Whether such a lesson is also outside its line, the rules do not say.
    name: 'a lesson of a line with slots, off the grid',
    change: move('g2-phy/1', 0, 'sun.1'),
    expect: { slot: 1 },
    unsound: true,
  },
  { name: 'a slot that is no slot', change: move('g2-art/1', 0, 'fri4'), expect: { slot: 1 } },
  { name: 'a pattern instead of a slot', change: move('g2-art/1', 0, 'fri.*'), expect: { slot: 1 } },
];

export const MUST_RULE_MUTANTS: Mutant[] = [
  { name: 'a subject meeting taught through', change: move('g2-mat/h1', 1, 'wed.5'), expect: { 'meeting.mat': 1 } },
  {
    name: 'a meeting of named teachers taught through',
    change: move('g2-chi/h1', 1, 'thu.5'),
    expect: { 'meeting.mixed': 1, student: 1 },
  },
  {
    name: 'one period over the day’s most',
    change: move('g2-che/2', 0, 'thu.3'),
    expect: { 'day.che': 1, line: 1, student: 4 },
  },
  { name: 'two lessons of a course in a day', change: move('g1-mat/h3', 2, 'mon.3'), expect: { 'spread.mat': 1 } },
  {
    name: 'three lessons of a course in a day count two',
    change: all(move('g1-mat/h3', 2, 'mon.3'), move('g1-mat/h3', 1, 'mon.4')),
    expect: { 'spread.mat': 2 },
  },
];
