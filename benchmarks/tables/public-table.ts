/** Public instances: what others have reached, and what we do. */
import type { PublicRow } from '../rows.ts';
import { markdownTable } from './markdown.ts';
import { newestByCommit } from './newest.ts';
import { median, percent, spread } from './statistics.ts';

const HEAD = [
  'instance',
  'options',
  'commit',
  'runs',
  'feasible',
  'bound',
  'finalists’ best',
  'ours: best',
  'median',
  'worst',
  'gap of the median',
  '',
  'first feasible, s',
  'moves/s',
  'load before',
];

function lineOf(group: readonly PublicRow[]): string[] {
  const [first] = group;
  const feasible = group.filter(({ distance }) => distance === 0);
  const softs = feasible.map(({ soft }) => soft);
  const known = first?.known ?? 0;
  const isMet = softs.length > 0 && Math.min(...softs) <= known;
  const ofSofts = (figure: () => number): string => (softs.length === 0 ? '–' : String(figure()));
  return [
    first?.instance ?? '',
    `\`${first?.settings ?? ''}\``,
    first?.commit ?? '',
    String(group.length),
    `${feasible.length} of ${group.length}`,
    first?.bound === undefined ? '–' : String(first.bound),
    String(known),
    ofSofts(() => Math.min(...softs)),
    ofSofts(() => median(softs)),
    ofSofts(() => Math.max(...softs)),
    softs.length === 0 ? '–' : percent((median(softs) - known) / Math.max(1, known)),
    isMet ? 'met' : 'missed',
    spread(group.flatMap(({ firstFeasibleSeconds }) => firstFeasibleSeconds ?? [])),
    `${spread(group.map(({ movesPerSecond }) => movesPerSecond / 1e6))}M`,
    spread(group.map(({ loadBefore }) => loadBefore)),
  ];
}

/** By instance, then by what was asked of it. */
const orderOf = (row: PublicRow | undefined): string => `${row?.instance} ${row?.settings}`;

export const publicTable = (rows: readonly PublicRow[]): string =>
  rows.length === 0
    ? 'No rows yet.'
    : markdownTable(
        HEAD,
        newestByCommit(rows, ({ instance, settings }) => JSON.stringify([instance, settings]))
          .toSorted(([a], [b]) => orderOf(a).localeCompare(orderOf(b), 'en', { numeric: true }))
          .map(lineOf),
      );
