/** Threads that are ended while they are still loaded: a school proved impossible at once, a Ctrl-C in the first moment. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const pool = pathToFileURL(join(root, 'dist/src/pool/pool.js')).href;

/** Ended after 40 to 217 ms, twice: before, while and after a thread loads its module. */
const PROGRAM = `
const { openPool } = await import(${JSON.stringify(pool)});
for (let n = 0; n < 120; n++) {
  const threads = openPool(2);
  await new Promise((done) => setTimeout(done, 40 + 3 * (n % 60)));
  await threads.close();
}
process.stdout.write('held');
`;

it('end without ending the process', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'held', stderr: '' });
}, 60_000);
