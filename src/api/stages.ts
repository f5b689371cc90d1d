/** The stages before the search: section plans per grade, then one teacher plan for all, on the pool's threads. */
import { assembleSections, lineTimes, type Assembly } from '../compile/assemble.ts';
import { earlierCandidates, earlierSections, earlierTimes, type EarlierSections } from '../compile/earlier-sections.ts';
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
  const fill: Fill = (from, timesOf) =>
    runOnPool(pool, planTeachers(teacherProblem(model, sections, from, timesOf)), clock, skips, prefix());
  const teachers = model.base
    ? await fillFromEarlier(model, sections, roles, fill)
    : await fill(roles, (section) => lineTimes(model, section));
  return {
    sections,
    unserved,
    grades: planned.grades,
    plans: planned.plans,
    roles,
    roleTeacher: teachers.teacherOf,
  };
}

type Fill = (from: CompiledRole[], timesOf: (section: CompiledSection) => readonly number[]) => Promise<TeacherPlan>;

/** Circles of colleagues whose sections are given out anew at the slots of the earlier week. */
const MOST_AT_EARLIER_SLOTS = 8;

/**
 * The teachers of the earlier week first; where that leaves periods without one, few colleagues anew, and everyone at last. First such
 * that nobody is wanted twice at once if all lessons stay, then wherever lessons may go.
 */
async function fillFromEarlier(
  model: SchoolModel,
  sections: CompiledSection[],
  roles: CompiledRole[],
  fill: Fill,
): Promise<TeacherPlan> {
  const kept = earlierCandidates(model, sections, roles);
  const byLine = (section: CompiledSection): readonly number[] => lineTimes(model, section);
  for (const [timesOf, most] of [
    [earlierTimes(model), MOST_AT_EARLIER_SLOTS],
    [byLine, Number.POSITIVE_INFINITY],
  ] as const) {
    const first = await fill(kept, timesOf);
    if (first.short === 0) return first;
    for (const wider of widerCandidates(model, roles, kept, first.teacherOf, most)) {
      const teachers = await fill(wider, timesOf);
      if (teachers.short === 0) return teachers;
    }
  }
  return fill(roles, byLine);
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
