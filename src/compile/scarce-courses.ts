/** Where teachers have too few periods: sections of their courses must be fewer, and fewer at once. */
import type { SchoolModel } from '../school/model.ts';
import { loadUnit, type CompiledRole } from './roles.ts';
import type { GradePlan } from './plan-problem.ts';
import type { CompiledSection } from './sections.ts';

/** What a section of a scarce course counts, for each period: as many sections of other courses may be spent to save it. */
const PRICE_PER_PERIOD = 10;

export interface Staffing {
  sections: readonly CompiledSection[];
  roles: readonly CompiledRole[];
  /** [roles] teacher, −1: nobody */
  roleTeacher: Int32Array;
}

/** Workload over load.max of each teacher. */
function overloads(model: SchoolModel, { roles, roleTeacher }: Staffing): number[] {
  const most = loadUnit(model) * model.grid.weeks;
  const load = model.school.teachers.map(() => 0);
  roles.forEach(({ workload }, role) => {
    const teacher = roleTeacher[role] ?? -1;
    if (teacher >= 0) load[teacher] = (load[teacher] ?? 0) + workload;
  });
  return model.school.teachers.map((teacher, index) => Math.max(0, (load[index] ?? 0) - teacher.load.max * most));
}

const isOpen = ({ candidates }: CompiledRole, teacher: number): boolean => candidates.length > 0 && teacher < 0;

/** Workload that nobody takes, or that somebody takes beyond what (s)he may. */
export function lackingWorkload(model: SchoolModel, staffing: Staffing): number {
  const open = staffing.roles.filter((role, index) => isOpen(role, staffing.roleTeacher[index] ?? -1));
  return [...open.map(({ workload }) => workload), ...overloads(model, staffing)].reduce((sum, n) => sum + n, 0);
}

/** Courses that draw, directly or by colleagues in common, on teachers of whom too much is asked. */
export function scarceCourses(model: SchoolModel, staffing: Staffing): Set<number> {
  const { sections, roles, roleTeacher } = staffing;
  const teachers = new Set(overloads(model, staffing).flatMap((over, teacher) => (over > 0 ? [teacher] : [])));
  roles.forEach((role, index) => {
    if (isOpen(role, roleTeacher[index] ?? -1)) for (const teacher of role.candidates) teachers.add(teacher);
  });
  const draws = ({ candidates }: CompiledRole): boolean => candidates.some((teacher) => teachers.has(teacher));
  for (let known = -1; known < teachers.size;) {
    known = teachers.size;
    for (const role of roles) if (draws(role)) for (const teacher of role.candidates) teachers.add(teacher);
  }
  return new Set(roles.flatMap((role) => (draws(role) ? (sections[role.section]?.course ?? []) : [])));
}

/** Most sections of teacher groups of a plan in one line. */
type MostAtOnce = ReadonlyMap<number, number>;

/**
 * [plans] Of each teacher group, halfway from as many at once as there are now to as many as there would be if its sections lay evenly in the lines of
 * their length: the more are taught at once, the fewer teachers can take two of them. `plans` are those of the sections.
 */
export function fewerAtOnce(plans: readonly GradePlan[], sections: readonly CompiledSection[]): MostAtOnce[] {
  return plans.map(({ pools, problem }) => {
    const planned = new Map(pools.map(({ course, pool }, c) => [`${course}|${pool}`, problem.courses[c]]));
    const inLines = sections.flatMap(({ course, pool, line }) => {
      const of = planned.get(`${course}|${pool}`);
      return of && line >= 0 && of.teacherGroup >= 0 ? [{ line, periods: of.periods, group: of.teacherGroup }] : [];
    });
    const most: [number, number][] = problem.teacherGroups.map((_, group) => {
      const own = inLines.filter((section) => section.group === group);
      const lengths = new Set(own.map(({ periods }) => periods));
      const lines = [...new Set(inLines.flatMap(({ line, periods }) => (lengths.has(periods) ? [line] : [])))];
      const atOnce = lines.map((line) => own.filter((section) => section.line === line).length);
      const even = Math.ceil(own.length / Math.max(1, lines.length));
      return [group, Math.floor((Math.max(0, ...atOnce) + even) / 2)];
    });
    return new Map(most.filter(([, sections]) => sections > 0));
  });
}

/**
 * The same plan with a price on the sections of scarce courses, and no more at once than `most` says; null where it has none of these courses.
 * `round` tells its jobs apart.
 */
export function easedPlan(
  plan: GradePlan,
  scarce: ReadonlySet<number>,
  most: MostAtOnce,
  round: number,
): GradePlan | null {
  if (!plan.pools.some(({ course }) => scarce.has(course))) return null;
  const { problem, pools } = plan;
  const courses = problem.courses.map((course, c) =>
    scarce.has(pools[c]?.course ?? -1) ? { ...course, price: PRICE_PER_PERIOD * course.periods } : course,
  );
  const teacherGroups = problem.teacherGroups.map(({ teachers }, group) => ({
    teachers: Math.min(teachers, most.get(group) ?? teachers),
  }));
  return { ...plan, problem: { ...problem, key: `${problem.key}/again${round}`, courses, teacherGroups } };
}
