import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFault } from '../../src/text/faults.ts';
import { readTimetable } from '../../src/timetable/read.ts';
import { writeTimetable } from '../../src/timetable/write.ts';
import { week } from '../judge/valid-week.ts';
import { editDocument, type Edits } from '../support/edit-document.ts';

const read = (edits: Edits) => readTimetable(JSON.stringify(editDocument(week, edits)));

describe('a timetable file', () => {
  test('is read as it was written', () => {
    expect(readTimetable(writeTimetable(week))).toEqual({ timetable: week, faults: [] });
  });

  test('keeps the integrator’s keys', () => {
    expect(read({ 'lessons[0].x-note': '调课' }).timetable?.lessons[0]).toMatchObject({ 'x-note': '调课' });
  });

  const cases: [code: string, path: string, edits: Edits][] = [
    ['shape.one-of', 'format', { format: 'zouban/timetable@9' }],
    ['file.other-kind', 'format', { format: 'zouban/school@1' }],
    ['shape.missing', 'lessons', { lessons: undefined }],
    ['shape.missing', 'sections[0].students', { 'sections[0].students': undefined }],
    ['shape.type', 'lessons[1]', { 'lessons[1]': 'mon.1' }],
    ['shape.least', 'lessons[0].length', { 'lessons[0].length': 0 }],
    ['shape.number-as-text', 'lessons[0].index', { 'lessons[0].index': '0' }],
    ['shape.one-of', 'status', { status: 'done' }],
    ['shape.one-of', 'lessons[0].weeks', { 'lessons[0].weeks': 'either' }],
    ['key.unknown', 'lessons[0].rom', { 'lessons[0].rom': 'r1' }],
    ['key.not-read', 'repairs', { repairs: [] }],
    ['week.slot-form', 'lessons[0].slot', { 'lessons[0].slot': 'mon.*' }],
    ['week.slot-form', 'meetings[0].slots[1]', { meetings: [{ rule: 'm', slots: ['mon.1', 'mon'], teachers: [] }] }],
    [
      'week.slot-form',
      'selfStudy[0].slot',
      { selfStudy: [{ slot: 'mon.1|2', weeks: 'every', room: 'r1', students: [] }] },
    ],
  ];

  test.each(cases)('%s at %s', (code, path, edits) => {
    const { timetable, faults } = read(edits);
    expect(timetable).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ severity: 'fault', code, path });
    for (const fault of faults) expect(describeFault(fault, 'zh')).not.toMatch(/\{\w+\}|未知问题/);
  });

  test('says all its faults at once', () => {
    const { faults } = read({
      'lessons[0].slot': 3,
      'lessons[1].room': 4,
      'run.seed': 'x',
      'sections[0].id': undefined,
    });
    expect(faults.map(({ path }) => path).sort()).toEqual([
      'lessons[0].slot',
      'lessons[1].room',
      'run.seed',
      'sections[0].id',
    ]);
  });

  test('of any text at all never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.uint8Array()), (input) => {
        expect(readTimetable(input).timetable).toBeNull();
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});
