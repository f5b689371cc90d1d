/** The stages before the search: section plans per grade, then one teacher plan for all, on the pool's threads. */
import { assembleSections, lineKeyOf, type Assembly } from '../compile/assemble.ts';
import { earlierCandidates, earlierSections, type EarlierSections } from '../compile/earlier-sections.ts';
import { planProblems, type GradePlan } from '../compile/plan-problem.ts';
import { compileRoles, type CompiledRole } from '../compile/roles.ts';
import { inCourseOrder, type CompiledSection } from '../compile/sections.ts';
import { underEarlierIds } from '../compile/seat-newcomers.ts';
import { teacherProblem } from '../compile/teacher-problem.ts';
import { widerCandidates } from '../compile/wider-candidates.ts';
import { planTeachers, type SectionPlan, type TeacherPlan } from '../../solver/index.ts';
import type { Clock } from '../pool/clock.ts';
import { planSectionsOnPool, runOnPool, type Skips } from '../pool/plan-jobs.ts';
import type { Pool } from '../pool/pool.ts';
import type { SchoolModel } from '../school/model.ts';
import { courseUnits, type CourseUnits } from '../school/takers.ts';

export interface PlanStage extends Assembly {
  grades: GradePlan[];
  /** one per grade that walks */
  plans: SectionPlan[];
  roles: CompiledRole[];
  /** [roles] teacher, −1: nobody */
  roleTeacher: Int32Array;
}

/** `skips` tells which jobs to leave out, and receives the keys of those that were. */
export async function planStage(
  model: SchoolModel,
  pool: Pool,
  clock: Clock,
  seed: number,
  skips: Skips,
): Promise<PlanStage> {
  const units = courseUnits(model);
  const kept = earlierSections(model, units);
  const planned =
    kept?.anew.size === 0
      ? { grades: [], plans: [], assembly: { sections: kept.sections, unserved: [] } }
      : await planAnew(model, units, pool, clock, seed, skips, kept);
  const { sections, unserved } = planned.assembly;
  const roles = compileRoles(model, sections);
  let fills = 0;
  // A job's key says in which filling it is.
  const prefix = (): string => (fills++ === 0 ? '' : `${fills}/`);
  const fill = (from: CompiledRole[]): Promise<TeacherPlan> =>
    runOnPool(
      pool,
      planTeachers(teacherProblem(model, sections, from, (section) => lineKeyOf(model, section))),
      clock,
      skips,
      prefix(),
    );
  const teachers = model.base ? await fillFromEarlier(model, sections, roles, fill) : await fill(roles);
  return {
    sections,
    unserved,
    grades: planned.grades,
    plans: planned.plans,
    roles,
    roleTeacher: teachers.teacherOf,
  };
}

/** The teachers of the earlier week first; where that leaves periods without one, few colleagues anew, and everyone at last. */
async function fillFromEarlier(
  model: SchoolModel,
  sections: CompiledSection[],
  roles: CompiledRole[],
  fill: (from: CompiledRole[]) => Promise<TeacherPlan>,
): Promise<TeacherPlan> {
  const kept = earlierCandidates(model, sections, roles);
  const first = await fill(kept);
  if (first.short === 0) return first;
  for (const wider of widerCandidates(model, roles, kept, first.teacherOf)) {
    const teachers = await fill(wider);
    if (teachers.short === 0) return teachers;
  }
  return fill(roles);
}

/** The grades that are not `kept`. */
async function planAnew(
  model: SchoolModel,
  units: CourseUnits[],
  pool: Pool,
  clock: Clock,
  seed: number,
  skips: Skips,
  kept: EarlierSections | null,
): Promise<{ grades: GradePlan[]; plans: SectionPlan[]; assembly: Assembly }> {
  const grades = planProblems(model, units).filter(({ grade }) => kept?.anew.has(grade) ?? true);
  // Grades are planned at once; what is skipped is told in their order.
  const byGrade = grades.map((): Skips => ({ asked: skips.asked, seen: [] }));
  const plans = await Promise.all(
    grades.map((grade, index) => planSectionsOnPool(pool, grade.problem, seed, clock, byGrade[index] ?? skips)),
  );
  skips.seen.push(...byGrade.flatMap(({ seen }) => seen));
  const assembly = assembleSections(model, units, grades, plans);
  if (!kept) return { grades, plans, assembly };
  // What is kept has the home sections already.
  const walking = underEarlierIds(
    model,
    assembly.sections.filter(({ pool: place }) => place >= 0),
  );
  const sections = inCourseOrder([...kept.sections, ...walking]);
  return { grades, plans, assembly: { sections, unserved: assembly.unserved } };
}
