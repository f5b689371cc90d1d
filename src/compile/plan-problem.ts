/** School → section-plan problems, one per grade that walks, and the way back from flows of types to sections with students. */
import type { GivenSection, PlanProblem, SectionPlan, WalkingCourse } from '../../solver/index.ts';
import { studentSchedules } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import type { CourseUnits } from '../school/takers.ts';
import type { Line, Section } from '../school/types.ts';
import { roomCap } from './room-sets.ts';
import { givenSectionsOf, type CompiledSection } from './sections.ts';

export interface GradePlan {
  grade: number;
  problem: PlanProblem;
  /** per plan course: the course and pool it stands for */
  pools: { course: number; pool: number }[];
  /** per type: its students, file order */
  members: number[][];
  /** per given section of the problem */
  given: Section[];
  /** ids of the lines that the school gives */
  lineIds: string[] | null;
}

const CLASSROOM = 'classroom';

export function linesOf(model: SchoolModel, grade: number): Line[] | null {
  const lines = model.school.grades[grade]?.lines;
  if (lines === undefined) return null;
  return typeof lines === 'number' ? Array.from({ length: lines }, (_, i) => ({ id: String(i + 1) })) : lines;
}

/** Seats of the classrooms that the grade can use at once: its own homerooms' and those that are no homeroom's own, descending. */
function classroomCaps(model: SchoolModel, grade: number): number[] {
  const gradeId = model.school.grades[grade]?.id;
  const othersOwn = new Set(
    model.school.homerooms.flatMap((home) => (home.grade === gradeId ? [] : (home.room ?? []))),
  );
  return model.school.rooms
    .flatMap((room, index) => (room.kind === CLASSROOM && !othersOwn.has(room.id) ? [roomCap(model, index)] : []))
    .sort((a, b) => b - a);
}

/** The largest section that every kind of room the course needs can hold. */
function largestRoom(model: SchoolModel, course: number): number {
  const caps = (model.courses[course]?.lessons ?? []).map((lesson) => {
    if (lesson.roomKind === 'none') return Infinity;
    if (lesson.room !== undefined) return roomCap(model, lesson.room);
    return Math.max(
      0,
      ...model.school.rooms.flatMap((room, index) => (room.kind === lesson.roomKind ? [roomCap(model, index)] : [])),
    );
  });
  return Math.min(Infinity, ...caps);
}

const named = new WeakMap<SchoolModel, Section[]>();

/** The school's sections, and those of the solver's making that a lock on a student names (`course/1`). */
function namedSections(model: SchoolModel): Section[] {
  const known = named.get(model);
  if (known) return known;
  const sections = [...(model.school.sections ?? [])];
  for (const { student, section: id } of model.school.locks ?? []) {
    if (student === undefined || typeof id !== 'string' || sections.some((section) => section.id === id)) continue;
    const course = id.slice(0, id.lastIndexOf('/'));
    if (model.courseOf.has(course)) sections.push({ id, course });
  }
  named.set(model, sections);
  return sections;
}

/** The section each student is held in by a lock or by a given section's list, by plan course. */
function boundSections(model: SchoolModel): Map<number, Map<number, Section>> {
  const bound = new Map<number, Map<number, Section>>();
  const hold = (student: number | undefined, section: Section | undefined): void => {
    const course = section && model.courseOf.get(section.course);
    if (student === undefined || section === undefined || course === undefined) return;
    const ofCourse = bound.get(course) ?? new Map<number, Section>();
    bound.set(course, ofCourse.set(student, section));
  };
  for (const section of model.school.sections ?? []) {
    for (const id of section.students ?? []) hold(model.studentOf.get(id), section);
  }
  for (const lock of model.school.locks ?? []) {
    if (lock.student === undefined) continue;
    hold(
      model.studentOf.get(lock.student),
      namedSections(model).find((section) => section.id === lock.section),
    );
  }
  return bound;
}

