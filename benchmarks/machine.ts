/** Where and on which program a row was measured. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Machine } from './rows.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));

export const machine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
});

export const loadBefore = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

export const today = (): string => new Date().toISOString().slice(0, 10);

const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

export const headCommit = (): string => git('rev-parse', '--short=7', 'HEAD');
