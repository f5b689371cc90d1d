/**
 * The school as the program works with it: every default filled in, ids resolved to indexes (file order), slot sets to masks.
 * Built only from a document that the validator has accepted.
 */
import { makeSlotGrid, slotMask, type SlotGrid } from './slots.ts';
import { expandGroups } from './groups.ts';
import { defaultRules } from './default-rules.ts';
import type { EarlierWeek } from './earlier-week.ts';
import type {
  Break,
  ChoiceGroup,
  Course,
  LessonKind,
  Rule,
  School,
  SizeBand,
  Subject,
  TakeRange,
  WeekChoice,
} from './types.ts';

export interface FilledLesson {
  /** index of the lesson in its section, 0-based, kind by kind */
  index: number;
  length: number;
  /** every: each week of the cycle; either: the solver picks one week per section; other: the opposite of that */
  weeks: WeekChoice;
  /** absent: every open slot */
  slots?: Uint8Array;
  /** one more teacher of each list is present in this lesson */
  with: number[][];
  /** "none" where no room is needed */
  roomKind: string;
  room?: number;
}

export interface FilledCourse {
  id: string;
  name: string;
  subject: number;
  grade: number;
  lessons: FilledLesson[];
  /** over the cycle of weeks */
  periods: number;
  /** per cent of a period that counts in a teacher's load */
  loadPercent: number;
  /** one more teacher of each list is present in every lesson */
  with: number[][];
  size: { min: number; target: number; max: number };
  /** candidates by teacher index, or the word */
  teachers: number[] | 'head' | 'none';
}

export interface FilledRule {
  /** the rule's id, or `rules[i]` */
  id: string;
  type: string;
  /** must, or the weight of one unit of deviation */
  strength: 'must' | number;
  rule: Rule;
}

export interface SchoolModel {
  /** with the members in the place of their groups */
  school: School;
  /** the earlier week, where one is to be changed as little as possible */
  base?: EarlierWeek;
  grid: SlotGrid;
  /** index by id */
  roomOf: Map<string, number>;
  subjectOf: Map<string, number>;
  teacherOf: Map<string, number>;
  gradeOf: Map<string, number>;
  homeroomOf: Map<string, number>;
  courseOf: Map<string, number>;
  studentOf: Map<string, number>;
  courses: FilledCourse[];
  rules: FilledRule[];
  /** per grade, 0/1 by slot: open for lessons of the grade */
  gradeOpen: Uint8Array[];
  /** per grade, the break after each period of the day */
  gradeBreaks: Break[][];
  teacherUnavailable: Uint8Array[];
  roomUnavailable: Uint8Array[];
  /** per student: grade, homeroom (−1: none), and the set of chosen subjects */
  studentGrade: number[];
  studentHomeroom: number[];
  studentChoices: Set<number>[];
  homeroomStudents: number[][];
  choiceGroups: ChoiceGroup[][];
}

const CLASSROOM = 'classroom';
const STANDARD_SHORTS = { first: '物史', re: '化生政地', all: '物化生政史地技' };

const indexById = (list: readonly { id: string }[]): Map<string, number> =>
  new Map(list.map((item, index) => [item.id, index]));

const subjectsByShort = (subjects: Subject[], shorts: string): string[] =>
  [...shorts].flatMap((short) => subjects.filter((subject) => subject.short === short).map((subject) => subject.id));

/** How many subjects of the group a student takes, at least and at most. */
export const takeRangeOf = ({ take }: ChoiceGroup): TakeRange =>
  typeof take === 'number' ? { min: take, max: take } : take;

/** The choice groups of a grade in full; `"3+1+2"` and `"3+3"` stand for groups over the shorts of 物史化生政地(技). */
export function choiceGroupsOf(school: School, gradeIndex: number): ChoiceGroup[] {
  const choice = school.grades[gradeIndex]?.choice ?? 'none';
  if (choice === 'none') return [];
  if (choice === '3+1+2') {
    return [
      { from: subjectsByShort(school.subjects, STANDARD_SHORTS.first), take: 1 },
      { from: subjectsByShort(school.subjects, STANDARD_SHORTS.re), take: 2 },
    ];
  }
  if (choice === '3+3') return [{ from: subjectsByShort(school.subjects, STANDARD_SHORTS.all), take: 3 }];
  return choice;
}

/** A student's chosen subject ids: a list as it stands, a string read short by short, a group's default where nothing is chosen. */
export function chosenSubjects(
  school: School,
  groups: ChoiceGroup[],
  choices: string | string[] | undefined,
): string[] {
  const named =
    choices === undefined ? [] : typeof choices === 'string' ? subjectsByShort(school.subjects, choices) : choices;
  const fallback = groups.flatMap((group) =>
    group.default && !group.from.some((id) => named.includes(id)) ? group.default : [],
  );
  return [...named, ...fallback];
}

