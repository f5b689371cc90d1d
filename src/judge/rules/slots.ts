import { slotMask } from '../../school/slots.ts';
import type { Rule, SlotSet } from '../../school/types.ts';
import type { Week } from '../week.ts';

/** The rule's parameter `slots` as a test of slot indexes. */
export function insideSlots(week: Week, rule: Rule): (slot: number) => boolean {
  const mask = slotMask(week.model.grid, rule['slots'] as SlotSet | undefined);
  return (slot) => mask[slot] === 1;
}
