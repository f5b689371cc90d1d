/**
 * Small schools at random, for properties that must hold in any school: one or two grades of a few students, homes and walking, doubles
 * and a laboratory, part-time teachers in two grades, meetings, lines, locks, and rules of every type with selectors of every kind.
 */
import fc from 'fast-check';
import type { Course, Lock, Rule, School, Section, Student, Teacher } from '../../src/school/types.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const ELECTIVES = ['phy', 'his', 'che', 'bio', 'geo'];
const WALKED = ['che', 'bio', 'geo'];
const CHOICES = ['phy', 'his'].flatMap((first) =>
  [
    ['che', 'bio'],
    ['che', 'geo'],
    ['bio', 'geo'],
  ].map((two) => [first, ...two]),
);

interface Sizes {
  days: number;
  morning: number;
  afternoon: number;
  grades: number;
  homerooms: number;
  students: number;
  max: number;
  walking: 'auto' | 'free';
  lines: number;
  sections: number;
  lab: boolean;
  doubles: boolean;
  spareRooms: number;
  bigTeachers: boolean;
  defaults: boolean;
  choices: number[];
}

const sizes: fc.Arbitrary<Sizes> = fc.record({
  days: fc.integer({ min: 4, max: 5 }),
  morning: fc.integer({ min: 2, max: 4 }),
  afternoon: fc.integer({ min: 2, max: 3 }),
  grades: fc.integer({ min: 1, max: 2 }),
  homerooms: fc.integer({ min: 1, max: 3 }),
  students: fc.integer({ min: 2, max: 6 }),
  max: fc.integer({ min: 4, max: 9 }),
  walking: fc.constantFrom('auto', 'free'),
  lines: fc.constantFrom(0, 0, 4, 6),
  sections: fc.constantFrom(0, 0, 1, 3),
  lab: fc.boolean(),
  doubles: fc.boolean(),
  spareRooms: fc.integer({ min: 1, max: 4 }),
  bigTeachers: fc.boolean(),
  defaults: fc.boolean(),
  choices: fc.array(fc.nat(CHOICES.length - 1), { minLength: 36, maxLength: 36 }),
});

const slotSet = fc
  .tuple(fc.constantFrom('*', 'mon', 'tue|thu'), fc.constantFrom('1', '1|2', '3', '2|4'))
  .map(([days, periods]) => `${days}.${periods}`);

const strength = fc.constantFrom<Rule['strength']>('must', 'high', 'mid', 'low', 5);

const selectors: fc.Arbitrary<Partial<Rule>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.constantFrom<Partial<Rule>>(
    { grades: ['g1'] },
    { subjects: ['mat', 'che'] },
    { homerooms: ['g1h1'] },
    { grouping: 'walking' },
    { grouping: 'homeroom' },
    { courses: ['g1-bio'] },
    { teachers: ['t-mat1', 't-che1'] },
    { teachers: ['t-eng1'], grades: ['g1'] },
    { rooms: ['x1', 'g1r1'] },
    { rooms: ['field'] },
    { sections: ['g1-mat/g1h1'] },
    { students: ['g1h1s1', 'g1h1s3'] },
    { students: ['g1h1s2'], grouping: 'walking' },
  ),
);

/** Rules on when lessons are: by half days, against those of other courses, and at the same time as other sections. */
function timeRules() {
  const courses = fc.constantFrom(['g1-mat', 'g1-eng'], ['g1-bio', 'g1-geo'], ['g1-pe', 'g1-che', 'g1-mat']);
  return fc.oneof(
    fc.tuple(slotSet, fc.constantFrom(1, 2)).map(([slots, count]) => ({ type: 'slots.require', slots, count })),
    fc.constantFrom(
      { type: 'course.halfday', amMax: 1, pmMax: 1 },
      { type: 'course.halfday', amMin: 2 },
      { type: 'course.doubles', slots: '*.1|2' },
      { type: 'course.doubles', alternateDays: true, acrossLong: true },
      // oxlint-disable-next-line unicorn/no-thenable
      { type: 'course.order', first: 'g1-mat', then: 'g1-eng' },
      // oxlint-disable-next-line unicorn/no-thenable
      { type: 'course.order', first: 'g1-che', then: 'g1-bio' },
      { type: 'sections.sameSlot', courses: ['g1-bio'] },
      { type: 'sections.sameSlot', subjects: ['pe', 'eng'] },
      { type: 'sections.notSameSlot', subjects: ['mat'] },
      { type: 'sections.notSameSlot' },
      { type: 'sections.maxParallel', max: 1, slots: '*.1|2' },
      { type: 'sections.maxParallel', max: 2 },
      { type: 'lessons.finishBy', day: 'wed' },
      { type: 'firstSlot.vary' },
    ),
    fc
      .tuple(courses, fc.constantFrom('course.notSameDay', 'course.notAdjacent'), fc.boolean())
      .map(([listed, type, ordered]) => ({
        type,
        courses: listed,
        ...(type === 'course.notAdjacent' ? { ordered } : {}),
      })),
  );
}

