/** A run of the program, recounted by the judge, as a row; or why it is none. */
import { readFileSync } from 'node:fs';
import type { Timetable, Verification } from '../src/api/types.ts';
import { loadBefore, machine, today } from './machine.ts';
import { solveWithProgram, type Program, type ProgramRun } from './program.ts';
import type { SolveRow } from './rows.ts';

export interface Measurement {
  instance: string;
  /** path of its file */
  school: string;
  /** options of `zouban solve` beside the seed */
  options: readonly string[];
  threads: number;
  seed: number;
}

export type Outcome = { row: SolveRow } | { failure: string };

export const settingsOf = (options: readonly string[]): string => options.join(' ');

export const gapOf = (cost: number, bound: number): number => (cost - bound) / Math.max(1, bound);

/** What the recount finds wrong with the document as such; rules that do not hold are no fault of it. */
export function rejection(timetable: Timetable, found: Verification): string | null {
  if (!found.sameSchool) return 'names another school';
  if (!found.sameDigest) return 'digest does not fit';
  if (found.disagreements.length > 0) return found.disagreements.map(({ en }) => en).join('; ');
  const { hard, soft } = timetable.score;
  if (hard !== found.hard || soft !== found.soft) {
    return `claims ${hard} hard, ${soft} soft; the judge counts ${found.hard}, ${found.soft}`;
  }
  return null;
}

function scoreOf(timetable: Timetable): Pick<SolveRow, 'hard' | 'soft' | 'broken' | 'rules' | 'bound' | 'gap'> {
  const { hard, soft, softBound, rules } = timetable.score;
  const bound = softBound?.value ?? 0;
  const musts = rules.filter((rule) => rule.strength === 'must' && rule.deviation > 0);
  const wishes = rules.filter((rule) => rule.strength !== 'must');
  return {
    hard,
    soft,
    broken: Object.fromEntries(musts.map((rule) => [rule.rule, rule.deviation])),
    rules: Object.fromEntries(
      wishes.map((rule) => [
        rule.rule,
        { cost: rule.cost, bound: rule.bound?.value ?? 0, method: rule.bound?.method ?? 'trivial' },
      ]),
    ),
    bound,
    gap: gapOf(soft, bound),
  };
}

function rowOf(measurement: Measurement, program: Program, load: number, run: ProgramRun, week: Timetable): SolveRow {
  return {
    instance: measurement.instance,
    schoolSha256: week.school.sha256,
    settings: settingsOf(measurement.options),
    seed: measurement.seed,
    commit: program.commit,
    date: today(),
    threads: measurement.threads,
    status: week.status,
    stopReason: week.run.observed.stopReason,
    epochs: week.run.epochs,
    ...scoreOf(week),
    firstCompleteSeconds: run.firstCompleteSeconds,
    seconds: run.seconds,
    engineSeconds: week.run.observed.wallSeconds,
    ...(run.cpuSeconds === null ? {} : { cpuSeconds: run.cpuSeconds }),
    peakMemoryBytes: run.peakMemoryBytes,
    movesPerSecond: run.movesPerSecond,
    loadBefore: load,
    machine: machine(),
  };
}

export async function measure(program: Program, measurement: Measurement): Promise<Outcome> {
  const load = loadBefore();
  const options = [...measurement.options, '--seed', String(measurement.seed)];
  const run = await solveWithProgram(program, measurement.school, options);
  const { timetable } = run;
  if (!timetable) return { failure: `exit code ${run.exitCode}, no timetable: ${run.said.trim()}` };
  const { readSchool, readTimetable, verify } = program.api;
  const bytes = readFileSync(measurement.school);
  const school = readSchool(bytes).document;
  const week = readTimetable(timetable.bytes).document;
  if (!school || !week) return { failure: 'the school or the timetable cannot be read' };
  const rejected = rejection(week, verify(school, bytes, week));
  if (rejected !== null) return { failure: `the judge rejects the timetable: ${rejected}` };
  return { row: rowOf(measurement, program, load, run, week) };
}
