/** What a second thread is worth. */
import type { ThreadRow } from '../rows.ts';
import { markdownTable } from './markdown.ts';
import { newestByCommit } from './newest.ts';
import { median, spread } from './statistics.ts';

const TARGET = 1.8;

const HEAD = [
  'school',
  'options',
  'commit',
  'seeds',
  '1 thread, epochs/s',
  '2 threads, epochs/s',
  'ratio',
  '',
  'load before',
];

function lineOf(group: readonly ThreadRow[]): string[] {
  const [first] = group;
  const ratios = group.map(({ one, two }) => two / one);
  return [
    first?.instance ?? '',
    `\`${first?.settings ?? ''}\``,
    first?.commit ?? '',
    String(group.length),
    spread(group.map(({ one }) => one)),
    spread(group.map(({ two }) => two)),
    spread(ratios),
    median(ratios) >= TARGET ? 'met' : 'missed',
    spread(group.map(({ loadBefore }) => loadBefore)),
  ];
}

export const threadsTable = (rows: readonly ThreadRow[]): string =>
  markdownTable(
    HEAD,
    newestByCommit(rows, ({ instance, settings }) => JSON.stringify([instance, settings])).map(lineOf),
  );