const ruleBodies: fc.Arbitrary<Pick<Rule, 'type'> & Record<string, unknown>> = fc.oneof(
  slotSet.map((slots) => ({ type: 'slots.forbid', slots })),
  fc.tuple(slotSet, fc.constantFrom(50, 70, 100)).map(([slots, share]) => ({ type: 'slots.prefer', slots, share })),
  fc.constantFrom(
    { type: 'course.spread', maxPerDay: 1 },
    { type: 'course.spread', minGapDays: 2 },
    { type: 'course.spread', maxPerDay: 2, minGapDays: 1 },
    { type: 'teacher.maxConsecutive', max: 2 },
    { type: 'teacher.maxGap', max: 0 },
    { type: 'teacher.maxGap', max: 1 },
    { type: 'teacher.maxPerDay', max: 3 },
    { type: 'size.balance' },
    { type: 'room.stable' },
    { type: 'room.own' },
    { type: 'walking.keepTogether' },
  ),
  slotSet.map((slots) => ({ type: 'teacher.meeting', slots })),
  timeRules(),
);

const rules = fc.array(
  fc.tuple(ruleBodies, selectors, strength).map(([body, who, weight]): Rule => ({ ...who, ...body, strength: weight })),
  { maxLength: 5 },
);

/** What may be held: some of these do not fit a school, which the reader then refuses. */
const holds = fc.record({
  locks: fc.subarray<Lock>([
    { section: 'g1-mat/g1h1', index: 0, slot: 'tue.2' },
    { course: 'g1-eng', homeroom: 'g1h1', teachers: ['t-eng1'] },
    { course: 'g1-eng', homeroom: 'g1h1', room: 'x1' },
    { student: 'g1h1s1', section: 'g1-bio/1' },
    { student: 'g1h1s1', section: 'g1-geo/2' },
    { section: 'g1-bio/1', index: 1, slot: 'thu.1' },
    { section: 'g1-che/1', room: 'x1' },
  ]),
  sections: fc.subarray<Section>([
    { id: 'g1-mat/g1h1', course: 'g1-mat', homerooms: ['g1h1'], teachers: ['t-mat1'], room: 'x1' },
    { id: 'own eng', course: 'g1-eng', homerooms: ['g1h1'] },
    { id: 'g1-geo/1', course: 'g1-geo', teachers: ['t-geo1'] },
    { id: 'team', course: 'g1-bio', students: ['g1h1s2'] },
    { id: 'class', course: 'g1-che', homerooms: ['g1h1'], room: 'g1r1', line: '1' },
  ]),
});

const part = fc.record({
  unavailable: slotSet,
  avoid: slotSet,
  smallRoom: fc.boolean(),
  closedRoom: fc.boolean(),
  closedSlot: fc.boolean(),
});

function makeCourses(grade: string, it: Sizes): Course[] {
  const of = (subject: string, more: Partial<Course>): Course => ({
    id: `${grade}-${subject}`,
    subject,
    grade,
    ...more,
  });
  const chosen = { for: 'chosen' as const };
  return [
    of('mat', { periods: 3, ...(it.doubles ? { doubles: 1 } : {}) }),
    of('eng', { periods: 2 }),
    of('pe', { periods: 1, roomKind: 'field' }),
    of('phy', { ...chosen, periods: 2 }),
    of('his', { ...chosen, periods: 2 }),
    of(
      'che',
      it.lab
        ? { ...chosen, grouping: 'walking', lessons: [{ count: 1 }, { count: 1, length: 2, roomKind: 'lab:che' }] }
        : { ...chosen, grouping: 'walking', periods: 2 },
    ),
    of('bio', { ...chosen, grouping: 'walking', periods: 2 }),
    of('geo', { ...chosen, grouping: 'walking', periods: 2, ...(it.sections > 0 ? { sections: it.sections } : {}) }),
  ];
}

