import type { SettledWeek } from './settled-week.ts';

/** A kernel: a name, how many calls one sample makes, and the sample. */
export interface Kernel {
  name: string;
  batch: number;
  run: () => void;
}

/** What a thread is asked to measure. */
export interface KernelTask {
  settled: SettledWeek;
  name: string;
}

/** Of one sample, in milliseconds. */
export interface KernelTimes {
  p50: number;
  p75: number;
  samples: number;
}
