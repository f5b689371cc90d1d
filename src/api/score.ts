/** The score of a document: every rule's deviation and cost, each beside its proved lower bound. */
import { keepTogetherBound, softBounds, type PlannedSection, type PlanProblem } from '../../solver/index.ts';
import type { CompiledWeek } from '../compile/problem.ts';
import { sectionsOfPool } from '../compile/sections.ts';
import type { Bound, RuleScore, Score } from '../timetable/types.ts';
import type { PlanStage } from './stages.ts';

/** Lower bounds by rule number: what counting lessons shows, and what the homerooms' mixture forces on walking sections. */
export function ruleBounds(stage: PlanStage): Bound[] {
  const { week } = stage;
  const bounds = softBounds(week.problem);
  week.ruleTypes.forEach((type, rule) => {
    const bound = bounds[rule];
    if (type !== 'walking.keepTogether' || !bound || week.problem.monitors.splitHomes.count === 0) return;
    if (!coversAllWalking(week, rule)) return;
    // Whoever has no seat brings no homeroom into a section: the bound counts on everyone being served.
    if (stage.unserved.length > 0) return;
    bound.value = stage.grades.reduce((sum, grade, index) => {
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
    bound.method = 'homerooms-per-section';
  });
  return bounds;
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
  const { onlyTeachers, onlyRooms } = week.problem.rules;
  if ([onlyTeachers, onlyRooms].some(({ start }) => start[rule] !== start[rule + 1])) return false;
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
  bounds: Bound[],
  inScope: (type: string) => boolean = () => true,
): Score {
  const { rules } = week.problem;
  const isWhole = (deviation[week.ruleIds.indexOf('structural.unplaced')] ?? 0) === 0;
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
  return {
    hard: total(true, (score) => score.cost),
    soft: total(false, (score) => score.cost),
    hardBound: { value: total(true, (score) => score.bound?.value ?? 0), method: 'sum' },
    softBound: { value: total(false, (score) => score.bound?.value ?? 0), method: 'sum' },
    rules: scores,
  };
}
