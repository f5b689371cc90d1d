/** The school as the finders look at it: who takes what, how many sections there must be at least, which must rules may be counted on. */
import type { FilledRule, SchoolModel } from '../school/model.ts';
import { makeSchoolModel, sizeBandOf } from '../school/model.ts';
import { courseUnits, knownUnits, type CourseUnits } from '../school/takers.ts';
import type { School, Section } from '../school/types.ts';

export interface CourseNeed {
  course: number;
  unit: CourseUnits;
  /** all takers, file order */
  takers: number[];
  /** given sections of the course */
  given: Section[];
  /** most students of a walking section that the solver forms */
  cap: number;
  /** at least */
  homeSections: number;
  walkingSections: number;
  sections: number;
  /** who may teach it: candidates, head teachers of its homerooms, and whom the school gives its sections; empty: "none" */
  teachers: number[];
  needsTeacher: boolean;
  /** its homerooms are still to be formed: who is at home is not known */
  forming: boolean;
  /** sections of it may be joined with others (合班), with one teacher and one room */
  joint: boolean;
  /** of `sections` those that no rule joins with others: they are certain to have a teacher and a room each */
  apart: number;
}

export interface Situation {
  model: SchoolModel;
  needs: CourseNeed[];
  /** must rules that the finders may count on */
  rules: FilledRule[];
}

/** Most students in a room. */
export const roomCap = ({ school }: SchoolModel, room: number): number => {
  const it = school.rooms[room];
  return it ? Math.min(it.seats, it.maxSize ?? it.seats) : 0;
};

/** The most that size.max and the largest room of every kind the course needs allow; 0 where there is no such room. */
function walkingCap(model: SchoolModel, c: number): number {
  const course = model.courses[c];
  if (!course) return 0;
  return course.lessons.reduce((cap, { roomKind, room }) => {
    if (roomKind === 'none') return cap;
    if (room !== undefined) return Math.min(cap, roomCap(model, room));
    const caps = model.school.rooms.map((it, r) => (it.kind === roomKind ? roomCap(model, r) : 0));
    return Math.min(cap, Math.max(0, ...caps));
  }, course.size.max);
}

/** Sections of the pools: the number stated; else at least the sections given, and students over caps. */
function walkingSections(model: SchoolModel, unit: CourseUnits, given: Section[], cap: number): number {
  const { sections } = model.school.courses[unit.course] ?? {};
  const pools = unit.pools.filter((pool) => pool.takers.length > 0);
  if (pools.length === 0) return 0;
  if (sections === 'given') return given.length;
  if (typeof sections === 'number') return Math.max(sections * pools.length, given.length);
  const most = Math.max(1, cap);
  const named = new Set(given.flatMap((section) => section.students ?? []));
  const waiting = (takers: number[]): number =>
    takers.filter((student) => !named.has(model.school.students[student]?.id ?? '')).length;
  const bySize = pools.reduce((sum, pool) => sum + Math.ceil(waiting(pool.takers) / most), 0);
  return Math.max(bySize, given.length);
}

function teachersOf(model: SchoolModel, unit: CourseUnits, given: Section[]): number[] {
  const filled = model.courses[unit.course];
  if (!filled || filled.teachers === 'none') return [];
  const indexes = (ids: readonly (string | undefined)[]): number[] =>
    ids.flatMap((id) => (id === undefined ? [] : (model.teacherOf.get(id) ?? [])));
  const own =
    filled.teachers === 'head'
      ? indexes(unit.homes.map(({ homeroom }) => model.school.homerooms[homeroom]?.headTeacher))
      : filled.teachers;
  const locked = (model.school.locks ?? []).flatMap((lock) => {
    const course = lock.course ?? (typeof lock.section === 'object' ? lock.section.course : undefined);
    const named =
      course ?? model.school.sections?.find(({ id }) => id === lock.section)?.course ?? courseOfId(lock.section);
    return named === filled.id ? (lock.teachers ?? []) : [];
  });
  const bound = indexes([...given.flatMap((section) => section.teachers ?? []), ...locked]);
  return [...new Set([...own, ...bound])].sort((a, b) => a - b);
}