function makeTeachers(it: Sizes, unavailable: string, avoid: string): Teacher[] {
  const max = it.bigTeachers ? 30 : 8;
  const needed = it.bigTeachers ? 1 : it.grades * it.homerooms;
  return ['mat', 'eng', 'pe', ...ELECTIVES].flatMap((subject) =>
    Array.from({ length: Math.max(2, needed) }, (_, i): Teacher => {
      const base = { id: `t-${subject}${i + 1}`, name: `${subject} ${i + 1}`, subjects: [subject], load: { max } };
      if (subject === 'mat' && i === 0) return { ...base, unavailable };
      if (subject === 'eng' && i === 0) return { ...base, avoid };
      if (subject === 'che' && i === 1) return { ...base, maxPerDay: 2 };
      return base;
    }),
  );
}

/** Schools as the file would have them; most are sound, and a reader must look. */
export const randomSchool: fc.Arbitrary<School> = fc
  .record({ it: sizes, rules, holds, part })
  .map(({ it, rules: stated, holds: held, part: away }): School => {
    const grades = Array.from({ length: it.grades }, (_, g) => `g${g + 1}`);
    const homerooms = grades.flatMap((grade) =>
      Array.from({ length: it.homerooms }, (_, h) => ({
        id: `${grade}h${h + 1}`,
        name: `${grade} ${h + 1}`,
        grade,
        room: `${grade}r${h + 1}`,
        headTeacher: `t-mat${1 + (h % 2)}`,
      })),
    );
    const periods = Array.from({ length: it.morning + it.afternoon }, (_, i) => {
      const last = i === it.morning + it.afternoon - 1;
      const breakAfter = i === it.morning - 1 ? ('noon' as const) : last ? ('end' as const) : ('short' as const);
      return {
        id: String(i + 1),
        name: String(i + 1),
        part: i < it.morning ? ('morning' as const) : ('afternoon' as const),
        breakAfter,
      };
    });
    const students = homerooms.flatMap((homeroom, h) =>
      Array.from({ length: it.students }, (_, i): Student => {
        const choices = CHOICES[it.choices[(h * it.students + i) % it.choices.length] ?? 0] ?? [];
        return { id: `${homeroom.id}s${i + 1}`, homeroom: homeroom.id, choices };
      }),
    );
    const takes = (id: string, course: string): boolean =>
      students.find((student) => student.id === id)?.choices?.includes(course) ?? false;
    const locks = held.locks.filter(
      ({ student, section }) =>
        student === undefined ||
        takes(student, (typeof section === 'string' ? section : '').slice('g1-'.length).split('/')[0] ?? ''),
    );
    return {
      format: 'zouban/school@1',
      name: 'random',
      calendar: {
        days: DAYS.slice(0, it.days).map((id) => ({ id, name: id })),
        periods,
        ...(away.closedSlot ? { closed: 'mon.3' } : {}),
      },
      rooms: [
        ...homerooms.map(({ room }) => ({ id: room, name: room, seats: 10, kind: 'classroom' })),
        ...Array.from({ length: it.spareRooms }, (_, i) => ({
          id: `x${i + 1}`,
          name: `x${i + 1}`,
          seats: 10,
          kind: 'classroom',
          ...(away.smallRoom && i === 1 ? { maxSize: 4 } : {}),
          ...(away.closedRoom && i === 0 ? { unavailable: 'tue.*' } : {}),
        })),
        { id: 'lab', name: 'lab', seats: 12, kind: 'lab:che' },
        { id: 'lab2', name: 'lab2', seats: 12, kind: 'lab:che' },
        { id: 'field', name: 'field', seats: 60, kind: 'field', concurrent: 2 },
      ],
      subjects: [
        { id: 'mat', name: 'mat', kind: 'main' },
        { id: 'eng', name: 'eng', kind: 'main' },
        { id: 'pe', name: 'pe', kind: 'pe' },
        ...ELECTIVES.map((id) => ({ id, name: id, kind: 'elective' as const })),
      ],
      teachers: makeTeachers(it, away.unavailable, away.avoid),
      grades: grades.map((id) => ({
        id,
        name: id,
        choice: [
          { from: ['phy', 'his'], take: 1 },
          { from: WALKED, take: 2 },
        ],
        walking: it.walking,
        size: { max: it.max },
        ...(it.lines > 0 ? { lines: it.lines } : {}),
      })),
      homerooms,
      courses: grades.flatMap((grade) => makeCourses(grade, it)),
      students,
      rules: stated,
      ...(it.defaults ? {} : { defaults: false }),
      ...(locks.length > 0 ? { locks } : {}),
      ...(held.sections.length > 0 ? { sections: held.sections } : {}),
    };
  });