/** Periods that each homeroom's students have at home, at most. */
function homePeriods(model: SchoolModel, units: CourseUnits[]): Int32Array {
  const perStudent = new Int32Array(model.school.students.length);
  for (const unit of units) {
    for (const home of unit.homes) {
      for (const student of home.takers)
        perStudent[student] = (perStudent[student] ?? 0) + (model.courses[unit.course]?.periods ?? 0);
    }
  }
  return Int32Array.from(model.homeroomStudents, (students) => Math.max(0, ...students.map((s) => perStudent[s] ?? 0)));
}

function gradePlan(model: SchoolModel, units: CourseUnits[], grade: number, home: Int32Array): GradePlan | null {
  const { school } = model;
  const pools = units.flatMap((unit) =>
    model.courses[unit.course]?.grade === grade
      ? unit.pools.map((pool) => ({ course: unit.course, pool: pool.index, takers: pool.takers }))
      : [],
  );
  if (pools.length === 0) return null;
  const lines = linesOf(model, grade);
  const groups = new Map<string, number>();
  const teacherGroups: PlanProblem['teacherGroups'] = [];
  const courses = pools.map(({ course, pool, takers }): WalkingCourse => {
    const filled = model.courses[course];
    const candidates = filled?.teachers;
    let teacherGroup = -1;
    if (Array.isArray(candidates)) {
      const key = candidates.join(' ');
      teacherGroup = groups.get(key) ?? -1;
      if (teacherGroup < 0) {
        teacherGroup = teacherGroups.length;
        groups.set(key, teacherGroup);
        teacherGroups.push({ teachers: candidates.length });
      }
    }
    const asked = school.courses[course]?.sections;
    const given = givenSectionsOf(model, course, -1).filter((section) => poolOfGiven(model, units, section) === pool);
    return {
      periods: filled?.periods ?? 0,
      cap: Math.max(1, Math.min(filled?.size.max ?? 50, largestRoom(model, course), takers.length)),
      fixedSections: typeof asked === 'number' ? asked : asked === 'given' ? given.length : -1,
      teacherGroup,
      needsRoom: (filled?.lessons ?? []).some((lesson) => lesson.roomKind === CLASSROOM),
    };
  });
  const given = namedSections(model).filter((section) => {
    const course = model.courseOf.get(section.course) ?? -1;
    const pool = poolOfGiven(model, units, section);
    return pools.some((it) => it.course === course && it.pool === pool);
  });
  const bound = boundSections(model);
  const types = new Map<
    string,
    { homeroom: number; courses: number[]; bound: (Section | undefined)[]; members: number[] }
  >();
  const walks = new Map<number, number[]>();
  pools.forEach(({ takers }, index) => {
    for (const student of takers) {
      const list = walks.get(student);
      if (list) list.push(index);
      else walks.set(student, [index]);
    }
  });
  for (const student of [...walks.keys()].sort((a, b) => a - b)) {
    const taken = walks.get(student) ?? [];
    const held = taken.map((index) => bound.get(pools[index]?.course ?? -1)?.get(student));
    const homeroom = model.studentHomeroom[student] ?? -1;
    const key = `${homeroom}|${taken.join(' ')}|${held.map((section) => section?.id ?? '').join(' ')}`;
    const type = types.get(key);
    if (type) type.members.push(student);
    else types.set(key, { homeroom, courses: taken, bound: held, members: [student] });
  }
  const list = [...types.values()];
  const openSlots = (model.gradeOpen[grade] ?? new Uint8Array()).reduce((sum, open) => sum + open, 0);
  const teacherKeys = new Map<string, number>();
  const lineIds = lines?.map((line) => line.id) ?? null;
  const courseIndex = (section: Section): number => {
    const course = model.courseOf.get(section.course) ?? -1;
    const pool = poolOfGiven(model, units, section);
    return pools.findIndex((it) => it.course === course && it.pool === pool);
  };
  return {
    grade,
    pools: pools.map(({ course, pool }) => ({ course, pool })),
    members: list.map((type) => type.members),
    given,
    lineIds,
    problem: {
      key: `sections:${school.grades[grade]?.id ?? grade}`,
      courses,
      types: list.map((type) => ({ homeroom: type.homeroom, courses: type.courses, count: type.members.length })),
      homeroomFree: Int32Array.from(home, (periods) => openSlots - periods),
      teacherGroups,
      roomCaps: classroomCaps(model, grade),
      lines:
        lines?.map((line) => ({
          courses: line.courses
            ? pools.flatMap((it, index) => (line.courses?.includes(school.courses[it.course]?.id ?? '') ? [index] : []))
            : null,
        })) ?? null,
      given: given.map((section): GivenSection => {
        const course = courseIndex(section);
        const teacher = section.teachers?.[0];
        if (teacher !== undefined && !teacherKeys.has(teacher)) teacherKeys.set(teacher, teacherKeys.size);
        const fixed = Int32Array.from(list, (type) => (type.bound.includes(section) ? type.members.length : 0));
        const room = section.room === undefined ? undefined : model.roomOf.get(section.room);
        return {
          course,
          teacher: teacher === undefined ? -1 : (teacherKeys.get(teacher) ?? -1),
          line: section.line === undefined ? -1 : (lineIds?.indexOf(section.line) ?? -1),
          fixed: fixed.some((n) => n > 0) ? fixed : null,
          closed: section.students !== undefined,
          cap: Math.min(courses[course]?.cap ?? 0, room === undefined ? Infinity : roomCap(model, room)),
        };
      }),
    },
  };
}