/** `course/1` and `course/homeroom` are named after their course. */
const courseOfId = (section: unknown): string | undefined =>
  typeof section === 'string' ? section.slice(0, Math.max(0, section.lastIndexOf('/'))) : undefined;

/** By course, how many of its sections a rule joins with others. */
function jointSections({ school, rules }: SchoolModel): Map<string, number> {
  const named = rules.flatMap(({ type, rule }) => (type === 'sections.joint' ? (rule.sections ?? []) : []));
  const courseOf = (id: string): string | undefined =>
    school.sections?.find((section) => section.id === id)?.course ?? courseOfId(id);
  const counts = new Map<string, number>();
  for (const it of named) {
    const course = typeof it === 'string' ? courseOf(it) : it.course;
    if (course !== undefined) counts.set(course, (counts.get(course) ?? 0) + 1);
  }
  return counts;
}

function needOf(model: SchoolModel, unit: CourseUnits): CourseNeed {
  const { takers } = unit;
  const { school } = model;
  const course = model.courses[unit.course];
  const ofCourse = (school.sections ?? []).filter(({ course: id }) => id === course?.id);
  const atHome = new Set(unit.homes.map(({ homeroom }) => school.homerooms[homeroom]?.id));
  const isHome = ({ homerooms }: Section): boolean => homerooms?.length === 1 && atHome.has(homerooms[0]);
  const given = ofCourse.filter((section) => !isHome(section));
  const cap = walkingCap(model, unit.course);
  const forms = school.grades[course?.grade ?? -1]?.formHomerooms;
  const needsTeacher = course?.teachers !== 'none';
  const joined = jointSections(model).get(course?.id ?? '') ?? 0;
  const apartOf = (sections: number): number => Math.max(0, sections - joined);
  const forming = forms !== undefined;
  const base = { course: unit.course, unit, takers, given: ofCourse, cap, needsTeacher, forming, joint: joined > 0 };
  const teachers = teachersOf(model, unit, ofCourse);
  if (forms !== undefined) {
    // Whether a homeroom still to be formed takes it at home or walking is not known: only its size is.
    const sections = Math.ceil(takers.length / Math.max(1, cap, sizeBandOf(forms.size).max));
    return { ...base, teachers, homeSections: 0, walkingSections: sections, sections, apart: apartOf(sections) };
  }
  const homeSections = unit.homes.length;
  const walking = walkingSections(model, unit, given, cap);
  const sections = homeSections + walking;
  return { ...base, teachers, homeSections, walkingSections: walking, sections, apart: apartOf(sections) };
}

const unitsOfStudents = new WeakMap<School['students'], Map<string, CourseUnits[]>>();

/** What a course says that has nothing to do with who takes it. */
const NOT_WHO = {
  periods: undefined,
  doubles: undefined,
  lessons: undefined,
  size: undefined,
  teachers: undefined,
  roomKind: undefined,
};

/** Repairs look at one school with many small changes, few of which touch who takes what. */
function unitsOf(school: School, model: SchoolModel): CourseUnits[] {
  const courses = school.courses.map((course) => ({ ...course, ...NOT_WHO }));
  const { subjects, groups, grades, homerooms, sections } = school;
  const key = JSON.stringify({ courses, subjects, groups, grades, homerooms, sections });
  const known = unitsOfStudents.get(school.students) ?? new Map<string, CourseUnits[]>();
  unitsOfStudents.set(school.students, known);
  const units = knownUnits(model) ?? known.get(key) ?? courseUnits(model);
  known.set(key, units);
  return units;
}

/** `model`: of this school, where it is made already. */
export function makeSituation(school: School, model = makeSchoolModel(school)): Situation {
  return {
    model,
    needs: unitsOf(school, model).map((unit) => needOf(model, unit)),
    rules: model.rules.filter(({ strength }) => strength === 'must'),
  };
}
