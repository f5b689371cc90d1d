/**
 * `npm run bundle`: what the command line and its threads load, in a file each (dist/program), and beside them what V8 compiles of them in a solve of
 * a sample school.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(inRoot('dist/program'), { recursive: true, force: true });
// As deep as every file of dist/src: some look for files relative to their own.
for (const [entry, name] of [
  ['dist/src/cli/main.js', 'main'],
  ['dist/src/pool/worker.js', 'worker'],
]) {
  await build({
    entryPoints: [inRoot(entry)],
    outfile: inRoot(`dist/program/pool/${name}.cjs`),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    // They look for their own files.
    external: ['piscina', 'highs'],
    // Threads from source need it, and only they.
    define: { 'import.meta.url': 'selfUrl', 'import.meta.resolve': 'undefined' },
    banner: { js: "const selfUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
}
copyFileSync(inRoot('bin/worker.js'), inRoot('dist/program/pool/worker.js'));

// Nothing depends on what is kept: where the school cannot be solved here, every run compiles for itself.
const folder = mkdtempSync(join(tmpdir(), 'zouban-'));
const school = inRoot('datasets/xicheng.school.json');
const outputs = ['-o', join(folder, 'week.json'), '--report', join(folder, 'week.html')];
const solve = [inRoot('bin/zouban.js'), 'solve', school, '--target', 'complete', ...outputs];
const env = { ...process.env, ZOUBAN_KEEP_COMPILED: '1' };
const { status, stderr } = spawnSync(process.execPath, solve, { env, timeout: 120_000, encoding: 'utf8' });
if (status !== 0) process.stderr.write(`what V8 compiles is not kept: ${stderr || 'no end of the solve'}\n`);
rmSync(folder, { recursive: true, force: true });
for (const file of readdirSync(inRoot('dist/program/pool')))
  if (/\.compiled\.\d/u.test(file)) rmSync(inRoot(`dist/program/pool/${file}`));
