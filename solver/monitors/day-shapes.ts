/**
 * Monitors on one person's day, as functions of the bit mask of busy slots (bit i = slot i of the day). Sources: rules.md,
 * teacher.maxConsecutive, teacher.maxGap, teacher.maxPerDay.
 */
export const DAY_SHAPE = { run: 0, idle: 1, load: 2 } as const;

/** What a day looks like to a shape: bits of the slots of each half, and of slots after which a run ends. */
export interface DayFrame {
  slotsPerDay: number;
  /** bit masks of the slots of the halves am and pm */
  halves: number[];
  /** bit i: the next slot is adjacent (no noon, no end between) */
  runsOn: number;
}

/** Σ over maximal adjacent runs of max(0, length − max); a long break does not end a run. */
export function runDeviation(mask: number, max: number, frame: DayFrame): number {
  let deviation = 0;
  let run = 0;
  for (let i = 0; i < frame.slotsPerDay; i++) {
    run = (mask >> i) & 1 ? run + 1 : 0;
    if (run > max) deviation++;
    if (!((frame.runsOn >> i) & 1)) run = 0;
  }
  return deviation;
}

/** Open slots without lesson or meeting between the first and last lesson of the same half, summed over the day, over max. */
export function idleDeviation(mask: number, max: number, open: number, meeting: number, frame: DayFrame): number {
  let idle = 0;
  for (const half of frame.halves) {
    const busy = mask & half;
    if (busy === 0) continue;
    const first = 31 - Math.clz32(busy & -busy);
    const last = 31 - Math.clz32(busy);
    for (let i = first + 1; i < last; i++) {
      const bit = 1 << i;
      if (half & bit && open & bit && !((busy | meeting) & bit)) idle++;
    }
  }
  return Math.max(0, idle - max);
}

export function loadDeviation(mask: number, max: number): number {
  let lessons = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) lessons++;
  return Math.max(0, lessons - max);
}
