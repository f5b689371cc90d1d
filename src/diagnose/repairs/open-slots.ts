/** Slots taken out of those in which something is shut, or forbidden. */
import { makeSlotGrid, slotMask } from '../../school/slots.ts';
import type { School, SlotSet } from '../../school/types.ts';
import { slotPatterns } from '../windows.ts';

/** Without these slots. */
export function lessSlots(school: School, set: SlotSet | undefined, slots: readonly string[]): SlotSet {
  const grid = makeSlotGrid(school.calendar);
  const gone = slotMask(grid, [...slots]);
  return slotPatterns(
    grid,
    slotMask(grid, set).map((bit, slot) => (bit && !gone[slot] ? 1 : 0)),
  );
}

/** Where the calendar shuts them for all, they stay shut for the other grades. */
export function openSlots(school: School, gradeId: string, slots: string[]): School {
  const grid = makeSlotGrid(school.calendar);
  const shutForAll = slotMask(grid, school.calendar.closed);
  const opened = slotMask(grid, slots);
  const moved = slotPatterns(
    grid,
    shutForAll.map((bit, slot) => (bit && opened[slot] ? 1 : 0)),
  );
  return {
    ...school,
    calendar: { ...school.calendar, closed: lessSlots(school, school.calendar.closed, slots) },
    grades: school.grades.map((grade) =>
      grade.id === gradeId
        ? { ...grade, closed: lessSlots(school, grade.closed, slots) }
        : moved.length === 0
          ? grade
          : { ...grade, closed: [...[grade.closed ?? []].flat(), ...moved] },
    ),
  };
}

/** The slots are taken out of those in which the teacher or room is not there. */
export function there<T extends { unavailable?: SlotSet }>(school: School, item: T, slots: string[]): T {
  const left = lessSlots(school, item.unavailable, slots);
  const { unavailable: _, ...rest } = item;
  return (left.length > 0 ? { ...rest, unavailable: left } : rest) as T;
}
