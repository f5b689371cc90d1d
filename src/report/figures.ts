/** Figures that the terminal and the page both write. */
import { slotName } from '../school/slots.ts';
import type { Words } from '../text/lang.ts';
import type { RoomKindUse } from '../timetable/types.ts';
import type { Naming } from './naming.ts';

/** `–` of nothing. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;

/** The first of the slots in which most rooms of a kind are in use; undefined where none ever is. */
export function busiestSlot(
  naming: Naming,
  { usedPerSlot, availablePerSlot }: RoomKindUse,
): { when: Words; used: number; available: number } | undefined {
  const used = Math.max(0, ...usedPerSlot);
  if (used === 0) return undefined;
  const slot = usedPerSlot.indexOf(used);
  return { when: naming.slot(slotName(naming.model.grid, slot)), used, available: availablePerSlot[slot] ?? 0 };
}
