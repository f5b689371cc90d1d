/** The rows that benchmarks leave behind, one JSON object a line, appended only. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Machine {
  cpu: string;
  cores: number;
  node: string;
}

/** What every row says of itself. */
export interface Measured {
  instance: string;
  /** the program's */
  commit: string;
  date: string;
  /** 1-minute load average before the start */
  loadBefore: number;
  machine: Machine;
}

/** A soft rule of a solved week; `bound` is in cost, like `cost`. */
export interface RuleRow {
  cost: number;
  bound: number;
  method: string;
}

/** One run of the whole program on one school. */
export interface SolveRow extends Measured {
  /** of the school's file */
  schoolSha256: string;
  /** options of `zouban solve`, as given */
  settings: string;
  seed: number;
  threads: number;
  status: string;
  stopReason: string;
  epochs: number;
  hard: number;
  soft: number;
  /** deviation of every structural or must rule that does not hold */
  broken: Record<string, number>;
  rules: Record<string, RuleRow>;
  bound: number;
  /** (soft − bound) / max(1, bound) */
  gap: number;
  /** from the start of the process to the first barrier with hard 0; null: never */
  firstCompleteSeconds: number | null;
  /** whole process, start and output included */
  seconds: number;
  /** from the school read to the week judged, without the start of Node; rows of older commits have none */
  engineSeconds?: number;
  /** processor time of all threads, user and system; absent where nothing tells it */
  cpuSeconds?: number;
  /** of the whole process */
  peakMemoryBytes: number;
  /** proposals of all threads together; null: the search ended before its first epoch */
  movesPerSecond: number | null;
}

/** One kernel, measured alone in one thread. */
export interface KernelRow extends Measured {
  kernel: string;
  /** calls in one sample */
  batch: number;
  samples: number;
  /** calls per second: median, and what the slower quarter of the samples stays below */
  median: number;
  p75: number;
}

/** One run of fet-cl on the week problem of a school whose sections stand. */
export interface FetRow extends Measured {
  /** of the school's file */
  schoolSha256: string;
  /** of the file that FET was given */
  fileSha256: string;
  /** version of FET, which wishes it was told, its limit */
  settings: string;
  seed: number;
  solved: boolean;
  /** the most lessons it had placed, of all */
  placed: number;
  lessons: number;
  /** of its week under our rules; null where it gave up */
  hard: number | null;
  soft: number | null;
  /** cost of every soft rule that costs something */
  rules: Record<string, number>;
  /** whole process */
  seconds: number;
}

/** How much of an earlier week is another in a later one. */
export interface ChangeCounts {
  /** at another time, new or gone */
  lessons: number;
  /** lessons at their time in another room */
  rooms: number;
  /** sections with other teachers */
  teachers: number;
  /** student–course pairs in another section, taken up or given up */
  seats: number;
  /** people who notice any of it */
  studentsTouched: number;
  teachersTouched: number;
}

export interface ChangedWeek {
  status: string;
  hard: number;
  soft: number;
  /** whole process */
  seconds: number;
  changes: ChangeCounts;
  /** no week has fewer changes, and how many this one has; null: nothing is proved */
  fewest: number | null;
  used: number | null;
}

/** One event in one school with a week: the week that starts from it, and one made afresh. */
export interface ChangeRow extends Measured {
  event: string;
  /** what has happened to whom, by ids */
  what: string;
  settings: string;
  seed: number;
  threads: number;
  /** of the school before the event */
  lessons: number;
  students: number;
  kept: ChangedWeek;
  fresh: ChangedWeek;
}

/** One search with a neighbourhood left out (`without`), or with all of them (''). */
export interface AblationRow extends Measured {
  /** of the school's file */
  schoolSha256: string;
  without: string;
  settings: string;
  seed: number;
  threads: number;
  epochs: number;
  /** proposals of an island in an epoch */
  epochSize: number;
  hard: number;
  soft: number;
  /** the first epoch whose best week has hard 0; null: never */
  closedAt: number | null;
  /** search alone */
  seconds: number;
  uses: { name: string; proposed: number; accepted: number; improved: number }[];
}

