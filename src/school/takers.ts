/** Who takes what, and how the takers of a course are grouped: homeroom sections and walking pools. */
import type { ReportFault } from './fault.ts';
import type { SchoolModel } from './model.ts';
import type { Course } from './types.ts';

/** One walking pool of a course: its sections are formed from these takers. */
export interface Pool {
  /** index among the course's pools */
  index: number;
  takers: number[];
}

export interface CourseUnits {
  course: number;
  /** student indexes, file order */
  takers: number[];
  /** one section each */
  homes: { homeroom: number; takers: number[] }[];
  pools: Pool[];
}

const asList = (value: string | string[] | undefined): string[] | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? [value] : value;

/** How many chosen subjects a homeroom may keep at home under each walking mode. */
const KEPT_AT_HOME = { whole: 99, 'fix-two': 2, 'fix-one': 1, free: 0, auto: 99 } as const;

/** Whether a student meets the conditions of the course; they are read once for all students. */
function conditionsOf(model: SchoolModel, course: Course, report: ReportFault): (student: number) => boolean {
  if (course.for === 'listed') return () => false;
  const { students } = model.school;
  const grade = model.gradeOf.get(course.grade);
  const subject = model.subjectOf.get(course.subject) ?? -1;
  const [homerooms, tracks, genders, levels] = [course.homerooms, course.track, course.gender, course.level].map(
    asList,
  );
  return (student) => {
    const person = students[student];
    if (!person || model.studentGrade[student] !== grade) return false;
    const chosen = model.studentChoices[student]?.has(subject) ?? false;
    if (course.for === 'chosen' && !chosen) return false;
    if (course.for === 'unchosen' && chosen) return false;
    if (homerooms && !homerooms.includes(person.homeroom ?? '')) return false;
    if (tracks && !tracks.includes(person.track ?? 'general')) return false;
    if (genders && !genders.includes(person.gender ?? '')) return false;
    if (!levels) return true;
    const level = person.levels?.[course.subject];
    if (level === undefined) {
      report('student.level-missing', `students[${student}].levels`, person.id, {
        student: person.id,
        course: course.id,
        subject: course.subject,
      });
      return false;
    }
    return levels.includes(level);
  };
}

/** Takers by course, file order: conditions, then `extra`, `exempt` and the students named in given sections. */
export function takersByCourse(model: SchoolModel, report: ReportFault = () => {}): number[][] {
  const { school } = model;
  const named: Set<number>[] = school.courses.map(() => new Set());
  const nameIn = (course: string, student: number | undefined): void => {
    if (student !== undefined) named[model.courseOf.get(course) ?? -1]?.add(student);
  };
  for (const { course, students } of school.sections ?? []) {
    for (const id of students ?? []) nameIn(course, model.studentOf.get(id));
  }
  const byGrade: number[][] = school.grades.map(() => []);
  for (const [s, { extra }] of school.students.entries()) {
    byGrade[model.studentGrade[s] ?? -1]?.push(s);
    for (const id of extra ?? []) nameIn(id, s);
  }
  return school.courses.map((course, index) => {
    const meetsConditions = conditionsOf(model, course, report);
    const own = named[index] ?? new Set();
    const inGrade = byGrade[model.gradeOf.get(course.grade) ?? -1] ?? [];
    const asked = own.size === 0 ? inGrade : [...new Set([...inGrade, ...own])].sort((a, b) => a - b);
    return asked.filter((s) => !school.students[s]?.exempt?.includes(course.id) && (own.has(s) || meetsConditions(s)));
  });
}

/**
 * The chosen subjects that each homeroom keeps at home under `auto`: its `atHome`, else those that all its students chose, in file
 * order of the subjects, as many as the grade's walking mode allows.
 */
function keptAtHome(model: SchoolModel, homeroom: number): Set<number> {
  const { school } = model;
  const room = school.homerooms[homeroom];
  const grade = room ? (model.gradeOf.get(room.grade) ?? -1) : -1;
  if (room?.atHome) return new Set(room.atHome.flatMap((id) => model.subjectOf.get(id) ?? []));
  const students = model.homeroomStudents[homeroom] ?? [];
  const common = school.subjects.flatMap((subject, index) =>
    isElective(model, grade, subject.id) && students.every((s) => model.studentChoices[s]?.has(index)) ? [index] : [],
  );
  return new Set(common.slice(0, KEPT_AT_HOME[school.grades[grade]?.walking ?? 'auto']));
}

const isElective = (model: SchoolModel, grade: number, subject: string): boolean =>
  (model.choiceGroups[grade] ?? []).some((group) => group.from.includes(subject));

/**
 * Whether a course with grouping auto stays at home in a homeroom whose takers are `takes`: all of its students take it (the exempt
 * aside), and where it is a chosen elective (选考) the walking mode lets the homeroom keep the subject.
 */
