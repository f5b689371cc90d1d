/**
 * A school for mutants: every structural rule has something to hold on to, and the week of rich-week.ts keeps them all. Two grades with
 * different noons; lines with and without slots; reserved, capped, small and shared rooms; a part-time teacher; loads without a period
 * to spare; given sections; every kind of lock; two grade bands that a given homeroom and a given section exceed, as they may.
 */
import type { Course, Room, School, Student, Teacher } from '../../src/school/types.ts';

const room = (id: string, seats: number, more: Partial<Room> = {}): Room => ({
  id,
  name: id,
  seats,
  kind: 'classroom',
  ...more,
});

const teacher = (id: string, subject: string, max: number, more: Partial<Teacher> = {}): Teacher => ({
  id,
  name: id,
  subjects: [subject],
  load: { max },
  ...more,
});

const walking = (id: string, subject: string, more: Partial<Course>): Course => ({
  id,
  subject,
  grade: 'g2',
  grouping: 'walking',
  ...more,
});

const atHome = (id: string, subject: string, grade: string, more: Partial<Course>): Course => ({
  id,
  subject,
  grade,
  grouping: 'homeroom',
  ...more,
});

const student = (id: string, homeroom: string, choices: string[], more: Partial<Student> = {}): Student => ({
  id,
  homeroom,
  choices,
  ...more,
});

