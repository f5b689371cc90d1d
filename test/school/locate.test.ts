import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/school/json-places.ts';
import { keyPath, stepsOf } from '../../src/school/path.ts';
import { readSchool } from '../../src/school/read.ts';
import { readTimetable } from '../../src/timetable/read.ts';
import { describeFault } from '../../src/text/faults.ts';
import { editDocument, type Edits } from '../support/edit-document.ts';
import { smallSchool } from '../support/small-school.ts';

const textOf = (edits: Edits): string => JSON.stringify(editDocument(smallSchool(), edits), null, 2);
const onlyFault = (text: string) => {
  const { faults } = readSchool(text);
  expect(faults).toHaveLength(1);
  return faults[0] ?? { severity: 'fault' as const, code: '', path: '' };
};

describe('a fault says which thing it is about, and where in the file', () => {
  test('a student, by id and name, in both languages', () => {
    const text = textOf({ 'students[2].name': '张三', 'students[2].choices': ['phy', 'chx', 'bio'] });
    const fault = onlyFault(text);
    expect(fault.path).toBe('students[2].choices[1]');
    expect(text.split('\n')[(fault.line ?? 0) - 1]).toContain('"chx"');
    expect(fault.about).toEqual([{ path: 'students[2]', id: 's03', name: '张三' }]);
    expect(describeFault(fault, 'zh')).toContain(`第 ${fault.line} 行 students[2]（s03 张三）.choices[1] = "chx"：`);
    expect(describeFault(fault, 'en')).toContain(`line ${fault.line}, students[2] (s03 张三).choices[1] = "chx":`);
  });

  test('a key that is missing stands where it should be', () => {
    const text = textOf({ 'rooms[1].seats': undefined });
    const { line = 0, path } = onlyFault(text);
    expect(path).toBe('rooms[1].seats');
    expect(text.split('\n')[line - 1]?.trim()).toBe('{');
    expect(text.split('\n')[line]).toContain('"id"');
  });

  test('a lock, by the section it names', () => {
    const fault = onlyFault(textOf({ locks: [{ course: 'g2-chi', homeroom: 'h1', slot: 'mon.99' }] }));
    expect(describeFault(fault, 'zh')).toContain('locks[0]（g2-chi h1）.slot');
  });

  test('a file in one line has no line numbers', () => {
    const fault = onlyFault(JSON.stringify(editDocument(smallSchool(), { 'rooms[1].seats': '30' })));
    expect(fault.line).toBeUndefined();
    expect(fault.about).toHaveLength(1);
  });

  test('a counted kind of faults has neither', () => {
    const students = (smallSchool().students as object[]).map((student) => ({ ...student, hight: 1 }));
    const many = Array.from({ length: 30 }, (_, index) => ({ ...students[0], id: `n${index}`, hight: 1 }));
    const { faults } = readSchool(textOf({ students: many }));
    const counted = faults.find(({ code }) => code === 'more');
    expect(counted).toBeDefined();
    expect(counted?.line).toBeUndefined();
  });

  test('what is no school at all is still read', () => {
    for (const text of ['[\n1]', '"x"\n', '{"rooms":\n[[],7]}', '7']) {
      for (const fault of [...readSchool(text).faults, ...readTimetable(text).faults]) {
        expect(describeFault(fault, 'en')).not.toContain('undefined');
      }
    }
  });
});

describe('the lines of places in a text', () => {
  const text = ['{', '"a": [1,', ' {"b": [', '  "]}", 2]}', '],', '"c\\n d": {"e": null},', '"a b": 4', '}'].join('\n');

  test.each([
    [['a'], 2],
    [['a', 0], 2],
    [['a', 1], 3],
    [['a', 1, 'b', 0], 4],
    [['a', 1, 'b', 1], 4],
    [['a', 1, 'b', 7], 3],
    [['c\n d', 'e'], 6],
    [['a b'], 7],
    [['nowhere', 'at', 'all'], 1],
  ] as const)('%j', (steps, line) => {
    expect(linesOf(text, [steps])).toEqual([line]);
    expect(linesOf(text, [['a b'], steps, ['a']])).toEqual([7, line, 2]);
  });

  test('of a key that stands twice, the last, which is the one that is read', () => {
    expect(linesOf('{"a": 1,\n"a": 2}', [['a']])).toEqual([2]);
  });

  test('paths come apart as they were put together', () => {
    const path = keyPath(`${keyPath(keyPath('', 'students'), 'x')}[3]`, 'a "b" [2].c');
    expect(stepsOf(path).map(({ step }) => step)).toEqual(['students', 'x', 3, 'a "b" [2].c']);
    expect(stepsOf(path).at(-1)?.path).toBe(path);
  });
});

describe('a file of the other kind', () => {
  test('a week where a school is wanted is one fault, not one for each key', () => {
    const fault = onlyFault('{"format": "zouban/timetable@1", "lessons": []}');
    expect(fault).toMatchObject({ code: 'file.other-kind', path: 'format' });
    expect(describeFault(fault, 'zh')).toContain('这里需要学校文件，给出的是课表文件');
  });

  test('a school where a week is wanted', () => {
    const { timetable, faults } = readTimetable(textOf({}));
    expect(timetable).toBeNull();
    expect(faults.map((fault) => describeFault(fault, 'en')).join()).toContain(
      'This is a school file, but a week file is wanted here. Check the order of the files',
    );
    expect(faults).toHaveLength(1);
  });
});

describe('several words equally near', () => {
  const cure = (edits: Edits, lang: 'zh' | 'en' = 'en'): string => describeFault(onlyFault(textOf(edits)), lang);

  test('are all offered, in file order', () => {
    // h1 and h2 are one letter from h9
    expect(cure({ 'courses[11].homerooms': ['h9'] })).toContain('Did you mean “h1” or “h2”?');
    expect(cure({ 'courses[11].homerooms': ['h9'] }, 'zh')).toContain('是不是“h1”或“h2”？');
  });

  test('more than three are not pretended to be all', () => {
    expect(cure({ sections: [{ id: 'x', course: 'g2-phy', students: ['s0x'] }] })).toContain(
      'Did you mean “s01”, “s02”, “s03” or another like these?',
    );
  });
});

describe('a section that is given under an id of its own', () => {
  const given = { sections: [{ id: 'english-1', course: 'g2-eng', homerooms: ['h1'] }] };

  test('is not there under the id that the solver would have made', () => {
    const fault = onlyFault(textOf({ ...given, locks: [{ section: 'g2-eng/h1', index: 0, slot: 'mon.1' }] }));
    expect(fault).toMatchObject({ code: 'lock.section-unknown', params: { suggestion: 'english-1' } });
  });

  test.each([{ section: 'english-1' }, { course: 'g2-eng', homeroom: 'h1' }, { section: 'g2-eng/h2' }])(
    'but is there as %j',
    (address) => {
      expect(readSchool(textOf({ ...given, locks: [{ ...address, index: 0, slot: 'mon.1' }] })).faults).toEqual([]);
    },
  );
});
