import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { selectTeachers, type LowerRule } from '../context.ts';

/** 教研、备课组活动: periods that members teach inside. */
export const lowerTeacherMeeting: LowerRule = (filled, rule, context) => {
  const set = context.monitors.slotSet(slotMask(context.model.grid, filled.rule['slots'] as SlotSet));
  for (const { teacher, whileIn } of selectTeachers(filled, context)) {
    context.monitors.teacherInside({ rule, teacher, set, whileIn });
  }
};
