/** Office rules by type, each lowered in its own file. */
import type { LowerRule } from '../context.ts';
import { lowerCourseDoubles } from './course-doubles.ts';
import { lowerCourseHalfday } from './course-halfday.ts';
import { lowerCourseNotAdjacent, lowerCourseNotSameDay, lowerCourseOrder, lowerWeeksPair } from './course-pairs.ts';
import { lowerCourseSpread } from './course-spread.ts';
import { lowerFirstSlotVary } from './first-slot-vary.ts';
import { lowerKeepRoom, lowerKeepSlot, lowerKeepStudent, lowerKeepTeacher } from './keep.ts';
import {
  lowerGenderBalance,
  lowerScoreBalance,
  lowerSizeBand,
  lowerStudentsApart,
  lowerStudentsTogether,
} from './rosters.ts';
import { lowerRoomNear, lowerRoomOwn, lowerRoomPrefer, lowerRoomReserve, lowerRoomStable } from './rooms.ts';
import { lowerLessonsFinishBy } from './lessons-finish-by.ts';
import { lowerProgressAlternate, lowerProgressDoubles, lowerProgressEqual } from './progress.ts';
import { lowerSizeBalance, lowerWalkingKeepTogether } from './section-people.ts';
import { lowerSectionsMaxParallel, lowerSectionsNotSameSlot, lowerSectionsSameSlot } from './sections-parallel.ts';
import { lowerBuildingChange, lowerStudentFree, lowerStudentGaps, lowerWalkingMoves } from './students.ts';
import { lowerSlotsForbid } from './slots-forbid.ts';
import { lowerSlotsPrefer } from './slots-prefer.ts';
import { lowerSlotsRequire } from './slots-require.ts';
import { lowerTeacherFewCourses, lowerTeacherOneLevel, lowerTeacherSections } from './teacher-courses.ts';
import {
  lowerTeacherHalfDay,
  lowerTeacherMaxConsecutive,
  lowerTeacherMaxGap,
  lowerTeacherMaxPerDay,
  lowerTeacherMinPerDay,
  lowerTeacherNoonSplit,
} from './teacher-day.ts';
import { lowerTeacherApart } from './teacher-apart.ts';
import { lowerTeacherKeepsHomeroom, lowerTeacherSame } from './teacher-homerooms.ts';
import { lowerTeacherLoadFair } from './teacher-load-fair.ts';
import { lowerTeacherMeeting } from './teacher-meeting.ts';
import { lowerTeacherEdgeFair, lowerTeacherMaxDays } from './teacher-week.ts';

export const LOWER_RULE: Record<string, LowerRule> = {
  'slots.forbid': lowerSlotsForbid,
  'slots.require': lowerSlotsRequire,
  'slots.prefer': lowerSlotsPrefer,
  'course.spread': lowerCourseSpread,
  'course.halfday': lowerCourseHalfday,
  'course.doubles': lowerCourseDoubles,
  'course.notSameDay': lowerCourseNotSameDay,
  'course.notAdjacent': lowerCourseNotAdjacent,
  'course.order': lowerCourseOrder,
  'sections.sameSlot': lowerSectionsSameSlot,
  // Joint sections are one event with one teacher and one room (joint.ts): there is nothing to count.
  'sections.joint': () => {},
  'sections.notSameSlot': lowerSectionsNotSameSlot,
  'sections.maxParallel': lowerSectionsMaxParallel,
  'weeks.pair': lowerWeeksPair,
  'lessons.finishBy': lowerLessonsFinishBy,
  'firstSlot.vary': lowerFirstSlotVary,
  'teacher.maxConsecutive': lowerTeacherMaxConsecutive,
  'teacher.maxGap': lowerTeacherMaxGap,
  'teacher.maxPerDay': lowerTeacherMaxPerDay,
  'teacher.minPerDay': lowerTeacherMinPerDay,
  'teacher.maxDays': lowerTeacherMaxDays,
  'teacher.halfDay': lowerTeacherHalfDay,
  'teacher.noonSplit': lowerTeacherNoonSplit,
  'teacher.edgeFair': lowerTeacherEdgeFair,
  'teacher.meeting': lowerTeacherMeeting,
  'teacher.apart': lowerTeacherApart,
  'teacher.loadFair': lowerTeacherLoadFair,
  'teacher.keepsHomeroom': lowerTeacherKeepsHomeroom,
  'teacher.sections': lowerTeacherSections,
  'teacher.fewCourses': lowerTeacherFewCourses,
  'teacher.oneLevel': lowerTeacherOneLevel,
  'teacher.same': lowerTeacherSame,
  'size.band': lowerSizeBand,
  'gender.balance': lowerGenderBalance,
  'score.balance': lowerScoreBalance,
  'students.together': lowerStudentsTogether,
  'students.apart': lowerStudentsApart,
  'progress.equal': lowerProgressEqual,
  'progress.alternate': lowerProgressAlternate,
  'progress.doubles': lowerProgressDoubles,
  'size.balance': lowerSizeBalance,
  'room.stable': lowerRoomStable,
  'student.gaps': lowerStudentGaps,
  'student.free': lowerStudentFree,
  'walking.moves': lowerWalkingMoves,
  'building.change': lowerBuildingChange,
  'room.own': lowerRoomOwn,
  'room.prefer': lowerRoomPrefer,
  'room.near': lowerRoomNear,
  'room.reserve': lowerRoomReserve,
  'walking.keepTogether': lowerWalkingKeepTogether,
  'keep.slot': lowerKeepSlot,
  'keep.room': lowerKeepRoom,
  'keep.teacher': lowerKeepTeacher,
  'keep.student': lowerKeepStudent,
};

/** Rules that look at nothing but who fills which roles: the teacher plan knows them. */
export const STAFF_RULES: ReadonlySet<string> = new Set([
  'teacher.loadFair',
  'teacher.keepsHomeroom',
  'teacher.sections',
  'teacher.fewCourses',
  'teacher.oneLevel',
  'teacher.same',
]);
