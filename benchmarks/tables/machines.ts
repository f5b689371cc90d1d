/** Where the rows were measured. */
import type { Machine } from '../rows.ts';

export function machinesInWords(rows: readonly { machine: Machine; date: string }[]): string {
  const seen = new Map<string, string[]>();
  for (const { machine, date } of rows) {
    const name = `${machine.cpu}, ${machine.cores} cores, Node ${machine.node.replace(/^v/, '')}`;
    seen.set(name, [...(seen.get(name) ?? []), date]);
  }
  const lines = [...seen].map(([name, dates]) => {
    const sorted = dates.toSorted();
    const [first, last] = [sorted[0], sorted.at(-1)];
    return `- ${name}: ${dates.length} ${dates.length === 1 ? 'row' : 'rows'}, ${first === last ? first : `${first} to ${last}`}`;
  });
  return lines.length === 0 ? 'No rows yet.' : lines.join('\n');
}
