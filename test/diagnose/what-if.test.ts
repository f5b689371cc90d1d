/** Class sizes and enrolments that might be, and walking modes on the same choices, in a school that can be counted by hand. */
import { describe, expect, it } from 'vitest';
import { plan, readTimetable, report, verify, writeTimetable } from '../../src/api/index.ts';
import { combinations, countMode, countScenario, inMode, makeSituation } from '../../src/diagnose/index.ts';
import { smallSchool } from '../support/small-school.ts';

const school = smallSchool();
const situation = makeSituation(school);
const subjectOf = (cap: number, id: string, more: { enrolment?: number; shares?: Record<string, number> } = {}) =>
  countScenario(situation, { cap, enrolment: 100, ...more }).subjects.find(({ subject }) => subject === id);

describe('least numbers for a class size', () => {
  it('divides the grade into homerooms and each pool into sections', () => {
    // 11 students; chemistry is chosen by 6, biology by 5, politics by 5, geography by 6
    expect(countScenario(situation, { cap: 8, enrolment: 100 })).toMatchObject({
      students: 11,
      homerooms: 2,
      walkingSections: 4,
    });
    expect(countScenario(situation, { cap: 5, enrolment: 100 })).toMatchObject({ homerooms: 3, walkingSections: 6 });
  });

  it('says how many teachers are missing or to spare', () => {
    // two periods a section; 華 may teach 4
    expect(subjectOf(8, 'che')).toMatchObject({ sections: 1, periods: 2, supply: 4, short: 0 });
    expect(subjectOf(3, 'che')).toMatchObject({ sections: 2, periods: 4, short: 0 });
    expect(subjectOf(2, 'che')).toMatchObject({ sections: 3, periods: 6, short: 1 });
  });

  it('grows with the enrolment, and follows the choices', () => {
    expect(countScenario(situation, { cap: 8, enrolment: 200 })).toMatchObject({ students: 22, homerooms: 3 });
    // 11 students, 6 of whom choose chemistry now: half of them 物化生, and of the others 3 in 8 物化地
    expect(subjectOf(1, 'che', { shares: { 物化生: 50 } })?.sections).toBe(Math.ceil(5.5 + (5.5 * 3) / 8));
    expect(subjectOf(1, 'che', { shares: { 物化生: 0, 物化地: 0 } })).toBeUndefined();
  });

  it('knows the combinations that students have', () => {
    expect([...combinations(school)]).toEqual([
      ['物化生', 3],
      ['物化地', 3],
      ['史政地', 3],
      ['史生政', 2],
    ]);
  });

  it('counts a classroom for each homeroom', () => {
    const classrooms = (cap: number) =>
      countScenario(situation, { cap, enrolment: 100 }).rooms.find(({ kind }) => kind === 'classroom');
    expect(classrooms(8)).toMatchObject({ needed: 2, rooms: 3, short: 0 });
    expect(classrooms(2)).toMatchObject({ needed: 6, short: 3 });
  });
});

describe('walking modes', () => {
  it('form homerooms of one combination, of two subjects, of one, or of any', () => {
    expect(countMode(inMode(school, 'whole'))).toMatchObject({ homerooms: 4, walkers: 0, split: 0 });
    expect(countMode(inMode(school, 'fix-two'))).toMatchObject({ homerooms: 2, walkers: 11, split: 2 });
    expect(countMode(inMode(school, 'fix-one'))).toMatchObject({ homerooms: 2, walkers: 11, split: 2 });
    expect(countMode(inMode(school, 'free'))).toMatchObject({ homerooms: 2, walkers: 11, split: 2 });
  });

  it('are planned, proved or not, written beside the plan, and shown in the report', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(school));
    const compare = { modes: true, whatIf: { caps: [8, 2], enrolments: [100] } };
    const planned = await plan(school, bytes, { seed: 1, islands: 1, threads: 1, reproduce: '', compare });
    expect(planned.modes?.map(({ mode, feasible }) => `${mode} ${feasible}`)).toEqual([
      // four homerooms need more of 语数英 than 8 periods a teacher
      'whole no',
      'fix-two yes',
      'fix-one yes',
      'free yes',
    ]);
    const [whole] = planned.modes ?? [];
    expect(whole?.certificates.every(({ proof }) => proof === 'recounted')).toBe(true);
    expect(planned.scenarios?.map(({ cap, planned: found }) => [cap, found?.unserved])).toEqual([
      [8, 0],
      [2, 0],
    ]);
    for (const { walkingSections, planned: found } of planned.scenarios ?? []) {
      expect(found?.walkingSections).toBeGreaterThanOrEqual(walkingSections);
    }
    expect(verify(school, bytes, planned)).toMatchObject({ disagreements: [], sameDigest: true });
    expect(readTimetable(writeTimetable(planned)).faults).toEqual([]);
    const page = report(school, planned, 'html', 'zh');
    expect(page).toContain('id="compare"');
    expect(page).toContain('大走班');
  });
});
