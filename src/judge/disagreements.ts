/** What a timetable says about itself, held against the recount. Something it does not say at all counts as a claim of zero. */
import type { Timetable } from '../timetable/types.ts';
import type { Disagreement, Judgement } from './judgement.ts';

type Claims = Pick<Timetable, 'status' | 'score' | 'unserved' | 'unplaced'>;
type Counted = Omit<Judgement, 'disagreements'>;

/** Complete is a matter of counting; that something is impossible is not, unless it has been done. */
function statusDisagreements(claims: Claims, counted: Counted): Disagreement[] {
  const holds = counted.hard === 0;
  const right = claims.status === 'complete' ? holds : !holds;
  const actual = holds ? 'complete' : 'partial';
  return right ? [] : [{ what: 'status', about: '', claimed: claims.status, counted: actual }];
}

function scoreDisagreements({ score }: Claims, counted: Counted): Disagreement[] {
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
  const claimsOf = (id: string) => score.rules.filter((claim) => claim.rule === id);
  for (const rule of counted.rules) {
    const claims = claimsOf(rule.rule);
    if (claims.length > 1) compare('rule', rule.rule, claims.length, 1);
    const claim = claims[0] ?? { ...rule, deviation: 0, cost: 0 };
    compare('deviation', rule.rule, claim.deviation, rule.deviation);
    compare('cost', rule.rule, claim.cost, rule.cost);
    compare('strength', rule.rule, claim.strength, rule.strength);
  }
  for (const claim of score.rules) {
    if (!counted.rules.some((rule) => rule.rule === claim.rule)) compare('rule', claim.rule, claim.type, 'unknown');
  }
  return found;
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

export function disagreementsOf(claims: Claims, counted: Counted): Disagreement[] {
  const pair = ({ student, course }: { student: string; course: string }): string => `${student} ${course}`;
  const lesson = ({ section, index, periods }: { section: string; index: number; periods: number }): string =>
    `${section} ${index} ${periods}`;
  return [
    ...statusDisagreements(claims, counted),
    ...scoreDisagreements(claims, counted),
    ...listDisagreements('unserved', claims.unserved.map(pair), counted.unserved.map(pair)),
    ...listDisagreements('unplaced', claims.unplaced.map(lesson), counted.unplaced.map(lesson)),
  ];
}
