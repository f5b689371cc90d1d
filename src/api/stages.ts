/** The stages before the search: section plans per grade, then one teacher plan for all, on the pool's threads. */
import { assembleSections, lineTimes, type Assembly } from '../compile/assemble.ts';
import { earlierSections, earlierTimes, type EarlierSections } from '../compile/earlier-sections.ts';
import { planProblems, type GradePlan } from '../compile/plan-problem.ts';
import { compileWeek, type CompiledWeek } from '../compile/problem.ts';
import { compileRoles, loadUnit, type CompiledRole } from '../compile/roles.ts';
import { seatByRules } from '../compile/seat-by-rules.ts';
import { inCourseOrder, type CompiledSection } from '../compile/sections.ts';
import { underEarlierIds } from '../compile/seat-newcomers.ts';
import { easedPlan, fewerAtOnce, lackingWorkload, scarceCourses } from '../compile/scarce-courses.ts';
import { withMoreSections } from '../compile/more-sections.ts';
import { teacherProblem } from '../compile/teacher-problem.ts';
import {
  makeSwapForTimes,
  timeCosts,
  type SectionPlan,
  type TeacherPlan,
  type TeacherProblem,
  type TimeCosts,
} from '../../solver/index.ts';
import type { Clock } from '../pool/clock.ts';
import { planSectionsOnPool, planTeachersOnPool, skipsOf, type Skips } from '../pool/plan-jobs.ts';
import type { Pool } from '../pool/pool.ts';
import type { SchoolModel } from '../school/model.ts';
import { courseUnits, type CourseUnits } from '../school/takers.ts';

export interface PlanStage extends Assembly {
  grades: GradePlan[];
  /** one per grade that walks */
  plans: SectionPlan[];
  roles: CompiledRole[];
  week: CompiledWeek;
  /** asked of the week already; absent: not yet */
  times?: TimeCosts;
  /** [roles] teacher, −1: nobody */
  roleTeacher: Int32Array;
}

/** Plans of sections are made again so often where their courses have too few teachers. */
const MOST_ROUNDS = 3;
/** Periods without a teacher that the search mostly finds one for: no reason for fewer sections at once, which tear homerooms further apart. */
const LEFT_TO_SEARCH = 4;

/** A clock that may end jobs, and which of them it has. */
interface Running {
  clock: Clock;
  skips: Skips;
}

export interface Planner {
  /** `skips` tells which jobs to leave out, and receives the keys of those that were. */
  first: (running: Running) => Promise<PlanStage>;
  /**
   * Another plan, with one more section of each of these courses; `attempt` tells its jobs apart. null: none of them has sections of the plan's making, or their
   * teachers cannot take more, or the clock has struck.
   */
  again: (clock: Clock, last: PlanStage, courses: ReadonlySet<number>, attempt: number) => Promise<PlanStage | null>;
}

