import { describe, expect, test } from 'vitest';
import { makeSchoolModel } from '../../src/school/model.ts';
import { summariseSchool } from '../../src/school/summary.ts';
import type { School } from '../../src/school/types.ts';
import { textWidth } from '../../src/text/width.ts';
import { summaryText } from '../../src/text/summary.ts';
import { editDocument, type Edits } from '../support/edit-document.ts';
import { smallSchool } from '../support/small-school.ts';

const summary = (edits: Edits = {}) => summariseSchool(makeSchoolModel(editDocument(smallSchool(), edits) as School));
const kind = (edits: Edits, name: string) => summary(edits).rooms.kinds.find((row) => row.kind === name);

describe('the summary of the small school', () => {
  test('counts', () => {
    // 8 courses a student; sections: 4 × 2 whole-class, 4 first choices and their 合格考, 4 re-chosen
    expect(summary().totals).toEqual({
      students: 11,
      homerooms: 2,
      courses: 12,
      teachers: 10,
      rooms: 5,
      weeks: 1,
      studentCourses: 88,
      sectionsAtLeast: 16,
    });
  });

  test('says how full the week of a homeroom is', () => {
    expect(summary({ 'calendar.closed': 'fri.4' }).homerooms[0]).toMatchObject({
      homeroom: 'h1',
      openSlots: 19,
      periodsMin: 18,
      periodsMax: 18,
      usedSlots: 18,
      tightness: 18 / 19,
      partlyFree: 0,
    });
  });

  test('counts 部分学生空堂: two students without 体育 are free while others have it', () => {
    const edits = { 'students[0].exempt': ['g2-pe'], 'students[1].exempt': ['g2-pe'] };
    expect(summary(edits).homerooms[0]).toMatchObject({ periodsMin: 17, periodsMax: 18, partlyFree: 2 });
  });

  test('needs more sections of a walking course when the cap falls, and when its room is small', () => {
    expect(summary({ 'courses[7].size': { max: 3 } }).totals.sectionsAtLeast).toBe(17);
    expect(summary({ 'courses[7].size': { max: 2 } }).totals.sectionsAtLeast).toBe(18);
    const small = { 'courses[7].roomKind': 'lab:physics', 'rooms[3].maxSize': 4 };
    expect(summary(small).totals.sectionsAtLeast).toBe(17);
    expect(summary({ 'courses[7].sections': 3 }).totals.sectionsAtLeast).toBe(18);
  });

  test('weighs teacher periods against loads, a teacher of two subjects once in the total', () => {
    const { teaching } = summary({ 'teachers[9].subjects': ['pe', 'geo'] });
    expect(teaching.subjects.find((row) => row.subject === 'geo')).toMatchObject({ teachers: 2, demand: 2, supply: 8 });
    expect(teaching.subjects.find((row) => row.subject === 'phy')).toMatchObject({ demand: 4, supply: 6 });
    expect(teaching.total).toMatchObject({ teachers: 10, demand: 36, supply: 56 });
  });

  test('leaves courses without teachers out of the demand', () => {
    expect(summary({ 'courses[11].teachers': 'none' }).teaching.total.demand).toBe(34);
  });

  test('bounds the rooms of the busiest slot from below', () => {
    // 2 × (3 × 3 + 1) at home, 1 + 3 first choices, 4 × 2 walking: 32 periods in 20 slots
    expect(kind({}, 'classroom')).toMatchObject({ rooms: 3, periods: 32, openSlots: 20, atOnce: 2, by: 'mean' });
    expect(kind({}, 'field')).toMatchObject({ rooms: 1, places: 2, periods: 2, atOnce: 1, ratio: 0.5 });
  });

  test('knows that a grade with lines in stated slots walks in lockstep', () => {
    const lines = [
      { id: 'A', slots: 'mon.1' },
      { id: 'B', slots: 'tue.1' },
    ];
    // 8 walking periods in 2 slots
    expect(kind({ 'grades[0].lines': lines }, 'classroom')).toMatchObject({ atOnce: 4, by: 'lines', ratio: 4 / 3 });
    expect(kind({ 'grades[0].lines': 2 }, 'classroom')).toMatchObject({ atOnce: 2, by: 'mean' });
  });

  test('names a kind of room that nobody has', () => {
    expect(kind({ 'courses[11].roomKind': 'gym' }, 'gym')).toMatchObject({ rooms: 0, ratio: Infinity });
  });
});

describe('the summary of other kinds of schools', () => {
  test('counts a homeroom given by size with its students', () => {
    const bySize = summary({ 'homerooms[2]': { id: 'h3', name: '高二3班', grade: 'g2', size: 8 } });
    // 语数外 and 体育: what asks for no choice
    expect(bySize.totals).toMatchObject({ students: 19, studentCourses: 88 + 4 * 8, sectionsAtLeast: 20 });
    expect(bySize.homerooms[2]).toMatchObject({ students: 8, periodsMin: 10, periodsMax: 10, partlyFree: 0 });
  });

  test('counts homerooms that are still to be formed, without a row for them', () => {
    const students = smallSchool().students.map(({ id, choices }) => ({ id, choices, grade: 'g2' }));
    const forming = { homerooms: [], students, 'grades[0].formHomerooms': { count: 2, size: { max: 8 } } };
    expect(summary(forming).totals).toMatchObject({ students: 11, homerooms: 2 });
    expect(summary(forming).homerooms).toEqual([]);
    // those of physics may all be put together, and those of history: 2 each of 语数外 and 体育, 1 each of eight courses
    expect(summary(forming).totals.sectionsAtLeast).toBe(16);
  });

  test('counts who stands beside the teacher in full, and the teacher by the share', () => {
    const english = summary({ 'courses[2].with': [['t-his']], 'courses[2].loadPercent': 50 }).teaching.subjects[2];
    // two homerooms of three periods: half of 6, and 6
    expect(english).toMatchObject({ subject: 'eng', teachers: 2, demand: 3 + 6, supply: 8 + 6 });
  });

  test('says that odd and even weeks are counted together', () => {
    const weeks = { 'calendar.weeks': ['odd', 'even'] };
    expect(summary(weeks).teaching.total).toMatchObject({ demand: 72, supply: 112 });
    expect(summaryText(summary(weeks), 'zh')).toContain('按两周合计');
    expect(summaryText(summary(), 'zh')).not.toContain('按两周合计');
  });
});

describe('the summary in words', () => {
  test.each(['zh', 'en'] as const)('is a table whose columns stand under each other (%s)', (lang) => {
    const text = summaryText(summary({ 'homerooms[1].name': 'Class 2' }), lang);
    const tables = text.split('\n\n').slice(1);
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const [, head = '', rule = '', ...rows] = table.trimEnd().split('\n');
      // The last column stands to the right: every line is as wide as the rule.
      for (const line of [head, ...rows]) expect(textWidth(line), line).toBe(textWidth(rule));
    }
  });

  test('puts neighbours with the same figures into one row', () => {
    const same = summaryText(
      summary({ students: smallSchool().students.slice(0, 10), 'students[5].homeroom': 'h2' }),
      'zh',
    );
    expect(same).toContain('高二1班 – 高二2班');
    expect(summaryText(summary(), 'zh')).not.toContain('–');
  });

  test('begins with the totals', () => {
    expect(summaryText(summary(), 'en')).toMatch(/^小中学: 11 students · 2 homerooms · 12 courses/);
    expect(summaryText(summary(), 'zh')).toMatch(/^小中学：学生 11 · 行政班 2 · 课程 12/);
  });
});
