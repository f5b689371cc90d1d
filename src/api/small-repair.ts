/** The fewest changes that make the earlier week hold again, where few suffice: an exact search before the search of all weeks. */
import { fewestChanges, trueScore, type Solution } from '../../solver/index.ts';
import { compileWeek } from '../compile/problem.ts';
import { repairedSections, repairQuestion } from '../compile/repair-task.ts';
import { compileRoles } from '../compile/roles.ts';
import { skipsOf, type Skips } from '../pool/plan-jobs.ts';
import type { SchoolModel } from '../school/model.ts';
import type { PlanStage } from './stages.ts';

/** What is tried exactly: up to three ends as a rule, beyond it often does. */
const MOST_CHANGES = 6;
/** Steps of the exact search: a few seconds; where a run has its time, a part of it. */
const MOST_NODES = 400_000;
const NODES_PER_SECOND = 20_000;

export interface SmallRepair {
  /** proved: no complete week with the sections as they were has fewer changes */
  fewest: number;
  /** steps of the search */
  nodes: number;
  /** a week with that many; absent: none is known */
  found?: { stage: PlanStage; solution: Solution };
}

const CUT = 'repair/';

/** Steps that the search may take: those of the run that is repeated, or what the time allows. */
function nodeLimit(timeSeconds: number, skips: Skips): number {
  for (const key of skips.asked) if (key.startsWith(CUT)) return Number(key.slice(CUT.length));
  return Math.min(MOST_NODES, Math.ceil(NODES_PER_SECOND * timeSeconds));
}

/**
 * null: nothing is proved. `timeSeconds`: the time that the whole run is given. Where that has cut the search, `skips` receives how far
 * it went.
 */
export function smallRepair(
  model: SchoolModel,
  timeSeconds = Number.POSITIVE_INFINITY,
  skips: Skips = skipsOf(),
): SmallRepair | null {
  const question = repairQuestion(model);
  if (!question) return null;
  const { task, forced } = question;
  if (forced > MOST_CHANGES) return { fewest: forced, nodes: 0 };
  const nodes = nodeLimit(timeSeconds, skips);
  const answer = fewestChanges(task, { changes: MOST_CHANGES - forced, nodes });
  if (answer.nodes > nodes && nodes < MOST_NODES) skips.seen.push(`${CUT}${nodes}`);
  const fewest = forced + answer.changes;
  if (answer.kind === 'atLeast') return fewest > 0 ? { fewest, nodes: answer.nodes } : null;
  const { lessonSlot, roleTeacher, demandRoom } = answer.week;
  const sections = repairedSections(question, answer.week);
  const roles = compileRoles(model, sections);
  const week = compileWeek(model, sections, 0, roles);
  const { problem } = week;
  const solution = { lessonSlot, roleTeacher, demandRoom, enrolled: problem.enrolments.event };
  const { hard } = trueScore(problem, solution);
  // Some demand that the exact search does not know: what it has found is no complete week.
  if (hard > 0) return fewest > 0 ? { fewest, nodes: answer.nodes } : null;
  const stage = { sections, unserved: [], grades: [], plans: [], roles, week, roleTeacher };
  return { fewest, nodes: answer.nodes, found: { stage, solution } };
}
