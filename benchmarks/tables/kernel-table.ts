/** Kernels alone: calls per second. */
import type { KernelRow } from '../rows.ts';
import { markdownTable } from './markdown.ts';
import { newestByCommit } from './newest.ts';
import { figure } from './statistics.ts';

/** Of several measurements at one commit the last one stands. */
export function kernelTable(rows: readonly KernelRow[]): string {
  const lines = newestByCommit(rows, (row) => JSON.stringify([row.instance, row.kernel])).flatMap((group) => {
    const row = group.at(-1);
    if (!row) return [];
    const { kernel, instance, commit, median, p75, samples, loadBefore } = row;
    return [[kernel, instance, commit, figure(median), figure(p75), String(samples), String(loadBefore)]];
  });
  return markdownTable(['kernel', 'school', 'commit', 'median /s', 'p75 /s', 'samples', 'load before'], lines);
}
