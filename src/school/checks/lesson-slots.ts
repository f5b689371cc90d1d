/** Where a lesson can lie in a week: with odd and even weeks, a lesson of every week needs its slot in both. */
import type { SlotGrid } from '../slots.ts';
import type { WeekChoice } from '../types.ts';

/** Weeks of the cycle that a lesson is held in, or each week alone where the solver picks one. */
function alternatives(grid: SlotGrid, weeks: WeekChoice): number[][] {
  if (grid.weeks === 1) return [[0]];
  if (weeks === 'every') return [Array.from({ length: grid.weeks }, (_, week) => week)];
  return weeks === 'odd' ? [[0]] : weeks === 'even' ? [[1]] : [[0], [1]];
}

/** Masks over the slots of one week, one for each choice of weeks: open in all of the weeks held. `open` spans the cycle. */
export function openInWeeks(grid: SlotGrid, open: Uint8Array, weeks: WeekChoice): Uint8Array[] {
  return alternatives(grid, weeks).map((held) =>
    Uint8Array.from({ length: grid.slotsPerWeek }, (_, slot) =>
      held.every((week) => open[week * grid.slotsPerWeek + slot]) ? 1 : 0,
    ),
  );
}
