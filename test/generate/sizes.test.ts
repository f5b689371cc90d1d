/** The same settings at other sizes and seeds: what the generator promises does not depend on one lucky draw. */
import { describe, expect, it } from 'vitest';
import { generateSchool } from '../../src/generate/generate.ts';
import type { GeneratorSettings } from '../../src/generate/settings.ts';
import { writeSchool } from '../../src/generate/write-school.ts';
import { readSchool } from '../../src/school/read.ts';
import { checkWeek } from './check-week.ts';
import { settingsOf } from './samples.ts';

/** yangcheng-no1 with so many homerooms in each grade, and special rooms in proportion. */
function scaled(homerooms: number, seed: number): GeneratorSettings {
  const settings = settingsOf('yangcheng-no1');
  const share = homerooms / 20;
  return {
    ...settings,
    seed,
    grades: settings.grades.map((grade) => ({ ...grade, homerooms })),
    rooms: settings.rooms.map((room) => ({
      ...room,
      count: room.concurrent === undefined ? Math.ceil(room.count * share + 0.4) : room.count,
    })),
  };
}

describe('generated schools', () => {
  it.each([
    [2, 1],
    [4, 2],
    [4, 3],
    [7, 4],
  ])('with %i homerooms in a grade (seed %i) can be read and have a week', (homerooms, seed) => {
    const { school, hidden } = generateSchool(scaled(homerooms, seed));
    expect(readSchool(writeSchool(school)).faults).toEqual([]);
    expect(checkWeek(school, hidden)).toEqual([]);
  });

  it('are the same for the same seed and differ for another', () => {
    const text = (seed: number): string => writeSchool(generateSchool({ ...settingsOf('tiny'), seed }).school);
    expect(text(5)).toBe(text(5));
    expect(text(5)).not.toBe(text(6));
  });

  it('state their lines where the settings ask for it', () => {
    const settings = settingsOf('tiny');
    const [grade] = settings.grades;
    if (!grade) throw new Error('tiny has a grade');
    const { school, hidden } = generateSchool({ ...settings, grades: [{ ...grade, statesLines: true }] });
    expect(school.grades[0]?.lines).toBe(4);
    const walking = hidden.sections.filter((section) => section.line !== undefined);
    expect(new Set(walking.map((section) => section.line))).toEqual(new Set(['1', '2', '3', '4']));
    expect(walking).toHaveLength(9);
  });

  it('say which settings contradict themselves', () => {
    const settings = settingsOf('tiny');
    const without = (kind: string): GeneratorSettings => ({
      ...settings,
      rooms: settings.rooms.filter((room) => room.kind !== kind),
    });
    expect(() => generateSchool(without('lab:chemistry'))).toThrow('No room of kind lab:chemistry');
    expect(() => generateSchool(without('field'))).toThrow('No room of kind field');
    const teams = settings.staff.teams.map((team) => ({ ...team, load: { max: 2 } }));
    expect(() => generateSchool({ ...settings, staff: { ...settings.staff, teams } })).toThrow(
      'too small for one section',
    );
  });
});
