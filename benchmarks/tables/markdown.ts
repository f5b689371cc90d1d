/** Tables of a document, and the places in it that are drawn from rows. */

const escaped = (cell: string): string => cell.replaceAll('|', String.raw`\|`);

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** The text between `<!-- table:NAME -->` and `<!-- /table:NAME -->` replaced. Throws where the document has no such place. */
export function replaceTable(document: string, name: string, table: string): string {
  const [from, to] = [`<!-- table:${name} -->`, `<!-- /table:${name} -->`];
  const start = document.indexOf(from);
  const end = document.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`the document has no place for table:${name}`);
  return `${document.slice(0, start + from.length)}\n\n${table}\n\n${document.slice(end)}`;
}
