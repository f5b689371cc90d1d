/**
 * Monitors on one person's day, as functions of the bit mask of busy slots (bit i = slot i of the day). Sources: rules.md,
 * teacher.maxConsecutive, teacher.maxGap, teacher.maxPerDay, teacher.minPerDay, teacher.halfDay, teacher.noonSplit.
 */
export const DAY_SHAPE = { run: 0, idle: 1, load: 2, least: 3, halves: 4, noon: 5 } as const;

/** What a day looks like to a shape: bits of the slots of each half, and of slots after which a run ends. */
export interface DayFrame {
  slotsPerDay: number;
  /** bit masks of the slots of the halves am and pm */
  halves: number[];
  /** bit i: the next slot is adjacent (no noon, no end between) */
  runsOn: number;
}

/** One teacher's day: the slots taught as a mask, the periods taught (more than the bits where two lessons are at once), and what else counts. */
export interface TeacherDay {
  mask: number;
  periods: number;
  /** slots that may be idle */
  open: number;
  /** slots busy with a meeting */
  meeting: number;
}

export function dayDeviation(shape: number, limit: number, day: TeacherDay, frame: DayFrame): number {
  switch (shape) {
    case DAY_SHAPE.run:
      return runDeviation(day.mask, limit, frame);
    case DAY_SHAPE.idle:
      return idleDeviation(day.mask, limit, day.open, day.meeting, frame);
    case DAY_SHAPE.load:
      return Math.max(0, day.periods - limit);
    case DAY_SHAPE.least:
      return day.periods > 0 ? Math.max(0, limit - day.periods) : 0;
    case DAY_SHAPE.halves:
      return frame.halves.every((half) => (day.mask & half) !== 0) ? 1 : 0;
    default:
      return noonDeviation(day.mask, frame);
  }
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

/** 1: the last slot before noon and the first after it. */
function noonDeviation(mask: number, { halves: [am, pm] }: DayFrame): number {
  if (am === 0 || pm === 0) return 0;
  const last = 1 << (31 - Math.clz32(am));
  return (mask & last) !== 0 && (mask & (pm & -pm)) !== 0 ? 1 : 0;
}
