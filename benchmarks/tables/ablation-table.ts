/** What each neighbourhood of the search is worth: the same seeds and epochs with all of them, and with one left out. */
import type { AblationRow } from '../rows.ts';
import { markdownTable } from './markdown.ts';
import { grouped, newestByCommit } from './newest.ts';
import { figure, median, spread } from './statistics.ts';

/** Differences of pairs with the same seed, `+3 (−1–+8)`; `–` where there is no pair. */
function paired(group: readonly AblationRow[], all: readonly AblationRow[], of: (row: AblationRow) => number): string {
  const differences = group.flatMap((row) => {
    const whole = all.find(({ seed }) => seed === row.seed);
    return whole ? [of(row) - of(whole)] : [];
  });
  if (differences.length === 0) return '–';
  const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${figure(Math.abs(value))}`;
  const [middle, least, most] = [median(differences), Math.min(...differences), Math.max(...differences)];
  return least === most ? signed(middle) : `${signed(middle)} (${signed(least)} to ${signed(most)})`;
}

/** An epoch more than there were stands for never. */
const closedAt = (row: AblationRow): number => row.closedAt ?? row.epochs + 1;

const HEAD = [
  'school',
  'without',
  'options',
  'commit',
  'seeds',
  'complete',
  'complete at epoch',
  'hard',
  'soft',
  'soft, against all',
  'search, s',
  'load before',
];

function lineOf(group: readonly AblationRow[], all: readonly AblationRow[]): string[] {
  const [first] = group;
  const never = group.filter((row) => row.closedAt === null).length;
  const epochs = spread(group.flatMap((row) => row.closedAt ?? []));
  return [
    first?.instance ?? '',
    first?.without === '' ? 'nothing' : (first?.without ?? ''),
    `\`${first?.settings ?? ''}\``,
    first?.commit ?? '',
    String(group.length),
    `${group.filter(({ hard }) => hard === 0).length} of ${group.length}`,
    never === 0 ? epochs : `${epochs}; ${never} never`,
    spread(group.map(({ hard }) => hard)),
    spread(group.map(({ soft }) => soft)),
    first?.without === '' ? '' : paired(group, all, ({ soft }) => soft),
    spread(group.map(({ seconds }) => seconds)),
    spread(group.map(({ loadBefore }) => loadBefore)),
  ];
}

const schoolKey = ({ instance, settings }: AblationRow): string => JSON.stringify([instance, settings]);

/** A neighbourhood that the newest commit has no row for is no part of it any more. */
export function ablationTable(rows: readonly AblationRow[]): string {
  const lines = newestByCommit(rows, schoolKey).flatMap((school) => {
    const all = school.filter(({ without }) => without === '');
    return grouped(school, ({ without }) => without).map((group) => lineOf(group, all));
  });
  return markdownTable(HEAD, lines);
}

/** What leaving it out costs over all schools, in epochs until the week is complete: `- kempe-chain: later in 7 of 9 runs, sooner in 1`. */
export function ablationInWords(rows: readonly AblationRow[]): string {
  const newest = newestByCommit(rows, schoolKey).flat();
  const names = [...new Set(newest.map(({ without }) => without))].filter((name) => name !== '');
  const lines = names.map((name) => {
    const pairs = newest.flatMap((row) => {
      const all = newest.find(
        (one) => one.without === '' && one.seed === row.seed && schoolKey(one) === schoolKey(row),
      );
      return row.without === name && all ? [{ row, all }] : [];
    });
    const count = (holds: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(holds).length;
    const later = count(({ row, all }) => closedAt(row) > closedAt(all));
    const sooner = count(({ row, all }) => closedAt(row) < closedAt(all));
    const worse = count(({ row, all }) => row.soft > all.soft);
    const better = count(({ row, all }) => row.soft < all.soft);
    return `- without \`${name}\`: complete later in ${later} of ${pairs.length} runs, sooner in ${sooner}; soft cost higher in ${worse}, lower in ${better}`;
  });
  return lines.join('\n');
}
