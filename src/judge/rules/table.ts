/** Every office rule the judge can count, by type. */
import { judgeCourseSpread } from './course-spread.ts';
import { judgeRoomOwn } from './room-own.ts';
import { judgeRoomStable } from './room-stable.ts';
import type { RuleJudge } from './rule-judge.ts';
import { judgeSizeBalance } from './size-balance.ts';
import { judgeSlotsForbid } from './slots-forbid.ts';
import { judgeSlotsPrefer } from './slots-prefer.ts';
import { judgeTeacherMaxConsecutive } from './teacher-max-consecutive.ts';
import { judgeTeacherMaxGap } from './teacher-max-gap.ts';
import { judgeTeacherMaxPerDay } from './teacher-max-per-day.ts';
import { judgeTeacherMeeting } from './teacher-meeting.ts';
import { judgeWalkingKeepTogether } from './walking-keep-together.ts';

export interface RuleRow {
  judge: RuleJudge;
  /** whether sections alone, without a week, already decide it */
  needs: 'sections' | 'week';
}

export const ruleTable: ReadonlyMap<string, RuleRow> = new Map<string, RuleRow>([
  ['slots.forbid', { judge: judgeSlotsForbid, needs: 'week' }],
  ['slots.prefer', { judge: judgeSlotsPrefer, needs: 'week' }],
  ['course.spread', { judge: judgeCourseSpread, needs: 'week' }],
  ['teacher.maxConsecutive', { judge: judgeTeacherMaxConsecutive, needs: 'week' }],
  ['teacher.maxGap', { judge: judgeTeacherMaxGap, needs: 'week' }],
  ['teacher.maxPerDay', { judge: judgeTeacherMaxPerDay, needs: 'week' }],
  ['teacher.meeting', { judge: judgeTeacherMeeting, needs: 'week' }],
  ['size.balance', { judge: judgeSizeBalance, needs: 'sections' }],
  ['room.stable', { judge: judgeRoomStable, needs: 'week' }],
  ['room.own', { judge: judgeRoomOwn, needs: 'week' }],
  ['walking.keepTogether', { judge: judgeWalkingKeepTogether, needs: 'sections' }],
]);
