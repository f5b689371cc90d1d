import { describe, expect, it } from 'vitest';
import { seedsOf } from '../../benchmarks/arguments.ts';
import { keyOf, type KernelRow } from '../../benchmarks/rows.ts';
import { kernelTable } from '../../benchmarks/tables/kernel-table.ts';
import { machinesInWords } from '../../benchmarks/tables/machines.ts';
import { markdownTable, replaceTable } from '../../benchmarks/tables/markdown.ts';
import { brokenInWords, ruleTable, solveTable } from '../../benchmarks/tables/solve-tables.ts';
import { figure, median, spread } from '../../benchmarks/tables/statistics.ts';
import { lines } from './lines.ts';
import { machine, run } from './made-rows.ts';

const kernel = (change: Partial<KernelRow>): KernelRow => ({
  kernel: 'judge',
  instance: 'village',
  commit: 'aaaaaaa',
  date: '2025-01-02',
  batch: 1,
  samples: 40,
  median: 1234.4,
  p75: 1200,
  loadBefore: 0.5,
  machine,
  ...change,
});

describe('the table of whole runs', () => {
  it('gives medians over seeds with the ends, and the greatest peak', () => {
    const rows = [
      run({ seed: 1, soft: 30, gap: 0.5, seconds: 10, peakMemoryBytes: 300e6 }),
      run({ seed: 2, soft: 24, gap: 0.2, seconds: 14, peakMemoryBytes: 340e6 }),
      run({ seed: 3, soft: 26, gap: 0.3, seconds: 11, peakMemoryBytes: 310e6 }),
    ];
    expect(lines(solveTable(rows, 3))).toEqual([
      [
        'village',
        '`--threads 2`',
        'aaaaaaa',
        '3 of 3',
        '3 of 3',
        '0',
        '26 (24–30)',
        '20',
        '30 % (20 %–50 %)',
        '2',
        '11 (10–14)',
        '340 MB',
        '1.2M',
        '0.5',
      ],
    ]);
  });

  it('keeps losses: an incomplete run counts against the complete ones and says what is broken', () => {
    const rows = [
      run({ seed: 1 }),
      run({
        seed: 2,
        status: 'partial',
        hard: 3,
        broken: { 'structural.student': 3 },
        firstCompleteSeconds: null,
        movesPerSecond: null,
      }),
    ];
    const [cells = []] = lines(solveTable(rows, 2));
    expect([cells[4], cells[5], cells[9], cells[12]]).toEqual(['1 of 2', '1.5 (0–3)', '2', '1.2M']);
    expect(brokenInWords(rows)).toBe('- village: `structural.student` 3 (median of 1 of 2 runs)');
    expect(brokenInWords([run({})])).toBe('Every must rule holds in every run.');
  });

  it('says how many rows have run where some are missing', () => {
    expect(lines(solveTable([run({})]))[0]?.[3]).toBe('1 of 10 rows run');
  });

  it('shows the newest commit of each school and settings, never a mixture', () => {
    const rows = [
      run({ soft: 90, commit: 'aaaaaaa' }),
      run({ soft: 50, settings: '--time 60', commit: 'aaaaaaa' }),
      run({ soft: 40, commit: 'bbbbbbb' }),
    ];
    expect(lines(solveTable(rows)).map((cells) => [cells[1], cells[2], cells[6]])).toEqual([
      ['`--threads 2`', 'bbbbbbb', '40'],
      ['`--time 60`', 'aaaaaaa', '50'],
    ]);
  });
});

describe('the table of soft costs', () => {
  it('calls a bound that says nothing none, unless there is no cost to explain', () => {
    const rules = {
      'default.spread': { cost: 18, bound: 9, method: 'days-pigeonhole' },
      'default.gap': { cost: 7, bound: 0, method: 'trivial' },
      'default.room': { cost: 0, bound: 0, method: 'trivial' },
      'default.pe': { cost: 3, bound: 0, method: 'domains' },
    };
    expect(lines(ruleTable([run({ rules })])).map((cells) => cells.slice(1))).toEqual([
      ['default.spread', '18', '9, days-pigeonhole', '100 %'],
      ['default.gap', '7', '0, trivial', 'no bound'],
      ['default.room', '0', '0, trivial', '0 %'],
      ['default.pe', '3', '0, domains', '300 %'],
    ]);
  });
});

describe('the table of kernels', () => {
  it('lets the last measurement at the newest commit stand', () => {
    const rows = [kernel({ median: 1 }), kernel({ median: 2, commit: 'bbbbbbb' }), kernel({ commit: 'bbbbbbb' })];
    expect(lines(kernelTable(rows))).toEqual([['judge', 'village', 'bbbbbbb', '1230', '1200', '40', '0.5']]);
  });
});

describe('where rows come from', () => {
  it('names each machine once, with its rows and days', () => {
    const rows = [kernel({}), kernel({ date: '2025-01-04' }), run({ machine: { ...machine, node: 'v22.1.0' } })];
    expect(machinesInWords(rows)).toBe(
      '- Abacus, 2 cores, Node 20.19.0: 2 rows, 2025-01-02 to 2025-01-04\n- Abacus, 2 cores, Node 22.1.0: 1 row, 2025-01-02',
    );
    expect(machinesInWords([])).toBe('No rows yet.');
  });

  it('tells rows apart by school, settings, seed and commit, and by nothing else', () => {
    const key = keyOf(run({}));
    expect(keyOf(run({ seconds: 99, date: '2030-01-01' }))).toBe(key);
    for (const other of [{ instance: 'town' }, { settings: '' }, { seed: 2 }, { commit: 'bbbbbbb' }]) {
      expect(keyOf(run(other))).not.toBe(key);
    }
  });
});

describe('drawing into a document', () => {
  it('replaces what stands between the markers, again and again, and nothing else', () => {
    const document = 'before\n<!-- table:a -->\nold\n<!-- /table:a -->\nafter <!-- table:b --><!-- /table:b -->';
    const once = replaceTable(document, 'a', '| new |');
    expect(once).toBe(
      'before\n<!-- table:a -->\n\n| new |\n\n<!-- /table:a -->\nafter <!-- table:b --><!-- /table:b -->',
    );
    expect(replaceTable(once, 'a', '| new |')).toBe(once);
    expect(() => replaceTable(document, 'c', '')).toThrow('table:c');
  });

  it('keeps a bar inside a cell from ending it', () => {
    expect(markdownTable(['a'], [['x|y']])).toBe('| a |\n|---|\n| x\\|y |');
  });
});

describe('figures', () => {
  it.each([
    [0, '0'],
    [0.1234, '0.123'],
    [999.6, '1000'],
    [1234, '1230'],
    [12345, '12 300'],
    [7_108_000, '7 110 000'],
  ])('%d is written %s', (value, text) => expect(figure(value)).toBe(text));

  it('takes the mean of the two middle values', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('no values');
    expect(spread([])).toBe('–');
  });

  it('reads seeds as numbers and ranges', () => {
    expect(seedsOf('1-3,7')).toEqual([1, 2, 3, 7]);
    expect(() => seedsOf('3-1')).toThrow('empty');
    expect(() => seedsOf('one')).toThrow('wanted');
  });
});