/** `periods: n, doubles: d` is short for n − 2d singles and d of length 2; singles come first. */
export function lessonKindsOf(course: Course): LessonKind[] {
  if (course.lessons) return course.lessons;
  const doubles = course.doubles ?? 0;
  const singles = (course.periods ?? 0) - 2 * doubles;
  return [
    ...(singles > 0 ? [{ count: singles, length: 1 }] : []),
    ...(doubles > 0 ? [{ count: doubles, length: 2 }] : []),
  ];
}

const teacherLists = (teacherOf: Map<string, number>, lists: string[][] | undefined): number[][] =>
  (lists ?? []).map((ids) => ids.flatMap((id) => teacherOf.get(id) ?? []));

function fillLessons(
  school: School,
  grid: SlotGrid,
  roomOf: Map<string, number>,
  teacherOf: Map<string, number>,
  course: Course,
): FilledLesson[] {
  const lessons: FilledLesson[] = [];
  for (const kind of lessonKindsOf(course)) {
    const room = kind.room === undefined ? undefined : roomOf.get(kind.room);
    const named = room === undefined ? undefined : school.rooms[room];
    const roomKind = kind.roomKind ?? course.roomKind ?? (course.room === 'none' ? 'none' : (named?.kind ?? CLASSROOM));
    for (let i = 0; i < kind.count; i++) {
      lessons.push({
        index: lessons.length,
        length: kind.length ?? 1,
        weeks: kind.weeks ?? 'every',
        with: teacherLists(teacherOf, kind.with),
        ...(kind.slots === undefined ? {} : { slots: slotMask(grid, kind.slots) }),
        roomKind,
        ...(room === undefined ? {} : { room }),
      });
    }
  }
  return lessons;
}

/**
 * The size band of a course: its own keys, then the grade's, then 0 and 50. A key that the course states bounds the ones it inherits:
 * `{"max": 24}` under a grade's target of 45 has the target 24.
 */
export function sizeBandOf(grade?: SizeBand, course?: SizeBand): { min: number; target: number; max: number } {
  const max = course?.max ?? grade?.max ?? 50;
  const inherited =
    grade?.target === undefined ? max : course?.max === undefined ? grade.target : Math.min(grade.target, max);
  const target = course?.target ?? Math.max(inherited, course?.min ?? 0);
  const min = course?.min ?? (course === undefined ? (grade?.min ?? 0) : Math.min(grade?.min ?? 0, target));
  return { min, target, max };
}

/** Qualified by default: everyone who teaches the subject and, where stated, the grade. */
export function qualifiedTeachers(school: School, course: Course): number[] {
  return school.teachers.flatMap((teacher, index) =>
    teacher.subjects.includes(course.subject) && (teacher.grades === undefined || teacher.grades.includes(course.grade))
      ? [index]
      : [],
  );
}

function fillTeachers(school: School, teacherOf: Map<string, number>, course: Course): FilledCourse['teachers'] {
  if (course.teachers === 'head' || course.teachers === 'none') return course.teachers;
  if (course.teachers === 'any') return school.teachers.map((_, index) => index);
  if (course.teachers) return course.teachers.flatMap((id) => teacherOf.get(id) ?? []);
  return qualifiedTeachers(school, course);
}

const WEIGHTS: Record<string, number> = { high: 9, mid: 3, low: 1 };

/** File rules, the rules that teachers' own keys stand for, and the defaults that no rule replaces; `off` rules are left out. */
function fillRules(school: School, hasBase: boolean): FilledRule[] {
  const stated: FilledRule[] = [];
  const push = (id: string, rule: Rule): void => {
    if (rule.strength === 'off' || (rule.type.startsWith('keep.') && !hasBase)) return;
    const strength = typeof rule.strength === 'number' ? rule.strength : (WEIGHTS[rule.strength] ?? 'must');
    stated.push({ id, type: rule.type, strength, rule });
  };
  (school.rules ?? []).forEach((rule, index) => push(rule.id ?? `rules[${index}]`, rule));
  const named = new Set((school.rules ?? []).flatMap((rule) => rule.id ?? []));
  school.teachers.forEach((teacher) => {
    const names = (type: string): boolean =>
      (school.rules ?? []).some((rule) => rule.type === type && rule.teachers?.includes(teacher.id));
    if (teacher.maxPerDay !== undefined && !names('teacher.maxPerDay')) {
      const rule: Rule = {
        type: 'teacher.maxPerDay',
        teachers: [teacher.id],
        max: teacher.maxPerDay,
        strength: 'must',
      };
      push(`teacher.maxPerDay:${teacher.id}`, rule);
    }
    if (teacher.avoid !== undefined && !names('slots.forbid')) {
      const rule: Rule = { type: 'slots.forbid', teachers: [teacher.id], slots: teacher.avoid, strength: 'mid' };
      push(`avoid:${teacher.id}`, rule);
    }
    const { mentor } = teacher;
    const namesBoth = (school.rules ?? []).some(
      ({ type, teachers }) =>
        type === 'teacher.apart' && teachers?.includes(teacher.id) && teachers.includes(mentor ?? ''),
    );
    if (mentor !== undefined && !namesBoth) {
      const rule: Rule = { type: 'teacher.apart', teachers: [mentor, teacher.id], strength: 'high' };
      push(`mentor:${teacher.id}`, rule);
    }
  });
  if (school.defaults !== false) {
    for (const rule of defaultRules(school)) if (rule.id && !named.has(rule.id)) push(rule.id, rule);
  }
  if (hasBase && !(school.rules ?? []).some((rule) => rule.type.startsWith('keep.'))) {
    for (const rule of KEEP_RULES) push(rule.type, rule);
  }
  return stated;
}

