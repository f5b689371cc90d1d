/** Sets of changes after which nothing is found against the school any more, the cheapest first. */
import type { School } from '../../school/types.ts';
import { findImpossible } from '../find.ts';
import type { Finding } from '../finding.ts';
import { applyChange } from './apply-change.ts';
import { priceOf, type Change } from './change.ts';
import { merged } from './merge.ts';
import { proposeChanges } from './propose.ts';

export interface RepairPlan {
  changes: Change[];
  price: number;
  school: School;
}

/** Causes lifted one after another at most: a school with more of them needs more than a repair. */
const MOST_STEPS = 6;

const amountShort = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { sums }) => sum + (sums['needed'] ?? 0) - (sums['available'] ?? 0), 0);

const planOf = (school: School, changes: Change[]): RepairPlan => ({
  changes,
  school,
  price: priceOfAll(changes),
});

/** Without the changes that the others have made needless. */
function pruned(school: School, plan: RepairPlan): RepairPlan {
  const together = merged(plan.changes);
  let kept = together;
  for (const change of together.length > 1 ? together : []) {
    const rest = kept.filter((it) => it !== change);
    const after = rest.reduce(applyChange, school);
    if (rest.length > 0 && findImpossible(after).length === 0) kept = rest;
  }
  return kept.length === plan.changes.length ? plan : planOf(kept.reduce(applyChange, school), kept);
}

interface Step {
  changes: Change[];
  school: School;
  left: Finding[];
}

/** The school after these changes, where less is impossible then; null where not, or where it cannot be read. */
function stepOf(school: School, findings: readonly Finding[], changes: Change[], check: Check): Step | null {
  const after = changes.reduce(applyChange, school);
  const left = findImpossible(after);
  const better =
    left.length < findings.length || (left.length === findings.length && amountShort(left) < amountShort(findings));
  return better && check(after) ? { changes, school: after, left } : null;
}

const priceOfAll = (changes: readonly Change[]): number => changes.reduce((sum, change) => sum + priceOf(change), 0);

/** Goes on, with changes of the same kind rather than others and then with the cheapest, until nothing is impossible. null: that cannot be. */
function complete({ school, left, changes }: Step, check: Check, steps = 1): RepairPlan | null {
  const [first] = left;
  if (!first) return planOf(school, changes);
  if (steps >= MOST_STEPS) return null;
  const kinds = new Set(changes.map(({ kind }) => kind));
  const others = (list: readonly Change[]): number => (list.every(({ kind }) => kinds.has(kind)) ? 0 : 1);
  const more = proposeChanges(school, first).sort((a, b) => others(a) - others(b) || priceOfAll(a) - priceOfAll(b));
  for (const next of more) {
    const step = stepOf(school, left, next, check);
    if (step) return complete({ ...step, changes: [...changes, ...next] }, check, steps + 1);
  }
  return null;
}

/** Whether a school is one that can be worked with: a change may break what the reader asks for. */
type Check = (school: School) => boolean;

/** One plan for each entry of changes that lifts the first cause, or lessens it. */
export function repairPlans(school: School, check: Check): RepairPlan[] {
  const findings = findImpossible(school);
  const [first] = findings;
  if (!first) return [];
  const plans = proposeChanges(school, first).flatMap((changes): RepairPlan[] => {
    const step = stepOf(school, findings, changes, check);
    const plan = step && complete(step, check);
    return plan ? [pruned(school, plan)] : [];
  });
  const seen = new Set<string>();
  return plans
    .sort((a, b) => a.price - b.price || a.changes.length - b.changes.length)
    .filter(({ changes }) => {
      const key = JSON.stringify(changes.map((change) => JSON.stringify(change)).sort());
      return !seen.has(key) && seen.add(key);
    });
}
