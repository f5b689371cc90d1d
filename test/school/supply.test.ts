import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSchool } from '../../src/school/read.ts';
import { describeFault } from '../../src/text/faults.ts';
import { editDocument, type Edits } from '../support/edit-document.ts';
import { smallSchool } from '../support/small-school.ts';

const told = (edits: Edits, lang: 'zh' | 'en' = 'zh'): string[] => {
  const { school, faults } = readSchool(JSON.stringify(editDocument(smallSchool(), edits)));
  expect(school, 'a shortage is no fault of the file').not.toBeNull();
  return faults.map((fault) => describeFault(fault, lang));
};

describe('what is certainly too little is told with its figures', () => {
  test('teachers of a subject', () => {
    // three periods of physics for h1, one for h2
    expect(told({ 'teachers[3].load': { max: 3 } })).toEqual([
      'subjects[3]（phy 物理）：“物理”每周至少需要 4 课时，而可任教的 1 名教师合计至多 3 课时，差 1 课时。请增加教师、提高 load.max，或减少课时；否则总有课没有教师。',
    ]);
    expect(told({ 'teachers[3].load': { max: 4 } })).toEqual([]);
  });

  test('half a period counts as half', () => {
    expect(told({ 'teachers[3].load': { max: 3 }, 'courses[5].loadPercent': 50 }, 'en').join()).toContain(
      '“物理” needs at least 3.5 periods a week, but its teachers (1) have at most 3: 0.5 short.',
    );
  });

  test('odd and even weeks are counted together', () => {
    const edits = { 'calendar.weeks': ['odd', 'even'], 'teachers[3].load': { max: 3 } };
    expect(told(edits).join()).toContain(
      '“物理”两周合计至少需要 8 课时，而可任教的 1 名教师合计至多 6 课时，差 2 课时',
    );
  });

  test('a teacher whom a given section names counts, candidate or not', () => {
    const given = { sections: [{ id: 'x', course: 'g2-phy-q', homerooms: ['h2'], teachers: ['t-geo'] }] };
    expect(told({ ...given, 'teachers[3].load': { max: 3 } }).join()).not.toContain('至少需要');
  });

  test('room periods of a kind, less the slots in which it is not available', () => {
    const field = { 'rooms[4].concurrent': 1, 'rooms[4].unavailable': ['mon.*', 'tue.*', 'wed.*', 'thu.*', 'fri.4'] };
    expect(told({ ...field, 'courses[11].periods': 2 }, 'en').join()).toContain(
      'Rooms of kind sports field are needed for at least 4 room periods a week, but there are at most 3 (rooms: 1).',
    );
    // two homerooms, one period each: three slots are enough
    expect(told(field)).toEqual([]);
  });

  test('rooms of a kind in the busiest slot', () => {
    const edits = {
      'rooms[4].concurrent': 1,
      'courses[11].periods': undefined,
      'courses[11].lessons': [{ count: 1, slots: 'mon.1' }],
    };
    expect(told(edits).join()).toContain('运动场地最忙时至少要同时容纳 2 个班，而 1 间合计只能容纳 1 个班');
  });
});

const datasets = new URL('../../datasets/', import.meta.url);
test.each(readdirSync(datasets).filter((name) => name.endsWith('.school.json')))('nothing is short in %s', (name) => {
  expect(
    readSchool(readFileSync(new URL(name, datasets))).faults.filter(({ code }) => code.startsWith('supply.')),
  ).toEqual([]);
});
