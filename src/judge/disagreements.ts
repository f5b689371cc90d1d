/** What a timetable says about itself, held against the recount. A number it does not give counts as a claim of zero. */
import type { Bound, Conflict, RuleScore, Timetable } from '../timetable/types.ts';
import type { Counting, Disagreement } from './judgement.ts';

type Claims = Pick<Timetable, 'status' | 'score' | 'conflicts' | 'unserved' | 'unplaced'>;

/** Complete is a matter of counting; that something is impossible is not, unless it has been done. */
function statusDisagreements(claims: Claims, counted: Counting): Disagreement[] {
  const holds = counted.hard === 0;
  const right = claims.status === 'complete' ? holds : !holds;
  const actual = holds ? 'complete' : 'partial';
  return right ? [] : [{ what: 'status', about: '', claimed: claims.status, counted: actual }];
}

function scoreDisagreements({ score }: Claims, counted: Counting): Disagreement[] {
  const found: Disagreement[] = [];
  const compare = (
    what: Disagreement['what'],
    about: string,
    claimed: string | number,
    actual: string | number,
  ): void => {
    if (claimed !== actual) found.push({ what, about, claimed, counted: actual });
  };
  compare('hard', '', score.hard, counted.hard);
  compare('soft', '', score.soft, counted.soft);
  const claimsOf = new Map<string, RuleScore[]>();
  for (const claim of score.rules) claimsOf.set(claim.rule, [...(claimsOf.get(claim.rule) ?? []), claim]);
  // A proved least value above what was counted is no proof.
  const limit = (what: Disagreement['what'], about: string, bound: Bound | undefined, actual: number): void => {
    if (bound !== undefined && bound.value > actual) compare(what, about, bound.value, actual);
  };
  limit('hardBound', '', score.hardBound, counted.hard);
  limit('softBound', '', score.softBound, counted.soft);
  for (const rule of counted.rules) {
    const claims = claimsOf.get(rule.rule) ?? [];
    if (claims.length !== 1) compare('rule', rule.rule, claims.length, 1);
    const claim: RuleScore = claims[0] ?? { ...rule, deviation: 0, cost: 0 };
    compare('type', rule.rule, claim.type, rule.type);
    limit('bound', rule.rule, claim.bound, rule.cost);
    compare('deviation', rule.rule, claim.deviation, rule.deviation);
    compare('cost', rule.rule, claim.cost, rule.cost);
    compare('strength', rule.rule, claim.strength, rule.strength);
  }
  const known = new Set(counted.rules.map(({ rule }) => rule));
  for (const claim of score.rules) {
    if (!known.has(claim.rule)) compare('rule', claim.rule, claim.type, 'unknown');
  }
  return found;
}

/**
 * Conflicts may gather several findings (students who collide in the same sections, say), so they are held to the findings rule by rule:
 * the deviations add up to the rule's, under its type and strength, and none is about a rule that holds.
 */
function conflictDisagreements({ conflicts }: Claims, { rules }: Counting): Disagreement[] {
  const keyOf = ({ rule, type, strength }: Pick<Conflict, 'rule' | 'type' | 'strength'>): string =>
    JSON.stringify([rule, type, strength]);
  const told = new Map<string, { rule: string; deviation: number }>();
  for (const conflict of conflicts) {
    const { rule, deviation } = conflict;
    const before = told.get(keyOf(conflict))?.deviation ?? 0;
    // nothing that holds is a conflict, whatever the others add up to
    if (deviation <= 0) return [{ what: 'conflicts', about: rule, claimed: deviation, counted: 'at least 1' }];
    told.set(keyOf(conflict), { rule, deviation: before + deviation });
  }
  const found = rules.flatMap((rule): Disagreement[] => {
    const claimed = told.get(keyOf(rule))?.deviation ?? 0;
    told.delete(keyOf(rule));
    return claimed === rule.deviation
      ? []
      : [{ what: 'conflicts', about: rule.rule, claimed, counted: rule.deviation }];
  });
  const invented = [...told.values()].map(({ rule, deviation }): Disagreement => ({
    what: 'conflicts',
    about: rule,
    claimed: deviation,
    counted: 0,
  }));
  return [...found, ...invented];
}

/** Entries of two lists that do not pair off, each as often as it is listed. */
function listDisagreements(what: 'unserved' | 'unplaced', claimed: string[], counted: string[]): Disagreement[] {
  const tally = (list: string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const entry of list) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    return counts;
  };
  const inClaim = tally(claimed);
  const inCount = tally(counted);
  return [...new Set([...counted, ...claimed])].flatMap((about) => {
    const [said, seen] = [inClaim.get(about) ?? 0, inCount.get(about) ?? 0];
    return said === seen ? [] : [{ what, about, claimed: said, counted: seen }];
  });
}

/** What the timetable says that the count does not bear out. */
export function disagreementsOf(claims: Claims, counted: Counting): Disagreement[] {
  const pair = ({ student, course }: { student: string; course: string }): string => `${student} ${course}`;
  const lesson = ({ section, index, periods }: { section: string; index: number; periods: number }): string =>
    `${section} ${index} ${periods}`;
  // A proof that no week exists plans nothing, and does not list everyone one by one; how many they are stands in its score.
  const listed = claims.status !== 'impossible' || claims.unserved.length > 0;
  return [
    ...statusDisagreements(claims, counted),
    ...scoreDisagreements(claims, counted),
    ...conflictDisagreements(claims, counted),
    ...(listed ? listDisagreements('unserved', claims.unserved.map(pair), counted.unserved.map(pair)) : []),
    ...listDisagreements('unplaced', claims.unplaced.map(lesson), counted.unplaced.map(lesson)),
  ];
}
