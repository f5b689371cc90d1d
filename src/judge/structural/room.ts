/** A room with more lessons at once than its `concurrent`: per room and slot, the excess. params: count, concurrent. */
import type { Breach } from '../judgement.ts';
import { roomWho, sectionWho } from '../names.ts';
import { slotIdsOf, type Week } from '../week.ts';
import { overfullSlots } from './occupancy.ts';

export function judgeRooms(week: Week): Breach[] {
  return week.lessonsOfRoom.flatMap((held, room) => {
    const concurrent = week.model.school.rooms[room]?.concurrent ?? 1;
    return overfullSlots(held, concurrent).map(({ slot, lessons, excess }) => ({
      who: [roomWho(week, room), ...lessons.map((lesson) => sectionWho(week, lesson.section))],
      slots: slotIdsOf(week, [slot]),
      deviation: excess,
      params: { count: lessons.length, concurrent },
    }));
  });
}
