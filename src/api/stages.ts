/** The stages before the search: section plans per grade, then one teacher plan for all, on the pool's threads. */
import { assembleSections, lineTimes, type Assembly } from '../compile/assemble.ts';
import { earlierSections, earlierTimes, type EarlierSections } from '../compile/earlier-sections.ts';
import { planProblems, type GradePlan } from '../compile/plan-problem.ts';
import { compileRoles, type CompiledRole } from '../compile/roles.ts';
import { seatByRules } from '../compile/seat-by-rules.ts';
import { inCourseOrder, type CompiledSection } from '../compile/sections.ts';
import { underEarlierIds } from '../compile/seat-newcomers.ts';
import { easedPlan, fewerAtOnce, lackingWorkload, scarceCourses } from '../compile/scarce-courses.ts';
import { teacherProblem } from '../compile/teacher-problem.ts';
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

/** Plans of sections are made again so often where their courses have too few teachers. */
const MOST_ROUNDS = 3;

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
  let fills = 0;
  // A job's key says in which filling it is.
  const prefix = (): string => (fills++ === 0 ? '' : `${fills}/`);
  const staffed = async (sectioned: Sectioned): Promise<PlanStage> => {
    const { unserved } = sectioned.assembly;
    const sections = seatByRules(model, sectioned.assembly.sections, seed);
    const roles = compileRoles(model, sections);
    const fill: Fill = (timesOf) =>
      runOnPool(pool, planTeachers(teacherProblem(model, sections, roles, timesOf)), clock, skips, prefix());
    const { teacherOf } = model.base
      ? await fillFromEarlier(model, fill)
      : await fill((section) => lineTimes(model, section));
    const { grades, plans } = sectioned;
    return { sections, unserved, grades, plans, roles, roleTeacher: teacherOf };
  };
  if (kept?.anew.size === 0)
    return staffed({ grades: [], plans: [], assembly: { sections: kept.sections, unserved: [] } });
  const all = planProblems(model, units).filter(({ grade }) => kept?.anew.has(grade) ?? true);
  let plans = await planGrades(all, pool, clock, seed, skips);
  let best = await staffed(assembled(model, units, all, plans, kept));
  let last = best;
  let lacking = lackingWorkload(model, best);
  const scarce = new Set<number>();
  let asked = '';
  for (let round = 1; round <= MOST_ROUNDS && lacking > 0; round++) {
    for (const course of scarceCourses(model, last)) scarce.add(course);
    const most = fewerAtOnce(all, last.sections);
    const question = JSON.stringify([scarce.size, most.map((groups) => [...groups])]);
    if (question === asked || isOver(clock, skips, `scarce:${round}`)) break;
    asked = question;
    const again = all.map((grade, index) => easedPlan(grade, scarce, most[index] ?? new Map(), round));
    const fewer = await planGrades(
      again.flatMap((grade) => grade ?? []),
      pool,
      clock,
      seed,
      skips,
    );
    const before = plans;
    plans = again.flatMap((grade, index) => (grade ? fewer.shift() : before[index]) ?? []);
    const stage = await staffed(assembled(model, units, all, plans, kept));
    last = stage;
    const lacks = lackingWorkload(model, stage);
    if (lacks < lacking && stage.unserved.length <= best.unserved.length) [best, lacking] = [stage, lacks];
  }
  return best;
}

/** The clock has ended the plan here, or had in the run that is repeated: then that is written down. */
function isOver(clock: Clock, skips: Skips, key: string): boolean {
  const over = clock.struck() || skips.asked.has(key);
  if (over) skips.seen.push(key);
  return over;
}

/** A section for everyone, as planned or as kept. */
interface Sectioned {
  grades: GradePlan[];
  plans: SectionPlan[];
  assembly: Assembly;
}

/** Plans of these grades, at once; what is skipped is told in their order. */
async function planGrades(
  grades: readonly GradePlan[],
  pool: Pool,
  clock: Clock,
  seed: number,
  skips: Skips,
): Promise<SectionPlan[]> {
  const byGrade = grades.map((): Skips => ({ asked: skips.asked, seen: [] }));
  const plans = await Promise.all(
    grades.map(({ problem }, index) => planSectionsOnPool(pool, problem, seed, clock, byGrade[index] ?? skips)),
  );
  skips.seen.push(...byGrade.flatMap(({ seen }) => seen));
  return plans;
}

/** The sections of the plans, and those that are kept. */
function assembled(
  model: SchoolModel,
  units: CourseUnits[],
  grades: GradePlan[],
  plans: SectionPlan[],
  kept: EarlierSections | null,
): Sectioned {
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

type Fill = (timesOf: (section: CompiledSection) => readonly number[]) => Promise<TeacherPlan>;

/** Such that nobody is wanted twice at once if all lessons stay where they were; where that cannot be, wherever lessons may go. */
async function fillFromEarlier(model: SchoolModel, fill: Fill): Promise<TeacherPlan> {
  const staying = await fill(earlierTimes(model));
  return staying.short === 0 ? staying : fill((section) => lineTimes(model, section));
}
