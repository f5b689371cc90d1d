/** A small valid school, one change, and the fault it makes: at least one row for each code. */
import { PARAMETERS_NOT_READ, RULES_NOT_READ } from '../../src/school/rule-table.ts';
import type { Edits } from '../support/edit-document.ts';

export interface FaultCase {
  code: string;
  path: string;
  edits: Edits;
  warning?: true;
}

const fault = (code: string, path: string, edits: Edits): FaultCase => ({ code, path, edits });
const warning = (code: string, path: string, edits: Edits): FaultCase => ({ code, path, edits, warning: true });

const level = { 'courses[7].level': 'A' };
/** 体育 in pools of homerooms */
const pools = { 'courses[11].grouping': [['h1'], ['h2']] };
const section = (fields: object): Edits => ({ sections: [{ id: 'x', ...fields }] });
const sections = (...list: object[]): Edits => ({ sections: list });
const lock = (fields: object): Edits => ({ locks: [fields] });
const rule = (fields: object): Edits => ({ rules: [{ strength: 'mid', ...fields }] });
const mustRules = (...rules: object[]): Edits => ({ rules: rules.map((one) => ({ strength: 'must', ...one })) });
// a key of the contract
// oxlint-disable-next-line unicorn/no-thenable
const THEN = 'then';
/** 合班 of h1 and h2 in turn */
const joint = (...courses: string[]): object => ({
  type: 'sections.joint',
  sections: courses.map((course, i) => ({ course, homeroom: i % 2 === 0 ? 'h1' : 'h2' })),
});
const inOrder = (first: string, next: string): object => ({ type: 'course.order', first, [THEN]: next });
const line = (id: string, slots: string, courses?: string[]): object => ({
  id,
  slots,
  ...(courses ? { courses } : {}),
});

const group = (id: string, members: object): object => ({ id, name: id, ...members });
const twoWeeks = { 'calendar.weeks': ['odd', 'even'] };
/** 体育 every other week */
const everyOther = (weeks: string): Edits => ({
  ...twoWeeks,
  'courses[11].periods': undefined,
  'courses[11].lessons': [{ count: 1, weeks }],
});
/** the homerooms of a new grade are to be formed of two students */
const forming = (form: object, students = 2): Edits => ({
  'grades[1]': { id: 'g1', name: '高一', choice: 'none', formHomerooms: form },
  ...Object.fromEntries(
    Array.from({ length: students }, (_, s) => [`students[${11 + s}]`, { id: `n${s}`, grade: 'g1' }]),
  ),
});
const bySize: Edits = { 'homerooms[2]': { id: 'h3', name: '高二3班', grade: 'g2', size: 6 } };

export const SHAPE_CASES: FaultCase[] = [
  fault('key.unknown', 'rooms[1].seets', { 'rooms[1].seets': 3 }),
  fault('key.unknown', 'strudents', { strudents: [] }),
  fault('file.other-kind', 'format', { format: 'zouban/timetable@1' }),
  fault('key.unknown', 'rules[0].maximum', rule({ type: 'teacher.maxGap', max: 1, maximum: 2 })),
  fault('shape.least', 'rules[0].max', rule({ type: 'keep.slot', max: -1 })),
  fault('shape.integer', 'rules[0].maxEach', rule({ type: 'keep.student', maxEach: 1.5 })),
  fault('shape.empty', 'rules[0].students', rule({ type: 'size.balance', students: [] })),
  ...(PARAMETERS_NOT_READ.includes('teacher.meeting.length')
    ? [fault('key.not-read', 'rules[0].length', rule({ type: 'teacher.meeting', slots: 'mon.1', length: 1 }))]
    : []),
  fault('shape.most', 'courses[0].loadPercent', { 'courses[0].loadPercent': 150 }),
  fault('shape.most', 'courses[0].periods', { 'courses[0].periods': 1e9 }),
  fault('shape.one-of', 'calendar.weeks[0]', { 'calendar.weeks': ['单', '双'] }),
  fault('shape.missing', 'rooms[0].seats', { 'rooms[0].seats': undefined }),
  fault('shape.missing', 'grades[0].choice', { 'grades[0].choice': undefined }),
  fault('shape.missing', 'students[2]', { 'students[2]': null }),
  fault('shape.missing', 'rules[0].slots', rule({ type: 'slots.forbid' })),
  fault('shape.missing', 'rules[0].strength', { rules: [{ type: 'size.balance' }] }),
  fault('shape.type', 'rooms', { rooms: 'none' }),
  fault('shape.type', 'courses[2].grouping', { 'courses[2].grouping': 5 }),
  fault('shape.type', 'teachers[0].load', { 'teachers[0].load': 12 }),
  fault('shape.type', 'grades[0].choice[0].from', { 'grades[0].choice': [{ from: 'phy', take: 1 }] }),
  fault('shape.number-as-text', 'rooms[0].seats', { 'rooms[0].seats': '50' }),
  fault('shape.number-as-text', 'grades[0].lines', { 'grades[0].lines': '2' }),
  fault('shape.number-as-text', 'rules[0].strength', rule({ type: 'size.balance', strength: '5' })),
  fault('shape.integer', 'courses[1].periods', { 'courses[1].periods': 2.5 }),
  fault('shape.least', 'rooms[0].seats', { 'rooms[0].seats': 0 }),
  fault('shape.least', 'courses[7].sections', { 'courses[7].sections': 0 }),
  fault('shape.most', 'rules[0].share', rule({ type: 'slots.prefer', slots: 'mon.1', share: 120 })),
  fault('shape.empty', 'rooms[0].id', { 'rooms[0].id': '' }),
  fault('shape.empty', 'calendar.days', { 'calendar.days': [] }),
  fault('shape.one-of', 'format', { format: 'zouban/school@2' }),
  fault('shape.one-of', 'grades[0].walking', { 'grades[0].walking': 'fix-too' }),
  fault('shape.one-of', 'rules[0].strength', rule({ type: 'size.balance', strength: 'hihg' })),
];

