/** Plain-text tables for a terminal. */
import { padded, plain, textWidth, type Align } from './width.ts';

export interface Column {
  head: string;
  align?: Align;
}

/** Head, rule and rows, joined by line ends; two blanks between columns, none at the end of a line. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(plain));
  const widths = columns.map(({ head }, c) =>
    Math.max(textWidth(head), ...cells.map((row) => textWidth(row[c] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    columns
      .map(({ align }, c) => padded(row[c] ?? '', widths[c] ?? 0, align))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(columns.map(({ head }) => head)), rule, ...cells.map(line)].join('\n');
}
