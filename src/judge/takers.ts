/**
 * Who takes a course and with whom they may sit, derived from the contract alone ("Who takes a course", `grouping`). It shares nothing
 * with the solver's derivation on purpose: two readings of one text that must agree.
 */
import type { SchoolModel } from '../school/model.ts';
import type { Course, Student } from '../school/types.ts';

/** At home in one's homeroom's section, in the walking pool of that number, or nowhere (a fault of the school). */
export type Place = 'home' | 'nowhere' | number;

export interface CourseTakers {
  takers: Set<number>;
  /** by homeroom index */
  homeroomPlace: Place[];
  /** the place of students without a homeroom */
  loosePlace: Place;
  pools: number;
  /** homerooms given by size that take the course, always at home */
  unlisted: Set<number>;
}

const asList = (value: string | string[]): string[] => (typeof value === 'string' ? [value] : value);

const isChoiceSubject = (model: SchoolModel, grade: number, subject: string): boolean =>
  (model.choiceGroups[grade] ?? []).some((group) => group.from.includes(subject));

function meetsConditions(model: SchoolModel, courseIndex: number, course: Course, index: number): boolean {
  const student = model.school.students[index] as Student;
  const filled = model.courses[courseIndex];
  if (filled === undefined || model.studentGrade[index] !== filled.grade) return false;
  const chosen = model.studentChoices[index]?.has(filled.subject) ?? false;
  const wanted = course.for ?? 'all';
  if (wanted === 'listed') return false;
  if (wanted === 'chosen' && !chosen) return false;
  if (wanted === 'unchosen' && (chosen || !isChoiceSubject(model, filled.grade, course.subject))) return false;
  const states = (condition: string | string[] | undefined, value: string | undefined): boolean =>
    condition === undefined || (value !== undefined && asList(condition).includes(value));
  return (
    states(course.level, student.levels?.[course.subject]) &&
    states(course.track, student.track ?? 'general') &&
    states(course.gender, student.gender) &&
    states(course.homerooms, student.homeroom)
  );
}

/** `extra` overrides every condition, `exempt` removes; whoever is named in a given section takes its course. */
function takersOf(model: SchoolModel, courseIndex: number, course: Course): Set<number> {
  const { school } = model;
  const named = new Set(
    (school.sections ?? [])
      .filter((section) => section.course === course.id)
      .flatMap((section) => section.students ?? []),
  );
  const takers = new Set<number>();
  school.students.forEach((student, index) => {
    if (student.exempt?.includes(course.id)) return;
    const extra = student.extra?.includes(course.id) ?? false;
    if (extra || named.has(student.id) || meetsConditions(model, courseIndex, course, index)) takers.add(index);
  });
  return takers;
}

/** The choice subjects that every student of the homeroom has chosen, in file order of the subjects. */
function sharedChoices(model: SchoolModel, homeroom: number, grade: number): string[] {
  const students = model.homeroomStudents[homeroom] ?? [];
  return model.school.subjects
    .filter((subject, index) => {
      if (!isChoiceSubject(model, grade, subject.id)) return false;
      return students.every((student) => model.studentChoices[student]?.has(index));
    })
    .map((subject) => subject.id);
}

/**
 * Does the grade's walking mode let the homeroom keep this course? Only selective courses (選考: a choice subject, `for` chosen) walk by
 * mode; everything else stays at home when the whole homeroom takes it. `atHome` names the choice subjects kept; where it is absent, they
 * are those that the whole homeroom has chosen (whoever is exempt too), in file order: all of them, under 定二走一 the first two, under
 * 定一走二 the first one.
 */
function modeAllows(model: SchoolModel, course: Course, grade: number, homeroom: number): boolean {
  if (course.for !== 'chosen' || !isChoiceSubject(model, grade, course.subject)) return true;
  const atHome = model.school.homerooms[homeroom]?.atHome;
  if (atHome !== undefined) return atHome.includes(course.subject);
  const mode = model.school.grades[grade]?.walking ?? 'auto';
  const kept = { whole: Number.POSITIVE_INFINITY, auto: Number.POSITIVE_INFINITY, 'fix-two': 2, 'fix-one': 1, free: 0 };
  return sharedChoices(model, homeroom, grade).slice(0, kept[mode]).includes(course.subject);
}

function groupingOf(
  model: SchoolModel,
  course: Course,
  grade: number,
  takers: Set<number>,
): Omit<CourseTakers, 'takers' | 'unlisted'> {
  const grouping = course.grouping ?? 'auto';
  const { homerooms } = model.school;
  if (grouping === 'homeroom') return { homeroomPlace: homerooms.map(() => 'home'), loosePlace: 'nowhere', pools: 0 };
  if (grouping === 'walking') return { homeroomPlace: homerooms.map(() => 0), loosePlace: 0, pools: 1 };
  if (grouping !== 'auto') {
    const homeroomPlace = homerooms.map((homeroom): Place => {
      const pool = grouping.findIndex((ids) => ids.includes(homeroom.id));
      return pool < 0 ? 'nowhere' : pool;
    });
    return { homeroomPlace, loosePlace: 'nowhere', pools: grouping.length };
  }
  const homeroomPlace = homerooms.map((_, homeroom): Place => {
    const students = model.homeroomStudents[homeroom] ?? [];
    // One who is exempt does not send the rest of the class walking.
    const excused = (student: number): boolean => model.school.students[student]?.exempt?.includes(course.id) ?? false;
    const allTake = students.length > 0 && students.every((student) => takers.has(student) || excused(student));
    return allTake && modeAllows(model, course, grade, homeroom) ? 'home' : 0;
  });
  return { homeroomPlace, loosePlace: 0, pools: 1 };
}

/** A homeroom given by `size` takes the courses of its grade that ask nothing of a student. */
function unlistedOf(model: SchoolModel, course: Course): Set<number> {
  const { homerooms } = model.school;
  const asks = [course.level, course.track, course.gender].some((condition) => condition !== undefined);
  if (asks || (course.for ?? 'all') !== 'all') return new Set();
  const takes = homerooms.map(
    ({ id, grade, size }) =>
      size !== undefined &&
      grade === course.grade &&
      (course.homerooms === undefined || asList(course.homerooms).includes(id)),
  );
  return new Set([...homerooms.keys()].filter((homeroom) => takes[homeroom]));
}

/** By course index. */
export function deriveTakers(model: SchoolModel): CourseTakers[] {
  return model.school.courses.map((course, index) => {
    const takers = takersOf(model, index, course);
    const unlisted = unlistedOf(model, course);
    const grouping = groupingOf(model, course, model.courses[index]?.grade ?? -1, takers);
    const homeroomPlace = grouping.homeroomPlace.map((place, homeroom) => (unlisted.has(homeroom) ? 'home' : place));
    return { takers, ...grouping, homeroomPlace, unlisted };
  });
}

export function placeOf(model: SchoolModel, course: CourseTakers, student: number): Place {
  const homeroom = model.studentHomeroom[student] ?? -1;
  return homeroom < 0 ? course.loosePlace : (course.homeroomPlace[homeroom] ?? 'nowhere');
}
