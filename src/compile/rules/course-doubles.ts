import { PAIR_SHAPE } from '../../../solver/index.ts';
import type { SchoolModel } from '../../school/model.ts';
import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { selectSections, type LowerRule } from '../context.ts';

/** Starts, in each week, from which a lesson of this length has a period for which `isBad` holds; nothing lies on the next day. */
function badStarts({ grid }: SchoolModel, length: number, isBad: (slot: number, k: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: grid.slotCount }, (_, start) => {
    if ((start % grid.periodsPerDay) + length > grid.periodsPerDay) return 0;
    return Array.from({ length }, (_unused, k) => k).some((k) => isBad(start + k, k)) ? 1 : 0;
  });
}

/** 连堂: doubles with a period outside the slots, those across a long break, and pairs of them on one day or on adjacent days. */
export const lowerCourseDoubles: LowerRule = (filled, rule, context) => {
  const { monitors, model, sections } = context;
  const { slots, alternateDays, acrossLong } = filled.rule;
  const inside = slots === undefined ? null : slotMask(model.grid, slots as SlotSet);
  for (const event of selectSections(filled, context)) {
    const course = model.courses[sections[event]?.course ?? -1];
    const breaks = model.gradeBreaks[course?.grade ?? -1];
    const lengths = (course?.lessons ?? []).map((lesson) => lesson.length).filter((length) => length >= 2);
    for (const length of new Set(lengths)) {
      const add = (isBad: (slot: number, k: number) => boolean): void => {
        const bad = badStarts(model, length, isBad);
        if (bad.includes(1)) monitors.startInside({ rule, event, length, set: monitors.slotSet(bad) });
      };
      if (inside) add((slot) => inside[slot] === 0);
      if (acrossLong !== true) {
        add((slot, k) => k + 1 < length && breaks?.[slot % model.grid.periodsPerDay] === 'long');
      }
    }
    if (alternateDays === true && lengths.length > 1) {
      monitors.pair({ rule, shape: PAIR_SHAPE.doublesApart, one: event, other: event, runsOn: -1, always: 1 });
    }
  }
};
