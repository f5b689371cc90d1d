/** The judge's recount as a table and sentences. */
import type { Conflict, RuleScore, Verification } from '../api/types.ts';
import { textTable, type Column } from '../text/text-table.ts';
import { conflictText } from '../text/conflicts.ts';
import type { Lang, Words } from '../text/lang.ts';
import { verifyWords } from '../text/verify.ts';

/** sentences of one strength that are shown; --json gives all */
const SHOWN = 30;

const ruleRow = (rule: RuleScore, lang: Lang): string[] => [
  conflictText(rule.type).title[lang],
  rule.rule,
  rule.strength === 'must' ? verifyWords.must[lang] : String(rule.strength),
  String(rule.deviation),
  String(rule.cost),
];

function sentences(heading: Words, conflicts: readonly Conflict[], lang: Lang): string[] {
  if (conflicts.length === 0) return [];
  const rest = conflicts.length - SHOWN;
  return [
    heading[lang],
    ...conflicts.slice(0, SHOWN).map((conflict) => `  ${conflict.text[lang]}`),
    ...(rest > 0 ? [`  ${verifyWords.more(rest)[lang]}`] : []),
  ];
}

export function verificationText(verification: Verification, lang: Lang): string {
  const columns: Column[] = [
    { head: verifyWords.rule[lang] },
    { head: verifyWords.id[lang] },
    { head: verifyWords.strength[lang] },
    { head: verifyWords.deviation[lang], align: 'right' },
    { head: verifyWords.cost[lang], align: 'right' },
  ];
  const rows = verification.rules.map((rule) => ruleRow(rule, lang));
  const { conflicts, disagreements } = verification;
  const blocks = [
    [textTable(columns, rows)],
    [verifyWords.total(verification.hard, verification.soft)[lang]],
    sentences(
      verifyWords.hardFindings,
      conflicts.filter(({ strength }) => strength === 'must'),
      lang,
    ),
    sentences(
      verifyWords.softFindings,
      conflicts.filter(({ strength }) => strength !== 'must'),
      lang,
    ),
    disagreements.length === 0
      ? []
      : [verifyWords.disagreements[lang], ...disagreements.map((words) => `  ${words[lang]}`)],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