export const REFERENCE_CASES: FaultCase[] = [
  fault('id.duplicate', 'rooms[1].id', { 'rooms[1].id': 'r1' }),
  fault('id.duplicate', 'calendar.days[1].id', { 'calendar.days[1].id': 'mon' }),
  fault('id.duplicate', 'rules[1].id', {
    rules: [
      { id: 'a', type: 'size.balance', strength: 'mid' },
      { id: 'a', type: 'room.stable', strength: 'mid' },
    ],
  }),
  fault('id.duplicate', 'grades[0].lines[1].id', { 'grades[0].lines': [line('A', 'mon.*'), line('A', 'tue.*')] }),
  fault('id.form', 'calendar.days[0].id', { 'calendar.days[0].id': 'mon day' }),
  fault('id.form', 'calendar.periods[3].id', { 'calendar.periods[3].id': '3.5' }),
  fault('ref.unknown', 'teachers[0].subjects[0]', { 'teachers[0].subjects': ['chj'] }),
  fault('ref.unknown', 'students[0].homeroom', { 'students[0].homeroom': 'h11' }),
  fault('ref.unknown', 'courses[0].lessons[0].room', {
    'courses[0].periods': undefined,
    'courses[0].lessons': [{ count: 3, room: 'r9' }],
  }),
  fault('ref.unknown', 'courses[11].grouping[1][0]', { 'courses[11].grouping': [['h1'], ['h3']] }),
  fault('ref.unknown', 'students[0].levels.phyz', { 'students[0].levels': { phyz: 'A' } }),
  fault('ref.unknown', 'students[0].choices[2]', { 'students[0].choices': ['phy', 'che', 'boi'] }),
  fault('ref.unknown', 'grades[0].breakAfter.9', { 'grades[0].breakAfter': { '9': 'long' } }),
  fault('ref.unknown', 'rules[0].rooms[0]', rule({ type: 'slots.forbid', slots: 'mon.1', rooms: ['lab1'] })),
  fault(
    'ref.unknown',
    'locks[0].section.homeroom',
    lock({ section: { course: 'g2-pe', homeroom: 'h9' }, room: 'field' }),
  ),
  fault('ref.twice', 'students[0].choices[2]', { 'students[0].choices': ['phy', 'che', 'che'] }),
  fault('id.reserved', 'teachers[0].id', { 'teachers[0].id': '@chi' }),
  fault('id.reserved', 'subjects[9].id', { 'subjects[9].id': 'constructor' }),
  fault('ref.unknown', 'courses[0].teachers[0]', { 'courses[0].teachers': ['@chinese'] }),
  fault('ref.unknown', 'groups[0].teachers[0]', { groups: [group('a', { teachers: ['t-chj'] })] }),
  fault('ref.unknown', 'courses[0].with[0][0]', { 'courses[0].with': [['t-foreign']] }),
  fault('ref.unknown', 'teachers[0].mentor', { 'teachers[0].mentor': 't-master' }),
  fault('id.duplicate', 'groups[1].id', {
    groups: [group('a', { teachers: ['t-chi'] }), group('a', { teachers: ['t-mat'] })],
  }),
  fault('group.one-kind', 'groups[0]', { groups: [group('a', {})] }),
  fault('group.one-kind', 'groups[0]', { groups: [group('a', { teachers: ['t-chi'], rooms: ['r1'] })] }),
  fault('group.not-here', 'groups[1].teachers[0]', {
    groups: [group('a', { teachers: ['t-chi'] }), group('b', { teachers: ['@a'] })],
  }),
  fault('group.not-here', 'homerooms[0].headTeacher', {
    groups: [group('a', { teachers: ['t-chi'] })],
    'homerooms[0].headTeacher': '@a',
  }),
  fault('group.other-kind', 'courses[0].teachers[0]', {
    groups: [group('a', { rooms: ['r1'] })],
    'courses[0].teachers': ['@a'],
  }),
  fault('slot.pattern', 'calendar.closed', { 'calendar.closed': 'mon' }),
  fault('slot.pattern', 'teachers[0].unavailable[1]', { 'teachers[0].unavailable': ['mon.1', 'tue.1.2'] }),
  fault('slot.unknown', 'rooms[0].unavailable', { 'rooms[0].unavailable': 'sat.1' }),
  fault('slot.unknown', 'teachers[0].avoid', { 'teachers[0].avoid': 'mon.1-3' }),
  fault('slot.unknown', 'rules[0].slots', rule({ type: 'slots.forbid', slots: 'mon.9' })),
  fault('slot.no-weeks', 'grades[0].closed', { 'grades[0].closed': 'mon.1/odd' }),
];

