import { describe, expect, it } from 'vitest';
import { FET_SCHOOLS, fetSchoolText } from '../../benchmarks/instances/fet-schools.ts';
import type { FetRow, SolveRow } from '../../benchmarks/rows.ts';
import { fetTable, targetSeconds } from '../../benchmarks/tables/fet-table.ts';
import { readSchool } from '../../src/api/index.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import { lines } from './lines.ts';
import { machine, run } from './made-rows.ts';

const fet = (change: Partial<FetRow>): FetRow => ({
  instance: 'fet-village',
  schoolSha256: '00',
  fileSha256: '11',
  settings: 'FET 6.8.5, 300 s, all wishes',
  seed: 1,
  commit: 'aaaaaaa',
  date: '2025-01-02',
  solved: true,
  placed: 40,
  lessons: 40,
  hard: 0,
  soft: 50,
  rules: {},
  seconds: 90,
  loadBefore: 0.5,
  machine,
  ...change,
});

const ours = (change: Partial<SolveRow>): SolveRow =>
  run({
    instance: 'fet-village',
    settings: '--target complete --threads 2',
    commit: 'bbbbbbb',
    stopReason: 'target',
    epochs: 1,
    seconds: 2,
    movesPerSecond: null,
    ...change,
  });

describe('FET beside us', () => {
  it('a thirtieth of FET is asked, never less than 1.5 s, and 5 s where it gives up', () => {
    expect(targetSeconds([fet({ seconds: 90 }), fet({ seconds: 60 }), fet({ seconds: 300 })])).toBe(3);
    expect(targetSeconds([fet({ seconds: 2 })])).toBe(1.5);
    expect(targetSeconds([fet({ seconds: 300, solved: false })])).toBe(5);
  });

  it('says who needs how long, at what cost, and whether the target is met', () => {
    const [line] = lines(
      fetTable(
        [fet({}), fet({ seed: 2, seconds: 120, soft: 70 })],
        [ours({}), ours({ seed: 2, seconds: 3, soft: 34 })],
      ),
    );
    expect(line?.slice(2)).toEqual([
      '2 of 2',
      '105 (90–120)',
      '60 (50–70)',
      'bbbbbbb',
      '2 of 2',
      '2.5 (2–3)',
      '32 (30–34)',
      '3.5',
      'met',
      '0.5',
    ]);
  });

  it('says where FET gives up, and where we do not get there', () => {
    const gaveUp = fet({ solved: false, placed: 31, hard: null, soft: null, seconds: 300 });
    const [line] = lines(fetTable([gaveUp], [ours({}), ours({ seed: 2, hard: 3, soft: 9 })]));
    expect(line?.slice(2)).toEqual([
      '0 of 1',
      'gave up; 31 of 40 lessons placed',
      '–',
      'bbbbbbb',
      '1 of 2',
      '2',
      '30',
      '5',
      'missed',
      '0.5',
    ]);
  });

  it('takes the newest commit of each, and our rows of the same school’s file only', () => {
    const table = fetTable(
      [fet({ seconds: 1 }), fet({ commit: 'ccccccc', seconds: 70 })],
      [ours({ schoolSha256: '33' })],
    );
    expect(lines(table).map((line) => [line[3], line[6]])).toEqual([['70', '–']]);
  });
});

describe('the schools of the comparison', () => {
  it.each(FET_SCHOOLS)(
    '$name is frozen: all its sections given, every student 39 periods of $slots slots',
    (school) => {
      const { document } = readSchool(fetSchoolText(school));
      if (!document) throw new Error('the school is not read');
      const model = makeSchoolModel(document);
      expect([document.students.length, model.grid.slotCount]).toEqual([school.students, school.slots]);
      const periods = new Map<string, number>();
      for (const { course, students } of document.sections ?? []) {
        for (const id of students ?? []) {
          periods.set(id, (periods.get(id) ?? 0) + (model.courses[model.courseOf.get(course) ?? -1]?.periods ?? 0));
        }
      }
      expect(periods.size).toBe(school.students);
      expect([...new Set(periods.values())]).toEqual([39]);
    },
  );
});