/** The same search with one thread and with two, one after the other. */
export interface ThreadRow extends Measured {
  /** of the school's file */
  schoolSha256: string;
  settings: string;
  seed: number;
  /** epochs of all islands a second */
  one: number;
  two: number;
}

/** One run of the engine on a public instance, counted by the evaluator of its family. */
export interface PublicRow extends Measured {
  /** of the instance's file */
  fileSha256: string;
  settings: string;
  seed: number;
  threads: number;
  epochs: number;
  /** proposals of an island in an epoch */
  epochSize: number;
  /** students of events left out: 0 is a feasible answer */
  distance: number;
  soft: number;
  /** the best that is known here, of others */
  known: number;
  /** no answer costs less, proved by counting; absent in rows before 2026-11-29 */
  bound?: number;
  firstFeasibleSeconds: number | null;
  /** reading, search and counting */
  seconds: number;
  movesPerSecond: number;
}

/** One impossibility of known cause in one school, a sample or NAME@STUDENTS. */
export interface PlantedRow extends Measured {
  plant: string;
  seed: number;
  threads: number;
  students: number;
  /** how many, and of which kinds */
  certificates: number;
  kinds: string[];
  /** the recount bears all of them out */
  proved: boolean;
  /** one of them is of the planted kind and has the planted facts */
  named: boolean;
  /** facts of all of them without which the rest would be impossible too */
  spareFacts: number;
  /** `zouban diagnose`, whole process */
  seconds: number;
  /** the first that is told; null: none */
  repair: { price: number; text: string } | null;
  /** `zouban diagnose --repairs --most 1`, whole process */
  repairSeconds: number;
  /** a week of the repaired school from another seed is complete, and the judge agrees */
  cured: boolean;
}

const resultsFile = (name: string): string => fileURLToPath(new URL(`results/${name}.ndjson`, import.meta.url));

export const SOLVE_ROWS = resultsFile('solve');
export const KERNEL_ROWS = resultsFile('kernels');
export const FET_ROWS = resultsFile('fet');
export const CHANGE_ROWS = resultsFile('change');
export const ABLATION_ROWS = resultsFile('ablation');
export const THREAD_ROWS = resultsFile('threads');
export const PUBLIC_ROWS = resultsFile('public');
export const PLANTED_ROWS = resultsFile('planted');

export function readRows<Row>(file: string): Row[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

export const appendRow = (
  file: string,
  row: SolveRow | KernelRow | FetRow | ChangeRow | AblationRow | ThreadRow | PublicRow | PlantedRow,
): void => appendFileSync(file, `${JSON.stringify(row)}\n`);

/** What makes two solve rows the same measurement. */
export const keyOf = ({
  instance,
  settings,
  seed,
  commit,
}: Pick<SolveRow, 'instance' | 'settings' | 'seed' | 'commit'>): string =>
  JSON.stringify([instance, settings, seed, commit]);

export const changeKeyOf = ({
  event,
  ...row
}: Pick<ChangeRow, 'event' | 'instance' | 'settings' | 'seed' | 'commit'>): string =>
  JSON.stringify([event, keyOf(row)]);

export const publicKeyOf: (row: Pick<PublicRow, 'instance' | 'settings' | 'seed' | 'commit'>) => string = keyOf;

export const threadKeyOf: (row: Pick<ThreadRow, 'instance' | 'settings' | 'seed' | 'commit'>) => string = keyOf;

export const ablationKeyOf = ({
  without,
  ...row
}: Pick<AblationRow, 'without' | 'instance' | 'settings' | 'seed' | 'commit'>): string =>
  JSON.stringify([without, keyOf(row)]);

export const plantedKeyOf = ({
  instance,
  plant,
  seed,
  threads,
  commit,
}: Pick<PlantedRow, 'instance' | 'plant' | 'seed' | 'threads' | 'commit'>): string =>
  JSON.stringify([instance, plant, seed, threads, commit]);
