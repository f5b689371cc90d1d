/** How tight a school with odd and even weeks is: everything over the cycle, loads by their share. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeSchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import { summariseSchool } from '../../src/school/summary.ts';

const { school } = readSchool(readFileSync(new URL('../../datasets/two-weeks.school.json', import.meta.url)));

describe('a school of two weeks', () => {
  if (!school) throw new Error('two-weeks can be read');
  const summary = summariseSchool(makeSchoolModel(school));

  it('sets the periods of the cycle against twice the weekly loads', () => {
    const chinese = summary.teaching.subjects.find(({ subject }) => subject === 'chi');
    const supply = school.teachers
      .filter(({ subjects }) => subjects.includes('chi'))
      .reduce((sum, { load }) => sum + load.max, 0);
    expect(chinese).toMatchObject({ demand: 16 * 11, supply: 2 * supply });
  });

  it('counts evening study by half', () => {
    const evening = summary.teaching.subjects.find(({ subject }) => subject === 'eve');
    expect(evening?.demand).toBe((16 * 5 * 2 * 2) / 2);
  });

  it('counts a lesson of every week twice where it needs a room, and one of every other week once', () => {
    const kinds = new Map(summary.rooms.kinds.map(({ kind, periods }) => [kind, periods]));
    // eight homerooms of 高一 in the first grade: one single of every week, one of every other week; 高二: one of every week
    expect(kinds.get('computer')).toBe(8 * 3 + 8 * 2);
    expect(kinds.get('music')).toBe(16);
  });
});
