/** School → section-plan problems, one per grade that walks. */
import type { GivenSection, PlanProblem, WalkingCourse } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import type { CourseUnits } from '../school/takers.ts';
import type { Line, Section } from '../school/types.ts';
import { boundSections, namedSections, poolOfGiven } from './bound-students.ts';
import { roomCap } from './room-sets.ts';

export interface GradePlan {
  grade: number;
  problem: PlanProblem;
  /** per plan course: the course and pool it stands for */
  pools: { course: number; pool: number }[];
  /** per type: its students, file order */
  members: number[][];
  /** per given section of the problem */
  given: Section[];
  /** per homeroom: open slots less the periods that all its students have at home; what a proof may count on */
  mostFree: Int32Array;
  /** ids of the lines that the school gives */
  lineIds: string[] | null;
}

/** Students who take the plan's course. */
export const takersOf = ({ problem }: GradePlan, course: number): number =>
  problem.types.reduce((sum, type) => sum + (type.courses.includes(course) ? type.count : 0), 0);

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

/** Selectors by which a rule looks at some sections of a course only. */
const PART_SELECTORS = ['homerooms', 'sections', 'students', 'teachers', 'rooms'] as const;

/** Most students of any walking section of the course by rules on class sizes (size.band) that must hold. */
function largestInBand(model: SchoolModel, course: number): number {
  const stated = model.school.courses[course];
  const limits = model.rules.flatMap(({ type, strength, rule }) => {
    const looks =
      type === 'size.band' &&
      strength === 'must' &&
      rule.grouping !== 'homeroom' &&
      PART_SELECTORS.every((key) => rule[key] === undefined) &&
      (rule.courses?.includes(stated?.id ?? '') ?? true) &&
      (rule.subjects?.includes(stated?.subject ?? '') ?? true) &&
      (rule.grades?.includes(stated?.grade ?? '') ?? true);
    return looks ? [(model.courses[course]?.size.target ?? 50) + Number(rule['tolerance'])] : [];
  });
  return Math.min(Infinity, ...limits);
}

/**
 * Most students of a walking section that the solver forms: size.max, what the rooms of each kind it needs can hold, and what a must
 * on class sizes allows.
 */
export const walkingCap = (model: SchoolModel, course: number): number =>
  Math.max(
    1,
    Math.min(model.courses[course]?.size.max ?? 50, largestRoom(model, course), largestInBand(model, course)),
  );

/** Periods that the students of each homeroom have at home: of the busiest student and of the least busy. */
interface HomePeriods {
  most: Int32Array;
  least: Int32Array;
}

function homePeriods(model: SchoolModel, units: CourseUnits[]): HomePeriods {
  const perStudent = new Int32Array(model.school.students.length);
  for (const unit of units) {
    const periods = model.courses[unit.course]?.periods ?? 0;
    for (const home of unit.homes) {
      for (const student of home.takers) perStudent[student] = (perStudent[student] ?? 0) + periods;
    }
  }
  const each = (pick: (...periods: number[]) => number): Int32Array =>
    Int32Array.from(model.homeroomStudents, (students) =>
      students.length > 0 ? pick(...students.map((student) => perStudent[student] ?? 0)) : 0,
    );
  return { most: each(Math.max), least: each(Math.min) };
}

interface WalkingPool {
  course: number;
  pool: number;
  takers: number[];
}

/** Which plan course a given section belongs to; −1: none of this grade's. */
function planCourseOf(model: SchoolModel, units: CourseUnits[], pools: WalkingPool[], section: Section): number {
  const course = model.courseOf.get(section.course) ?? -1;
  const pool = poolOfGiven(model, units, section);
  return pools.findIndex((it) => it.course === course && it.pool === pool);
}

/** Plan courses, and the teacher groups they draw on: courses with the same candidates share one. */
function planCourses(
  model: SchoolModel,
  pools: WalkingPool[],
  givenOf: (planCourse: number) => number,
): Pick<PlanProblem, 'courses' | 'teacherGroups'> {
  const groups = new Map<string, number>();
  const teacherGroups: PlanProblem['teacherGroups'] = [];
  const groupOf = (candidates: number[]): number => {
    const key = candidates.join(' ');
    const group = groups.get(key) ?? teacherGroups.length;
    if (group === teacherGroups.length) teacherGroups.push({ teachers: candidates.length });
    groups.set(key, group);
    return group;
  };
  const courses = pools.map(({ course, takers }, index): WalkingCourse => {
    const filled = model.courses[course];
    const asked = model.school.courses[course]?.sections;
    const cap = Math.min(walkingCap(model, course), takers.length);
    return {
      periods: filled?.periods ?? 0,
      cap: Math.max(1, cap),
      fixedSections: typeof asked === 'number' ? asked : asked === 'given' ? givenOf(index) : -1,
      teacherGroup: Array.isArray(filled?.teachers) ? groupOf(filled.teachers) : -1,
      family: Array.isArray(model.school.courses[course]?.grouping) ? 1 : 0,
      needsRoom: (filled?.lessons ?? []).some((lesson) => lesson.roomKind === CLASSROOM),
    };
  });
  return { courses, teacherGroups };
}