export function makePlanner(model: SchoolModel, pool: Pool, seed: number): Planner {
  const units = courseUnits(model);
  const kept = earlierSections(model, units);
  let fills = 0;
  const staffed = async (sectioned: Sectioned, { clock, skips }: Running): Promise<PlanStage> => {
    const { unserved } = sectioned.assembly;
    const sections = seatByRules(model, sectioned.assembly.sections, seed);
    const roles = compileRoles(model, sections);
    const problemWith = (timesOf: TimesOf): TeacherProblem => teacherProblem(model, sections, roles, timesOf);
    const fill: Fill = (problem) => {
      const key = fills++ === 0 ? problem.key : `${fills}/${problem.key}`;
      return planTeachersOnPool(pool, problem, clock, skips, key);
    };
    const staffing = problemWith((section) => lineTimes(model, section));
    const filled = model.base ? fillFromEarlier(fill, problemWith(earlierTimes(model)), staffing) : fill(staffing);
    // It fails when threads are closed, too, and nobody may wait for it then.
    filled.catch(() => {});
    // Meanwhile: who teaches them changes nothing about the week's lessons.
    const week = compileWeek(model, sections, unserved.length, roles);
    const times = timeCosts(week.problem);
    const swap = model.base ? null : makeSwapForTimes(week.problem, times, staffing);
    const { teacherOf } = await filled;
    swap?.(teacherOf);
    const { grades, plans } = sectioned;
    return { sections, unserved, grades, plans, roles, week, times, roleTeacher: teacherOf };
  };
  /** Grades as they are asked now; where null, they stay as they were planned in `last`. */
  const plannedAnew = async (
    last: PlanStage,
    asked: readonly (GradePlan | null)[],
    running: Running,
  ): Promise<SectionPlan[]> => {
    const fresh = await planGrades(
      asked.flatMap((grade) => grade ?? []),
      pool,
      running.clock,
      seed,
      running.skips,
    );
    return asked.flatMap((grade, index) => (grade ? fresh.shift() : last.plans[index]) ?? []);
  };
  /** Planned again while something lacks a teacher; the plan that lacks least. */
  const untilStaffed = async (first: PlanStage, running: Running): Promise<PlanStage> => {
    const { grades } = first;
    let [best, last] = [first, first];
    let lacking = lackingWorkload(model, best);
    const scarce = new Set<number>();
    let asked = '';
    const few = LEFT_TO_SEARCH * loadUnit(model) * model.grid.weeks;
    for (let round = 1; round <= MOST_ROUNDS && lacking > 0; round++) {
      for (const course of scarceCourses(model, last)) scarce.add(course);
      // Fewer sections first, then fewer at once as well.
      const most = round > 1 && lacking > few ? fewerAtOnce(grades, last.sections) : [];
      const question = JSON.stringify([scarce.size, most.map((groups) => [...groups])]);
      if (question === asked || isOver(running, `scarce:${round}`)) break;
      asked = question;
      const eased = grades.map((grade, index) => easedPlan(grade, scarce, most[index] ?? new Map(), round));
      const plans = await plannedAnew(last, eased, running);
      last = await staffed(assembled(model, units, grades, plans, kept), running);
      const lacks = lackingWorkload(model, last);
      if (lacks < lacking && last.unserved.length <= best.unserved.length) [best, lacking] = [last, lacks];
    }
    return best;
  };
  return {
    first: async (running) => {
      if (kept?.anew.size === 0)
        return staffed({ grades: [], plans: [], assembly: { sections: kept.sections, unserved: [] } }, running);
      const grades = planProblems(model, units).filter(({ grade }) => kept?.anew.has(grade) ?? true);
      const plans = await planGrades(grades, pool, running.clock, seed, running.skips);
      return untilStaffed(await staffed(assembled(model, units, grades, plans, kept), running), running);
    },
    again: async (clock, last, courses, attempt) => {
      const more = last.grades.map((grade) => withMoreSections(grade, last.sections, courses, attempt));
      if (more.every((grade) => grade === null)) return null;
      const running = { clock, skips: skipsOf() };
      const plans = await plannedAnew(last, more, running);
      const grades = last.grades.map((grade, index) => more[index] ?? grade);
      const planned = await staffed(assembled(model, units, grades, plans, kept), running);
      const stage = await untilStaffed(planned, running);
      const lacksMore = lackingWorkload(model, stage) > lackingWorkload(model, last);
      return lacksMore || stage.unserved.length > last.unserved.length || running.skips.seen.length > 0 ? null : stage;
    },
  };
}

/** The first plan, where there will be no other. */
export const planStage = (
  model: SchoolModel,
  pool: Pool,
  clock: Clock,
  seed: number,
  skips: Skips,
): Promise<PlanStage> => makePlanner(model, pool, seed).first({ clock, skips });

/** The clock has ended the plan here, or had in the run that is repeated: then that is written down. */
function isOver({ clock, skips }: Running, key: string): boolean {
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

type TimesOf = (section: CompiledSection) => readonly number[];
type Fill = (problem: TeacherProblem) => Promise<TeacherPlan>;

/** Such that nobody is wanted twice at once if all lessons stay where they were; where that cannot be, wherever lessons may go. */
async function fillFromEarlier(fill: Fill, asItWas: TeacherProblem, anywhere: TeacherProblem): Promise<TeacherPlan> {
  const staying = await fill(asItWas);
  return staying.short === 0 ? staying : fill(anywhere);
}
