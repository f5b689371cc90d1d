/** The judge's recount as a table and sentences. */
import type { RuleScore, Verification } from '../api/index.ts';
import { verifyWords } from '../text/cli.ts';
import type { Lang } from '../text/lang.ts';
import { padded, widthOf } from './text-width.ts';

const GAP = 2;

/** First column to the left, figures to the right. */
function table(rows: readonly (readonly string[])[], textColumns: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column < textColumns ? padded(cell, width) : ' '.repeat(width - widthOf(cell)) + cell;
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

const ruleRow = (rule: RuleScore, lang: Lang): string[] => [
  rule.rule,
  rule.rule === rule.type ? '' : rule.type,
  rule.strength === 'must' ? verifyWords.must[lang] : String(rule.strength),
  String(rule.deviation),
  String(rule.cost),
];

export function verificationText(verification: Verification, lang: Lang): string {
  const heads = [verifyWords.rule, verifyWords.type, verifyWords.strength, verifyWords.deviation, verifyWords.cost];
  const rows = [heads.map((words) => words[lang]), ...verification.rules.map((rule) => ruleRow(rule, lang))];
  const blocks = [
    table(rows, 3),
    [verifyWords.total(verification.hard, verification.soft)[lang]],
    verification.conflicts.map((conflict) => conflict.text[lang]),
    verification.disagreements.length === 0
      ? []
      : [verifyWords.disagreements[lang], ...verification.disagreements.map((words) => `  ${words[lang]}`)],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
