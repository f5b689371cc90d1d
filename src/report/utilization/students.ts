/** Each student's free periods, and changes of room and building between adjacent lessons. Linear in students × slots. */
import type { StudentUse } from '../../timetable/types.ts';
import type { Week } from '../week.ts';

const FREE = -2;
const NO_ROOM = -1;

export function studentUse(week: Week): StudentUse[] {
  const { model } = week;
  const { slotCount, periodsPerDay } = model.grid;
  const building = model.school.rooms.map((room) => room.building);
  const room = new Int32Array(slotCount);
  return model.school.students.map((student, s) => {
    room.fill(FREE);
    for (const section of week.sectionsOfStudent[s] ?? []) {
      for (const lesson of week.lessons[section] ?? []) {
        for (const slot of lesson.slots) if (room[slot] === FREE) room[slot] = lesson.room;
      }
    }
    const grade = model.studentGrade[s] ?? -1;
    const open = model.gradeOpen[grade];
    const breaks = model.gradeBreaks[grade];
    const use: StudentUse = { student: student.id, free: 0, roomChanges: 0, buildingChanges: 0 };
    for (let slot = 0; slot < slotCount; slot++) {
      const here = room[slot] ?? FREE;
      if (here === FREE && open?.[slot]) use.free++;
      const period = slot % periodsPerDay;
      const pause = breaks?.[period];
      const next = period + 1 < periodsPerDay ? (room[slot + 1] ?? FREE) : FREE;
      if (here <= NO_ROOM || next <= NO_ROOM || here === next || pause === 'noon' || pause === 'end') continue;
      use.roomChanges++;
      const [from, to] = [building[here], building[next]];
      if (from !== undefined && to !== undefined && from !== to) use.buildingChanges++;
    }
    return use;
  });
}
