/** How time grows with the number of students. */
import type { SolveRow } from '../rows.ts';
import { markdownTable } from './markdown.ts';
import { grouped, newestByCommit } from './newest.ts';
import { figure, median, spread } from './statistics.ts';

const MARK = 'growth-of-';

/** `growth-of-SCHOOL-STUDENTS` */
export const growthInstance = (of: string, students: number): string => `${MARK}${of}-${students}`;

export const isGrowth = ({ instance }: Pick<SolveRow, 'instance'>): boolean => instance.startsWith(MARK);

const partsOf = ({ instance }: SolveRow): { of: string; students: number } => {
  const dash = instance.lastIndexOf('-');
  return { of: instance.slice(MARK.length, dash), students: Number(instance.slice(dash + 1)) };
};

/** The exponent of the power of x that fits y best: the slope of the straight line through the logarithms, by least squares. */
export function logLogSlope(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(logs.map(([one]) => one));
  const y = mean(logs.map(([, one]) => one));
  const above = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** The target: time grows at most with this power of the students; eight times as many take at most 22.6 times as long. */
const STEEPEST = 1.5;
/** The target speaks of sizes this many times apart. */
const WIDEST = 8;

const known = (values: readonly (number | null | undefined)[]): number[] => values.flatMap((value) => value ?? []);

const engine = (rows: readonly SolveRow[]): number[] => known(rows.map((row) => row.engineSeconds));
const cpu = (rows: readonly SolveRow[]): number[] => known(rows.map((row) => row.cpuSeconds));

function sizeLine(rows: readonly SolveRow[]): string[] {
  const [first] = rows;
  return [
    first ? partsOf(first).of : '',
    first ? figure(partsOf(first).students) : '',
    `\`${first?.settings ?? ''}\``,
    first?.commit ?? '',
    String(rows.length),
    `${rows.filter(({ hard }) => hard === 0).length} of ${rows.length}`,
    spread(engine(rows)),
    spread(cpu(rows)),
    spread(known(rows.map((row) => row.firstCompleteSeconds))),
    `${figure(Math.max(...rows.map((row) => row.peakMemoryBytes)) / 1e6)} MB`,
    spread(rows.map((row) => row.loadBefore)),
  ];
}

const HEAD = [
  'school',
  'students',
  'options',
  'commit',
  'seeds',
  'complete',
  'engine, s',
  'processor, s',
  'first complete, s',
  'peak',
  'load before',
];

function fitInWords(sizes: readonly SolveRow[][], name: string, secondsOf: (rows: readonly SolveRow[]) => number[]) {
  const points = sizes.flatMap((rows) => {
    const seconds = secondsOf(rows);
    const [first] = rows;
    return first && seconds.length > 0 ? [[partsOf(first).students, median(seconds)] as const] : [];
  });
  const sorted = points.toSorted(([a], [b]) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most || least === most) return [];
  const slope = logLogSlope(points);
  const ratio = most[1] / least[1];
  const allowed = (most[0] / least[0]) ** STEEPEST;
  const met = slope <= STEEPEST && ratio <= allowed ? 'met' : 'missed';
  const verdict = most[0] < WIDEST * least[0] ? 'sizes too close to tell' : met;
  return [
    `- ${name}: slope ${figure(slope)} (target ${STEEPEST}); ${figure(most[0])} students take ${figure(ratio)} times as long as ${figure(least[0])} (target ${figure(allowed)}): ${verdict}`,
  ];
}

/** A line per size, and below it the fit over the sizes of each school and settings. */
export function growthTable(rows: readonly SolveRow[]): string {
  const sizes = newestByCommit(rows, ({ instance, settings }) => JSON.stringify([instance, settings]));
  const schools = grouped(sizes, ([row]) => (row ? JSON.stringify([partsOf(row).of, row.settings]) : ''));
  const fits = schools.flatMap((group) => {
    const [row] = group.flat();
    const name = row ? `${partsOf(row).of}, \`${row.settings}\`` : '';
    return [
      ...fitInWords(group, `${name}, engine seconds`, engine),
      ...fitInWords(group, `${name}, processor seconds`, cpu),
    ];
  });
  const bySize = sizes.toSorted(([a], [b]) => (a && b ? partsOf(a).students - partsOf(b).students : 0));
  return `${markdownTable(HEAD, bySize.map(sizeLine))}\n\n${fits.join('\n')}`;
}
