/** The table of public instances keeps losses and unfeasible runs in. */
import { describe, expect, it } from 'vitest';
import type { PublicRow } from '../../benchmarks/rows.ts';
import { publicTable } from '../../benchmarks/tables/public-table.ts';

const row = (changes: Partial<PublicRow>): PublicRow => ({
  instance: 'one',
  fileSha256: '',
  settings: '--seconds 60',
  seed: 1,
  commit: 'aaaaaaa',
  date: '2026-01-01',
  threads: 2,
  epochs: 10,
  epochSize: 1024,
  distance: 0,
  soft: 30,
  known: 20,
  bound: 4,
  firstFeasibleSeconds: 2,
  seconds: 60,
  movesPerSecond: 1_000_000,
  loadBefore: 1,
  machine: { cpu: '', cores: 2, node: '' },
  ...changes,
});

const cells = (rows: PublicRow[]): string[] =>
  (publicTable(rows).split('\n')[2] ?? '').split('|').map((cell) => cell.trim());

describe('the table of public instances', () => {
  it('has best, median and worst of the feasible runs, and says what is missed', () => {
    const line = cells([
      row({}),
      row({ soft: 40, seed: 2 }),
      row({ soft: 90, seed: 3 }),
      row({ distance: 7, soft: 0 }),
    ]);
    expect(line.slice(4, 13)).toEqual(['4', '3 of 4', '4', '20', '30', '40', '90', '100 %', 'missed']);
  });

  it('says what is met, and shows the newest commit only', () => {
    expect(cells([row({}), row({ commit: 'bbbbbbb', soft: 20 })]).slice(3, 13)).toEqual([
      ...['bbbbbbb', '1', '1 of 1', '4', '20', '20', '20', '20', '0 %', 'met'],
    ]);
  });

  it('has no figures where nothing is feasible', () => {
    expect(cells([row({ distance: 3, firstFeasibleSeconds: null })]).slice(5, 14)).toEqual([
      ...['0 of 1', '4', '20', '–', '–', '–', '–', 'missed', '–'],
    ]);
  });
});
