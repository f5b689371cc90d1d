import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSchool } from '../../src/school/read.ts';
import { describeFault, describeFaultJson, FAULT_TEXTS } from '../../src/text/faults.ts';
import { editDocument } from '../support/edit-document.ts';
import { smallSchool } from '../support/small-school.ts';
import * as tables from './fault-cases.ts';

const CASES = [
  ...tables.SHAPE_CASES,
  ...tables.REFERENCE_CASES,
  ...tables.SETTING_CASES,
  ...tables.COURSE_CASES,
  ...tables.STUDENT_CASES,
  ...tables.SECTION_CASES,
  ...tables.DEMAND_CASES,
];

const read = (document: unknown) => readSchool(JSON.stringify(document));

describe('a school with one thing wrong', () => {
  test.each(CASES)('$code at $path', ({ code, path, edits, warning }) => {
    const { school, faults } = read(editDocument(smallSchool(), edits));
    const found = faults.find((fault) => fault.code === code && fault.path === path);
    expect(found, JSON.stringify(faults, null, 1)).toBeDefined();
    expect(found?.severity).toBe(warning ? 'warning' : 'fault');
    expect(school === null).toBe(faults.some((fault) => fault.severity === 'fault'));
  });

  test.each(CASES)('$code at $path: no hole is left in the sentences', ({ edits }) => {
    for (const fault of read(editDocument(smallSchool(), edits)).faults) {
      for (const lang of ['zh', 'en'] as const) expect(describeFault(fault, lang)).not.toMatch(/\{\w+\}|undefined/);
    }
  });
});

/** Codes as the readers write them: the first argument of a report, or one of two in a condition. */
function codesUsed(): Set<string> {
  const folder = new URL('../../src/', import.meta.url);
  const files = ['school', 'timetable', 'formats'].flatMap((room) =>
    readdirSync(new URL(room, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => new URL(`${room}/${name}`, folder),
    ),
  );
  const codes = new Set<string>(['more']);
  for (const file of files.filter(({ pathname }) => pathname.endsWith('.ts'))) {
    const source = readFileSync(file, 'utf8');
    for (const [, first = '', second] of source.matchAll(
      /\b(?:report|warn)\(\s*(?:[^,'()]*\?\s*)?'([a-z]+\.[a-z-]+)'(?:\s*:\s*'([a-z]+\.[a-z-]+)')?/g,
    )) {
      codes.add(first);
      if (second !== undefined) codes.add(second);
    }
  }
  return codes;
}

describe('the texts', () => {
  test('exist for every code that a reader reports, and for no other', () => {
    expect([...codesUsed()].sort()).toEqual(Object.keys(FAULT_TEXTS).sort());
  });

  test('say what and what to do, in both languages', () => {
    for (const [code, text] of Object.entries(FAULT_TEXTS)) {
      for (const lang of ['zh', 'en'] as const) {
        expect(
          text[lang].map((sentence) => sentence.length > 3),
          `${code} ${lang}`,
        ).toEqual([true, true]);
      }
      expect(text.zh[0], code).toMatch(/[\u4e00-\u9fff]/);
      expect(text.en.join(' '), code).not.toMatch(/[\u4e00-\u8fff]{2}/);
    }
  });

  test('name place, value and suggestion', () => {
    const [fault] = read(editDocument(smallSchool(), { 'teachers[0].subjects': ['chj'] })).faults;
    expect(fault && describeFault(fault, 'en')).toBe(
      'teachers[0] (t-chi 陈文).subjects[0] = "chj": There is no subject “chj”. Did you mean “chi” or “che”?',
    );
    expect(fault && describeFault(fault, 'zh')).toBe(
      'teachers[0]（t-chi 陈文）.subjects[0] = "chj"：没有编号为“chj”的学科。是不是“chi”或“che”？',
    );
    expect(fault && describeFaultJson(fault)).toMatchObject({
      code: 'ref.unknown',
      path: 'teachers[0].subjects[0]',
      text: { zh: expect.stringContaining('学科'), en: expect.stringContaining('Did you mean') },
    });
  });
});

test('every code of the school reader has a case in the tables, or a test of its own in read.test.ts', () => {
  const inTexts = ['file.empty', 'file.encoding', 'json.syntax', 'json.too-deep', 'key.twice', 'text.half-character'];
  const elsewhere = [...inTexts, 'list.too-long', 'value.not-read', 'more', 'week.slot-form'];
  // their cases end with what is not read
  elsewhere.push('rule.not-read', 'key.not-read', ...tables.PUT_OFF_CODES);
  const covered = new Set([...CASES.map(({ code }) => code), ...elsewhere]);
  expect(Object.keys(FAULT_TEXTS).filter((code) => !covered.has(code) && !code.startsWith('fet.'))).toEqual([]);
});
