/** What goes on at the same time, for every slot of the cycle. */
import type { SlotUse } from '../../timetable/types.ts';
import { slotName } from '../../school/slots.ts';
import type { Week } from '../week.ts';

export function slotUse(week: Week): SlotUse[] {
  const busy = week.model.grid.slotIds.map(() => ({
    sections: new Set<number>(),
    rooms: new Set<number>(),
    teachers: new Set<number>(),
  }));
  for (const lesson of week.placed) {
    for (const slot of lesson.slots) {
      busy[slot]?.sections.add(lesson.section);
      if (lesson.room >= 0) busy[slot]?.rooms.add(lesson.room);
      for (const teacher of lesson.teachers) busy[slot]?.teachers.add(teacher);
    }
  }
  return busy.map((use, slot) => ({
    slot: slotName(week.model.grid, slot),
    sections: use.sections.size,
    rooms: use.rooms.size,
    teachers: use.teachers.size,
  }));
}