export const SETTING_CASES: FaultCase[] = [
  // physics: 3 periods of h1, 1 of h2
  warning('supply.teachers', 'subjects[3]', { 'teachers[3].load': { max: 3 } }),
  // a teacher of two subjects counts in both, and once in all
  warning('supply.teachers-all', 'teachers', {
    'teachers[1]': { id: 't-mat', name: '马数', subjects: ['mat', 'chi'], load: { max: 6 } },
    'teachers[0].load': { max: 0 },
    ...Object.fromEntries([6, 4, 4, 2, 2, 2, 2, 2].map((max, t) => [`teachers[${t + 2}].load`, { max }])),
  }),
  // two homerooms of two periods each, one on the field at once, in three slots
  warning('supply.room-periods', 'rooms', {
    'rooms[4].concurrent': 1,
    'courses[11].periods': 2,
    'rooms[4].unavailable': ['mon.*', 'tue.*', 'wed.*', 'thu.*', 'fri.4'],
  }),
  warning('supply.rooms-at-once', 'rooms', {
    'rooms[4].concurrent': 1,
    'courses[11].periods': undefined,
    'courses[11].lessons': [{ count: 1, slots: 'mon.1' }],
  }),
  fault('band.order', 'teachers[0].load', { 'teachers[0].load': { min: 9, max: 8 } }),
  fault('band.order', 'grades[0].size', { 'grades[0].size': { min: 3, target: 9, max: 8 } }),
  fault('band.order', 'courses[0].size', { 'courses[0].size': { target: 12 } }),
  fault('calendar.all-closed', 'calendar.closed', { 'calendar.closed': '*.*' }),
  fault('calendar.weeks-both', 'calendar.weeks', { 'calendar.weeks': ['even', 'odd'] }),
  fault('calendar.time-form', 'calendar.periods[0].start', { 'calendar.periods[0].start': '8点' }),
  fault('calendar.time-order', 'calendar.periods[0].end', {
    'calendar.periods[0].start': '08:45',
    'calendar.periods[0].end': '08:00',
  }),
  fault('calendar.times-overlap', 'calendar.periods[1].start', {
    'calendar.periods[0].start': '08:00',
    'calendar.periods[0].end': '08:45',
    'calendar.periods[1].start': '08:40',
  }),
  fault('calendar.parts-order', 'calendar.periods[1].part', { 'calendar.periods[0].part': 'evening' }),
  warning('calendar.no-noon', 'calendar.periods[1].breakAfter', { 'calendar.periods[1].breakAfter': 'long' }),
  warning('room.never-available', 'rooms[2].unavailable', { 'rooms[2].unavailable': '*.*' }),
  fault('subject.short-length', 'subjects[3].short', { 'subjects[3].short': '物理' }),
  fault('subject.short-twice', 'subjects[4].short', { 'subjects[4].short': '物' }),
  warning('teacher.load-over-slots', 'teachers[0].load.min', {
    'teachers[0].load.min': 7,
    'teachers[0].unavailable': ['mon.*', 'tue.*', 'wed.*', 'thu.*'],
  }),
  fault('teacher.given-load', 'teachers[5].load.max', {
    ...section({ course: 'g2-che', teachers: ['t-che'] }),
    'teachers[5].load.max': 1,
  }),
  fault('teacher.mentor-cycle', 'teachers[0].mentor', { 'teachers[0].mentor': 't-chi' }),
  fault('teacher.mentor-cycle', 'teachers[0].mentor', {
    'teachers[0].mentor': 't-mat',
    'teachers[1].mentor': 't-eng',
    'teachers[2].mentor': 't-chi',
  }),
  fault('form.id-taken', 'homerooms[0].id', {
    ...forming({ count: 1, size: { max: 9 } }),
    'grades[1].id': 'h1',
    'homerooms[0].id': 'h1-1',
    'students[11].grade': 'h1',
    'students[12].grade': 'h1',
  }),
  fault('form.nobody', 'grades[1].formHomerooms', forming({ count: 1, size: { max: 9 } }, 0)),
  fault('form.too-small', 'grades[1].formHomerooms', forming({ count: 1, size: { max: 1 } })),
  fault('form.too-many', 'grades[1].formHomerooms', forming({ count: 2, size: { min: 2 } })),
  fault('band.order', 'grades[1].formHomerooms.size', forming({ count: 1, size: { min: 9, max: 5 } })),
  fault('grade.all-closed', 'grades[0].closed', { 'grades[0].closed': ['*.*'] }),
  fault('choice.short-missing', 'grades[0].choice', { 'subjects[8].short': undefined }),
  fault('choice.take', 'grades[0].choice[0].take', { 'grades[0].choice': [{ from: ['phy', 'his'], take: 3 }] }),
  fault('choice.take', 'grades[0].choice[0].take', {
    'grades[0].choice': [{ from: ['phy', 'his'], take: { min: 0, max: 3 } }],
  }),
  fault('shape.least', 'grades[0].choice[0].take', { 'grades[0].choice': [{ from: ['phy', 'his'], take: 0 }] }),
  fault('choice.take-order', 'grades[0].choice[0].take', {
    'grades[0].choice': [{ from: ['phy', 'his'], take: { min: 2, max: 1 } }],
  }),
  fault('choice.overlap', 'grades[0].choice[1].from[0]', {
    'grades[0].choice': [
      { from: ['phy', 'his'], take: 1 },
      { from: ['phy', 'bio', 'che', 'geo', 'pol'], take: 2 },
    ],
  }),
  fault('choice.default-outside', 'grades[0].choice[0].default[0]', {
    'grades[0].choice': [{ from: ['phy', 'his'], take: 1, default: ['geo'] }],
  }),
  fault('choice.default-count', 'grades[0].choice[0].default', {
    'grades[0].choice': [{ from: ['phy', 'his'], take: 1, default: ['phy', 'his'] }],
  }),
  fault('choice.short-unknown', 'students[0].choices', { 'students[0].choices': '物化技' }),
  fault('choice.short-unknown', 'grades[0].combinations[0]', { 'grades[0].combinations': ['物化技'] }),
  fault('choice.short-twice', 'students[0].choices', { 'students[0].choices': '物化化' }),
  fault('combination.impossible', 'grades[0].combinations[1]', { 'grades[0].combinations': ['物化生', '物史化'] }),
  warning('combination.twice', 'grades[0].combinations[4]', {
    'grades[0].combinations': ['物化生', '物化地', '史政地', '史政生', '物生化'],
  }),
  fault('combination.without-choice', 'grades[0].combinations', {
    'grades[0].choice': 'none',
    'grades[0].combinations': ['物化生'],
  }),
  fault('line.other-grade', 'grades[1].lines[0].courses[0]', {
    'grades[1]': { id: 'g1', name: '高一', choice: 'none', lines: [line('A', 'mon.*', ['g2-che'])] },
  }),
  fault('line.no-open-slot', 'grades[0].lines[0].slots', {
    'calendar.closed': 'fri.4',
    'grades[0].lines': [line('A', 'fri.4')],
  }),
  fault('line.shared-slot', 'grades[0].lines[1].slots', { 'grades[0].lines': [line('A', 'mon.*'), line('B', '*.1')] }),
  fault('homeroom.at-home-no-choice', 'homerooms[0].atHome[0]', { 'homerooms[0].atHome': ['chi'] }),
  warning('homeroom.at-home-not-all', 'homerooms[0].atHome[0]', { 'homerooms[0].atHome': ['bio'] }),
  warning('homeroom.empty', 'homerooms[2]', { 'homerooms[2]': { id: 'h3', name: '高二3班', grade: 'g2' } }),
  fault('homeroom.no-head', 'homerooms[1].headTeacher', {
    'homerooms[1].headTeacher': undefined,
    'courses[0].teachers': 'head',
  }),
  warning('homeroom.oversized', 'homerooms[0]', { 'grades[0].size': { max: 5 } }),
  fault('homeroom.room-kind', 'homerooms[0].room', {
    'rooms[5]': { id: 'hall', name: '礼堂', seats: 90, kind: 'hall' },
    'homerooms[0].room': 'hall',
  }),
  fault('homeroom.size-and-students', 'homerooms[0].size', { 'homerooms[0].size': 6 }),
  fault('homeroom.too-many-periods', 'homerooms[2]', { ...bySize, 'courses[0].periods': 20 }),
  fault('homeroom.room-not-open', 'homerooms[0].room', { 'rooms[0].homerooms': ['h2'] }),
  warning('homeroom.room-shared', 'homerooms[1].room', { 'homerooms[1].room': 'r1' }),
  warning('homeroom.room-too-small', 'homerooms[0].room', { 'rooms[0].seats': 5 }),
];

