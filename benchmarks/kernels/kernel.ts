import type { SettledWeek } from './settled-week.ts';

/** One sample of a kernel, and how many calls it makes. */
export interface Sample {
  batch: number;
  run: () => void;
}

export interface Kernel {
  name: string;
  /** made ready where it is measured; null: the school gives it nothing to do */
  ready: () => Sample | null;
}

/** What a thread is asked to measure. */
export interface KernelTask {
  settled: SettledWeek;
  name: string;
}

/** Of one sample, in milliseconds. */
export interface KernelTimes {
  batch: number;
  p50: number;
  p75: number;
  samples: number;
}
