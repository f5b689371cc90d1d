/** FET beside us: the same school, the same sections, both weeks counted under our rules. */
import type { FetRow, SolveRow } from '../rows.ts';
import { markdownTable } from './markdown.ts';
import { newestByCommit } from './newest.ts';
import { figure, median, spread } from './statistics.ts';

/** What FET may take for the target of measuring: a thirtieth of it, at least 1.5 s; where it gives up 5 s. */
export function targetSeconds(group: readonly FetRow[]): number {
  if (group.some(({ solved }) => !solved)) return 5;
  return Math.max(1.5, median(group.map(({ seconds }) => seconds)) / 30);
}

function fetLine(group: readonly FetRow[], ours: readonly SolveRow[]): string[] {
  const [first] = group;
  const solved = group.filter((row) => row.solved);
  const weeks = ours.filter(({ hard }) => hard === 0);
  const target = targetSeconds(group);
  const ourSeconds = ours.map(({ seconds }) => seconds);
  const placed = group.map((row) => row.placed);
  return [
    first?.instance ?? '',
    first?.settings ?? '',
    `${solved.length} of ${group.length}`,
    solved.length === group.length
      ? spread(group.map(({ seconds }) => seconds))
      : `gave up; ${spread(placed)} of ${first?.lessons ?? 0} lessons placed`,
    spread(solved.flatMap(({ soft }) => soft ?? [])),
    ours[0]?.commit ?? '–',
    ours.length === 0 ? '–' : `${weeks.length} of ${ours.length}`,
    spread(ourSeconds),
    spread(weeks.map(({ soft }) => soft)),
    figure(target),
    ours.length === 0 ? '–' : median(ourSeconds) <= target && weeks.length === ours.length ? 'met' : 'missed',
    spread([...group, ...ours].map(({ loadBefore }) => loadBefore)),
  ];
}

const HEAD = [
  'school',
  'FET',
  'solved',
  'FET, s',
  'FET, soft',
  'our commit',
  'complete',
  'ours, s',
  'ours, soft',
  'target, s',
  '',
  'load before',
];

/** One line per school and what FET was told; our rows are those of the same school's file. */
export function fetTable(fet: readonly FetRow[], ours: readonly SolveRow[]): string {
  const newest = newestByCommit(ours, ({ instance, settings }) => JSON.stringify([instance, settings])).flat();
  return markdownTable(
    HEAD,
    newestByCommit(fet, ({ instance, settings }) => JSON.stringify([instance, settings])).map((group) =>
      fetLine(
        group,
        newest
          .flat()
          .filter((row) => row.instance === group[0]?.instance && row.schoolSha256 === group[0].schoolSha256),
      ),
    ),
  );
}