export const COURSE_CASES: FaultCase[] = [
  fault('course.no-lessons', 'courses[0]', { 'courses[0].periods': undefined }),
  fault('course.periods-and-lessons', 'courses[3].periods', { 'courses[3].periods': 3 }),
  fault('course.doubles', 'courses[0].doubles', { 'courses[0].doubles': 2 }),
  fault('course.for-without-choice', 'courses[0].for', { 'courses[0].for': 'chosen' }),
  fault('course.other-grade', 'courses[11].homerooms', {
    'grades[1]': { id: 'g1', name: '高一', choice: 'none' },
    'homerooms[2]': { id: 'h3', name: '高一1班', grade: 'g1' },
    'courses[11].homerooms': 'h3',
  }),
  fault('course.pool-overlap', 'courses[11].grouping[1][1]', { 'courses[11].grouping': [['h1'], ['h2', 'h1']] }),
  fault('course.sections-not-given', 'courses[7].sections', { 'courses[7].sections': 'given' }),
  fault('course.sections-of-homerooms', 'courses[11].sections', {
    'courses[11].grouping': 'homeroom',
    'courses[11].sections': 2,
  }),
  fault('course.section-ids', 'courses[3].grouping', {
    'homerooms[0].id': '1',
    ...Object.fromEntries(Array.from({ length: 6 }, (_, s) => [`students[${s}].homeroom`, '1'])),
    'students[10].choices': '物政生',
  }),
  fault('course.slots-too-few', 'courses[0].periods', { 'courses[0].periods': 21 }),
  fault('course.slots-too-few', 'courses[3].lessons[1].slots', {
    'courses[3].lessons[1].slots': ['mon.1|2'],
    'courses[3].lessons[1].count': 2,
  }),
  fault('course.lesson-too-long', 'courses[3].lessons[1].length', { 'courses[3].lessons[1].length': 3 }),
  fault('course.lesson-too-long', 'courses[0].doubles', {
    'courses[0].doubles': 1,
    'grades[0].breakAfter': { '1': 'noon', '3': 'end' },
  }),
  fault('course.no-room-of-kind', 'courses[11].roomKind', { 'courses[11].roomKind': 'feild' }),
  fault('course.no-room-of-kind', 'courses[3].lessons[1].roomKind', { 'courses[3].lessons[1].roomKind': 'lab:physic' }),
  fault('course.room-none-and-kind', 'courses[11].roomKind', { 'courses[11].room': 'none' }),
  fault('course.room-of-other-kind', 'courses[3].lessons[1].room', { 'courses[3].lessons[1].room': 'field' }),
  fault('course.no-teacher', 'courses[11]', { 'teachers[9].subjects': [] }),
  fault('course.no-teacher', 'courses[11]', {
    'grades[1]': { id: 'g1', name: '高一', choice: 'none' },
    'teachers[9].grades': ['g1'],
  }),
  fault('course.head-walks', 'courses[7].teachers', { 'courses[7].teachers': 'head' }),
  fault('course.head-of-formed', 'courses[12].teachers', {
    ...forming({ count: 1, size: { max: 9 } }),
    'courses[12]': { id: 'g1-chi', subject: 'chi', grade: 'g1', periods: 1, teachers: 'head' },
  }),
  fault('course.no-cycle', 'courses[3].lessons[0].weeks', { 'courses[3].lessons[0].weeks': 'odd' }),
  fault('course.other-of-nothing', 'courses[3].lessons[0].weeks', {
    ...twoWeeks,
    'courses[3].lessons[0].weeks': 'other',
  }),
  fault('course.with-twice', 'courses[0].with[0]', {
    'courses[0].teachers': ['t-chi'],
    'courses[0].with': [['t-chi']],
  }),
  fault('course.with-twice', 'courses[3].lessons[0].with[0]', {
    'courses[3].with': [['t-mat']],
    'courses[3].lessons[0].with': [['t-mat']],
  }),
  fault('course.slots-too-few', 'courses[11].lessons[0].slots', {
    ...everyOther('odd'),
    'courses[11].lessons': [{ count: 1, weeks: 'odd', slots: 'mon.1/even' }],
  }),
  fault('course.in-no-line', 'courses[10]', {
    'grades[0].lines': [line('A', 'mon.*', ['g2-che', 'g2-pol']), line('B', 'tue.*', ['g2-bio'])],
  }),
  warning('course.no-takers', 'courses[11]', { 'courses[11].for': 'listed' }),
  fault('course.taker-outside-pools', 'courses[11].grouping', { 'courses[11].grouping': [['h1']] }),
  fault('course.taker-without-homeroom', 'courses[11].grouping', {
    'courses[11].grouping': 'homeroom',
    'students[11]': { id: 's12', grade: 'g2', choices: '史政生' },
  }),
];

