/** Runs bin/zouban.js, as built, in a folder of its own. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const dataset = (name: string): string => join(root, 'datasets', `${name}.school.json`);

export function build(): void {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'pipe', shell: process.platform === 'win32' });
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'zouban-e2e-'));

export interface Ended {
  code: number | null;
  signal: string | null;
  out: string;
  err: string;
}

export interface Started {
  child: ChildProcess;
  ended: Promise<Ended>;
}

export interface StartSetting {
  cwd: string;
  stdin?: string;
  /** called with all of stderr so far, each time it grows */
  watch?: (err: string, child: ChildProcess) => void;
}

export function start(args: readonly string[], { cwd, stdin, watch }: StartSetting): Started {
  const child = spawn(process.execPath, [join(root, 'bin/zouban.js'), ...args], {
    cwd,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
    stdio: 'pipe',
  });
  const seen = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    seen.err += text;
    watch?.(seen.err, child);
  });
  child.stdin.on('error', () => {}).end(stdin ?? '');
  const ended = new Promise<Ended>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code, signal, ...seen }));
  });
  return { child, ended };
}

export const zouban = (args: readonly string[], setting: StartSetting): Promise<Ended> => start(args, setting).ended;
