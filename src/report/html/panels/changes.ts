/** What changed against an earlier week: how much, and what, in the page's both languages. */
import { fill } from '../../../text/catalogue.ts';
import { diffText } from '../../../text/diff.ts';
import type { Lang } from '../../../text/lang.ts';
import { changeCounts, changeTables } from '../../changes/blocks.ts';
import type { NamedChanges } from '../../changes/named-changes.ts';
import type { ReportContext } from '../../context.ts';
import { escapeText } from '../escape.ts';
import { htmlTable } from '../table.ts';
import { both } from '../words.ts';

/** A page stays small, whatever changed; the command lists everything. */
const ROWS = 200;

function inLanguage(changes: NamedChanges, lang: Lang): string {
  const counts = changeCounts(changes, lang);
  if (counts.length === 0) return `<p class="good">${escapeText(diffText.nothing[lang])}</p>`;
  const tables = changeTables(changes, lang).map(({ title, columns, rows }) => {
    const shown = rows.slice(0, ROWS).map((cells) => ({ cells: cells.map(escapeText) }));
    const heads = columns.map(({ head, number }) => ({ head: escapeText(head), number: number === true }));
    const left = rows.length - shown.length;
    const more = left > 0 ? `<p>${escapeText(fill(diffText.andMore[lang], { n: left }))}</p>` : '';
    return htmlTable(heads, shown, escapeText(`${title} (${rows.length})`)) + more;
  });
  return `${counts.map((line) => `<p>${escapeText(line)}</p>`).join('')}${tables.join('')}`;
}

export function changesPanel({ changes }: ReportContext): string {
  if (!changes) return '';
  const langs: Lang[] = ['zh', 'en'];
  const parts = langs.map((lang) => `<div lang="${lang}">${inLanguage(changes, lang)}</div>`);
  return `<p class="note">${both(diffText.matched)}</p>${parts.join('')}`;
}
