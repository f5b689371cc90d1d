/** What the hidden plan needs to know about slots: which pairs a double may take, half-days, meetings. */
import { slotMask } from '../../school/slots.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { GeneratorSettings } from '../settings.ts';

/** 1 where a block of `length` may start: it stays within one day and crosses neither noon nor a long break. */
export function blockStarts(model: SchoolModel, grade: number, length: number): Uint8Array {
  const { slotCount, periodsPerDay } = model.grid;
  const breaks = model.gradeBreaks[grade] ?? [];
  const starts = new Uint8Array(slotCount);
  for (let slot = 0; slot < slotCount; slot++) {
    const period = slot % periodsPerDay;
    let fits = period + length <= periodsPerDay;
    for (let i = 0; i < length - 1; i++) fits = fits && breaks[period + i] === 'short';
    starts[slot] = fits ? 1 : 0;
  }
  return starts;
}

/** By subject: 1 where its teachers meet. */
export function meetingSlots(settings: GeneratorSettings, model: SchoolModel): Uint8Array[] {
  const bySubject = settings.subjects.map(() => new Uint8Array(model.grid.slotCount));
  for (const team of settings.staff.teams) {
    const mask = slotMask(model.grid, team.meeting);
    for (const id of team.subjects) bySubject[model.subjectOf.get(id) ?? -1]?.set(mask);
  }
  return bySubject;
}

export interface HalfDay {
  /** slot pattern, e.g. `mon.6|7|8|9` */
  pattern: string;
  slots: number[];
}

/** Every day's morning and afternoon; the evening belongs to neither. */
export function halfDays(model: SchoolModel): HalfDay[] {
  const { grid } = model;
  return grid.dayIds.flatMap((day, d) =>
    [['early', 'morning'], ['afternoon']].flatMap((parts) => {
      const periods = grid.parts.flatMap((part, p) => (parts.includes(part) ? [p] : []));
      if (periods.length === 0) return [];
      return [
        {
          pattern: `${day}.${periods.map((p) => grid.periodIds[p]).join('|')}`,
          slots: periods.map((p) => d * grid.periodsPerDay + p),
        },
      ];
    }),
  );
}
