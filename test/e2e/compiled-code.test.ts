/** What V8 compiled of the program when it was built, kept beside it: there, taken, and nothing that anything depends on. */
import { cpSync, existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { build, dataset, newFolder, root } from './built-program.ts';

/** The built program, somewhere else. */
function copied(): string {
  const folder = newFolder();
  for (const part of ['bin', 'dist/program', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

const compiled = (folder: string, name: string): string => join(folder, 'dist/program/pool', `${name}.cjs.compiled`);

/** The digest of a week of the tiny school, solved by the program in this folder. */
function digest(folder: string): string {
  const week = join(folder, 'week.json');
  rmSync(week, { force: true });
  const options = ['solve', dataset('tiny'), '--epochs', '1', '--quiet', '-o', week];
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/zouban.js'), ...options], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(readFileSync(week, 'utf8')).run.digest;
}

/** Whether what is kept of the file is of its text, and V8 takes it under the flags of the program. */
function isTaken(folder: string, name: string): boolean {
  const { stdout } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { setFlagsFromString } from 'node:v8';
       import { flags, scriptOf } from ${JSON.stringify(new URL('../../bin/compiled.js', import.meta.url).href)};
       for (const flag of flags) setFlagsFromString(flag);
       const { script, isKept } = scriptOf(${JSON.stringify(join(folder, 'dist/program/pool', `${name}.cjs`))});
       process.stdout.write(String(isKept && !script.cachedDataRejected));`,
    ],
    { encoding: 'utf8' },
  );
  return stdout === 'true';
}

let folder = '';
beforeAll(() => {
  build();
  folder = copied();
});

it.each(['main', 'worker'])('is kept of %s, and taken', (name) => {
  expect(existsSync(compiled(folder, name))).toBe(true);
  expect(isTaken(folder, name)).toBe(true);
});

it('is left where one letter of the text has changed, or one byte of what is kept', () => {
  const elsewhere = copied();
  const text = join(elsewhere, 'dist/program/pool/main.cjs');
  writeFileSync(text, readFileSync(text, 'utf8').replace('use strict', 'use strycT'));
  expect(isTaken(elsewhere, 'main')).toBe(false);
  const kept = readFileSync(compiled(elsewhere, 'worker'));
  kept.writeUInt8(kept.readUInt8(kept.length >> 1) ^ 1, kept.length >> 1);
  writeFileSync(compiled(elsewhere, 'worker'), kept);
  expect(isTaken(elsewhere, 'worker')).toBe(false);
});

it('writes the report in Chinese characters', () => {
  const report = join(folder, 'week.html');
  const options = [
    'solve',
    dataset('tiny'),
    '--epochs',
    '1',
    '--quiet',
    '-o',
    join(folder, 'r.json'),
    '--report',
    report,
  ];
  spawnSync(process.execPath, [join(folder, 'bin/zouban.js'), ...options]);
  const page = readFileSync(report, 'utf8');
  expect(page).toContain("join('、')");
  expect(page).not.toMatch(/[\u0080-\u009f]/u);
});

it('may be missing, broken off or something else: the week is the same', () => {
  const asBuilt = digest(folder);
  for (const name of ['main', 'worker']) {
    const kept = readFileSync(compiled(folder, name));
    writeFileSync(compiled(folder, name), kept.subarray(0, statSync(compiled(folder, name)).size >> 1));
  }
  expect(digest(folder)).toBe(asBuilt);
  for (const name of ['main', 'worker']) writeFileSync(compiled(folder, name), 'something else');
  expect(digest(folder)).toBe(asBuilt);
  for (const name of ['main', 'worker']) rmSync(compiled(folder, name));
  expect(digest(folder)).toBe(asBuilt);
});
