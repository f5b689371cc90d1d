/**
 * Rules that fit a school, for its office to edit: what its data speak for and neither it nor the defaults say yet. All are soft, so that a
 * school which takes them over as they are can still be completed. `reason` names the words that go with a rule.
 */
import type { SchoolModel } from './model.ts';
import { RULES_READ } from './rule-table.ts';
import type { Course, Rule, School, SlotSet, Strength } from './types.ts';

export interface SuggestedRule {
  rule: Rule;
  reason: string;
  /** numbers and names for the words */
  params: Record<string, string | number>;
}

type Suggest = (model: SchoolModel) => SuggestedRule[];

const suggestion = (
  reason: string,
  type: string,
  strength: Strength,
  keys: Partial<Rule>,
  params: SuggestedRule['params'] = {},
): SuggestedRule => ({ rule: { type, ...keys, strength }, reason, params });

const longest = (model: SchoolModel, course: number): number =>
  Math.max(0, ...(model.courses[course]?.lessons ?? []).map(({ length }) => length));

const coursesWhere = ({ school }: SchoolModel, holds: (course: Course, index: number) => boolean): string[] =>
  school.courses.filter(holds).map(({ id }) => id);

/** `*.5|6|7`: every day, the periods of these parts; undefined where there are none. */
function slotsOf({ calendar }: School, ...parts: string[]): string | undefined {
  const ids = calendar.periods.filter(({ part }) => parts.includes(part)).map(({ id }) => id);
  return ids.length === 0 ? undefined : `*.${ids.join('|')}`;
}

const doubles: Suggest = (model) => {
  const courses = coursesWhere(model, (_, index) => longest(model, index) >= 2);
  if (courses.length === 0) return [];
  const several = model.courses.some(({ lessons }) => lessons.filter(({ length }) => length >= 2).length >= 2);
  const keys = { courses, ...(several ? { alternateDays: true } : {}) };
  return [suggestion('doubles', 'course.doubles', 'high', keys, { courses: courses.length })];
};

/** Two courses of a grade that each have lessons of half the weeks. */
const oddEven: Suggest = (model) =>
  model.school.grades.flatMap(({ id, name }, grade) => {
    const halves = model.courses.filter(
      (course) => course.grade === grade && course.lessons.some(({ weeks }) => weeks !== 'every'),
    );
    if (model.grid.weeks === 1 || halves.length !== 2) return [];
    const courses = halves.map((course) => course.id);
    return [suggestion('oddEven', 'weeks.pair', 'mid', { courses, grades: [id] }, { grade: name })];
  });

/** The weekly class meeting, wherever head teachers give it. */
const classMeeting: Suggest = (model) =>
  model.school.grades.flatMap(({ id, name }) => {
    const courses = coursesWhere(model, ({ grade, teachers }) => grade === id && teachers === 'head');
    const homerooms = model.school.homerooms.filter(({ grade }) => grade === id).length;
    if (courses.length !== 1 || homerooms < 2) return [];
    return [suggestion('classMeeting', 'sections.sameSlot', 'mid', { courses }, { grade: name })];
  });

/** Physical education right before mathematics and the like. */
const afterSport: Suggest = (model) => {
  const kindOf = ({ subject }: Course): string => model.school.subjects[model.subjectOf.get(subject) ?? -1]?.kind ?? '';
  const sport = coursesWhere(model, (course) => kindOf(course) === 'pe');
  const main = coursesWhere(model, (course) => kindOf(course) === 'main');
  if (sport.length === 0 || main.length === 0) return [];
  return model.school.grades.flatMap(({ id, name }) => {
    const inGrade = (courses: string[]): string[] =>
      courses.filter((course) => model.school.courses[model.courseOf.get(course) ?? -1]?.grade === id);
    const [first] = inGrade(main);
    const sports = inGrade(sport);
    if (first === undefined || sports.length === 0) return [];
    const keys = { courses: [...sports, first], ordered: true };
    const subject = model.courses[model.courseOf.get(first) ?? -1]?.subject ?? -1;
    const course = model.school.subjects[subject]?.name ?? first;
    return [suggestion('afterSport', 'course.notAdjacent', 'low', keys, { grade: name, course })];
  });
};

const firstSlots: Suggest = ({ school }) =>
  school.homerooms.length === 0 ? [] : [suggestion('firstSlots', 'firstSlot.vary', 'low', {})];

/** Two periods more than an even week of the fullest load. */
const perDay: Suggest = ({ school, grid }) => {
  const load = Math.max(0, ...school.teachers.map((teacher) => teacher.load.max));
  if (load === 0) return [];
  const max = Math.max(4, Math.ceil(load / grid.days) + 2);
  return [suggestion('perDay', 'teacher.maxPerDay', 'high', { max }, { max, load, days: grid.days })];
};

/** Subjects of which a meeting makes sense. */
const MEETING_SUBJECTS = new Set(['main', 'elective']);

const meetings: Suggest = ({ school }) => {
  const slots = slotsOf(school, 'afternoon');
  const afternoon = school.calendar.periods.filter(({ part }) => part === 'afternoon').length;
  if (slots === undefined || afternoon < 2) return [];
  return school.subjects.flatMap(({ id, name, kind }) => {
    const teachers = school.teachers.filter(({ subjects }) => subjects.includes(id)).length;
    if (!MEETING_SUBJECTS.has(kind) || teachers < 3) return [];
    return [
      suggestion(
        'meeting',
        'teacher.meeting',
        'mid',
        { subjects: [id], slots, length: 2 },
        { subject: name, teachers },
      ),
    ];
  });
};