/** A fresh copy on every call. */
export function richSchool(): School {
  return {
    format: 'zouban/school@1',
    name: '变异中学',
    calendar: {
      days: ['mon', 'tue', 'wed', 'thu', 'fri'].map((id) => ({ id, name: id })),
      periods: [
        { id: '1', name: '1', part: 'morning' },
        { id: '2', name: '2', part: 'morning', breakAfter: 'long' },
        { id: '3', name: '3', part: 'morning', breakAfter: 'noon' },
        { id: '4', name: '4', part: 'afternoon' },
        { id: '5', name: '5', part: 'afternoon', breakAfter: 'end' },
        { id: '6', name: '6', part: 'evening' },
      ],
      closed: 'fri.5|6',
    },
    rooms: [
      room('r1', 8, { homerooms: ['h1'] }),
      room('r2', 8, { homerooms: ['h2'] }),
      room('r3', 8, { homerooms: ['h3'], unavailable: 'thu.3' }),
      room('w1', 8),
      room('w2', 8, { maxSize: 4 }),
      room('w3', 8),
      room('w4', 3),
      room('w5', 8),
      room('lab', 8, { kind: 'lab:chemistry', unavailable: 'fri.*' }),
      room('field', 10, { kind: 'field', concurrent: 2 }),
    ],
    subjects: [
      { id: 'chi', name: '语文', kind: 'main' },
      { id: 'mat', name: '数学', kind: 'main' },
      { id: 'phy', name: '物理', kind: 'elective' },
      { id: 'his', name: '历史', kind: 'elective' },
      { id: 'che', name: '化学', kind: 'elective' },
      { id: 'bio', name: '生物', kind: 'elective' },
      { id: 'mus', name: '音乐', kind: 'arts' },
      { id: 'art', name: '美术', kind: 'arts' },
      { id: 'pe', name: '体育', kind: 'pe' },
      { id: 'cls', name: '班会', kind: 'other' },
    ],
    teachers: [
      teacher('t-chi', 'chi', 9),
      teacher('t-g1', 'chi', 5, { grades: ['g1'], unavailable: 'fri.*' }),
      teacher('t-mat', 'mat', 10),
      teacher('t-phy', 'phy', 3),
      teacher('t-his', 'his', 3),
      teacher('t-his2', 'his', 3),
      teacher('t-che', 'che', 6, { unavailable: 'wed.*' }),
      teacher('t-bio', 'bio', 8),
      teacher('t-bio2', 'bio', 8),
      teacher('t-art', 'art', 8),
      teacher('t-pe', 'pe', 2),
      teacher('t-pe2', 'pe', 1),
    ],
    grades: [
      {
        id: 'g2',
        name: '高二',
        choice: [
          { from: ['phy', 'his'], take: 1 },
          { from: ['che', 'bio'], take: 1 },
        ],
        size: { max: 6 },
        closed: '*.6',
        lines: [
          { id: 'A', courses: ['g2-phy', 'g2-his'], slots: 'mon|tue|wed.1' },
          { id: 'B', courses: ['g2-che', 'g2-bio'], slots: ['tue.4|5', 'thu.1'] },
          { id: 'C', courses: ['g2-che', 'g2-bio'], slots: ['mon.3', 'thu.4|5'] },
          { id: 'D' },
          { id: 'E' },
        ],
      },
      {
        id: 'g1',
        name: '高一',
        choice: 'none',
        size: { max: 4 },
        closed: 'wed.4|5',
        breakAfter: { '2': 'noon', '3': 'short' },
      },
    ],
    homerooms: [
      { id: 'h1', name: '高二1班', grade: 'g2', room: 'r1', headTeacher: 't-chi' },
      { id: 'h2', name: '高二2班', grade: 'g2', room: 'r2', headTeacher: 't-mat' },
      { id: 'h3', name: '高一1班', grade: 'g1', room: 'r3', headTeacher: 't-g1' },
    ],
    courses: [
      atHome('g2-chi', 'chi', 'g2', { periods: 4, doubles: 1 }),
      atHome('g2-mat', 'mat', 'g2', { periods: 3 }),
      atHome('g2-pe', 'pe', 'g2', { periods: 1, roomKind: 'field' }),
      atHome('g2-cls', 'cls', 'g2', { lessons: [{ count: 1, slots: 'mon.5' }], teachers: 'head' }),
      atHome('g1-chi', 'chi', 'g1', { periods: 4, doubles: 1 }),
      atHome('g1-mat', 'mat', 'g1', { periods: 3 }),
      atHome('g1-pe', 'pe', 'g1', { periods: 1, roomKind: 'field' }),
      atHome('g1-cls', 'cls', 'g1', { lessons: [{ count: 1, slots: ['tue.5', 'mon.2'] }], teachers: 'head' }),
      walking('g2-phy', 'phy', { for: 'chosen', periods: 3 }),
      walking('g2-his', 'his', { for: 'chosen', periods: 3, sections: 'given', size: { max: 5 } }),
      walking('g2-che', 'che', {
        for: 'chosen',
        size: { max: 5 },
        lessons: [{ count: 1 }, { count: 1, length: 2, roomKind: 'lab:chemistry' }],
      }),
      walking('g2-bio', 'bio', { for: 'chosen', periods: 3, teachers: ['t-bio'] }),
      walking('g2-mus', 'mus', { for: 'listed', periods: 1, teachers: 'none', room: 'none' }),
      walking('g2-art', 'art', { for: 'listed', periods: 1 }),
    ],
    students: [
      student('s01', 'h1', ['phy', 'che'], { extra: ['g2-mus', 'g2-art'] }),
      student('s02', 'h1', ['phy', 'che']),
      student('s03', 'h1', ['phy', 'che']),
      student('s04', 'h1', ['phy', 'bio']),
      student('s05', 'h1', ['his', 'bio']),
      student('s06', 'h1', ['his', 'che'], { exempt: ['g2-pe'] }),
      student('s07', 'h2', ['phy', 'che'], { extra: ['g2-mus'] }),
      student('s08', 'h2', ['phy', 'che'], { extra: ['g2-art'] }),
      student('s09', 'h2', ['his', 'bio']),
      student('s10', 'h2', ['his', 'bio']),
      student('s11', 'h2', ['his', 'che']),
      student('s12', 'h2', ['his', 'che']),
      ...['s21', 's22', 's23', 's24', 's25'].map((id) => student(id, 'h3', [])),
    ],
    sections: [
      {
        id: 'his-x',
        course: 'g2-his',
        students: ['s05', 's06', 's09', 's10', 's11', 's12'],
        teachers: ['t-his'],
        room: 'w3',
        line: 'A',
      },
    ],
    locks: [
      { course: 'g2-mat', homeroom: 'h1', index: 0, slot: 'tue.2' },
      { course: 'g2-mat', homeroom: 'h2', index: 1, room: 'r2' },
      { course: 'g2-pe', homeroom: 'h1', teachers: ['t-pe'] },
      { student: 's01', section: 'g2-che/1' },
    ],
    rules: [
      { id: 'meeting.mat', type: 'teacher.meeting', subjects: ['mat'], slots: 'wed.5', strength: 'must' },
      { id: 'meeting.mixed', type: 'teacher.meeting', teachers: ['t-chi', 't-phy'], slots: 'thu.5', strength: 'must' },
      { id: 'day.che', type: 'teacher.maxPerDay', teachers: ['t-che'], max: 3, strength: 'must' },
      { id: 'spread.mat', type: 'course.spread', courses: ['g1-mat'], maxPerDay: 1, strength: 'must' },
      { id: 'spread.chi', type: 'course.spread', subjects: ['chi'], maxPerDay: 1, strength: 'high' },
    ],
    defaults: false,
  };
}
