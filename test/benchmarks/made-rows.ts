/** Rows that nobody measured, for tests of tables. */
import type { Machine, SolveRow } from '../../benchmarks/rows.ts';

export const machine: Machine = { cpu: 'Abacus', cores: 2, node: 'v20.19.0' };

export const run = (change: Partial<SolveRow>): SolveRow => ({
  instance: 'village',
  schoolSha256: '00',
  settings: '--threads 2',
  seed: 1,
  commit: 'aaaaaaa',
  date: '2025-01-02',
  threads: 2,
  status: 'complete',
  stopReason: 'stagnation',
  epochs: 20,
  hard: 0,
  soft: 30,
  broken: {},
  rules: {},
  bound: 20,
  gap: 0.5,
  firstCompleteSeconds: 2,
  seconds: 10,
  peakMemoryBytes: 300e6,
  movesPerSecond: 1_200_000,
  loadBefore: 0.5,
  machine,
  ...change,
});
