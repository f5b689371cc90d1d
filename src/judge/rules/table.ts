/** Every office rule the judge can count, by type. */
import { judgeGenderBalance, judgeScoreBalance } from './balance.ts';
import { judgeCourseDoubles } from './course-doubles.ts';
import { judgeCourseHalfday } from './course-halfday.ts';
import { judgeCourseNotAdjacent } from './course-not-adjacent.ts';
import { judgeCourseNotSameDay } from './course-not-same-day.ts';
import { judgeCourseOrder } from './course-order.ts';
import { judgeCourseSpread } from './course-spread.ts';
import { judgeFirstSlotVary } from './first-slot-vary.ts';
import { judgeLessonsFinishBy } from './lessons-finish-by.ts';
import { judgeRoomNear } from './room-near.ts';
import { judgeRoomOwn } from './room-own.ts';
import { judgeRoomPrefer } from './room-prefer.ts';
import { judgeRoomReserve } from './room-reserve.ts';
import { judgeRoomStable } from './room-stable.ts';
import { keepRoom, keepSlot, keepStudent, keepTeacher } from './keep.ts';
import type { RuleJudge } from './rule-judge.ts';
import { judgeSectionsJoint } from './sections-joint.ts';
import { judgeSectionsMaxParallel, judgeSectionsNotSameSlot } from './sections-parallel.ts';
import { judgeSectionsSameSlot } from './sections-same-slot.ts';
import { judgeSizeBalance } from './size-balance.ts';
import { judgeSizeBand } from './size-band.ts';
import { judgeSlotsForbid } from './slots-forbid.ts';
import { judgeSlotsPrefer } from './slots-prefer.ts';
import { judgeSlotsRequire } from './slots-require.ts';
import { judgeProgressAlternate, judgeProgressDoubles, judgeProgressEqual } from './progress.ts';
import { judgeStudentFree } from './student-free.ts';
import { judgeStudentGaps } from './student-gaps.ts';
import { judgeStudentsApart, judgeStudentsTogether } from './students-together.ts';
import { judgeTeacherApart } from './teacher-apart.ts';
import { judgeTeacherEdgeFair } from './teacher-edge-fair.ts';
import { judgeTeacherFewCourses, judgeTeacherOneLevel } from './teacher-few-courses.ts';
import { judgeTeacherHalfDay, judgeTeacherNoonSplit } from './teacher-halves.ts';
import { judgeTeacherKeepsHomeroom } from './teacher-keeps-homeroom.ts';
import { judgeTeacherLoadFair } from './teacher-load-fair.ts';
import { judgeTeacherMaxConsecutive } from './teacher-max-consecutive.ts';
import { judgeTeacherMaxDays } from './teacher-max-days.ts';
import { judgeTeacherMaxGap } from './teacher-max-gap.ts';
import { judgeTeacherMaxPerDay } from './teacher-max-per-day.ts';
import { judgeTeacherMeeting } from './teacher-meeting.ts';
import { judgeTeacherMinPerDay } from './teacher-min-per-day.ts';
import { judgeTeacherSame } from './teacher-same.ts';
import { judgeTeacherSections } from './teacher-sections.ts';
import { judgeWalkingKeepTogether } from './walking-keep-together.ts';
import { judgeBuildingChange, judgeWalkingMoves } from './walking-moves.ts';
import { judgeWeeksPair } from './weeks-pair.ts';

export interface RuleRow {
  judge: RuleJudge;
  /** caps that must hold beside the rule, a row of their own where the rule states one */
  judgeCaps?: RuleJudge;
  /** whether sections alone, without a week, already decide it */
  needs: 'sections' | 'week';
}

