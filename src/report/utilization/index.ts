/** What a week makes of the school's rooms, teachers, class sizes and students' time. */
import { completeSchool } from '../../school/complete.ts';
import type { School } from '../../school/types.ts';
import type { Timetable, Utilization } from '../../timetable/types.ts';
import { namingOf } from '../naming.ts';
import { readWeek, type Week, type WeekDocument } from '../week.ts';
import { roomGrid, roomKindUse, roomUse } from './rooms.ts';
import { courseSizes } from './sections.ts';
import { slotUse } from './slots.ts';
import { studentUse } from './students.ts';
import { teacherUse } from './teachers.ts';

export function weekUtilization(week: Week): Utilization {
  const grid = roomGrid(week);
  return {
    rooms: roomUse(week, grid),
    roomKinds: roomKindUse(week, grid),
    teachers: teacherUse(week),
    sections: courseSizes(week),
    slots: slotUse(week),
    students: studentUse(week),
  };
}

/** Counted anew from sections and lessons; `timetable.utilization` is not read. Units: see src/timetable/types.ts. */
export function utilization(school: School, timetable: WeekDocument & Pick<Timetable, 'homerooms'>): Utilization {
  return weekUtilization(readWeek(namingOf(completeSchool(school, timetable.homerooms)).model, timetable));
}
