/** Where a meeting of which only the length is stated may be. */
import type { SchoolModel } from '../school/model.ts';
import { slotMask } from '../school/slots.ts';
import type { Rule, SlotSet } from '../school/types.ts';

/** Length of the meeting where the solver chooses its slots; undefined: it takes all that the rule names. */
export const meetingLength = (rule: Rule): number | undefined =>
  typeof rule['length'] === 'number' ? rule['length'] : undefined;

/** Per window its slots, week by week: so many in a row, of one part of one day, at the same time in every week. In file order. */
export function meetingWindows({ grid }: SchoolModel, rule: Rule, length: number): number[][] {
  const allowed = slotMask(grid, rule['slots'] as SlotSet);
  const windows: number[][] = [];
  for (let first = 0; first < grid.slotsPerWeek; first++) {
    const period = first % grid.periodsPerDay;
    if (period + length > grid.periodsPerDay) continue;
    const inOnePart = Array.from({ length }, (_, k) => grid.parts[period + k]).every(
      (part) => part === grid.parts[period],
    );
    const slots = Array.from({ length: grid.weeks * length }, (_, i) => {
      const week = Math.floor(i / length);
      return week * grid.slotsPerWeek + first + (i % length);
    });
    if (inOnePart && slots.every((slot) => allowed[slot] === 1)) windows.push(slots);
  }
  return windows;
}
