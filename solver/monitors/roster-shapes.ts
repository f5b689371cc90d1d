/** Monitors on who sits in the events of a set. Sources: rules.md, size.band, gender.balance, score.balance, students.together, students.apart. */
import type { MonitorTables } from './tables.ts';

/**
 * band: sizes against `least` and `target` · share: the part with value 1 in each event as in the whole set · mean: the mean value in each
 * event, in tenths (values are hundredths), as in the whole set · together, apart: pairs in different events, in the same one.
 */
export const ROSTER_SHAPE = { band: 0, share: 1, mean: 2, together: 3, apart: 4 } as const;

/** Those of an event who count. */
export interface People {
  count: number;
  sum: number;
}

/** a ÷ b, halves rounded up; a ≥ 0, b > 0. */
const roundedRatio = (a: number, b: number): number => Math.floor((2 * a + b) / (2 * b));

/** Values are hundredths. */
const meanTenths = ({ count, sum }: People): number => roundedRatio(sum, 10 * count);

const pairs = (count: number): number => (count * (count - 1)) / 2;

/** `people`: of each event of the monitor, in its order or any other. */
export function rosterDeviation(
  { roster }: Pick<MonitorTables, 'roster'>,
  monitor: number,
  people: readonly People[],
): number {
  const shape = roster.shape[monitor];
  const tolerance = roster.tolerance[monitor];
  const all: People = { count: 0, sum: 0 };
  for (const { count, sum } of people) {
    all.count += count;
    all.sum += sum;
  }
  if (all.count === 0 && shape !== ROSTER_SHAPE.band) return 0;
  let deviation = shape === ROSTER_SHAPE.together ? pairs(all.count) : 0;
  for (const one of people) {
    if (shape === ROSTER_SHAPE.band) {
      const away = Math.abs(one.count - roster.target[monitor]) - tolerance;
      deviation += Math.max(0, roster.least[monitor] - one.count) + Math.max(0, away);
    } else if (shape === ROSTER_SHAPE.share) {
      const fair = roundedRatio(one.count * all.sum, all.count);
      deviation += Math.max(0, Math.abs(one.sum - fair) - tolerance);
    } else if (shape === ROSTER_SHAPE.mean) {
      if (one.count > 0) deviation += Math.max(0, Math.abs(meanTenths(one) - meanTenths(all)) - tolerance);
    } else deviation += shape === ROSTER_SHAPE.apart ? pairs(one.count) : -pairs(one.count);
  }
  return deviation;
}
