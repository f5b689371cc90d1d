/** A run on disk: what a solver needs to go on exactly where another stood, and whether it may. */
import type { NeighbourhoodUse } from '../../solver/index.ts';
import type { Timetable } from '../timetable/types.ts';
import { sha256Of } from '../timetable/write.ts';
import type { Tried } from './attempts.ts';
import type { SolveOptions } from './types.ts';
import { baseSha256 } from './verify.ts';
import { version } from './version.ts';

const FORMAT = 'zouban/checkpoint@2';

interface SavedAttempt {
  /** ids of the courses for which the sections were planned again */
  courses: string[];
  epoch: number;
  lastGain: number;
  uses: NeighbourhoodUse[];
  /** [islands] records as 32-bit words, the lowest byte first, in base64 */
  records: string[];
}

/** Plans are not kept: the same school, seed and `skipped` give them again. */
export interface Checkpoint {
  format: typeof FORMAT;
  version: string;
  /** sha256 of the school's bytes, and of the earlier week's */
  school: string;
  base: string | null;
  seed: number;
  islands: number;
  /** as they were asked for; null: not */
  epochs: number | null;
  target: string | null;
  /** most epochs of the run */
  limit: number;
  skipped: string[];
  observed: { wallSeconds: number; moves: number };
  /** plans of the sections and where their searches stand, in the order in which they were made */
  tried: SavedAttempt[];
  /** which of them is searched */
  at: number;
  /** sha256 of all this, as JSON without blanks */
  digest: string;
}

/** A thing in which two runs differ; null: it was or is not given. */
export interface Difference {
  what: 'version' | 'school' | 'base' | 'seed' | 'islands' | 'epochs' | 'target';
  was: string | null;
  now: string | null;
}

const targetText = ({ target }: SolveOptions): string | null => {
  if (!target) return null;
  return target.kind === 'soft' ? `soft=${target.value}` : target.kind;
};

const baseOf = ({ base, baseBytes }: SolveOptions): string | null => (base ? baseSha256(base, baseBytes) : null);

export interface RunSoFar {
  limit: number;
  skipped: readonly string[];
  wallSeconds: number;
  moves: number;
}

/** The checkpoint's text; `bytes` are the school's. */
export function writeCheckpoint(
  bytes: Uint8Array,
  options: SolveOptions,
  { limit, skipped, wallSeconds, moves }: RunSoFar,
  tried: readonly Tried[],
  at: number,
): string {
  const content: Omit<Checkpoint, 'digest'> = {
    format: FORMAT,
    version: version(),
    school: sha256Of(bytes),
    base: baseOf(options),
    seed: options.seed,
    islands: options.islands,
    epochs: options.epochs ?? null,
    target: targetText(options),
    limit,
    skipped: [...skipped],
    observed: { wallSeconds, moves },
    tried: tried.map(({ courses, state }) => ({
      courses: [...courses],
      epoch: state.epoch,
      lastGain: state.lastGain,
      uses: state.uses,
      records: state.islands.map((words) =>
        Buffer.from(words.buffer, words.byteOffset, words.byteLength).toString('base64'),
      ),
    })),
    at,
  };
  return `${JSON.stringify({ ...content, digest: sha256Of(JSON.stringify(content)) })}\n`;
}

/** null: no checkpoint, or not a whole one. What bears its own digest was written by writeCheckpoint. */
export function readCheckpoint(bytes: Uint8Array): Checkpoint | null {
  try {
    const { digest, ...content } = JSON.parse(new TextDecoder().decode(bytes)) as Checkpoint;
    return content.format === FORMAT && digest === sha256Of(JSON.stringify(content)) ? { ...content, digest } : null;
  } catch {
    return null;
  }
}

/** Where the searches of a checkpoint stood. */
export function triedOf({ tried, at }: Checkpoint): { tried: Tried[]; at: number } {
  const wordsOf = (record: string): Int32Array => new Int32Array(new Uint8Array(Buffer.from(record, 'base64')).buffer);
  return {
    tried: tried.map(({ courses, epoch, lastGain, uses, records }) => ({
      courses,
      state: { epoch, lastGain, uses, islands: records.map(wordsOf) },
    })),
    at,
  };
}

const unlike = (pairs: readonly Difference[]): Difference[] => pairs.filter(({ was, now }) => was !== now);

/** In what a run with these options is another than that of the checkpoint. Threads and time may be others. */
export function resumeDifferences(checkpoint: Checkpoint, bytes: Uint8Array, options: SolveOptions): Difference[] {
  const count = (number: number | null): string | null => (number === null ? null : String(number));
  return unlike([
    { what: 'version', was: checkpoint.version, now: version() },
    { what: 'school', was: checkpoint.school, now: sha256Of(bytes) },
    { what: 'base', was: checkpoint.base, now: baseOf(options) },
    { what: 'seed', was: count(checkpoint.seed), now: count(options.seed) },
    { what: 'islands', was: count(checkpoint.islands), now: count(options.islands) },
    { what: 'epochs', was: count(checkpoint.epochs), now: count(options.epochs ?? null) },
    { what: 'target', was: checkpoint.target, now: targetText(options) },
  ]);
}

/** What forbids to repeat the run of the timetable: all else is taken from it. */
export function replayDifferences({ school, run }: Timetable, bytes: Uint8Array, options: SolveOptions): Difference[] {
  return unlike([
    { what: 'version', was: run.version, now: version() },
    { what: 'school', was: school.sha256, now: sha256Of(bytes) },
    { what: 'base', was: run.base?.sha256 ?? null, now: baseOf(options) },
  ]);
}
