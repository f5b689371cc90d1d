import { selectSections, type LowerRule } from '../context.ts';

/** N 日内上完: periods on days of the week after the last. */
export const lowerLessonsFinishBy: LowerRule = (filled, rule, context) => {
  const { monitors, model } = context;
  const { grid } = model;
  const last = grid.dayIds.indexOf(String(filled.rule['day']));
  const dayOf = (slot: number): number => Math.floor((slot % grid.slotsPerWeek) / grid.periodsPerDay);
  const later = Uint8Array.from({ length: grid.slotCount }, (_, slot) => (dayOf(slot) > last ? 1 : 0));
  const set = monitors.slotSet(later);
  for (const event of selectSections(filled, context)) monitors.eventInside({ rule, event, set, whole: 0 });
};
