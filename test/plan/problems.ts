/** Small planning problems, and a count of what a plan does. */
import type { PlanProblem, SectionPlan, WalkingCourse } from '../../solver/plan/types.ts';

export const course = (wish: Partial<WalkingCourse> = {}): WalkingCourse => ({
  periods: 4,
  cap: 50,
  fixedSections: -1,
  teacherGroup: -1,
  needsRoom: true,
  ...wish,
});

export const problem = (wish: Partial<PlanProblem>): PlanProblem => ({
  key: 'test',
  courses: [],
  types: [],
  homeroomFree: new Int32Array(0),
  teacherGroups: [],
  roomCaps: [],
  lines: null,
  given: [],
  ...wish,
});

/** Two of 化学 生物 政治 地理 (0–3) for so many students each: 化生 化政 化地 生政 生地 政地. */
export const twoOfFour = (numbers: readonly number[], homeroom = -1): PlanProblem['types'] =>
  [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ].map((courses, k) => ({ homeroom, courses, count: numbers[k] ?? 0 }));

export function sizes(plan: SectionPlan): number[] {
  const width = plan.sections.length;
  return plan.sections.map((_, s) => plan.flow.filter((_, at) => at % width === s).reduce((sum, n) => sum + n, 0));
}

/** Homeroom parts beyond one per section. */
export function tornApart(asked: PlanProblem, plan: SectionPlan): number {
  const width = plan.sections.length;
  return plan.sections.reduce((sum, _, s) => {
    const here = new Set(
      asked.types.filter((_, t) => (plan.flow[t * width + s] ?? 0) > 0).map((type) => type.homeroom),
    );
    return sum + Math.max(0, here.size - 1);
  }, 0);
}

/** Everything that a plan with a seat for everybody must keep; each fault is a sentence. */
export function faultsOf(asked: PlanProblem, plan: SectionPlan): string[] {
  const faults: string[] = [];
  const width = plan.sections.length;
  for (const [t, type] of asked.types.entries()) {
    for (const [c] of asked.courses.entries()) {
      const seats = plan.sections.reduce(
        (sum, s, at) => sum + (s.course === c ? (plan.flow[t * width + at] ?? 0) : 0),
        0,
      );
      const wanted = type.courses.includes(c) ? type.count : 0;
      if (seats !== wanted) faults.push(`type ${t} has ${seats} seats in course ${c} instead of ${wanted}`);
    }
    for (const line of plan.lines.keys()) {
      const here = plan.sections.reduce(
        (sum, s, at) => sum + (s.line === line ? (plan.flow[t * width + at] ?? 0) : 0),
        0,
      );
      if (here > type.count) faults.push(`type ${t} is ${here} times in line ${line}`);
    }
  }
  for (const [s, size] of sizes(plan).entries()) {
    const cap = plan.sections[s]?.cap ?? 0;
    if (size > cap) faults.push(`section ${s} has ${size} students, cap ${cap}`);
  }
  for (const line of plan.lines.keys()) {
    const here = plan.sections.filter((section) => section.line === line);
    for (const [group, { teachers }] of asked.teacherGroups.entries()) {
      const parallel = here.filter((section) => asked.courses[section.course]?.teacherGroup === group).length;
      if (parallel > teachers) faults.push(`line ${line} needs ${parallel} teachers of group ${group}`);
    }
    const rooms = here.filter((section) => asked.courses[section.course]?.needsRoom).length;
    if (asked.roomCaps.length > 0 && rooms > asked.roomCaps.length) faults.push(`line ${line} needs ${rooms} rooms`);
    const teachers = here.map((section) => asked.given[section.given]?.teacher ?? -1).filter((teacher) => teacher >= 0);
    if (new Set(teachers).size < teachers.length) faults.push(`a teacher is twice in line ${line}`);
  }
  return faults;
}
