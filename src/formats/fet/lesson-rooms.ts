/** Which rooms a lesson may use. */
import type { SchoolModel } from '../../school/model.ts';
import type { FixedLesson } from './fixed-sections.ts';

/** By kind, size and who may use them; the one room that lesson kind or section is bound to. Empty: no room fits. */
export function allowedRooms(model: SchoolModel, { section, filled }: FixedLesson): number[] {
  const { rooms, homerooms } = model.school;
  if (filled.room !== undefined) return [filled.room];
  const given = section.room === undefined ? -1 : (model.roomOf.get(section.room) ?? -1);
  if (given >= 0 && rooms[given]?.kind === filled.roomKind) return [given];
  return rooms.flatMap((room, index) => {
    if (room.kind !== filled.roomKind || Math.min(room.seats, room.maxSize ?? room.seats) < section.size) return [];
    const may = room.homerooms;
    return !may || section.homerooms.every((home) => may.includes(homerooms[home]?.id ?? '')) ? [index] : [];
  });
}

export const needsRoom = ({ filled }: FixedLesson): boolean => filled.roomKind !== 'none';

/** The own room of a homeroom's lesson, where the lesson is of that kind; −1: none. */
export function ownRoom(model: SchoolModel, { section, filled }: FixedLesson): number {
  const room = model.roomOf.get(model.school.homerooms[section.home]?.room ?? '') ?? -1;
  return model.school.rooms[room]?.kind === filled.roomKind ? room : -1;
}
