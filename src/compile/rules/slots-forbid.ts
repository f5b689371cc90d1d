import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { selectSections, type LowerRule } from '../context.ts';

/** 禁排: periods inside the slots, of the teachers named where nothing else is, else of the sections selected. */
export const lowerSlotsForbid: LowerRule = (filled, rule, context) => {
  const { monitors, model } = context;
  const { teachers, courses, subjects, grades, homerooms, sections, rooms, students, grouping, slots } = filled.rule;
  const set = monitors.slotSet(slotMask(model.grid, slots as SlotSet));
  const others = [courses, subjects, grades, homerooms, sections, rooms, students, grouping];
  const alone = others.every((it) => it === undefined);
  if (teachers && alone) {
    for (const id of new Set(teachers)) {
      const teacher = model.teacherOf.get(id);
      if (teacher !== undefined) monitors.teacherInside({ rule, teacher, set, whileIn: -1 });
    }
  } else {
    for (const event of selectSections(filled, context)) monitors.eventInside({ rule, event, set, whole: 0 });
  }
};
