/** A difference in plain text: counts first, then every change, then who is touched. */
import { diffText } from '../../text/diff.ts';
import type { Lang } from '../../text/lang.ts';
import { textTable } from '../../text/text-table.ts';
import { plain } from '../../text/width.ts';
import { changeCounts, changeTables } from './blocks.ts';
import type { NamedChanges } from './named-changes.ts';

/** Ends with a newline. */
export function changesText(changes: NamedChanges, lang: Lang): string {
  const counts = changeCounts(changes, lang);
  if (counts.length === 0) return `${diffText.nothing[lang]}\n`;
  const tables = changeTables(changes, lang).map(({ title, columns, rows }) => {
    const heads = columns.map(({ head, number }) => ({ head, align: number ? ('right' as const) : ('left' as const) }));
    return `${plain(title)} (${rows.length})\n${textTable(heads, rows)}`;
  });
  return `${[[...counts, diffText.matched[lang]].join('\n'), ...tables].join('\n\n')}\n`;
}