export const STUDENT_CASES: FaultCase[] = [
  fault('student.no-grade', 'students[0]', { 'students[0].homeroom': undefined }),
  fault('student.grade-differs', 'students[0].grade', {
    'grades[1]': { id: 'g1', name: '高一', choice: 'none' },
    'students[0].grade': 'g1',
  }),
  fault('student.extra-and-exempt', 'students[0].extra[0]', {
    'students[0].extra': ['g2-pe'],
    'students[0].exempt': ['g2-pe'],
  }),
  fault('student.choices-missing', 'students[0].choices', { 'students[0].choices': undefined }),
  fault('student.choices-count', 'students[0].choices', { 'students[0].choices': '物化' }),
  fault('student.choices-count', 'students[0].choices', { 'students[0].choices': '物史化' }),
  fault('student.choices-count', 'students[0].choices', {
    'grades[0].choice': [{ from: ['phy', 'his', 'che', 'bio', 'geo', 'pol'], take: { min: 2, max: 3 } }],
    'students[0].choices': '物',
  }),
  fault('student.choice-outside', 'students[0].choices', { 'students[0].choices': ['phy', 'che', 'bio', 'pe'] }),
  fault('student.choices-without-choice', 'students[11].choices', {
    'grades[1]': { id: 'g1', name: '高一', choice: 'none' },
    'students[11]': { id: 's12', grade: 'g1', choices: '物' },
  }),
  fault('student.combination', 'students[9].choices', { 'grades[0].combinations': ['物化生', '物化地', '史政地'] }),
  fault('student.level-missing', 'students[0].levels', {
    ...level,
    ...Object.fromEntries([1, 2, 3, 4, 5].map((s) => [`students[${s}].levels`, { che: 'A' }])),
  }),
  warning('student.level-unused', 'students[0].levels.che', {
    ...level,
    'students[0].levels': { che: 'B' },
    ...Object.fromEntries([1, 2, 3, 4, 5].map((s) => [`students[${s}].levels`, { che: 'A' }])),
  }),
  warning('student.track-unused', 'students[0].track', { 'students[0].track': 'artz' }),
  fault('student.too-many-periods', 'students[0]', { 'courses[1].periods': 6 }),
];

