/** Rows one after the other: those that exist are skipped, so that a stopped benchmark goes on where it was. */
import type { Program } from './program.ts';
import { appendRow, keyOf, readRows, SOLVE_ROWS, type SolveRow } from './rows.ts';
import { say } from './say.ts';
import { measure, settingsOf, type Measurement } from './solve-row.ts';

const inWords = (row: SolveRow): string =>
  [
    `${row.status} (${row.stopReason}, ${row.epochs} epochs)`,
    `hard ${row.hard}`,
    `soft ${row.soft}, bound ${row.bound}`,
    `first complete ${row.firstCompleteSeconds ?? '–'} s`,
    `${row.seconds} s`,
    `${Math.round(row.peakMemoryBytes / 1e6)} MB`,
    `${row.movesPerSecond ?? '–'} moves/s`,
    `load ${row.loadBefore}`,
  ].join(' · ');

export interface Measured {
  rows: SolveRow[];
  /** one sentence each */
  failures: string[];
}

/** The rows of all measurements, old and new; new ones are appended to the results as they come. */
export async function measureAll(program: Program, measurements: readonly Measurement[]): Promise<Measured> {
  const known = new Map(readRows<SolveRow>(SOLVE_ROWS).map((row) => [keyOf(row), row]));
  const measured: Measured = { rows: [], failures: [] };
  for (const measurement of measurements) {
    const { instance, options, seed } = measurement;
    const name = `${instance} · seed ${seed}`;
    const old = known.get(keyOf({ instance, settings: settingsOf(options), seed, commit: program.commit }));
    if (old) {
      measured.rows.push(old);
      say(`${name} · exists: ${inWords(old)}`);
      continue;
    }
    const outcome = await measure(program, measurement);
    if ('failure' in outcome) {
      measured.failures.push(`${name}: ${outcome.failure}`);
      say(`${name} · FAILURE: ${outcome.failure}`);
      continue;
    }
    appendRow(SOLVE_ROWS, outcome.row);
    measured.rows.push(outcome.row);
    say(`${name} · ${inWords(outcome.row)}`);
  }
  return measured;
}
