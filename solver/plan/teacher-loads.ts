/** What teachers have while a plan gives them sections, and what it costs. */
import type { SectionClass } from './teacher-classes.ts';
import type { PlannedTeacher, TeacherProblem } from './types.ts';

/** Costs, each far above what all lower ones can add up to in a component of usual size. */
export const SHORT = 100_000;
export const BELOW_MIN = 1_000;
export const OFF_TARGET = 10;
export const MORE_COURSES = 4;
export const USUAL_COURSES = 2;

export const mostPeriods = (problem: TeacherProblem, teacher: number): number =>
  Math.min(problem.teachers[teacher].max, problem.teachers[teacher].availableSlots);

export interface Loads {
  load: Int32Array;
  /** sections of a teacher at a time, by `teacher|time` */
  atTime: Map<string, number>;
  /** sections of a teacher per course, by `teacher|course` */
  ofCourse: Map<string, number>;
  courses: Int32Array;
}

export function newLoads(problem: TeacherProblem): Loads {
  const teachers = problem.teachers.length;
  return { load: new Int32Array(teachers), atTime: new Map(), ofCourse: new Map(), courses: new Int32Array(teachers) };
}

export function count(loads: Loads, group: SectionClass, teacher: number, by: 1 | -1): void {
  loads.load[teacher] += by * group.periods;
  for (const time of group.times) {
    const key = `${teacher}|${time}`;
    loads.atTime.set(key, (loads.atTime.get(key) ?? 0) + by);
  }
  const course = `${teacher}|${group.course}`;
  const before = loads.ofCourse.get(course) ?? 0;
  loads.ofCourse.set(course, before + by);
  if (before === 0) loads.courses[teacher]++;
  if (before + by === 0) loads.courses[teacher]--;
}

export function mayTake(problem: TeacherProblem, loads: Loads, group: SectionClass, teacher: number): boolean {
  if (loads.load[teacher] + group.periods > mostPeriods(problem, teacher)) return false;
  return group.times.every((time) => (loads.atTime.get(`${teacher}|${time}`) ?? 0) === 0);
}

export function priceOfLoad({ min, target }: PlannedTeacher, load: number, courses: number): number {
  const offTarget = target >= 0 ? Math.abs(load - target) : 0;
  const more = Math.max(0, courses - USUAL_COURSES);
  return Math.max(0, min - load) * BELOW_MIN + offTarget * OFF_TARGET + more * MORE_COURSES;
}

/** What it costs that another teacher than that of the earlier week has a section. */
export const changePrice = ({ changeCost }: TeacherProblem, { earlier }: SectionClass, teacher: number): number =>
  earlier >= 0 && teacher >= 0 && earlier !== teacher ? changeCost : 0;

/** What one teacher's load costs. */
export const teacherCost = (problem: TeacherProblem, loads: Loads, teacher: number): number =>
  priceOfLoad(problem.teachers[teacher], loads.load[teacher], loads.courses[teacher]);
