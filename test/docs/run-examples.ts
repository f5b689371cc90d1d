/** The tests of a page's examples: read, solved, recounted, and compared with the words and the result beside them. */
import { describe, expect, it } from 'vitest';
import { plan, readSchool, solve, verify, type SolveOptions, type Timetable } from '../../src/api/index.ts';
import { examplesOf, isPartOf, type Example, type Plain } from './examples.ts';

const OPTIONS: SolveOptions = { seed: 1, islands: 2, epochs: 3, threads: 1, reproduce: '' };

const encode = (school: Plain): Uint8Array => new TextEncoder().encode(JSON.stringify(school));
const bytesOf = (example: Example): Uint8Array => encode(example.school);

async function earlierWeek(example: Example): Promise<Timetable | undefined> {
  if (example.command !== 'solve --base') return undefined;
  const bytes = encode(example.base);
  const { document: school } = readSchool(bytes);
  if (school === null) throw new Error('the base school is not read');
  return solve(school, bytes, OPTIONS);
}

/** `code` at `path`, in the order of the page. */
const faultsSaid = (says: string): string[] =>
  [...says.matchAll(/`([^`]+)` at `([^`]+)`/g)].map(([, code, path]) => `${code} ${path}`);

/** An example of a rule that is not read yet is refused for that alone. */
function isRefused(example: Example): boolean {
  const { faults } = readSchool(bytesOf(example));
  const codes = new Set(faults.filter(({ severity }) => severity === 'fault').map(({ code }) => code));
  if (!codes.has('rule.not-read') && !codes.has('key.not-read')) return false;
  expect([...codes].filter((code) => !code.endsWith('.not-read'))).toEqual([]);
  return true;
}

async function run(example: Example): Promise<Timetable> {
  const bytes = bytesOf(example);
  const { document: school, faults } = readSchool(bytes);
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  if (school === null) throw new Error('a school without faults is not read');
  const base = await earlierWeek(example);
  const options = base === undefined ? OPTIONS : { ...OPTIONS, base };
  const timetable = await (example.command === 'plan' ? plan : solve)(school, bytes, options);
  const recount = verify(school, bytes, timetable, base);
  expect(recount).toMatchObject({ disagreements: [], sameSchool: true, sameDigest: true });
  expect(recount.hard).toBe(timetable.score.hard);
  expect(recount.soft).toBe(timetable.score.soft);
  return timetable;
}

export function runExamples(page: string, basePage?: string): void {
  describe(page, () => {
    for (const example of examplesOf(page, basePage)) {
      it(`${example.title}: ${example.command} says ${example.says}`, async () => {
        if (example.command === 'validate') {
          const { document, faults } = readSchool(bytesOf(example));
          expect(document).toBeNull();
          expect(faults.map(({ code, path }) => `${code} ${path}`).sort()).toEqual(faultsSaid(example.says).sort());
          return;
        }
        if (isRefused(example)) return;
        const timetable = await run(example);
        expect(
          timetable.conflicts.filter(({ strength }) => example.says === 'complete' && strength === 'must'),
        ).toEqual([]);
        expect(timetable.status).toBe(example.says);
        for (const result of example.results) expectPart(result, timetable);
      });
    }
  });
}

/** Fails with the nearest thing that came out, not with the whole week. */
function expectPart(part: Record<string, unknown>, timetable: Timetable): void {
  const whole = timetable as unknown as Record<string, unknown>;
  for (const [key, wanted] of Object.entries(part)) {
    if (isPartOf(wanted, whole[key])) continue;
    if (!Array.isArray(wanted) || wanted.length === 0) expect({ [key]: whole[key] }).toMatchObject({ [key]: wanted });
    const found = whole[key];
    const missing = Array.isArray(wanted) ? wanted.filter((item) => !isPartOf([item], found)) : wanted;
    expect(found, `${key} lacks ${JSON.stringify(missing)}`).toEqual(expect.arrayContaining([missing]));
  }
}