export const SECTION_CASES: FaultCase[] = [
  fault(
    'section.student-twice',
    'sections[1].students[0]',
    sections({ id: 'a', course: 'g2-che', students: ['s01'] }, { id: 'b', course: 'g2-che', students: ['s01'] }),
  ),
  fault('section.student-exempt', 'sections[0].students[0]', {
    ...section({ course: 'g2-che', students: ['s01'] }),
    'students[0].exempt': ['g2-che'],
  }),
  fault(
    'section.student-outside',
    'sections[0].students[0]',
    section({ course: 'g2-che', homerooms: ['h2'], students: ['s01'] }),
  ),
  warning('section.oversized', 'sections[0].students', {
    ...section({ course: 'g2-che', students: ['s01', 's02', 's03', 's04'] }),
    'courses[7].size': { min: 1, max: 3 },
  }),
  fault('section.more-than-stated', 'courses[7].sections', {
    ...sections({ id: 'a', course: 'g2-che' }, { id: 'b', course: 'g2-che' }),
    'courses[7].sections': 1,
  }),
  warning('section.no-lines', 'sections[0].line', section({ course: 'g2-che', line: '1' })),
  fault('section.line-unknown', 'sections[0].line', {
    ...section({ course: 'g2-che', line: '3' }),
    'grades[0].lines': 2,
  }),
  fault('section.line-other-courses', 'sections[0].line', {
    ...section({ course: 'g2-che', line: 'B' }),
    'grades[0].lines': [line('A', 'mon.*'), line('B', 'tue.*', ['g2-bio'])],
  }),
  fault('section.homerooms-one', 'sections[0].homerooms', {
    ...section({ course: 'g2-pe', homerooms: ['h1', 'h2'] }),
    'courses[11].grouping': 'homeroom',
  }),
  fault('section.homeroom-twice', 'sections[1].homerooms', {
    ...sections({ id: 'a', course: 'g2-pe', homerooms: ['h1'] }, { id: 'b', course: 'g2-pe', homerooms: ['h1'] }),
    'courses[11].grouping': 'homeroom',
  }),
  fault('section.teacher-not-needed', 'sections[0].teachers', {
    ...section({ course: 'g2-pe', teachers: ['t-pe'] }),
    'courses[11].teachers': 'none',
  }),
  fault('section.teachers-many', 'sections[0].teachers', {
    ...section({ course: 'g2-che', teachers: ['t-che', 't-bio'] }),
    'teachers[6].subjects': ['bio', 'che'],
  }),
  fault('section.size', 'sections[0].size', section({ course: 'g2-che', students: ['s01'], size: 3 })),
  fault('section.size', 'sections[0].size', { ...bySize, ...section({ course: 'g2-pe', homerooms: ['h3'], size: 5 }) }),
  fault('section.size-alone', 'sections[0].size', section({ course: 'g2-che', size: 6 })),
  warning('section.teacher-not-candidate', 'sections[0].teachers[1]', {
    ...section({ course: 'g2-che', teachers: ['t-che', 't-bio'] }),
    'courses[7].with': [['t-mat']],
  }),
  warning(
    'section.teacher-not-candidate',
    'sections[0].teachers[0]',
    section({ course: 'g2-che', teachers: ['t-bio'] }),
  ),
  warning('section.teacher-not-candidate', 'sections[0].teachers[0]', {
    ...section({ course: 'g2-chi', homerooms: ['h1'], teachers: ['t-mat'] }),
    'courses[0].teachers': 'head',
  }),
  fault('section.room-kind', 'sections[0].room', section({ course: 'g2-che', room: 'field' })),
  fault('section.room-not-open', 'sections[0].room', {
    ...section({ course: 'g2-chi', homerooms: ['h2'], room: 'r3' }),
    'rooms[2].homerooms': ['h1'],
  }),
  fault('section.room-too-small', 'sections[0].room', {
    ...section({ course: 'g2-che', room: 'r3', students: ['s01', 's02', 's03', 's04'] }),
    'rooms[2].maxSize': 3,
  }),
  fault('section.homerooms-one', 'sections[0].homerooms', section({ course: 'g2-pe', homerooms: ['h1', 'h2'] })),
  fault('section.homerooms-one', 'sections[0]', section({ course: 'g2-pe', teachers: ['t-pe'] })),
  fault(
    'section.home-student-missing',
    'sections[0].students',
    section({ course: 'g2-pe', homerooms: ['h1'], students: ['s01', 's02'] }),
  ),
  fault('section.student-at-home', 'sections[0].students', {
    ...section({ course: 'g2-phy', students: ['s01'] }),
    'students[6].extra': ['g2-phy'],
  }),
  fault('section.across-pools', 'sections[0].students', {
    ...section({ course: 'g2-pe', students: ['s01', 's07'] }),
    ...pools,
  }),
];

