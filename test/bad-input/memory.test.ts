/** Huge files in a process that may not grow: refused in words, as small ones are. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { smallSchool } from '../support/small-school.ts';
import { SHAMEFUL } from './program.ts';

const script = fileURLToPath(new URL('validate-stdin.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Heap that the process may use, in MB: a school of 4,500 students takes about a quarter of it. */
const HEAP = 512;

function validate(input: string): Promise<{ code: number | null; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, '--import', 'tsx', script], { cwd: root });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, err }));
    child.stdin.on('error', () => {}); // a process that has heard enough may close its ear
    child.stdin.end(input);
  });
}

const withStudents = (count: number, student: (s: number) => string): string =>
  JSON.stringify({ ...smallSchool(), students: [] }).replace(
    '"students":[]',
    () => `"students":[${Array.from({ length: count }, (_, s) => student(s)).join()}]`,
  );

const HUGE: [what: string, input: () => string, says: RegExp][] = [
  [
    'a million students',
    () => withStudents(1e6, (s) => `{"id":"s${s}","homeroom":"h1"}`),
    /students: .*at most 100000/,
  ],
  [
    '100,000 students, each with five faults',
    () => withStudents(1e5, () => '{"id":7,"hom":1,"choices":3,"extra":["x"],"track":[]}'),
    /99980 more places/,
  ],
  ['20 MB of digits', () => '7'.repeat(20_000_000), /should be an object/],
  ['5 MB of brackets', () => '['.repeat(5_000_000), /too early|nested/],
  ['a name of 20 MB', () => JSON.stringify({ ...smallSchool(), name: '长'.repeat(7_000_000), rooms: 1 }), /rooms = 1/],
];

describe('a huge file, in little memory', () => {
  test.each(HUGE)('%s', { timeout: 60_000 }, async (_, input, says) => {
    const { code, err } = await validate(input());
    expect(err).toMatch(says);
    expect(code).toBe(2);
    expect(err.length).toBeLessThan(30_000);
    expect(err).not.toMatch(SHAMEFUL);
  });
});
