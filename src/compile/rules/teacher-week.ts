/** Rules on a teacher's week, and on how a set of teachers shares the edges of the day. */
import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { intParameter, selectTeachers, type LowerRule } from '../context.ts';

/** 每周上课天数 */
export const lowerTeacherMaxDays: LowerRule = (filled, rule, context) => {
  const max = intParameter(filled, 'max', 0) * context.model.grid.weeks;
  for (const { teacher, whileIn } of selectTeachers(filled, context)) {
    context.monitors.teacherDays({ rule, teacher, max, whileIn });
  }
};

/** 边缘节次公平 */
export const lowerTeacherEdgeFair: LowerRule = (filled, rule, context) => {
  const { model, monitors } = context;
  const members = selectTeachers(filled, context);
  const ratio = intParameter(filled, 'ratio', 100);
  const set = monitors.slotSet(slotMask(model.grid, filled.rule['slots'] as SlotSet));
  const whileIn = members[0]?.whileIn ?? -1;
  monitors.edgeFair(
    { rule, ratio, set, whileIn },
    members.map(({ teacher }) => teacher),
  );
};
