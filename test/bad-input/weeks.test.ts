import { beforeAll, describe, expect, test } from 'vitest';
import { solve, verify, writeTimetable, type Timetable } from '../../src/api/index.ts';
import { editDocument, type Edits } from '../support/edit-document.ts';
import { smallSchool } from '../support/small-school.ts';
import { BROKEN_WEEKS } from './broken-weeks.ts';
import { SHAMEFUL, utf8, zouban } from './program.ts';

const school = smallSchool();
const schoolBytes = utf8(JSON.stringify(school));
let week: Timetable;

beforeAll(async () => {
  const options = { seed: 1, islands: 1, epochs: 2, threads: 1, reproduce: '' };
  week = JSON.parse(writeTimetable(await solve(school, schoolBytes, options))) as Timetable;
}, 60_000);

const files = (bytes: Uint8Array): Record<string, Uint8Array> => ({ 'school.json': schoolBytes, 'week.json': bytes });

test('the week is sound before it is broken', async () => {
  expect(await zouban(['verify', 'school.json', 'week.json'], files(utf8(JSON.stringify(week))))).toMatchObject({
    code: 0,
  });
});

describe.each(['verify', 'report'])('%s of a broken timetable', (command) => {
  test.each(BROKEN_WEEKS)('$what', async ({ bytes, faults }) => {
    const { code, out, err } = await zouban([command, 'school.json', 'week.json', '--lang', 'en'], files(bytes(week)));
    expect(code).toBe(2);
    expect(out).toBe('');
    const lines = err.split('\n').filter((line) => line.startsWith('fault'));
    expect(lines).toHaveLength(faults.length);
    for (const [path, cure] of faults) {
      const place = path === '' ? 'file' : path;
      // The names beside the path are another test's matter.
      const line = lines.find((each) =>
        each
          .replace(/^fault:?\s+/, '')
          .replaceAll(/ \([^)]*\)/g, '')
          .startsWith(place),
      );
      expect(line, `${place} in ${err}`).toMatch(cure);
    }
    expect(err).not.toMatch(SHAMEFUL);
    expect(err.length).toBeLessThan(5000);
  });
});

test('there are thirty', () => {
  expect(BROKEN_WEEKS.length).toBeGreaterThanOrEqual(30);
});

/** Well written, but not of this school: read, counted, and found wanting; never a fault of ours. */
const OF_ANOTHER_WORLD: [what: string, edits: Edits][] = [
  ['a section of no course', { 'sections[0].course': 'g9-chi' }],
  ['a section that exists twice', { 'sections[1].id': 'g2-chi/h1' }],
  ['students nobody knows', { 'sections[0].students': ['nobody', 'no one'] }],
  ['teachers nobody knows', { 'sections[0].teachers': ['nobody'] }],
  ['homerooms nobody knows', { 'sections[0].homerooms': ['h9'] }],
  ['a lesson of no section', { 'lessons[0].section': 'g2-chi/h9' }],
  ['a lesson beyond the last', { 'lessons[0].index': 99 }],
  ['a lesson on no day', { 'lessons[0].slot': 'sun.1' }],
  ['a lesson longer than the day', { 'lessons[0].length': 40 }],
  ['a lesson in an odd week that does not exist', { 'lessons[0].weeks': 'odd' }],
  ['a room nobody knows', { 'lessons[0].room': 'r99' }],
  ['a lesson without a room', { 'lessons[0].room': undefined }],
  ['no lessons at all', { lessons: [] }],
  ['no sections at all', { sections: [] }],
  ['homerooms that were not asked for', { homerooms: [{ id: 'g2-1', name: '1班', grade: 'g2', students: ['s01'] }] }],
  ['a meeting of no rule', { meetings: [{ rule: 'm', slots: ['mon.1'], teachers: ['nobody'] }] }],
  ['self-study nowhere', { selfStudy: [{ slot: 'sun.9', weeks: 'even', room: 'x', students: ['nobody'] }] }],
];

describe('a timetable of another world', () => {
  test.each(OF_ANOTHER_WORLD)('%s: verify counts it', async (_, edits) => {
    const changed = editDocument(week, edits) as Timetable;
    const { code, out, err } = await zouban(
      ['verify', 'school.json', 'week.json'],
      files(utf8(JSON.stringify(changed))),
    );
    expect(err).not.toMatch(SHAMEFUL);
    expect(code).toBe(3);
    expect(out).not.toMatch(/undefined|NaN/);
    expect(verify(school, schoolBytes, changed).disagreements.length).toBeGreaterThan(0);
  });

  test.each(OF_ANOTHER_WORLD)('%s: report shows what there is', async (_, edits) => {
    for (const format of ['text', 'html']) {
      const line = ['report', 'school.json', 'week.json', '--format', format];
      const { code, err } = await zouban(line, files(utf8(JSON.stringify(editDocument(week, edits)))));
      expect(err).not.toMatch(SHAMEFUL);
      expect([0, 2]).toContain(code);
    }
  });
});
