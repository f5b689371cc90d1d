/** Tables of a terminal: a head, a rule, rows; columns as wide as their widest cell. */
import { pad, plain, textWidth, type Align } from './width.ts';

export interface TerminalColumn {
  head: string;
  align?: Align;
}

export function terminalTable(columns: readonly TerminalColumn[], rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map(plain));
  const widths = columns.map(({ head }, c) =>
    Math.max(textWidth(head), ...cells.map((row) => textWidth(row[c] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    columns
      .map(({ align }, c) => pad(row[c] ?? '', widths[c] ?? 0, align))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ head }) => head)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...cells.map(line),
  ];
}
