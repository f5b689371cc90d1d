import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { selectTeachers, type LowerRule } from '../context.ts';
import { meetingLength, meetingWindows } from '../meeting-windows.ts';

/** 教研、备课组活动: periods that members teach inside; where only its length is stated, inside the best window. */
export const lowerTeacherMeeting: LowerRule = (filled, rule, context) => {
  const { model, monitors } = context;
  const members = selectTeachers(filled, context);
  const length = meetingLength(filled.rule);
  if (length !== undefined) {
    monitors.meeting(
      { rule, whileIn: members[0]?.whileIn ?? -1, length },
      members.map(({ teacher }) => teacher),
      meetingWindows(model, filled.rule, length),
    );
    return;
  }
  const set = monitors.slotSet(slotMask(model.grid, filled.rule['slots'] as SlotSet));
  for (const { teacher, whileIn } of members) monitors.teacherInside({ rule, teacher, set, whileIn });
};
