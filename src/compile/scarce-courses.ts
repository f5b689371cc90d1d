/** Courses whose sections must be fewer because their teachers have too few periods. */
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

/** The same plan with a price on the sections of scarce courses; null where it has none of them. `round` tells its jobs apart. */
export function withPrices(plan: GradePlan, scarce: ReadonlySet<number>, round: number): GradePlan | null {
  if (!plan.pools.some(({ course }) => scarce.has(course))) return null;
  const { problem, pools } = plan;
  const courses = problem.courses.map((course, c) =>
    scarce.has(pools[c]?.course ?? -1) ? { ...course, price: PRICE_PER_PERIOD * course.periods } : course,
  );
  return { ...plan, problem: { ...problem, key: `${problem.key}/again${round}`, courses } };
}
