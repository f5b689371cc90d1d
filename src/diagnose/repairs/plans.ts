/** Sets of changes after which nothing is found against the school any more, the cheapest first. */
import type { School } from '../../school/types.ts';
import { findImpossible } from '../find.ts';
import type { Finding } from '../finding.ts';
import { applyChange, priceOf, type Change } from './change.ts';
import { proposeChanges } from './propose.ts';

export interface RepairPlan {
  changes: Change[];
  price: number;
  school: School;
}

/** Changes of one plan at most: a school with more causes than that needs more than a repair. */
const MOST_CHANGES = 6;

const amountShort = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { sums }) => sum + (sums['needed'] ?? 0) - (sums['available'] ?? 0), 0);

const planOf = (school: School, changes: Change[]): RepairPlan => ({
  changes,
  school,
  price: changes.reduce((sum, change) => sum + priceOf(change), 0),
});

/** Loads raised twice are raised once by more. */
function merged(changes: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const change of changes) {
    const same = kept.findIndex(
      (it) =>
        it.kind === 'load.raise' && change.kind === 'load.raise' && it.teachers.join(' ') === change.teachers.join(' '),
    );
    const before = kept[same];
    if (before?.kind === 'load.raise' && change.kind === 'load.raise')
      kept[same] = { ...before, by: before.by + change.by };
    else kept.push(change);
  }
  return kept;
}

/** Without the changes that the others have made needless. */
function pruned(school: School, plan: RepairPlan): RepairPlan {
  const together = merged(plan.changes);
  let kept = together;
  for (const change of together) {
    const rest = kept.filter((it) => it !== change);
    const after = rest.reduce(applyChange, school);
    if (rest.length > 0 && findImpossible(after).length === 0) kept = rest;
  }
  return kept.length === plan.changes.length ? plan : planOf(kept.reduce(applyChange, school), kept);
}

/** Goes on with the cheapest change that makes less impossible until nothing is. null: there is none. */
function complete(
  school: School,
  findings: Finding[],
  changes: Change[],
  check: (school: School) => boolean,
): RepairPlan | null {
  const [first] = findings;
  if (!first) return planOf(school, changes);
  if (changes.length >= MOST_CHANGES) return null;
  for (const change of proposeChanges(school, first).sort((a, b) => priceOf(a) - priceOf(b))) {
    const after = applyChange(school, change);
    if (!check(after)) continue;
    const left = findImpossible(after);
    const better =
      left.length < findings.length || (left.length === findings.length && amountShort(left) < amountShort(findings));
    if (better) return complete(after, left, [...changes, change], check);
  }
  return null;
}

/**
 * One plan for each change that lifts the first cause, or lessens it. `check`: whether a school is one that can be worked with (a change
 * may break what the reader asks for).
 */
export function repairPlans(school: School, check: (school: School) => boolean): RepairPlan[] {
  const findings = findImpossible(school);
  const [first] = findings;
  if (!first) return [];
  const plans: RepairPlan[] = [];
  for (const change of proposeChanges(school, first)) {
    const after = applyChange(school, change);
    if (!check(after)) continue;
    const left = findImpossible(after);
    if (left.length >= findings.length && amountShort(left) >= amountShort(findings)) continue;
    const plan = complete(after, left, [change], check);
    if (plan) plans.push(pruned(school, plan));
  }
  const seen = new Set<string>();
  return plans
    .sort((a, b) => a.price - b.price || a.changes.length - b.changes.length)
    .filter(({ changes }) => {
      const key = JSON.stringify(changes.map((change) => JSON.stringify(change)).sort());
      return !seen.has(key) && seen.add(key);
    });
}
