/** Whether a room is near to one of the own rooms of a section's homerooms. Source: rules.md, room.near. */
import { itemsOf, NO_FLOOR, type Problem, type RoomTable } from '../problem/problem.ts';

/** More floors apart than allowed, where both are stated. */
export const isFloorsApart = ({ floor }: RoomTable, one: number, other: number, floors: number): boolean =>
  floor[one] !== NO_FLOOR && floor[other] !== NO_FLOOR && Math.abs(floor[one] - floor[other]) > floors;

/** In another building than each of the own rooms, or more than `floors` away; rooms without a building are not looked at. */
export function isFar(rooms: RoomTable, room: number, own: readonly number[], floors: number): boolean {
  const { building } = rooms;
  if (building[room] < 0) return false;
  let looked = false;
  for (const home of own) {
    if (building[home] < 0) continue;
    looked = true;
    if (building[home] === building[room] && !isFloorsApart(rooms, home, room, floors)) return false;
  }
  return looked;
}

/** The own rooms that a nearRoom monitor measures from. */
export function ownRoomsOf({ events, students, monitors }: Problem, monitor: number): number[] {
  const { nearRoom } = monitors;
  if (nearRoom.byStudents[monitor] === 0) return [...itemsOf(nearRoom.own, monitor)];
  const homes = new Set<number>();
  for (const student of itemsOf(events.students, nearRoom.event[monitor])) homes.add(students.home[student]);
  return [...homes].flatMap((home) => (home >= 0 && students.homeRoom[home] >= 0 ? [students.homeRoom[home]] : []));
}