export const ruleTable: ReadonlyMap<string, RuleRow> = new Map<string, RuleRow>([
  ['slots.forbid', { judge: judgeSlotsForbid, needs: 'week' }],
  ['slots.require', { judge: judgeSlotsRequire, needs: 'week' }],
  ['slots.prefer', { judge: judgeSlotsPrefer, needs: 'week' }],
  ['course.spread', { judge: judgeCourseSpread, needs: 'week' }],
  ['course.halfday', { judge: judgeCourseHalfday, needs: 'week' }],
  ['course.doubles', { judge: judgeCourseDoubles, needs: 'week' }],
  ['course.notSameDay', { judge: judgeCourseNotSameDay, needs: 'week' }],
  ['course.notAdjacent', { judge: judgeCourseNotAdjacent, needs: 'week' }],
  ['course.order', { judge: judgeCourseOrder, needs: 'week' }],
  ['sections.sameSlot', { judge: judgeSectionsSameSlot, needs: 'week' }],
  ['sections.notSameSlot', { judge: judgeSectionsNotSameSlot, needs: 'week' }],
  ['sections.maxParallel', { judge: judgeSectionsMaxParallel, needs: 'week' }],
  ['sections.joint', { judge: judgeSectionsJoint, needs: 'week' }],
  ['weeks.pair', { judge: judgeWeeksPair, needs: 'week' }],
  ['lessons.finishBy', { judge: judgeLessonsFinishBy, needs: 'week' }],
  ['firstSlot.vary', { judge: judgeFirstSlotVary, needs: 'week' }],
  ['teacher.maxPerDay', { judge: judgeTeacherMaxPerDay, needs: 'week' }],
  ['teacher.minPerDay', { judge: judgeTeacherMinPerDay, needs: 'week' }],
  ['teacher.maxConsecutive', { judge: judgeTeacherMaxConsecutive, needs: 'week' }],
  ['teacher.maxDays', { judge: judgeTeacherMaxDays, needs: 'week' }],
  ['teacher.maxGap', { judge: judgeTeacherMaxGap, needs: 'week' }],
  ['teacher.halfDay', { judge: judgeTeacherHalfDay, needs: 'week' }],
  ['teacher.noonSplit', { judge: judgeTeacherNoonSplit, needs: 'week' }],
  ['teacher.meeting', { judge: judgeTeacherMeeting, needs: 'week' }],
  ['teacher.apart', { judge: judgeTeacherApart, needs: 'week' }],
  ['teacher.edgeFair', { judge: judgeTeacherEdgeFair, needs: 'week' }],
  ['teacher.loadFair', { judge: judgeTeacherLoadFair, needs: 'sections' }],
  ['teacher.keepsHomeroom', { judge: judgeTeacherKeepsHomeroom, needs: 'sections' }],
  ['teacher.sections', { judge: judgeTeacherSections, needs: 'sections' }],
  ['teacher.fewCourses', { judge: judgeTeacherFewCourses, needs: 'sections' }],
  ['teacher.oneLevel', { judge: judgeTeacherOneLevel, needs: 'sections' }],
  ['teacher.same', { judge: judgeTeacherSame, needs: 'sections' }],
  ['progress.equal', { judge: judgeProgressEqual, needs: 'week' }],
  ['progress.alternate', { judge: judgeProgressAlternate, needs: 'week' }],
  ['progress.doubles', { judge: judgeProgressDoubles, needs: 'week' }],
  ['size.band', { judge: judgeSizeBand, needs: 'sections' }],
  ['size.balance', { judge: judgeSizeBalance, needs: 'sections' }],
  ['gender.balance', { judge: judgeGenderBalance, needs: 'sections' }],
  ['score.balance', { judge: judgeScoreBalance, needs: 'sections' }],
  ['students.together', { judge: judgeStudentsTogether, needs: 'sections' }],
  ['students.apart', { judge: judgeStudentsApart, needs: 'sections' }],
  ['student.free', { judge: judgeStudentFree, needs: 'week' }],
  ['student.gaps', { judge: judgeStudentGaps, needs: 'week' }],
  ['walking.moves', { judge: judgeWalkingMoves, needs: 'week' }],
  ['walking.keepTogether', { judge: judgeWalkingKeepTogether, needs: 'sections' }],
  ['building.change', { judge: judgeBuildingChange, needs: 'week' }],
  ['room.prefer', { judge: judgeRoomPrefer, needs: 'week' }],
  ['room.own', { judge: judgeRoomOwn, needs: 'week' }],
  ['room.stable', { judge: judgeRoomStable, needs: 'week' }],
  ['room.near', { judge: judgeRoomNear, needs: 'week' }],
  ['room.reserve', { judge: judgeRoomReserve, needs: 'week' }],
  ['keep.slot', { ...keepSlot, needs: 'week' }],
  ['keep.room', { ...keepRoom, needs: 'week' }],
  ['keep.teacher', { ...keepTeacher, needs: 'sections' }],
  ['keep.student', { ...keepStudent, needs: 'sections' }],
]);
