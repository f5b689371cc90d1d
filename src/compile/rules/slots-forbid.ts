import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { selectSections, selectTeachers, type LowerRule } from '../context.ts';

/** 禁排: periods inside the slots, of the teachers named, else of the sections selected. */
export const lowerSlotsForbid: LowerRule = (filled, rule, context) => {
  const { monitors, model } = context;
  const set = monitors.slotSet(slotMask(model.grid, filled.rule['slots'] as SlotSet));
  if (filled.rule.teachers) {
    for (const { teacher, whileIn } of selectTeachers(filled, context))
      monitors.teacherInside({ rule, teacher, set, whileIn });
  } else {
    for (const event of selectSections(filled, context)) monitors.eventInside({ rule, event, set });
  }
};
