import { describe, expect, test } from 'vitest';
import { smallSchool } from '../support/small-school.ts';
import { BROKEN_SCHOOLS } from './broken-schools.ts';
import { SHAMEFUL, utf8, zouban } from './program.ts';

interface Verdict {
  usable: boolean;
  faults: { severity: string; path: string; text: { zh: string; en: string } }[];
}

describe('a broken school file', () => {
  test.each(BROKEN_SCHOOLS)('$what', async ({ bytes, faults }) => {
    const files = { 'school.json': bytes() };
    const { code, out, err } = await zouban(['validate', 'school.json', '--json'], files);
    expect(code).toBe(2);
    const verdict = JSON.parse(out) as Verdict;
    expect(verdict.usable).toBe(false);
    const told = verdict.faults.filter(({ severity }) => severity === 'fault');
    expect(told.map(({ path }) => path).sort()).toEqual(faults.map(([path]) => path).sort());
    for (const [path, cure] of faults) {
      expect(
        told
          .filter((fault) => fault.path === path)
          .map(({ text }) => text.en)
          .join('\n'),
      ).toMatch(cure);
    }
    expect(out.length + err.length).toBeLessThan(20_000);
    expect(out + err).not.toMatch(SHAMEFUL);
    for (const { text } of told) expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test('there are sixty', () => {
    expect(BROKEN_SCHOOLS.length).toBeGreaterThanOrEqual(60);
  });

  test.each(['solve', 'plan'])('is refused by %s in words, and nothing is written', async (command) => {
    const { code, out, err } = await zouban([command, 'school.json', '--lang', 'zh'], {
      'school.json': utf8(JSON.stringify({ ...smallSchool(), rooms: 'none' })),
    });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/rooms = "none"：类型不对，这里应为列表/);
    expect(err).not.toMatch(SHAMEFUL);
  });
});

test('a BOM is no fault', async () => {
  const files = { 'school.json': utf8(`\uFEFF${JSON.stringify(smallSchool())}`) };
  expect(await zouban(['validate', 'school.json'], files)).toMatchObject({ code: 0 });
});
