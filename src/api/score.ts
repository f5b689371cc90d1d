/** The score of a document: every rule's deviation and cost, each beside its proved lower bound. */
import {
  keepTogetherBound,
  seesAll,
  weekBounds,
  type PlannedSection,
  type PlanProblem,
  type WeekBounds,
} from '../../solver/index.ts';
import type { CompiledWeek } from '../compile/problem.ts';
import { sectionsOfPool } from '../compile/sections.ts';
import type { Bound, RuleScore, Score } from '../timetable/types.ts';
import type { PlanStage } from './stages.ts';

/** What no week of these sections can be below. */
export interface Proved extends WeekBounds {
  /** cost of the soft rules of weeks that break nothing hard */
  soft: number;
}

/** What counting lessons shows, who can teach them when, and what the homerooms' mixture forces on walking sections. */
export function provedLeast(stage: PlanStage): Proved {
  const { week } = stage;
  const { placed, complete, beyond } = weekBounds(week.problem, stage.times);
  week.ruleTypes.forEach((type, rule) => {
    if (type !== 'walking.keepTogether' || !placed[rule]) return;
    const least = leastTogether(stage, rule);
    if (least !== null) placed[rule] = complete[rule] = { value: least, method: 'homerooms-per-section' };
  });
  const { weight } = week.problem.rules;
  const soft = complete.reduce((sum, bound, rule) => sum + (weight[rule] ?? 0) * bound.value, beyond);
  return { placed, complete, beyond, soft };
}

/** Homerooms in walking sections beyond one each, at the least; null: nothing is proved. */
function leastTogether(stage: PlanStage, rule: number): number | null {
  const { week } = stage;
  if (week.problem.monitors.splitHomes.count === 0 || !coversAllWalking(week, rule)) return null;
  // Whoever has no seat brings no homeroom into a section: the bound counts on everyone being served.
  if (stage.unserved.length > 0) return null;
  return stage.grades.reduce((sum, grade, index) => {
    const plan = stage.plans[index];
    if (!plan) return sum;
    const courses = grade.problem.courses.map((course, c) => ({
      periods: course.periods,
      cap: Math.max(course.cap, ...largestOf(week, grade.pools[c])),
      sections: plan.sections.filter((section) => section.course === c).length,
      settled: settledParts(grade.problem, plan.sections, c),
    }));
    return sum + keepTogetherBound(courses, grade.problem.types, grade.mostFree);
  }, 0);
}

/** Homerooms beyond one a section, where the school says of every section of the course who sits there; null: it does not. */
function settledParts(
  { given, types }: PlanProblem,
  sections: readonly PlannedSection[],
  course: number,
): number | null {
  let parts = 0;
  for (const section of sections) {
    if (section.course !== course) continue;
    const stated = given[section.given];
    if (!stated?.closed) return null;
    // Students whom the section names but who take the course in another pool sit there.
    const homerooms = new Set(
      types.flatMap(({ homeroom, courses }, t) =>
        homeroom >= 0 && courses.includes(course) && stated.fixed?.[t] ? [homeroom] : [],
      ),
    );
    parts += Math.max(0, homerooms.size - 1);
  }
  return parts;
}

/** Sizes of the sections of a pool: a given one may be larger than the plan's cap. */
function largestOf(week: CompiledWeek, pool: { course: number; pool: number } | undefined): number[] {
  return pool ? sectionsOfPool(week.sections, pool).map((section) => section.students.length) : [];
}

/** The bound over all walking sections holds for a rule only if the rule watches all of them, whoever teaches and wherever. */
function coversAllWalking(week: CompiledWeek, rule: number): boolean {
  if (!seesAll(week.problem.rules, rule)) return false;
  const { splitHomes } = week.problem.monitors;
  const watched = splitHomes.rule.reduce((sum, it) => sum + (it === rule ? 1 : 0), 0);
  return watched === week.sections.filter((section) => section.pool >= 0).length;
}

/** Methods that count on every lesson having a slot. */
const BY_LESSONS: ReadonlySet<string> = new Set(['domains', 'days-pigeonhole']);

/** Only rules `inScope` are listed; of the others there is nothing to say. */
export function documentScore(
  week: CompiledWeek,
  deviation: Int32Array,
  proved: Proved,
  inScope: (type: string) => boolean = () => true,
): Score {
  const { rules } = week.problem;
  const isWhole = (deviation[week.ruleIds.indexOf('structural.unplaced')] ?? 0) === 0;
  const isComplete = rules.required.every((required, rule) => required === 0 || (deviation[rule] ?? 0) === 0);
  const bounds = isComplete ? proved.complete : proved.placed;
  /** Lessons that are nowhere break no rule on time: what is proved by counting all of them is not said then. */
  const boundOf = (rule: number): Bound => {
    const bound = bounds[rule] ?? { value: 0, method: 'trivial' };
    if (isWhole || !BY_LESSONS.has(bound.method)) return bound;
    const fixed = rules.fixed[rule] ?? 0;
    return { value: fixed, method: fixed > 0 ? 'section-plan' : 'trivial' };
  };
  const scores = week.ruleIds.flatMap((id, rule): RuleScore[] => {
    if (!inScope(week.ruleTypes[rule] ?? '')) return [];
    const weight = rules.weight[rule] ?? 0;
    const required = rules.required[rule] === 1;
    const units = deviation[rule] ?? 0;
    const bound = boundOf(rule);
    return [
      {
        rule: id,
        type: week.ruleTypes[rule] ?? id,
        strength: required ? 'must' : weight,
        deviation: units,
        cost: required ? units : weight * units,
        bound: { value: required ? bound.value : weight * bound.value, method: bound.method },
      },
    ];
  });
  const total = (must: boolean, value: (score: RuleScore) => number): number =>
    scores.reduce((sum, score) => sum + ((score.strength === 'must') === must ? value(score) : 0), 0);
  // Together they are proved for the times of all lessons.
  const more = isComplete ? proved.beyond : 0;
  return {
    hard: total(true, (score) => score.cost),
    soft: total(false, (score) => score.cost),
    hardBound: { value: total(true, (score) => score.bound?.value ?? 0), method: 'sum' },
    softBound: {
      value: total(false, (score) => score.bound?.value ?? 0) + more,
      method: more > 0 ? 'sum+teachers-free-slots' : 'sum',
    },
    rules: scores,
  };
}
