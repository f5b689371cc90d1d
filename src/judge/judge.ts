/** The judge: an independent recount of a timetable from the two documents alone. Data, no words. */
import type { FilledRule } from '../school/model.ts';
import type { School } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';
import { disagreementsOf } from './disagreements.ts';
import type { Breach, Counting, Finding, JudgedRule, Judgement } from './judgement.ts';
import { readWeek } from './read-week.ts';
import { hasCap } from './rules/keep.ts';
import { ruleTable } from './rules/table.ts';
import { judgeDocument } from './structural/document.ts';
import { structuralTable } from './structural/table.ts';
import { listUnplaced } from './structural/unplaced.ts';
import { listUnserved } from './structural/unserved.ts';
import type { Week } from './week.ts';

export { disagreementsOf } from './disagreements.ts';
export type { Breach, Counting, Disagreement, Finding, JudgedRule, Judgement } from './judgement.ts';

interface Counted {
  rule: JudgedRule;
  findings: Finding[];
}

function tie(id: string, type: string, strength: 'must' | number, breaches: Breach[]): Counted {
  const deviation = breaches.reduce((sum, breach) => sum + breach.deviation, 0);
  const cost = strength === 'must' ? deviation : strength * deviation;
  return {
    rule: { rule: id, type, strength, deviation, cost },
    findings: breaches.map((breach) => ({ rule: id, type, strength, ...breach })),
  };
}

const isDecided = (week: Week, needs: 'sections' | 'week'): boolean => week.scope === 'week' || needs === 'sections';

/** In scope `sections` only what sections decide is counted and listed. A type without a row is a fault of the school's file, never passed over. */
function countRule(week: Week, { id, type, strength, rule }: FilledRule): Counted[] {
  const row = ruleTable.get(type);
  if (row === undefined) {
    const breach: Breach = { who: [], slots: [], deviation: 1, params: { fault: 'rule.type', value: type } };
    return [tie(id, type, 'must', [breach])];
  }
  if (!isDecided(week, row.needs)) return [];
  const own = tie(id, type, strength, row.judge(week, rule));
  if (row.judgeCaps === undefined || !hasCap(rule)) return [own];
  return [own, tie(`${id}.max`, type, 'must', row.judgeCaps(week, rule))];
}

/**
 * `school` is a document that the validator has accepted; `timetable` any document of the right shape, however wrong: what does not fit
 * the school is counted in `structural.document`, nothing is thrown and nothing passed over. The order in which the timetable lists its
 * sections, students and lessons makes no difference. `base` is the earlier week that the keep rules measure change against.
 */
export function judge(school: School, timetable: Timetable, base?: Timetable): Judgement {
  const counted = recount(school, timetable, base);
  return { ...counted, disagreements: disagreementsOf(timetable, counted) };
}

/** The count alone, without what the timetable says of itself: for a document that is still to say it. */
export function recount(school: School, timetable: Timetable, base?: Timetable): Counting {
  const { week, faults } = readWeek(school, timetable, base);
  const counted = [
    ...structuralTable
      .filter(([, , needs]) => isDecided(week, needs))
      .map(([id, count]) => tie(id, id, 'must', count(week))),
    tie('structural.document', 'structural.document', 'must', judgeDocument(week, faults)),
    ...week.model.rules.flatMap((rule) => countRule(week, rule)),
  ];
  const rules = counted.map(({ rule }) => rule);
  const total = (isHard: boolean): number =>
    rules.filter(({ strength }) => (strength === 'must') === isHard).reduce((sum, { cost }) => sum + cost, 0);
  return {
    hard: total(true),
    soft: total(false),
    rules,
    findings: counted.flatMap(({ findings }) => findings),
    unserved: listUnserved(week),
    unplaced: listUnplaced(week),
  };
}