interface TypeMembers {
  homeroom: number;
  /** plan courses, ascending */
  courses: number[];
  /** per course, the section that holds these students */
  bound: (Section | undefined)[];
  /** students, file order */
  members: number[];
}

/** Students by homeroom, walking courses and the sections that hold them: within a type nobody need be told apart. */
function studentTypes(model: SchoolModel, pools: WalkingPool[]): TypeMembers[] {
  const bound = boundSections(model, pools);
  const walks = new Map<number, number[]>();
  pools.forEach(({ takers }, index) => {
    for (const student of takers) {
      const list = walks.get(student);
      if (list) list.push(index);
      else walks.set(student, [index]);
    }
  });
  const types = new Map<string, TypeMembers>();
  for (const student of [...walks.keys()].sort((a, b) => a - b)) {
    const courses = walks.get(student) ?? [];
    const held = courses.map((index) => bound.get(pools[index]?.course ?? -1)?.get(student));
    const homeroom = model.studentHomeroom[student] ?? -1;
    const key = `${homeroom}|${courses.join(' ')}|${held.map((section) => section?.id ?? '').join(' ')}`;
    const type = types.get(key);
    if (type) type.members.push(student);
    else types.set(key, { homeroom, courses, bound: held, members: [student] });
  }
  return [...types.values()];
}

function gradePlan(model: SchoolModel, units: CourseUnits[], grade: number, home: HomePeriods): GradePlan | null {
  const { school } = model;
  const pools = units.flatMap((unit): WalkingPool[] =>
    model.courses[unit.course]?.grade === grade
      ? unit.pools.map((pool) => ({ course: unit.course, pool: pool.index, takers: pool.takers }))
      : [],
  );
  if (pools.length === 0) return null;
  const given = namedSections(model).filter((section) => planCourseOf(model, units, pools, section) >= 0);
  const planCourse = given.map((section) => planCourseOf(model, units, pools, section));
  const { courses, teacherGroups } = planCourses(model, pools, (c) => planCourse.filter((it) => it === c).length);
  const types = studentTypes(model, pools);
  const lines = linesOf(model, grade);
  const lineIds = lines?.map((line) => line.id) ?? null;
  const openSlots = (model.gradeOpen[grade] ?? new Uint8Array()).reduce((sum, open) => sum + open, 0);
  const teacherIds = [...new Set(given.flatMap((section) => section.teachers?.[0] ?? []))];
  return {
    grade,
    pools: pools.map(({ course, pool }) => ({ course, pool })),
    members: types.map((type) => type.members),
    given,
    mostFree: Int32Array.from(home.least, (periods) => openSlots - periods),
    lineIds,
    problem: {
      key: `sections:${school.grades[grade]?.id ?? grade}`,
      courses,
      types: types.map((type) => ({ homeroom: type.homeroom, courses: type.courses, count: type.members.length })),
      homeroomFree: Int32Array.from(home.most, (periods) => openSlots - periods),
      teacherGroups,
      roomCaps: classroomCaps(model, grade),
      lines:
        lines?.map((line) => ({
          courses: line.courses
            ? pools.flatMap((it, c) => (line.courses?.includes(school.courses[it.course]?.id ?? '') ? [c] : []))
            : null,
        })) ?? null,
      given: given.map((section, index): GivenSection => {
        const course = planCourse[index] ?? -1;
        const fixed = Int32Array.from(types, (type) => (type.bound.includes(section) ? type.members.length : 0));
        const room = section.room === undefined ? undefined : model.roomOf.get(section.room);
        return {
          course,
          teacher: teacherIds.indexOf(section.teachers?.[0] ?? ''),
          line: lineIds?.indexOf(section.line ?? '') ?? -1,
          fixed: fixed.some((n) => n > 0) ? fixed : null,
          closed: section.students !== undefined || section.homerooms !== undefined,
          cap: Math.min(courses[course]?.cap ?? 0, room === undefined ? Infinity : roomCap(model, room)),
        };
      }),
    },
  };
}

/** One problem per grade with walking courses, in grade order. */
export function planProblems(model: SchoolModel, units: CourseUnits[]): GradePlan[] {
  const home = homePeriods(model, units);
  return model.school.grades.flatMap((_, grade) => gradePlan(model, units, grade, home) ?? []);
}
