import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBlockChoices, SVWS, type BlockChoices } from '../../benchmarks/instances/student-choice.ts';
import { blockSchool, type RailRules } from '../../benchmarks/instances/svws.ts';
import { readSchool, solve, verify, type Timetable } from '../../src/api/index.ts';

/** Rail 1 for the advanced courses, rails 2 and 3 for the others, rail 4 for the second half of computing. */
const rules: RailRules = {
  levels: [{ rails: [1], level: 'LK' }],
  subjects: [],
  secondHalves: [{ rail: 4, subjects: ['I'] }],
};

/** Four students with 1 to 3 subjects; computing lies on two rails, Dutch on two and in two sections. */
const few = (): BlockChoices => ({
  source: 'made up',
  rails: 4,
  courses: [
    { id: 'D-LK1', subject: 'D', type: 'LK', rails: 1, teacher: 't1' },
    { id: 'D-GK1', subject: 'D', type: 'GK', rails: 1, teacher: 't1' },
    { id: 'I-GK1', subject: 'I', type: 'GK', rails: 2, teacher: 't2' },
    { id: 'N-GK1', subject: 'N', type: 'GK', rails: 2, teacher: 't3' },
    { id: 'N-GK2', subject: 'N', type: 'GK', rails: 2, teacher: 't4' },
  ],
  students: [
    { id: 's1', choices: ['D;LK', 'I;GK'], ref: ['D-LK1', 'I-GK1'] },
    { id: 's2', choices: ['D;GK', 'I;GK'], ref: ['D-GK1', 'I-GK1'] },
    { id: 's3', choices: ['N;GK', 'D;LK'], ref: ['N-GK1', 'D-LK1'] },
    { id: 's4', choices: ['N;GK'], ref: ['N-GK2'] },
  ],
});

async function solved(source: BlockChoices, rails: RailRules): Promise<Timetable> {
  const text = JSON.stringify(blockSchool('blocks', source, rails));
  const { document: school, faults } = readSchool(text);
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  if (!school) throw new Error('unreachable: no faults');
  const bytes = new TextEncoder().encode(text);
  const options = { seed: 1, islands: 2, threads: 1, epochs: 2, anyway: false, reproduce: '' };
  const timetable = await solve(school, bytes, options);
  expect(verify(school, bytes, timetable).disagreements).toEqual([]);
  return timetable;
}

describe('option blocks of a German upper school', () => {
  it('says differing numbers of subjects as a range, levels as levels, and two rails as two courses', () => {
    const { grades, courses, sections, students } = blockSchool('blocks', few(), rules);
    expect(grades[0]?.choice).toEqual([{ from: ['D', 'I', 'N'], take: { min: 1, max: 2 } }]);
    expect(courses.map(({ id }) => id)).toEqual(['D-LK', 'D-GK', 'I-GK', 'I-GK/2', 'N-GK', 'N-GK/2']);
    expect(students[0]).toMatchObject({ choices: ['D', 'I'], levels: { D: 'LK', I: 'GK' } });
    expect(sections?.filter(({ course }) => course === 'N-GK/2').map((it) => [it.id, it.students])).toEqual([
      ['N-GK1/2', ['s3']],
      ['N-GK2/2', ['s4']],
    ]);
    const held = Array.isArray(grades[0]?.lines) ? grades[0].lines.map((line) => line.courses) : [];
    const free = ['D-GK', 'I-GK', 'N-GK', 'N-GK/2'];
    expect(held).toEqual([['D-LK'], free, free, ['I-GK/2']]);
  });

  it('serves every choice, both halves with the same students in different lines', async () => {
    const timetable = await solved(few(), rules);
    expect([timetable.status, timetable.unserved]).toEqual(['complete', []]);
    const section = new Map(timetable.sections.map((it) => [it.id, it]));
    for (const id of ['I-GK1', 'N-GK1', 'N-GK2']) {
      expect(section.get(`${id}/2`)?.students).toEqual(section.get(id)?.students);
      expect(section.get(`${id}/2`)?.line).not.toBe(section.get(id)?.line);
    }
  });

  it('refuses a student with one subject at two levels, and a course on three rails', () => {
    const twice = few();
    twice.students[0]?.choices.push('D;GK');
    expect(() => blockSchool('blocks', twice, rules)).toThrow('s1');
    const three = few();
    three.courses.push({ id: 'X-GK1', subject: 'X', type: 'GK', rails: 3, teacher: 't5' });
    expect(() => blockSchool('blocks', three, rules)).toThrow('X-GK1');
  });

  const folder = process.env['ZOUBAN_INSTANCES'] ?? '';
  const present = existsSync(join(folder, `${SVWS.name}.json`));
  const title = `${SVWS.name}: every one of ${SVWS.choices} choices is served`;
  it.skipIf(!present)(present ? title : `${title} (skipped: ZOUBAN_INSTANCES has no ${SVWS.name}.json)`, async () => {
    const source = readBlockChoices(folder, SVWS.name);
    expect(source.students.reduce((sum, { choices }) => sum + choices.length, 0)).toBe(SVWS.choices);
    const timetable = await solved(source, SVWS.rails);
    expect([timetable.status, timetable.unserved]).toEqual(['complete', []]);
    const largest = new Map<string, number>();
    for (const { ref } of source.students) for (const id of ref) largest.set(id, (largest.get(id) ?? 0) + 1);
    const sizes = timetable.sections.map(({ students }) => students.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(Math.max(...largest.values()));
  });
});
