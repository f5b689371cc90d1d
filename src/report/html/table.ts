/** Plain HTML tables; cells are HTML already. */

export interface Column {
  head: string;
  /** numbers are set right */
  number?: boolean;
}

export interface Row {
  cells: string[];
  /** class of the row */
  mark?: string;
}

export function htmlTable(columns: readonly Column[], rows: readonly Row[], caption: string): string {
  const classOf = (column: Column | undefined): string => (column?.number ? ' class="n"' : '');
  const head = columns.map((column) => `<th scope="col"${classOf(column)}>${column.head}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.cells.map((cell, i) =>
      i === 0 ? `<th scope="row"${classOf(columns[0])}>${cell}</th>` : `<td${classOf(columns[i])}>${cell}</td>`,
    );
    return `<tr${row.mark ? ` class="${row.mark}"` : ''}>${cells.join('')}</tr>`;
  });
  return `<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
}
