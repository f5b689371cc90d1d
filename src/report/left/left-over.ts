/** What a week that is not complete leaves over, and what stands in its way: read from the week alone. */
import type { ReportContext } from '../context.ts';
import { surroundingsOf } from './blockers.ts';
import { hotSpots, type HotSpot } from './hot.ts';
import { blockedLessons, type BlockedLesson } from './lessons.ts';
import { unservedCourses, type UnservedCourse } from './unserved.ts';

export interface LeftOver {
  lessons: BlockedLesson[];
  unserved: UnservedCourse[];
  hot: HotSpot[];
}

/** null: a week that is complete, or sections alone. */
export function leftOver(context: ReportContext): LeftOver | null {
  if (context.timetable.status !== 'partial' || context.timetable.scope !== 'week') return null;
  const around = surroundingsOf(context);
  const lessons = blockedLessons(around);
  return { lessons, unserved: unservedCourses(context), hot: hotSpots(around, lessons) };
}
