/** The stages before the search: section plans per grade, then one teacher plan for all, on the pool's threads. */
import { assembleSections, lineKeyOf, type Assembly } from '../compile/assemble.ts';
import { planProblems, type GradePlan } from '../compile/plan-problem.ts';
import { compileRoles, type CompiledRole } from '../compile/roles.ts';
import { teacherProblem } from '../compile/teacher-problem.ts';
import { planSections, planTeachers, type SectionPlan, type TeacherPlan } from '../../solver/index.ts';
import type { Clock } from '../pool/clock.ts';
import { runOnPool } from '../pool/plan-jobs.ts';
import type { Pool } from '../pool/pool.ts';
import type { SchoolModel } from '../school/model.ts';
import { courseUnits } from '../school/takers.ts';

export interface PlanStage extends Assembly {
  grades: GradePlan[];
  /** one per grade that walks */
  plans: SectionPlan[];
  roles: CompiledRole[];
  teachers: TeacherPlan;
  /** [roles] teacher, −1: nobody */
  roleTeacher: Int32Array;
}

/** `skipped` receives the keys of jobs that the clock ended. */
export async function planStage(
  model: SchoolModel,
  pool: Pool,
  clock: Clock,
  seed: number,
  skipped: string[],
): Promise<PlanStage> {
  const units = courseUnits(model);
  const grades = planProblems(model, units);
  const skips = grades.map((): string[] => []);
  const plans = await Promise.all(
    grades.map((grade, index) => runOnPool(pool, planSections(grade.problem, seed), clock, skips[index] ?? [])),
  );
  skipped.push(...skips.flat());
  const assembly = assembleSections(model, units, grades, plans);
  const roles = compileRoles(model, assembly.sections);
  const problem = teacherProblem(model, assembly.sections, roles, (section) => lineKeyOf(model, section));
  const teachers = await runOnPool(pool, planTeachers(problem), clock, skipped);
  return { ...assembly, grades, plans, roles, teachers, roleTeacher: teachers.teacherOf };
}
