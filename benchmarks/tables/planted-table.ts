/** Impossibilities of known cause: found, proved, named by facts of which none can be spared, and cured. */
import type { PlantedRow } from '../rows.ts';
import { markdownTable } from './markdown.ts';
import { newestByCommit } from './newest.ts';
import { figure } from './statistics.ts';

/** For whoever watches the run. */
export const plantedInWords = ({ kinds, proved, named, spareFacts, seconds, repair, ...row }: PlantedRow): string =>
  [
    `${kinds.join(', ')}${proved ? ' proved' : ' NOT PROVED'}${named ? '' : ', CAUSE NOT NAMED'} in ${seconds} s`,
    ...(spareFacts > 0 ? [`${spareFacts} FACTS TOO MANY`] : []),
    repair === null ? 'NO REPAIR' : `${repair.text} (price ${repair.price}) ${row.cured ? 'cures' : 'DOES NOT CURE'}`,
    `${row.repairSeconds} s`,
  ].join(' · ');

const HEAD = [
  'school',
  'planted',
  'commit',
  'certificates',
  'proved',
  'cause named',
  'facts that can be spared',
  's',
  'first repair',
  'price',
  'cured',
  's with the repair',
];

const yes = (is: boolean): string => (is ? 'yes' : '**no**');

const lineOf = (row: PlantedRow): string[] => [
  `${row.instance} (${figure(row.students)} students)`,
  row.plant,
  row.commit,
  `${row.certificates}: ${row.kinds.join(', ')}`,
  yes(row.proved),
  yes(row.named),
  String(row.spareFacts),
  figure(row.seconds),
  row.repair?.text ?? '**none**',
  row.repair ? figure(row.repair.price) : '–',
  yes(row.cured),
  figure(row.repairSeconds),
];

const newest = (rows: readonly PlantedRow[]): PlantedRow[] =>
  newestByCommit(rows, ({ instance, plant }) => JSON.stringify([instance, plant])).flatMap((group) => group.slice(-1));

export const plantedTable = (rows: readonly PlantedRow[]): string => markdownTable(HEAD, newest(rows).map(lineOf));

/** How many of each school hold, and the longest diagnosis. */
export function plantedSummary(rows: readonly PlantedRow[]): string {
  const shown = newest(rows);
  const schools = [...new Set(shown.map(({ instance }) => instance))];
  return schools
    .map((instance) => {
      const own = shown.filter((row) => row.instance === instance);
      const count = (holds: (row: PlantedRow) => boolean): string => `${own.filter(holds).length} of ${own.length}`;
      return [
        `- ${instance}: ${count(({ proved }) => proved)} proved`,
        `cause named in ${count(({ named }) => named)}`,
        `no fact to spare in ${count(({ spareFacts }) => spareFacts === 0)}`,
        `longest diagnosis ${figure(Math.max(...own.map(({ seconds }) => seconds)))} s`,
        `first repair cures ${count(({ cured }) => cured)}`,
      ].join('; ');
    })
    .join('\n');
}
