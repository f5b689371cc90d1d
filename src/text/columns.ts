/** Plain-text tables for a terminal, where a Chinese character takes two columns. */

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

export function columnsOf(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : 1;
  return width;
}

export interface Column {
  head: string;
  /** numbers stand to the right */
  right?: boolean;
}

/** Head, rule and rows; two blanks between columns, none at the end of a line. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ head }, c) => Math.max(columnsOf(head), ...rows.map((row) => columnsOf(row[c] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, c) => {
        const gap = ' '.repeat(Math.max(0, (widths[c] ?? 0) - columnsOf(cell)));
        return columns[c]?.right ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(columns.map(({ head }) => head)), rule, ...rows.map(line)].join('\n');
}
