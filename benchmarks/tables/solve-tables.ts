/** Whole runs: what came out, how good, how fast; one line per school and settings. */
import type { SolveRow } from '../rows.ts';
import { markdownTable } from './markdown.ts';
import { newestByCommit } from './newest.ts';
import { figure, median, percent, spread } from './statistics.ts';

/** Seeds that a full measurement of a school and settings has. */
export const FULL_SEEDS = 10;

const groupsOf = (rows: readonly SolveRow[]): SolveRow[][] =>
  newestByCommit(rows, (row) => JSON.stringify([row.instance, row.settings]));

const instanceOf = ([row]: readonly SolveRow[]): string => row?.instance ?? '';

/** `10 of 10`, or a sentence that cannot be taken for it. */
const rowsRun = (group: readonly SolveRow[], wanted: number): string =>
  group.length >= wanted ? `${group.length} of ${wanted}` : `${group.length} of ${wanted} rows run`;

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** `1.2M` */
const millions = (value: number): string => `${figure(value / 1e6)}M`;

function solveLine(group: readonly SolveRow[], wanted: number): string[] {
  const complete = group.filter((row) => row.status === 'complete').length;
  return [
    instanceOf(group),
    `\`${group[0]?.settings ?? ''}\``,
    group[0]?.commit ?? '',
    rowsRun(group, wanted),
    `${complete} of ${group.length}`,
    spread(group.map((row) => row.hard)),
    spread(group.map((row) => row.soft)),
    spread(group.map((row) => row.bound)),
    spread(
      group.map((row) => row.gap),
      percent,
    ),
    spread(known(group.map((row) => row.firstCompleteSeconds))),
    spread(group.map((row) => row.seconds)),
    `${figure(Math.max(...group.map((row) => row.peakMemoryBytes)) / 1e6)} MB`,
    spread(known(group.map((row) => row.movesPerSecond)), millions),
    spread(group.map((row) => row.loadBefore)),
  ];
}

const SOLVE_HEAD = [
  'school',
  'options',
  'commit',
  'seeds',
  'complete',
  'hard',
  'soft',
  'bound',
  'gap',
  'first complete, s',
  'whole run, s',
  'peak',
  'moves/s',
  'load before',
];

export const solveTable = (rows: readonly SolveRow[], wanted = FULL_SEEDS): string =>
  markdownTable(
    SOLVE_HEAD,
    groupsOf(rows).map((group) => solveLine(group, wanted)),
  );

/** A bound that says nothing is none. */
function gapInWords(costs: readonly number[], bounds: readonly number[], methods: ReadonlySet<string>): string {
  if (costs.every((cost) => cost === 0)) return '0 %';
  if (bounds.every((bound) => bound === 0) && methods.has('trivial')) return 'no bound';
  return spread(
    costs.map((cost, index) => (cost - (bounds[index] ?? 0)) / Math.max(1, bounds[index] ?? 0)),
    percent,
  );
}

function ruleLines(group: readonly SolveRow[]): string[][] {
  const ids = [...new Set(group.flatMap((row) => Object.keys(row.rules)))];
  return ids.map((id) => {
    const scores = group.flatMap((row) => row.rules[id] ?? []);
    const costs = scores.map(({ cost }) => cost);
    const bounds = scores.map(({ bound }) => bound);
    const methods = new Set(scores.map(({ method }) => method));
    const shownBy = [...methods].join(', ');
    return [instanceOf(group), id, spread(costs), `${spread(bounds)}, ${shownBy}`, gapInWords(costs, bounds, methods)];
  });
}

export const ruleTable = (rows: readonly SolveRow[]): string =>
  markdownTable(['school', 'rule', 'cost', 'bound', 'gap'], groupsOf(rows).flatMap(ruleLines));

/** Which must rules do not hold, where any does not. */
export function brokenInWords(rows: readonly SolveRow[]): string {
  const lines = groupsOf(rows).flatMap((group) => {
    const ids = [...new Set(group.flatMap((row) => Object.keys(row.broken)))];
    return ids.map((id) => {
      const found = group.flatMap((row) => row.broken[id] ?? []);
      return `- ${instanceOf(group)}: \`${id}\` ${figure(median(found))} (median of ${found.length} of ${group.length} runs)`;
    });
  });
  return lines.length === 0 ? 'Every must rule holds in every run.' : lines.join('\n');
}
