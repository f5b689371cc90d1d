import { describe, expect, it } from 'vitest';
import { ablationKeyOf, type AblationRow, type ThreadRow } from '../../benchmarks/rows.ts';
import { ablationInWords, ablationTable } from '../../benchmarks/tables/ablation-table.ts';
import { growthInstance, growthTable, isGrowth, logLogSlope } from '../../benchmarks/tables/growth-table.ts';
import { threadsTable } from '../../benchmarks/tables/threads-table.ts';
import { lines } from './lines.ts';
import { machine, run } from './made-rows.ts';

const search = (change: Partial<AblationRow>): AblationRow => ({
  instance: 'village',
  schoolSha256: '00',
  without: '',
  settings: '--islands 2 --epochs 16',
  seed: 1,
  commit: 'aaaaaaa',
  date: '2025-01-02',
  threads: 2,
  epochs: 16,
  epochSize: 16_384,
  hard: 0,
  soft: 30,
  closedAt: 4,
  seconds: 3,
  uses: [{ name: 'move-lesson', proposed: 100, accepted: 40, improved: 9 }],
  loadBefore: 0.5,
  machine,
  ...change,
});

describe('the table of neighbourhoods left out', () => {
  const rows = [
    search({ seed: 1 }),
    search({ seed: 1, without: 'move-lesson', soft: 41, closedAt: null, hard: 2 }),
    search({ seed: 2, soft: 20, closedAt: 6 }),
    search({ seed: 2, without: 'move-lesson', soft: 25, closedAt: 9 }),
  ];

  it('compares soft costs seed by seed with the search that has them all', () => {
    const [all, without] = lines(ablationTable(rows));
    expect([all?.[1], all?.[6], all?.[9]]).toEqual(['nothing', '5 (4–6)', '']);
    expect(without?.slice(1, 2)).toEqual(['move-lesson']);
    expect([without?.[5], without?.[6], without?.[9]]).toEqual(['1 of 2', '9; 1 never', '+8 (+5 to +11)']);
  });

  it('says in how many runs the week was complete later, never counting as later than any', () => {
    expect(ablationInWords(rows)).toBe(
      '- without `move-lesson`: complete later in 2 of 2 runs, sooner in 0; soft cost higher in 2, lower in 0',
    );
  });

  it('has no pair where the other run is missing, and shows the newest commit alone', () => {
    const later = search({ commit: 'bbbbbbb', without: 'kempe-chain' });
    const table = lines(ablationTable([...rows, later]));
    expect(table.map((line) => [line[1], line[3], line[9]])).toEqual([['kempe-chain', 'bbbbbbb', '–']]);
  });

  it('takes runs apart that leave out different neighbourhoods', () => {
    expect(ablationKeyOf(search({}))).not.toBe(ablationKeyOf(search({ without: 'kempe-chain' })));
    expect(ablationKeyOf(search({ soft: 1 }))).toBe(ablationKeyOf(search({})));
  });
});

describe('the table of growth', () => {
  const atSize = (students: number, engineSeconds: number, seed = 1) =>
    run({ instance: growthInstance('village-school', students), engineSeconds, cpuSeconds: 2 * engineSeconds, seed });

  it('finds the power that time grows with', () => {
    expect(logLogSlope([1000, 2000, 4000, 8000].map((n) => [n, 3e-6 * n ** 1.25] as const))).toBeCloseTo(1.25, 10);
  });

  it('has sizes in order, the median of the seeds, and says whether the target is met', () => {
    const rows = [atSize(8000, 64), atSize(1000, 4, 1), atSize(1000, 8, 2), atSize(1000, 3, 3)];
    const [table = '', fits] = growthTable(rows).split('\n\n');
    expect(lines(table).map((line) => [line[0], line[1], line[6]])).toEqual([
      ['village-school', '1000', '4 (3–8)'],
      ['village-school', '8000', '64'],
    ]);
    expect(fits?.split('\n')).toEqual([
      '- village-school, `--threads 2`, engine seconds: slope 1.33 (target 1.5); 8000 students take 16 times as long as 1000 (target 22.6): met',
      '- village-school, `--threads 2`, processor seconds: slope 1.33 (target 1.5); 8000 students take 16 times as long as 1000 (target 22.6): met',
    ]);
  });

  it('says that steeper growth misses it', () => {
    expect(growthTable([atSize(1000, 1), atSize(8000, 23)])).toContain('(target 22.6): missed');
  });

  it('does not call a target met that sizes close together cannot miss', () => {
    expect(growthTable([atSize(1000, 1), atSize(2000, 1.1)])).toContain('(target 2.83): sizes too close to tell');
  });

  it('keeps its rows apart from those of sample schools', () => {
    expect([isGrowth(atSize(1000, 1)), isGrowth(run({}))]).toEqual([true, false]);
  });
});

describe('the table of threads', () => {
  const pair = (seed: number, one: number, two: number): ThreadRow => ({
    instance: 'village',
    schoolSha256: '00',
    settings: '--islands 4 --epochs 8',
    seed,
    commit: 'aaaaaaa',
    date: '2025-01-02',
    one,
    two,
    loadBefore: 0.5,
    machine,
  });

  it('gives the median of the ratios, not the ratio of the medians', () => {
    const [line] = lines(threadsTable([pair(1, 10, 19), pair(2, 4, 8), pair(3, 5, 5)]));
    expect(line?.slice(3, 8)).toEqual(['3', '5 (4–10)', '8 (5–19)', '1.9 (1–2)', 'met']);
  });

  it('says where two threads are too little faster', () => {
    expect(lines(threadsTable([pair(1, 10, 17)]))[0]?.[7]).toBe('missed');
  });
});