/** The pool that a given walking section belongs to: that of its first student or homeroom, else the first; −1: a home section. */
export function poolOfGiven(model: SchoolModel, units: CourseUnits[], section: Section): number {
  const course = model.courseOf.get(section.course) ?? -1;
  const unit = units[course];
  if (!unit) return -1;
  const named = (section.homerooms ?? []).map((id) => model.homeroomOf.get(id) ?? -1);
  if (named.length === 1 && unit.homes.some((home) => home.homeroom === named[0])) return -1;
  const student = model.studentOf.get(section.students?.[0] ?? '');
  const byStudent = unit.pools.find((pool) => student !== undefined && pool.takers.includes(student));
  const byHome = unit.pools.find((pool) => pool.takers.some((s) => named.includes(model.studentHomeroom[s] ?? -1)));
  return (byStudent ?? byHome ?? unit.pools[0])?.index ?? -1;
}

/** One problem per grade with walking courses, in grade order. */
export function planProblems(model: SchoolModel, units: CourseUnits[]): GradePlan[] {
  const home = homePeriods(model, units);
  return model.school.grades.flatMap((_, grade) => gradePlan(model, units, grade, home) ?? []);
}

/** The plan's sections with their students, and the student–course pairs that found no seat. */
export function plannedSections(
  model: SchoolModel,
  grade: GradePlan,
  plan: SectionPlan,
): { sections: CompiledSection[]; unserved: { student: number; course: number }[] } {
  const numberOf = new Map<number, number>();
  const taken = new Set(grade.given.map((section) => section.id));
  const sections = plan.sections.map((section): CompiledSection => {
    const { course, pool } = grade.pools[section.course] ?? { course: -1, pool: -1 };
    const given = grade.given[section.given];
    const courseId = model.school.courses[course]?.id ?? '';
    let number = (numberOf.get(course) ?? 0) + (given ? 0 : 1);
    while (!given && taken.has(`${courseId}/${number}`)) number++;
    numberOf.set(course, number);
    const lineId = grade.lineIds?.[section.line];
    return {
      id: given?.id ?? `${courseId}/${number}`,
      course,
      homeroom: -1,
      pool,
      students: [],
      line: section.line,
      ...(lineId === undefined ? {} : { lineId }),
      ...(given ? { given } : {}),
    };
  });
  const unserved: { student: number; course: number }[] = [];
  studentSchedules(grade.problem, plan).forEach((schedules, t) => {
    const taken = grade.problem.types[t]?.courses ?? [];
    (grade.members[t] ?? []).forEach((student, index) => {
      taken.forEach((course, k) => {
        const section = schedules[index * taken.length + k] ?? -1;
        if (section >= 0) sections[section]?.students.push(student);
        else unserved.push({ student, course: grade.pools[course]?.course ?? -1 });
      });
    });
  });
  for (const section of sections) section.students.sort((a, b) => a - b);
  return { sections, unserved };
}