/** Evening, or else the last period of the afternoon. */
function edgeSlots(school: School): SlotSet | undefined {
  const evening = slotsOf(school, 'evening');
  const last = school.calendar.periods.findLast(({ part }) => part === 'afternoon');
  return evening ?? (last === undefined ? undefined : `*.${last.id}`);
}

const edges: Suggest = ({ school }) => {
  const slots = edgeSlots(school);
  if (slots === undefined) return [];
  return [suggestion('edges', 'teacher.edgeFair', 'low', { slots, ratio: 150 }, { slots: String(slots) })];
};

const noon: Suggest = () => [suggestion('noon', 'teacher.noonSplit', 'low', {})];

const headTeachers: Suggest = ({ school }) => {
  const heads = new Set(school.homerooms.flatMap(({ headTeacher }) => headTeacher ?? []));
  const known = school.teachers.filter(({ id, subjects }) => heads.has(id) && subjects.length > 0);
  return known.length === 0
    ? []
    : [suggestion('headTeachers', 'teacher.keepsHomeroom', 'high', {}, { count: known.length })];
};

const fewCourses: Suggest = () => [suggestion('fewCourses', 'teacher.fewCourses', 'mid', { max: 2 }, { max: 2 })];

const levels: Suggest = ({ school }) =>
  school.courses.some(({ level }) => level !== undefined) ? [suggestion('levels', 'teacher.oneLevel', 'mid', {})] : [];

const progress: Suggest = ({ school }) => {
  const subjects = school.subjects.filter(({ kind }) => kind === 'main').map(({ id }) => id);
  if (subjects.length === 0) return [];
  return [
    suggestion('progress', 'progress.equal', 'mid', { subjects, days: 1 }, { days: 1 }),
    suggestion('turns', 'progress.alternate', 'low', { subjects }),
  ];
};

const walks = ({ grouping }: Course): boolean => grouping !== 'homeroom';
const someWalk: (model: SchoolModel) => boolean = ({ school }) =>
  school.courses.some((course) => walks(course) && (course.for === 'chosen' || course.grouping !== undefined));

const sizes: Suggest = (model) => {
  const stated = model.school.grades.some(({ size }) => size?.target !== undefined);
  return stated && someWalk(model) ? [suggestion('sizes', 'size.band', 'low', { tolerance: 5 }, { tolerance: 5 })] : [];
};

const balance: Suggest = (model) => {
  const { school } = model;
  const formed = school.grades.some(({ formHomerooms }) => formHomerooms !== undefined);
  if (!formed && !someWalk(model)) return [];
  const genders = new Set(school.students.flatMap(({ gender }) => gender ?? [])).size >= 2;
  const scores = school.students.some(({ score, scores: own }) => score !== undefined || own !== undefined);
  const strength = formed ? 'mid' : 'low';
  return [
    ...(genders ? [suggestion('gender', 'gender.balance', strength, { tolerance: 2 }, { tolerance: 2 })] : []),
    ...(scores ? [suggestion('score', 'score.balance', strength, { tolerance: 50 }, { points: 5 })] : []),
  ];
};

const freePeriods: Suggest = (model) =>
  someWalk(model)
    ? [
        suggestion('free', 'student.free', 'mid', { maxPerDay: 2 }, { max: 2 }),
        suggestion('gaps', 'student.gaps', 'low', { max: 1 }, { max: 1 }),
        suggestion('moves', 'walking.moves', 'low', { max: 2 }, { max: 2 }),
      ]
    : [];

const buildings: Suggest = ({ school }) => {
  const used = new Set(school.rooms.flatMap(({ building }) => building ?? []));
  if (used.size < 2) return [];
  const own = new Set(school.homerooms.flatMap(({ room }) => room ?? []));
  const placed = school.rooms.some(({ id, building }) => building !== undefined && own.has(id));
  return [
    suggestion('buildings', 'building.change', 'low', {}, { count: used.size }),
    ...(placed ? [suggestion('near', 'room.near', 'low', { grouping: 'homeroom' })] : []),
  ];
};

/** One classroom kept free, where there are more than homerooms need. */
const spare: Suggest = ({ school }) => {
  const rooms = school.rooms.filter(({ kind }) => kind === 'classroom').length;
  const homerooms = school.homerooms.length;
  if (rooms <= homerooms + 1) return [];
  return [suggestion('spare', 'room.reserve', 'low', { count: 1 }, { rooms, homerooms })];
};

const ALL: readonly Suggest[] = [
  doubles,
  oddEven,
  classMeeting,
  afterSport,
  firstSlots,
  perDay,
  meetings,
  edges,
  noon,
  headTeachers,
  fewCourses,
  levels,
  progress,
  sizes,
  balance,
  freePeriods,
  buildings,
  spare,
];

/** In the order of docs/rules.md's families; types that the school states already, or that are not read yet, are left out. */
export function suggestRules(model: SchoolModel): SuggestedRule[] {
  const stated = new Set((model.school.rules ?? []).map(({ type }) => type));
  return ALL.flatMap((suggest) => suggest(model)).filter(
    ({ rule }) => RULES_READ.includes(rule.type) && !stated.has(rule.type),
  );
}
