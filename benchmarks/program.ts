/** The program of a commit as a process of its own: taken out of the history, built apart from the work tree, and run. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { Api, ProgressEvent, Timetable } from '../src/api/types.ts';
import { headCommit, root } from './machine.ts';

export interface Program {
  commit: string;
  home: string;
  bin: string;
  /** its library: the judge of the same commit */
  api: Api;
}

/**
 * What HEAD is, under out/bench/COMMIT: a row belongs to a commit, and nothing that changes in the work tree meanwhile touches it.
 * Throws where it does not build. Packages are found in the repository's own node_modules, further up.
 */
export async function buildProgram(): Promise<Program> {
  const commit = headCommit();
  const home = join(root, 'out', 'bench', commit);
  if (!existsSync(home)) {
    const fresh = `${home}.tmp`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    const archive = execFileSync('git', ['archive', '--format=tar', commit], { cwd: root, maxBuffer: 1 << 30 });
    execFileSync('tar', ['-x', '-C', fresh], { input: archive });
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [compiler, '-b', 'src/tsconfig.json'], { cwd: fresh, stdio: 'inherit' });
    execFileSync('npm', ['run', '--silent', 'bundle'], { cwd: fresh, stdio: 'inherit' });
    renameSync(fresh, home);
  }
  const api = (await import(pathToFileURL(join(home, 'dist/src/index.js')).href)) as Api;
  return { commit, home, bin: join(home, 'bin/zouban.js'), api };
}

export interface ProgramRun {
  exitCode: number | null;
  /** absent where the program wrote none */
  timetable?: { bytes: Uint8Array; document: Timetable };
  seconds: number;
  firstCompleteSeconds: number | null;
  movesPerSecond: number | null;
  peakMemoryBytes: number;
  /** user and system time; null where GNU time is missing */
  cpuSeconds: number | null;
  /** what it said beside its progress */
  said: string;
}

/** Longer than any row should take: a program that hangs must not hold up the rows after it. */
export const LONGEST_RUN_MS = 30 * 60_000;

/** GNU time sees the peak of the whole process, output included; elsewhere the program's own figure is taken. */
const GNU_TIME = '/usr/bin/time';

const readEvent = (line: string): ProgressEvent | null =>
  line.startsWith('{"stage":') ? (JSON.parse(line) as ProgressEvent) : null;

export const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** null: a signal ended it. */
export const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });

/** `zouban solve SCHOOL ...options`, without the report. */
export async function solveWithProgram(
  program: Program,
  school: string,
  options: readonly string[],
): Promise<ProgramRun> {
  const folder = mkdtempSync(join(tmpdir(), 'zouban-bench-'));
  const week = join(folder, 'week.json');
  const memory = join(folder, 'memory');
  const timed = process.platform === 'linux' && existsSync(GNU_TIME);
  const command = [process.execPath, program.bin, 'solve', school, '-o', week, '--quiet', '--progress', 'ndjson'];
  const [file = '', ...args] = [...(timed ? [GNU_TIME, '-o', memory, '-f', '%M %U %S'] : []), ...command, ...options];
  try {
    const started = performance.now();
    const elapsed = (): number => rounded((performance.now() - started) / 1000);
    const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: LONGEST_RUN_MS });
    let firstCompleteSeconds: number | null = null;
    let movesPerSecond: number | null = null;
    let said = '';
    const lines = createInterface({ input: child.stderr });
    lines.on('line', (line) => {
      const event = readEvent(line);
      if (!event) said += `${line}\n`;
      else if (event.stage !== 'plan') {
        if (event.hard === 0) firstCompleteSeconds ??= elapsed();
        if (event.stage === 'search') movesPerSecond = event.movesPerSecond;
      }
    });
    const exitCode = await exitOf(child);
    const seconds = elapsed();
    const bytes = existsSync(week) ? readFileSync(week) : undefined;
    const document = bytes && (JSON.parse(bytes.toString('utf8')) as Timetable);
    // After a failure GNU time writes a sentence before its figure.
    const told = timed ? (readFileSync(memory, 'utf8').trim().split('\n').at(-1) ?? '') : '';
    const [kilobytes = 0, user = 0, system = 0] = told.split(' ').map(Number);
    return {
      exitCode,
      ...(bytes && document ? { timetable: { bytes, document } } : {}),
      seconds,
      firstCompleteSeconds,
      movesPerSecond,
      cpuSeconds: timed ? rounded(user + system) : null,
      peakMemoryBytes: timed ? kilobytes * 1024 : (document?.run.observed.peakMemoryBytes ?? 0),
      said,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
