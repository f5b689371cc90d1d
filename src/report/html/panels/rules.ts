/** What does not hold, in sentences, and what each rule costs beside the proved least. */
import { conflictText } from '../../../text/conflicts.ts';
import { boundMethodText, reportText } from '../../../text/report.ts';
import type { Bound, Conflict, RuleScore } from '../../../timetable/types.ts';
import type { ReportContext } from '../../context.ts';
import { groupConflicts } from '../../conflicts.ts';
import { escapeText } from '../escape.ts';
import { htmlTable, type Row } from '../table.ts';
import { both, say } from '../words.ts';

/** A page stays readable, and small, whatever the number of soft findings. */
const AT_MOST = 500;

const isStructural = (rule: string): boolean => rule.startsWith('structural.');

function strengthWords({ rule, strength }: Pick<RuleScore, 'rule' | 'strength'>): string {
  if (isStructural(rule)) return say('structural');
  return strength === 'must' ? say('must') : `${say('weight')} ${strength}`;
}

const LINKED: Record<string, string> = {
  student: 'student',
  teacher: 'teacher',
  homeroom: 'homeroom',
  section: 'section',
  room: 'room',
};

function linksOf({ naming, week }: ReportContext, conflict: Conflict): string {
  const { model } = naming;
  const indexes: Record<string, Map<string, number>> = {
    student: model.studentOf,
    teacher: model.teacherOf,
    homeroom: model.homeroomOf,
    section: week.sectionOf,
    room: model.roomOf,
  };
  const [student] = conflict.who.filter(({ kind }) => kind === 'student');
  const others = conflict.who.filter(({ kind }) => kind !== 'student');
  const links = [...(student ? [student] : []), ...others].slice(0, 5).flatMap(({ kind, id, name }) => {
    const index = indexes[kind]?.get(id);
    if (index === undefined) return [];
    const shown = kind === 'section' ? both(naming.section(id)) : escapeText(name || id);
    return [`<a href="#week/${LINKED[kind]}/${index}">${shown}</a>`];
  });
  return links.length === 0 ? '' : `${say('seeWeeks')} ${links.join(' ')}`;
}

function conflictList(context: ReportContext, list: readonly Conflict[], atMost: number): string {
  const items = list.slice(0, atMost).map((conflict) => {
    const { title } = conflictText(conflict.type);
    return `<li><span class="tag">${both(title)}</span> ${both(conflict.text)} <span class="links">${linksOf(context, conflict)}</span></li>`;
  });
  const left = list.length - items.length;
  const more = left > 0 ? `<p>${say('andMore', { n: left })}${say('listedInFull')}</p>` : '';
  return `<ol class="conflicts">${items.join('\n')}</ol>${more}`;
}

export function hardConflicts(context: ReportContext, atMost = AT_MOST): string {
  const all = context.timetable.conflicts.filter((conflict) => conflict.strength === 'must');
  const hard = groupConflicts(all, context.school);
  const list = hard.length === 0 ? `<p class="good">${say('noConflicts')}</p>` : conflictList(context, hard, atMost);
  return `<h3>${hard.length === 0 ? say('hardRules') : `${say('hardFindings')} (${hard.length})`}</h3>${list}`;
}

function softConflicts(context: ReportContext): string {
  const soft = context.timetable.conflicts
    .filter((conflict) => conflict.strength !== 'must')
    .map((conflict, index) => ({ conflict, index, cost: conflict.deviation * Number(conflict.strength) }))
    .sort((a, b) => b.cost - a.cost || a.index - b.index)
    .map(({ conflict }) => conflict);
  if (soft.length === 0) return '';
  return `<details><summary>${say('softFindings')} (${soft.length})</summary>${conflictList(context, soft, AT_MOST)}</details>`;
}

function ruleRow(score: RuleScore, note: string): Row {
  const { title, unit } = conflictText(score.type);
  const shownId = isStructural(score.rule) ? '' : ` ${escapeText(note)} <code>${escapeText(score.rule)}</code>`;
  const bound = score.bound;
  const best = bound !== undefined && score.cost === bound.value && score.cost > 0;
  return {
    cells: [
      both(title) + shownId,
      strengthWords(score),
      `${score.deviation} <small>${both(unit)}</small>`,
      String(score.cost),
      bound ? String(bound.value) : '–',
      bound ? both(boundMethodText(bound.method)) + (best ? ` · ${say('optimal')}` : '') : '–',
    ],
    ...(score.strength === 'must' && score.deviation > 0 ? { mark: 'bad' } : {}),
  };
}

function totalRow(label: string, value: number, bound: Bound | undefined): Row {
  const proved = bound ? [String(bound.value), both(boundMethodText(bound.method))] : ['–', '–'];
  return { cells: [label, '', '', String(value), ...proved], mark: 'sum' };
}

/** Soft rules and broken ones in full; the hard rules that hold are folded away below. */
export function ruleTable({ naming, timetable }: ReportContext): string {
  const { rules, hard, soft, hardBound, softBound } = timetable.score;
  const notes = new Map(naming.model.rules.map(({ id, rule }) => [id, rule.note ?? '']));
  const columns = [
    { head: say('rule') },
    { head: say('strength') },
    { head: say('deviation'), number: true },
    { head: say('cost'), number: true },
    { head: say('bound'), number: true },
    { head: say('method') },
  ];
  const table = (list: readonly RuleScore[], last: Row[], caption: string): string =>
    htmlTable(columns, [...list.map((score) => ruleRow(score, notes.get(score.rule) ?? '')), ...last], caption);
  const holds = (score: RuleScore): boolean => score.strength === 'must' && score.deviation === 0;
  const holding = rules.filter(holds);
  const totals = [totalRow(say('hard'), hard, hardBound), totalRow(say('soft'), soft, softBound)];
  const shown = table(
    rules.filter((score) => !holds(score)),
    totals,
    both(reportText.ruleCosts),
  );
  const folded =
    holding.length === 0
      ? ''
      : `<details><summary>${say('hardRulesHolding', { n: holding.length })}</summary>${table(holding, [], both(reportText.hardRules))}</details>`;
  return `${shown}<p class="note">${say('boundNote')}</p>${folded}`;
}

export const rulesPanel = (context: ReportContext): string =>
  hardConflicts(context) + ruleTable(context) + softConflicts(context);
