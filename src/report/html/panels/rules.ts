/** What does not hold, in sentences, and what each rule costs beside the proved least. */
import { conflictText } from '../../../text/conflicts.ts';
import { boundMethodText, reportText } from '../../../text/report.ts';
import type { Bound, Conflict, EntityKind, RuleScore, Who } from '../../../timetable/types.ts';
import type { ReportContext } from '../../context.ts';
import { groupConflicts } from '../../conflicts.ts';
import { NAMED, STUDENTS_NAMED } from '../../naming.ts';
import { escapeText } from '../escape.ts';
import { htmlTable, type Row } from '../table.ts';
import { both, say } from '../words.ts';

/** A page stays readable, and small, whatever the number of soft findings. */
const AT_MOST = 500;

const COLON = { zh: '：', en: ': ' };
const COMMA = { zh: '、', en: ', ' };

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

function indexOf({ naming, week }: ReportContext, { kind, id }: Who): number | undefined {
  const { model } = naming;
  const indexes: Partial<Record<EntityKind, Map<string, number>>> = {
    student: model.studentOf,
    teacher: model.teacherOf,
    homeroom: model.homeroomOf,
    section: week.sectionOf,
    room: model.roomOf,
  };
  return indexes[kind]?.get(id);
}

/** The name, as a link where there is a week to see. */
function linkTo(context: ReportContext, who: Who): string {
  const index = indexOf(context, who);
  const shown = who.kind === 'section' ? both(context.naming.section(who.id)) : escapeText(who.name || who.id);
  return index === undefined ? shown : `<a href="#week/${LINKED[who.kind]}/${index}">${shown}</a>`;
}

function linksOf(context: ReportContext, conflict: Conflict): string {
  const [student] = conflict.who.filter(({ kind }) => kind === 'student');
  const others = conflict.who.filter(({ kind }) => kind !== 'student');
  const links = [...(student ? [student] : []), ...others]
    .slice(0, 5)
    .filter((who) => indexOf(context, who) !== undefined)
    .map((who) => linkTo(context, who));
  return links.length === 0 ? '' : `${say('seeWeeks')} ${links.join(' ')}`;
}

/** A sentence names the first few of many; here all of them can be unfolded. */
function inFull(context: ReportContext, { who, slots }: Conflict): string {
  const { naming } = context;
  const kinds = [...new Set(who.map(({ kind }) => kind))];
  const lists = kinds.flatMap((kind) => {
    const all = who.filter((each) => each.kind === kind);
    if (all.length <= (kind === 'student' ? STUDENTS_NAMED : NAMED)) return [];
    const names = all.map((each) => linkTo(context, each)).join(' ');
    return [`<p class="chips">${say(kind)} (${all.length})${both(COLON)}${names}</p>`];
  });
  if (slots.length > NAMED) {
    const names = slots.map((slot) => both(naming.slot(slot))).join(both(COMMA));
    lists.push(`<p class="chips">${say('slots')} (${slots.length})${both(COLON)}${names}</p>`);
  }
  return lists.length === 0 ? '' : `<details><summary>${say('namedInFull')}</summary>${lists.join('')}</details>`;
}

function conflictList(context: ReportContext, list: readonly Conflict[], atMost: number): string {
  const items = list.slice(0, atMost).map((conflict) => {
    const { title } = conflictText(conflict.type);
    return `<li><span class="tag">${both(title)}</span> ${both(conflict.text)} <span class="links">${linksOf(context, conflict)}</span>${inFull(context, conflict)}</li>`;
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
