import { describe, expect, it } from 'vitest';
import { HAPPENINGS } from '../../benchmarks/change/events.ts';
import type { ChangedWeek, ChangeRow } from '../../benchmarks/rows.ts';
import { changeTable } from '../../benchmarks/tables/change-table.ts';
import { readSchool } from '../../src/school/read.ts';
import { loadOf, roomShut, threeDays, threeDaysWeek } from '../repair/small-events.ts';
import { lines } from './lines.ts';

// Physics has periods to spare: one of its two can be missed.
const school = loadOf('p1', 3)(threeDays());
const week = threeDaysWeek(school);

describe('what happens to a school', () => {
  it('happens to somebody, and leaves a school that can be read', () => {
    const events = Object.entries(HAPPENINGS).map(([name, happens]) => [name, happens(school, week)] as const);
    expect(events.map(([name, event]) => [name, event?.what])).toEqual([
      ['one student re-chooses', 'a1: 物 → 史'],
      ['one teacher leaves', 'p2: 1 periods'],
      ['one room is shut', 'r3: 1 lessons'],
    ]);
    for (const [, event] of events) {
      expect(event?.school).not.toEqual(school);
      expect(readSchool(JSON.stringify(event?.school)).school).not.toBeNull();
    }
  });

  it('is the same change as one made by hand', () => {
    expect(HAPPENINGS['one room is shut']?.(school, week)?.school).toEqual(roomShut('r3', '*.*')(school));
  });

  it('does not happen where nobody is there for it', () => {
    const alone = { ...school, rooms: school.rooms.slice(0, 1) };
    expect(HAPPENINGS['one room is shut']?.(alone, week)).toBeNull();
  });
});

const changed = (lessons: number, more: Partial<ChangedWeek> = {}): ChangedWeek => ({
  status: 'complete',
  hard: 0,
  soft: 9,
  seconds: 3,
  changes: { lessons, rooms: 1, teachers: 0, seats: 2, studentsTouched: 40, teachersTouched: 3 },
  fewest: null,
  used: null,
  ...more,
});

const row = (more: Partial<ChangeRow> = {}): ChangeRow => ({
  instance: 'village',
  event: 'one room is shut',
  what: 'r1: 5 lessons',
  settings: '--threads 2',
  seed: 1,
  commit: 'aaaaaaa',
  date: '2025-01-02',
  threads: 2,
  lessons: 90,
  students: 60,
  kept: changed(2, { fewest: 2, used: 3 }),
  fresh: changed(80),
  loadBefore: 0.5,
  machine: { cpu: 'Abacus', cores: 2, node: 'v20.19.0' },
  ...more,
});

describe('the table of changes', () => {
  const drawn = (rows: ChangeRow[]): string[][] => lines(changeTable(rows));

  it('has the week from the earlier one above the one made afresh', () => {
    const [kept, fresh] = drawn([row()]);
    expect(kept?.slice(0, 3)).toEqual([
      'village (60 students, 90 lessons)',
      'one room is shut (r1: 5 lessons)',
      '`--base`',
    ]);
    expect([kept?.[6], kept?.[12]]).toEqual(['2', '3, at least 2']);
    expect([fresh?.[2], fresh?.[6], fresh?.[12]]).toEqual(['afresh', '80', '–']);
  });

  it('says where nothing is proved, how many changes are needed at least, and shows the newest commit', () => {
    const rows = [
      row(),
      row({ commit: 'bbbbbbb', kept: changed(9) }),
      row({ commit: 'bbbbbbb', seed: 2, kept: changed(7, { fewest: 4, used: 9 }) }),
    ];
    const [kept] = drawn(rows);
    expect([kept?.[3], kept?.[4], kept?.[6], kept?.[12]]).toEqual([
      'bbbbbbb',
      '2',
      '8 (7–9)',
      'not proved; 9, at least 4',
    ]);
  });
});
