/** Lines, locks, given sections and must rules that the week does not keep; and demands that do it no harm. */
import { set, course, both, lines, lock, given, rule, type DemandMutant } from './demand.ts';

export const BINDING_DEMANDS: DemandMutant[] = [
  // lines
  { name: 'a slot taken from a line, two sections', change: lines('A', { slots: 'mon|tue.1' }), expect: { line: 2 } },
  {
    name: 'a slot given to an earlier line that a later one uses',
    change: lines('D', { slots: 'fri.3|4' }),
    expect: { line: 1 },
  },
  { name: 'a line for other courses', change: lines('C', { courses: ['g2-bio'] }), expect: { document: 1 } },
  {
    name: 'other lines',
    change: both(set('grades', 'g2', { lines: 5 }), (school) => {
      delete school.sections?.[0]?.line;
    }),
    expect: { document: 'some' },
    unsound: true,
  },
  // locks
  {
    name: 'a slot held, by section',
    change: lock({ section: 'g2-bio/1', index: 0, slot: 'thu.1' }),
    expect: { lock: 1 },
  },
  {
    name: 'a slot held, by course and homeroom in one address',
    change: lock({ section: { course: 'g2-chi', homeroom: 'h2' }, index: 2, slot: 'wed.2' }),
    expect: { lock: 1 },
  },
  {
    name: 'a room held for one lesson',
    change: lock({ section: 'g2-bio/1', index: 1, room: 'w5' }),
    expect: { lock: 1 },
  },
  { name: 'a room held for all lessons', change: lock({ section: 'g2-bio/1', room: 'w5' }), expect: { lock: 'some' } },
  { name: 'a teacher held', change: lock({ section: 'g2-bio/1', teachers: ['t-bio2'] }), expect: { lock: 1 } },
  {
    name: 'slot and room of one lesson held elsewhere: two things',
    change: lock({ section: 'g2-bio/1', index: 1, room: 'w5', slot: 'tue.4' }),
    expect: { lock: 2 },
  },
  {
    name: 'a student held in the other section',
    change: lock({ student: 's08', section: 'g2-che/1' }),
    expect: { lock: 1 },
  },
  // given sections
  {
    name: 'a section given in another room',
    change: given({ id: 'g2-bio/1', course: 'g2-bio', room: 'w5' }),
    expect: { kind: 3 },
    unsound: true,
  },
  {
    name: 'a section given to another teacher',
    change: given({ id: 'g2-che/1', course: 'g2-che', teachers: ['t-bio'] }),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a section given on another line',
    change: given({ id: 'g2-bio/1', course: 'g2-bio', line: 'C' }),
    expect: { document: 1 },
  },
  {
    name: 'a section given with fewer students',
    change: given({ id: 'g2-bio/1', course: 'g2-bio', students: ['s04', 's05', 's09'] }),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a section given that is not there',
    change: given({ id: 'bio-x', course: 'g2-bio' }),
    expect: { document: 'some' },
    unsound: true,
  },
  {
    name: 'a section given for one homeroom',
    change: given({ id: 'g2-bio/1', course: 'g2-bio', homerooms: ['h1'] }),
    expect: { document: 'some' },
    unsound: true,
  },
  // must rules
  {
    name: 'no Chinese on Mondays',
    change: rule({ type: 'slots.forbid', subjects: ['chi'], slots: 'mon.*' }),
    expect: { asked: 3 },
  },
  {
    name: 'half a double forbidden',
    change: rule({ type: 'slots.forbid', courses: ['g2-chi'], slots: 'fri.2' }),
    expect: { asked: 1 },
  },
  {
    name: 'a share in the first period',
    change: rule({ type: 'slots.prefer', subjects: ['mat'], slots: '*.1', share: 70 }),
    expect: { asked: 7 },
  },
  {
    name: 'one lesson a day',
    change: rule({ type: 'course.spread', courses: ['g2-bio'], maxPerDay: 1 }),
    expect: { asked: 1 },
  },
  {
    name: 'one lesson a day and two days between',
    change: rule({ type: 'course.spread', courses: ['g2-bio'], maxPerDay: 1, minGapDays: 2 }),
    expect: { asked: 3 },
  },
  {
    name: 'no two periods on end',
    change: rule({ type: 'teacher.maxConsecutive', teachers: ['t-chi'], max: 1 }),
    expect: { asked: 3 },
  },
  {
    name: 'two periods a day',
    change: rule({ type: 'teacher.maxPerDay', teachers: ['t-chi'], max: 2 }),
    expect: { asked: 1 },
  },
  {
    name: 'a meeting of two subjects while two of them teach',
    change: rule({ type: 'teacher.meeting', subjects: ['chi', 'mat'], slots: 'mon.2|3' }),
    expect: { asked: 2 },
  },
  {
    name: 'homerooms kept together',
    change: rule({ type: 'walking.keepTogether', courses: ['g2-bio'] }),
    expect: { asked: 1 },
  },
];

/** What the school may change without breaking the week: a judge that rejects too much is wrong too. */
export const HARMLESS_DEMANDS: DemandMutant[] = [
  {
    name: 'a listed candidate of another subject',
    change: set('teachers', 't-bio', { subjects: ['art'] }),
    expect: {},
  },
  { name: 'a listed candidate of another grade', change: set('teachers', 't-bio', { grades: ['g1'] }), expect: {} },
  { name: 'a homeroom larger than the band', change: set('grades', 'g1', { size: { max: 1 } }), expect: {} },
  { name: 'a given section larger than the band', change: course('g2-his', { size: { max: 1 } }), expect: {} },
  { name: 'sections below size.min', change: course('g2-bio', { size: { min: 5 } }), expect: {} },
  { name: 'a load below load.min', change: set('teachers', 't-art', { load: { min: 5, max: 8 } }), expect: {} },
  {
    name: 'a lock that holds',
    change: lock({ section: 'g2-bio/1', index: 1, slot: 'tue.5', room: 'w1', teachers: ['t-bio'] }),
    expect: {},
  },
  {
    name: 'a section given as it is',
    change: given({
      id: 'g2-bio/1',
      course: 'g2-bio',
      homerooms: ['h1', 'h2'],
      students: ['s10', 's09', 's05', 's04'],
      teachers: ['t-bio'],
      line: 'B',
    }),
    expect: {},
  },
  { name: 'a long break inside a double', change: set('grades', 'g2', { breakAfter: { '1': 'long' } }), expect: {} },
  {
    name: 'a rule switched off',
    change: (school) => void school.rules?.push({ type: 'slots.forbid', slots: '*.*', strength: 'off' }),
    expect: {},
  },
  {
    name: 'a teacher away in a slot not taught',
    change: set('teachers', 't-bio', { unavailable: 'mon.*' }),
    expect: {},
  },
  { name: 'the sections counted as they are', change: course('g2-che', { sections: 2 }), expect: {} },
  { name: 'pools that the sections keep', change: course('g2-che', { grouping: [['h1', 'h2']] }), expect: {} },
];
