/** Office rules by type, each lowered in its own file. */
import type { LowerRule } from '../context.ts';
import { lowerCourseSpread } from './course-spread.ts';
import { lowerKeepRoom, lowerKeepSlot, lowerKeepStudent, lowerKeepTeacher } from './keep.ts';
import { lowerRoomOwn, lowerRoomStable } from './rooms.ts';
import { lowerSizeBalance, lowerWalkingKeepTogether } from './section-people.ts';
import { lowerSlotsForbid } from './slots-forbid.ts';
import { lowerSlotsPrefer } from './slots-prefer.ts';
import { lowerTeacherMaxConsecutive, lowerTeacherMaxGap, lowerTeacherMaxPerDay } from './teacher-day.ts';
import { lowerTeacherApart } from './teacher-apart.ts';
import { lowerTeacherMeeting } from './teacher-meeting.ts';

export const LOWER_RULE: Record<string, LowerRule> = {
  'slots.forbid': lowerSlotsForbid,
  'slots.prefer': lowerSlotsPrefer,
  'course.spread': lowerCourseSpread,
  'teacher.maxConsecutive': lowerTeacherMaxConsecutive,
  'teacher.maxGap': lowerTeacherMaxGap,
  'teacher.maxPerDay': lowerTeacherMaxPerDay,
  'teacher.meeting': lowerTeacherMeeting,
  'teacher.apart': lowerTeacherApart,
  'size.balance': lowerSizeBalance,
  'room.stable': lowerRoomStable,
  'room.own': lowerRoomOwn,
  'walking.keepTogether': lowerWalkingKeepTogether,
  'keep.slot': lowerKeepSlot,
  'keep.room': lowerKeepRoom,
  'keep.teacher': lowerKeepTeacher,
  'keep.student': lowerKeepStudent,
};