/** Faults of rules; where the type is not read yet, that is the fault. */
const ofRules: FaultCase[] = [
  fault('key.unknown', 'rules[0].subjects', rule({ type: 'room.reserve', count: 1, subjects: ['mat'] })),
  fault('rule.says-nothing', 'rules[0]', rule({ type: 'course.halfday' })),
  fault('rule.says-nothing', 'rules[0]', rule({ type: 'teacher.sections', teachers: ['t-chi'] })),
  fault('rule.says-nothing', 'rules[0]', rule({ type: 'student.free' })),
  fault('rule.list-few', 'rules[0].courses', rule({ type: 'course.notSameDay', courses: ['g2-mat'] })),
  fault('rule.list-few', 'rules[0].courses', rule({ type: 'course.notAdjacent', courses: ['g2-mat'] })),
  fault('rule.list-few', 'rules[0].courses', rule({ type: 'teacher.same', courses: ['g2-mat'] })),
  fault('rule.list-few', 'rules[0].students', rule({ type: 'students.apart', students: ['s01'] })),
  fault('rule.pair-two', 'rules[0].courses', {
    ...twoWeeks,
    ...rule({ type: 'weeks.pair', courses: ['g2-mat', 'g2-chi', 'g2-eng'] }),
  }),
  fault('rule.no-cycle', 'rules[0]', rule({ type: 'weeks.pair', courses: ['g2-mat', 'g2-chi'] })),
  fault('rule.joint-soft', 'rules[0].strength', rule({ type: 'sections.joint', sections: ['g2-pe/h1', 'g2-pe/h2'] })),
  fault('rule.joint-twice', 'rules[1].sections[1]', mustRules(joint('g2-pe', 'g2-pe'), joint('g2-chi', 'g2-pe'))),
  fault('rule.joint-twice', 'rules[0].sections[2]', mustRules(joint('g2-pe', 'g2-pe', 'g2-pe'))),
  fault('rule.joint-unlike', 'rules[0].sections[1]', mustRules(joint('g2-pe', 'g2-mat'))),
  fault('rule.joint-teachers', 'rules[0].sections[1]', mustRules(joint('g2-chi', 'g2-mat'))),
  fault('rule.order-same', 'rules[0].then', rule(inOrder('g2-mat', 'g2-mat'))),
  fault('ref.unknown', 'rules[0].first', rule(inOrder('g2-mut', 'g2-mat'))),
  fault('ref.unknown', 'rules[0].then', rule(inOrder('g2-mat', 'g2-mut'))),
  fault('ref.unknown', 'rules[0].day', rule({ type: 'lessons.finishBy', day: 'sun' })),
  fault('rule.slots-few', 'rules[0]', mustRules({ type: 'slots.forbid', courses: ['g2-mat'], slots: '*.*' })),
  fault(
    'rule.slots-short',
    'rules[1]',
    mustRules(
      { type: 'slots.require', courses: ['g2-mat'], slots: 'mon.1', count: 1 },
      { type: 'slots.forbid', subjects: ['mat'], slots: 'mon.*' },
    ),
  ),
  fault('rule.no-double', 'rules[0]', mustRules({ type: 'course.doubles', courses: ['g2-phy'], slots: '*.2|3' })),
  fault('rule.doubles-days', 'rules[0]', {
    ...mustRules({ type: 'course.doubles', courses: ['g2-phy'], alternateDays: true }),
    'courses[3].lessons[0].count': 4,
    'courses[3].lessons[0].length': 2,
    'courses[4].periods': 9,
  }),
  fault('rule.days-few', 'rules[0]', mustRules({ type: 'course.spread', courses: ['g2-mat'], minGapDays: 3 })),
  fault('rule.min-max', 'rules[0]', mustRules({ type: 'teacher.sections', teachers: ['t-chi'], min: 2, max: 1 })),
  fault(
    'rule.least-over-most',
    'rules[0]',
    mustRules({ type: 'teacher.minPerDay', min: 3 }, { type: 'teacher.maxPerDay', max: 2 }),
  ),
  fault('rule.contradiction', 'rules[1]', mustRules(inOrder('g2-mat', 'g2-chi'), inOrder('g2-chi', 'g2-mat'))),
  fault(
    'rule.meeting-no-time',
    'rules[0]',
    mustRules({ type: 'teacher.meeting', teachers: ['t-chi', 't-mat'], slots: 'mon.*', length: 3 }),
  ),
  fault('rule.against-lock', 'locks[0].slot', {
    ...mustRules({ type: 'slots.forbid', courses: ['g2-mat'], slots: 'mon.1' }),
    ...lock({ section: 'g2-mat/h1', index: 0, slot: 'mon.1' }),
  }),
  fault('rule.kind-unknown', 'rules[0].kind', rule({ type: 'room.reserve', kind: 'pool', count: 1 })),
  fault('slot.unknown', 'rules[0].slots', rule({ type: 'sections.maxParallel', max: 1, slots: 'sun.1' })),
];
const isOfTypePutOff = ({ edits }: FaultCase): boolean =>
  RULES_NOT_READ.includes((edits['rules'] as { type: string }[])[0]?.type ?? '');
/** Codes whose types are not read yet. */
export const PUT_OFF_CODES: readonly string[] = ofRules.filter(isOfTypePutOff).map(({ code }) => code);