function staysHome(
  model: SchoolModel,
  course: Course,
  kept: Set<number>,
  homeroom: number,
  takes: Set<number>,
): boolean {
  const students = (model.homeroomStudents[homeroom] ?? []).filter(
    (s) => !model.school.students[s]?.exempt?.includes(course.id),
  );
  if (!students.every((s) => takes.has(s))) return false;
  const walks = course.for === 'chosen' && isElective(model, model.gradeOf.get(course.grade) ?? -1, course.subject);
  return !walks || kept.has(model.subjectOf.get(course.subject) ?? -1);
}

/** Homerooms given by size alone take every course of their grade that states no condition of its own on students. */
function homesBySize(model: SchoolModel, course: Course): number[] {
  const free = (course.for ?? 'all') === 'all' && !course.level && !course.track && !course.gender;
  if (!free) return [];
  const named = asList(course.homerooms);
  return model.school.homerooms.flatMap(({ id, grade, size }, index) =>
    size !== undefined && grade === course.grade && (named?.includes(id) ?? true) ? [index] : [],
  );
}

const known = new WeakMap<SchoolModel, CourseUnits[]>();

/** What `courseUnits` would say of the model, where that is known already. */
export const rememberUnits = (model: SchoolModel, units: CourseUnits[]): void => void known.set(model, units);

/** What `courseUnits` has said of the model, if it was asked. */
export const knownUnits = (model: SchoolModel): CourseUnits[] | undefined => known.get(model);

/** Per course, its takers and how they are grouped; homerooms given by size have a home without takers in the list. */
export function courseUnits(model: SchoolModel, report?: ReportFault): CourseUnits[] {
  // Whoever wants the faults told has them told again.
  if (report) return unitsOf(model, report);
  const units = known.get(model) ?? unitsOf(model, () => {});
  known.set(model, units);
  return units;
}

function unitsOf(model: SchoolModel, report: ReportFault): CourseUnits[] {
  return listedUnits(model, report).map((unit) => {
    const bySize = homesBySize(model, model.school.courses[unit.course] as Course);
    if (bySize.length === 0) return unit;
    const homes = [...unit.homes, ...bySize.map((homeroom) => ({ homeroom, takers: [] }))];
    return { ...unit, homes: homes.sort((a, b) => a.homeroom - b.homeroom) };
  });
}

function listedUnits(model: SchoolModel, report: ReportFault): CourseUnits[] {
  const { school } = model;
  const kept = school.homerooms.map((_, homeroom) => keptAtHome(model, homeroom));
  return takersByCourse(model, report).map((takers, c) => {
    const course = school.courses[c] as Course;
    const grouping = course.grouping ?? 'auto';
    const homes: CourseUnits['homes'] = [];
    const walkers: number[] = [];
    if (grouping === 'homeroom' || grouping === 'auto') {
      const byHomeroom = new Map<number, number[]>();
      for (const student of takers) {
        const homeroom = model.studentHomeroom[student] ?? -1;
        const list = byHomeroom.get(homeroom);
        if (list) list.push(student);
        else byHomeroom.set(homeroom, [student]);
      }
      for (const homeroom of [...byHomeroom.keys()].sort((a, b) => a - b)) {
        const members = byHomeroom.get(homeroom) ?? [];
        const home =
          homeroom >= 0 &&
          (grouping === 'homeroom' ||
            staysHome(model, course, kept[homeroom] ?? new Set(), homeroom, new Set(members)));
        if (home) homes.push({ homeroom, takers: members });
        else if (grouping === 'homeroom') {
          for (const student of members) {
            const id = school.students[student]?.id ?? '';
            report('course.taker-without-homeroom', `courses[${c}].grouping`, grouping, {
              student: id,
              course: course.id,
            });
          }
        } else walkers.push(...members);
      }
      walkers.sort((a, b) => a - b);
      return { course: c, takers, homes, pools: walkers.length > 0 ? [{ index: 0, takers: walkers }] : [] };
    }
    if (grouping === 'walking') {
      return { course: c, takers, homes, pools: takers.length > 0 ? [{ index: 0, takers }] : [] };
    }
    const pools = grouping.map((ids, index): Pool => {
      const members = new Set(ids.map((id) => model.homeroomOf.get(id)));
      return { index, takers: takers.filter((s) => members.has(model.studentHomeroom[s])) };
    });
    const pooled = new Set(pools.flatMap((pool) => pool.takers));
    for (const student of takers) {
      if (!pooled.has(student)) {
        const id = school.students[student]?.id ?? '';
        report('course.taker-outside-pools', `courses[${c}].grouping`, id, { student: id, course: course.id });
      }
    }
    return { course: c, takers, homes, pools: pools.filter((pool) => pool.takers.length > 0) };
  });
}