/** What a change from an earlier week costs where the school does not say. */
const KEEP_RULES: Rule[] = [
  { type: 'keep.student', strength: 'high' },
  { type: 'keep.teacher', strength: 'high' },
  { type: 'keep.slot', strength: 'mid' },
  { type: 'keep.room', strength: 'low' },
];

const known = new WeakMap<School, SchoolModel>();

/** The model of a document; without an earlier week it is made once, for nobody changes a school that has been read. */
export function modelOf(document: School, base?: EarlierWeek): SchoolModel {
  if (base) return makeSchoolModel(document, base);
  const model = known.get(document) ?? makeSchoolModel(document);
  known.set(document, model);
  return model;
}

/** `base`: the earlier week that the keep rules measure change against; without one they ask for nothing and are left out. */
export function makeSchoolModel(document: School, base?: EarlierWeek): SchoolModel {
  const school = expandGroups(document);
  const grid = makeSlotGrid(school.calendar);
  const roomOf = indexById(school.rooms);
  const subjectOf = indexById(school.subjects);
  const teacherOf = indexById(school.teachers);
  const gradeOf = indexById(school.grades);
  const homeroomOf = indexById(school.homerooms);
  const calendarClosed = slotMask(grid, school.calendar.closed);
  const studentHomeroom = school.students.map((student) =>
    student.homeroom === undefined ? -1 : (homeroomOf.get(student.homeroom) ?? -1),
  );
  const studentGrade = school.students.map((student, index) => {
    const homeroom = school.homerooms[studentHomeroom[index] ?? -1];
    return gradeOf.get(homeroom?.grade ?? student.grade ?? '') ?? -1;
  });
  const choiceGroups = school.grades.map((_, grade) => choiceGroupsOf(school, grade));
  const homeroomStudents: number[][] = school.homerooms.map(() => []);
  studentHomeroom.forEach((homeroom, student) => homeroomStudents[homeroom]?.push(student));
  return {
    school,
    grid,
    roomOf,
    subjectOf,
    teacherOf,
    gradeOf,
    homeroomOf,
    courseOf: indexById(school.courses),
    studentOf: indexById(school.students),
    courses: school.courses.map((course) => {
      const lessons = fillLessons(school, grid, roomOf, teacherOf, course);
      const grade = gradeOf.get(course.grade) ?? -1;
      return {
        id: course.id,
        name: course.name ?? school.subjects[subjectOf.get(course.subject) ?? -1]?.name ?? course.id,
        subject: subjectOf.get(course.subject) ?? -1,
        grade,
        lessons,
        periods: lessons.reduce((sum, { length, weeks }) => sum + length * (weeks === 'every' ? grid.weeks : 1), 0),
        loadPercent: course.loadPercent ?? 100,
        with: teacherLists(teacherOf, course.with),
        size: sizeBandOf(school.grades[grade]?.size, course.size),
        teachers: fillTeachers(school, teacherOf, course),
      };
    }),
    ...(base === undefined ? {} : { base }),
    rules: fillRules(school, base !== undefined),
    gradeOpen: school.grades.map((grade) => {
      const closed = slotMask(grid, grade.closed);
      return calendarClosed.map((shut, slot) => (shut || closed[slot] ? 0 : 1));
    }),
    gradeBreaks: school.grades.map((grade) =>
      grid.breaks.map((usual, period) => grade.breakAfter?.[grid.periodIds[period] ?? ''] ?? usual),
    ),
    teacherUnavailable: school.teachers.map((teacher) => slotMask(grid, teacher.unavailable)),
    roomUnavailable: school.rooms.map((room) => slotMask(grid, room.unavailable)),
    studentGrade,
    studentHomeroom,
    studentChoices: school.students.map((student, index) => {
      const chosen = chosenSubjects(school, choiceGroups[studentGrade[index] ?? -1] ?? [], student.choices);
      return new Set(chosen.flatMap((id) => subjectOf.get(id) ?? []));
    }),
    homeroomStudents,
    choiceGroups,
  };
}