export const DEMAND_CASES: FaultCase[] = [
  ...ofRules.filter((one) => !isOfTypePutOff(one)),
  warning(
    'rule.selects-nothing',
    'rules[0]',
    rule({ type: 'slots.forbid', slots: 'mon.1', courses: ['g2-mat'], subjects: ['chi'] }),
  ),
  warning('rule.selects-nothing', 'rules[0]', rule({ type: 'size.balance', courses: ['g2-mat'], grouping: 'walking' })),
  fault('rule.type-unknown', 'rules[0].type', rule({ type: 'teacher.maxGaps', max: 1 })),
  ...RULES_NOT_READ.map((type) => fault('rule.not-read', 'rules[0].type', rule({ type }))),
  fault('rule.apart-few', 'rules[0]', rule({ type: 'teacher.apart', teachers: ['t-mat'] })),
  fault('rule.groups-of-kinds', 'rules[0].groups', {
    ...rule({ type: 'slots.forbid', slots: 'mon.1', groups: ['a', 'b'] }),
    groups: [group('a', { teachers: ['t-chi'] }), group('b', { courses: ['g2-chi'] })],
  }),
  fault('rule.groups-and-members', 'rules[0].groups', {
    ...rule({ type: 'slots.forbid', slots: 'mon.1', groups: ['a'], teachers: ['t-mat'] }),
    groups: [group('a', { teachers: ['t-chi'] })],
  }),
  fault('lock.no-cycle', 'locks[0].weeks', lock({ section: 'g2-pe/h1', weeks: 'odd' })),
  fault('lock.weeks', 'locks[0].weeks', { ...twoWeeks, ...lock({ section: 'g2-pe/h1', weeks: 'odd' }) }),
  fault('lock.weeks', 'locks[0].weeks', { ...everyOther('odd'), ...lock({ section: 'g2-pe/h1', weeks: 'even' }) }),
  fault('lock.slot-closed', 'locks[0].slot', {
    ...everyOther('even'),
    ...lock({ section: 'g2-pe/h1', slot: 'mon.1' }),
    'grades[0].closed': 'mon.1/even',
  }),
  fault('section.teachers-many', 'locks[0].teachers', lock({ section: 'g2-pe/h1', teachers: ['t-pe', 't-chi'] })),
  fault('rule.spread-empty', 'rules[0]', rule({ type: 'course.spread' })),
  fault('rule.default-unknown', 'rules[0].id', rule({ id: 'default.gaps', type: 'teacher.maxGap', max: 1 })),
  fault(
    'rule.section-unknown',
    'rules[0].sections[0]',
    rule({ type: 'slots.forbid', slots: 'mon.1', sections: ['g2-chi/h3'] }),
  ),
  fault(
    'rule.no-home-section',
    'rules[0].sections[0]',
    rule({ type: 'slots.forbid', slots: 'mon.1', sections: [{ course: 'g2-che', homeroom: 'h1' }] }),
  ),
  fault('lock.two-addresses', 'locks[0]', lock({ section: 'g2-pe/h1', course: 'g2-pe', slot: 'mon.1' })),
  fault('lock.no-address', 'locks[0]', lock({ course: 'g2-pe', slot: 'mon.1' })),
  fault('lock.holds-nothing', 'locks[0]', lock({ section: 'g2-pe/h1' })),
  fault('lock.student-and-more', 'locks[0].room', lock({ section: 'g2-che/1', student: 's01', room: 'r3' })),
  fault('lock.section-unknown', 'locks[0].section', lock({ section: 'g2-pe/h3', slot: 'mon.1' })),
  fault('lock.section-unknown', 'locks[0].section', lock({ section: 'g2-che/99', room: 'r3' })),
  fault(
    'lock.no-home-section',
    'locks[0].homeroom',
    lock({ course: 'g2-che', homeroom: 'h1', index: 0, slot: 'mon.1' }),
  ),
  fault('lock.index', 'locks[0].index', lock({ section: 'g2-pe/h1', index: 1, slot: 'mon.1' })),
  fault('lock.slot-unknown', 'locks[0].slot', lock({ section: 'g2-pe/h1', slot: 'mon.*' })),
  fault('lock.slot-without-index', 'locks[0].slot', lock({ section: 'g2-chi/h1', slot: 'mon.1' })),
  fault('lock.slot-closed', 'locks[0].slot', {
    ...lock({ section: 'g2-pe/h1', slot: 'fri.4' }),
    'grades[0].closed': 'fri.4',
  }),
  fault('lock.slot-closed', 'locks[0].slot', {
    ...lock({ section: 'g2-phy/h1', index: 1, slot: 'mon.1' }),
    'courses[3].lessons[1].slots': 'tue.*',
  }),
  fault('lock.slot-closed', 'locks[0].slot', {
    ...lock({ section: 'g2-pe/h1', slot: 'mon.1', teachers: ['t-pe'] }),
    'teachers[9].unavailable': 'mon.1',
  }),
  fault('lock.slot-closed', 'locks[0].slot', {
    ...lock({ section: 'g2-pe/h1', slot: 'mon.1', room: 'field' }),
    'rooms[4].unavailable': 'mon.1',
  }),
  fault('lock.slot-too-late', 'locks[0].slot', lock({ section: 'g2-phy/h1', index: 1, slot: 'mon.2' })),
  fault('lock.slot-too-late', 'locks[0].slot', lock({ section: 'g2-phy/h1', index: 1, slot: 'fri.4' })),
  fault('lock.room-kind', 'locks[0].room', lock({ section: 'g2-phy/h1', index: 1, room: 'r1' })),
  warning('lock.teacher-not-candidate', 'locks[0].teachers[0]', lock({ section: 'g2-che/1', teachers: ['t-bio'] })),
  fault('lock.against-section', 'locks[0].room', {
    ...section({ course: 'g2-che', room: 'r3' }),
    ...lock({ section: 'x', room: 'r1' }),
  }),
  fault('lock.against-section', 'locks[0].teachers', {
    ...section({ course: 'g2-che', teachers: ['t-che'] }),
    ...lock({ section: 'x', teachers: ['t-bio'] }),
    'teachers[6].subjects': ['bio', 'che'],
  }),
  fault('lock.contradiction', 'locks[1].slot', {
    locks: [
      { course: 'g2-pe', homeroom: 'h1', slot: 'mon.1' },
      { section: 'g2-pe/h1', index: 0, slot: 'tue.1' },
    ],
  }),
  fault('lock.contradiction', 'locks[1].slot', {
    locks: [
      { section: 'g2-chi/h1', index: 0, slot: 'mon.1' },
      { section: 'g2-chi/h1', index: 1, slot: 'mon.1' },
    ],
  }),
  fault('lock.contradiction', 'locks[1].section', {
    locks: [
      { section: 'g2-che/1', student: 's01' },
      { section: 'g2-che/2', student: 's01' },
    ],
  }),
  fault('lock.student-does-not-take', 'locks[0].student', lock({ section: 'g2-pol/1', student: 's01' })),
  fault('lock.student-elsewhere', 'locks[0].section', lock({ section: 'g2-chi/h2', student: 's01' })),
  fault('lock.student-elsewhere', 'locks[0].section', {
    ...sections({ id: 'a', course: 'g2-che', students: ['s01'] }, { id: 'b', course: 'g2-che' }),
    ...lock({ section: 'b', student: 's01' }),
  }),
];
