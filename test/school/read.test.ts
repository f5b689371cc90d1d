import { describe, expect, test } from 'vitest';
import { readSchool } from '../../src/school/read.ts';
import { editDocument, type Edits } from '../support/edit-document.ts';
import { formal } from '../support/formal-faults.ts';
import { smallSchool } from '../support/small-school.ts';

const text = (edits: Edits = {}): string => JSON.stringify(editDocument(smallSchool(), edits));
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const codes = (input: string | Uint8Array): string[] => readSchool(input).faults.map(({ code }) => code);

describe('the text of a school file', () => {
  test('is read as it stands', () => {
    expect(readSchool(text())).toEqual({ school: smallSchool(), faults: [] });
    expect(readSchool(bytes(text()))).toEqual({ school: smallSchool(), faults: [] });
  });

  test('may begin with a byte order mark', () => {
    expect(readSchool(`\uFEFF${text()}`).school).toEqual(smallSchool());
    expect(readSchool(bytes(`\uFEFF${text()}`)).school).toEqual(smallSchool());
  });

  test('in GB18030, as an old editor saves it, is named as such', () => {
    // 中 in GB18030, inside a text
    const input = new Uint8Array([...bytes('{"name":"'), 0xd6, 0xd0, ...bytes('"}')]);
    expect(readSchool(input)).toMatchObject({
      school: null,
      faults: [{ code: 'file.encoding', params: { guess: 'GB18030' } }],
    });
  });

  test('in UTF-16 is named as such', () => {
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text()}`, 'utf16le'));
    expect(readSchool(utf16).faults).toMatchObject([{ code: 'file.encoding', params: { guess: 'UTF-16' } }]);
  });

  test('may not be empty or garbage', () => {
    expect(codes('')).toEqual(['file.empty']);
    expect(codes(' \n')).toEqual(['file.empty']);
    expect(codes(new Uint8Array())).toEqual(['file.empty']);
    expect(codes('PK\u0003\u0004 xlsx')).toEqual(['json.syntax']);
    for (const other of ['[]', '3', '"school"', 'null', 'true']) expect(readSchool(other).school).toBeNull();
    expect(codes('[1]')).toEqual(['shape.type']);
  });

  test('that is no JSON is faulted with line and column', () => {
    expect(readSchool('{\n  "name": "校",\n  "rooms": [1, 2,]\n}').faults).toMatchObject([
      { code: 'json.syntax', params: { line: 3, column: 18, found: ']', reason: 'trailing-comma' } },
    ]);
  });

  test('with a million brackets is a fault, not a crash', () => {
    expect(codes(`{"x-a":${'['.repeat(1e6)}${']'.repeat(1e6)}}`)).toEqual(['json.too-deep']);
    expect(codes('['.repeat(1e6))).toEqual(['json.syntax']);
  });
});

describe('keys', () => {
  test('of the integrator pass through, whatever they hold', () => {
    const { school, faults } = readSchool(
      text({ 'x-sis': { a: null }, 'rooms[0].x-code': [1], $schema: 'school.json' }),
    );
    expect(faults).toEqual([]);
    expect(school).toMatchObject({
      'x-sis': { a: null },
      $schema: 'school.json',
      rooms: [{ 'x-code': [1] }, {}, {}, {}, {}],
    });
  });

  test('with null are missing keys', () => {
    const { school, faults } = readSchool(text({ term: null, 'rooms[0].maxSize': null, sections: null, rules: null }));
    expect(faults).toEqual([]);
    expect(school && 'sections' in school).toBe(false);
    expect(school?.rooms[0] && 'maxSize' in school.rooms[0]).toBe(false);
    expect(readSchool(text({ 'rooms[0].seats': null })).faults).toMatchObject([
      { code: 'shape.missing', path: 'rooms[0].seats' },
    ]);
  });

  test('that are misspelt are said once, with the right one', () => {
    expect(readSchool(text({ 'rooms[1].seats': undefined, 'rooms[1].seets': 40 })).faults).toMatchObject([
      { code: 'key.unknown', path: 'rooms[1].seets', params: { suggestion: 'seats' } },
    ]);
  });

  test('like __proto__ reach no object', () => {
    const evil = text({ 'x-end': 1 }).replace('"x-end":1', '"__proto__":{"defaults":false},"constructor":{"name":"x"}');
    const { school, faults } = readSchool(evil);
    expect(school).toBeNull();
    expect(faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'key.unknown __proto__',
      'key.unknown constructor',
    ]);
    const levels = text().replace('"choices":"物化生"', '"choices":"物化生","levels":{"__proto__":"A","toString":"A"}');
    expect(codes(levels)).toEqual(['key.unknown', 'ref.unknown']);
    expect(Object.hasOwn(Object.prototype, 'defaults')).toBe(false);
  });
});

describe('many faults', () => {
  test('are all said in one pass, each in its place', () => {
    const { faults } = readSchool(
      text({
        'rooms[0].seats': '50',
        'teachers[0].subjects': ['chj'],
        'courses[1].periods': 2.5,
        'students[3].choices': '物化',
        'students[4].homeroom': 'h7',
        'grades[0].size': { min: 9, max: 8 },
        rules: [{ type: 'teacher.maxGap', strength: 'low', max: 'two' }],
        locks: [{ course: 'g2-pe' }],
      }),
    );
    expect(faults.map(({ code, path }) => `${path} ${code}`).sort()).toEqual([
      'courses[1].periods shape.integer',
      'grades[0].size band.order',
      'locks[0] lock.no-address',
      'rooms[0].seats shape.number-as-text',
      'rules[0].max shape.type',
      'students[3].choices student.choices-count',
      'students[4].homeroom ref.unknown',
      'teachers[0].subjects[0] ref.unknown',
    ]);
  });

  test('of one kind are listed twenty times and counted', () => {
    const students = Array.from({ length: 3000 }, (_, s) => ({ id: `s${s}`, homeroom: 'h9', choices: '物化生' }));
    const { faults } = readSchool(text({ students }));
    expect(faults.filter(({ code }) => code === 'ref.unknown')).toHaveLength(20);
    expect(faults.filter(({ code }) => code === 'more')).toEqual([
      {
        severity: 'fault',
        code: 'more',
        path: 'students[].homeroom',
        params: { code: 'ref.unknown', count: 2980, total: 3000 },
      },
    ]);
  });

  test('in a list of a hundred thousand wrong things stay a short list', () => {
    const { faults, school } = readSchool(text({ students: Array.from({ length: 1e5 }, () => 7) }));
    expect(school).toBeNull();
    expect(faults.length).toBeLessThan(60);
  });

  test('of a list that is none do not make every reference a fault', () => {
    expect(codes(text({ subjects: {} }))).toEqual(['shape.type']);
    expect(codes(text({ teachers: undefined }))).toEqual(['shape.missing']);
  });
});

describe('what is legal though unusual', () => {
  test('days and periods with Chinese ids', () => {
    const edits = { 'calendar.days[0].id': '周一', 'calendar.periods[0].id': '早_1', 'calendar.closed': '周一.早_1|2' };
    expect(readSchool(text(edits)).faults).toEqual([]);
  });

  test('a course with a cap of its own below the grade’s target', () => {
    expect(readSchool(text({ 'courses[7].size': { max: 4 } })).faults).toEqual([]);
  });

  test('a student of no homeroom, by grade, in walking courses', () => {
    const repeater = { id: 's12', grade: 'g2', choices: ['his', 'pol', 'geo'], exempt: ['g2-his'] };
    expect(formal(readSchool(text({ 'students[11]': repeater })).faults)).toEqual([]);
  });

  test('locks on given, home and walking sections', () => {
    const edits = {
      sections: [{ id: '化学1班', course: 'g2-che', students: ['s01'], teachers: ['t-che'] }],
      locks: [
        { section: '化学1班', index: 0, slot: 'mon.1', room: 'r3' },
        { course: 'g2-phy', homeroom: 'h1', index: 1, slot: 'tue.3', room: 'lab' },
        { section: { course: 'g2-pe', homeroom: 'h2' }, slot: 'fri.4' },
        { section: 'g2-geo/1', teachers: ['t-geo'] },
        { section: 'g2-bio/2', student: 's10' },
      ],
    };
    expect(readSchool(text(edits)).faults).toEqual([]);
  });
});
