/** Halves of a day: am is early and morning, pm the afternoon; the evening is neither. And the breaks between periods. */
import type { Break } from '../../school/types.ts';
import type { Week } from '../week.ts';
import { slotsOfDay } from './teacher-days.ts';

export type Half = 'am' | 'pm';

export function halfOf({ model: { grid } }: Week, slot: number): Half | undefined {
  const part = grid.parts[slot % grid.periodsPerDay];
  if (part === 'early' || part === 'morning') return 'am';
  return part === 'afternoon' ? 'pm' : undefined;
}

/** The slots of the two halves of a day, in order. */
export const halvesOfDay = (week: Week, day: number): number[][] =>
  (['am', 'pm'] as const).map((half) => slotsOfDay(week, day).filter((slot) => halfOf(week, slot) === half));

/** Slots strictly between the first and the last one taken. */
export function between(half: readonly number[], isTaken: (slot: number) => boolean): number[] {
  const first = half.findIndex(isTaken);
  const last = half.findLastIndex(isTaken);
  return half.filter((slot, i) => i > first && i < last && !isTaken(slot));
}

/** The break after a slot, by the grade: what the timetable of its students says. */
export const breakAfter = ({ model }: Week, grade: number, slot: number): Break =>
  model.gradeBreaks[grade]?.[slot % model.grid.periodsPerDay] ?? 'short';

/** Whether the next slot is of the same day and no noon or end break lies before it. */
export function isFollowed(week: Week, grade: number, slot: number): boolean {
  const { periodsPerDay } = week.model.grid;
  if (slot % periodsPerDay === periodsPerDay - 1) return false;
  const pause = breakAfter(week, grade, slot);
  return pause !== 'noon' && pause !== 'end';
}
