/** How far rooms, and all rooms of a kind, are used: room-slots and seats. */
import type { RoomKindUse, RoomUse } from '../../timetable/types.ts';
import type { Week } from '../week.ts';

export interface RoomGrid {
  /** per room and slot: sections in it */
  used: Uint16Array[];
  /** per room and slot: sections that may be in it; 0 where the room or every grade is closed */
  available: Uint16Array[];
}

export function roomGrid(week: Week): RoomGrid {
  const { model, placed } = week;
  const { slotCount } = model.grid;
  const used = model.school.rooms.map(() => new Uint16Array(slotCount));
  for (const lesson of placed) {
    // a joint lesson takes one place
    const row = lesson.joint?.room === lesson.room ? undefined : used[lesson.room];
    if (row) for (const slot of lesson.slots) row[slot] = (row[slot] ?? 0) + 1;
  }
  const available = model.school.rooms.map((room, r) =>
    Uint16Array.from({ length: slotCount }, (_, slot) => {
      const open = model.gradeOpen.some((grade) => grade[slot] === 1);
      return open && !model.roomUnavailable[r]?.[slot] ? (room.concurrent ?? 1) : 0;
    }),
  );
  return { used, available };
}

const sum = (row: Uint16Array | undefined): number => (row ?? new Uint16Array()).reduce((total, n) => total + n, 0);

export function roomUse(week: Week, grid: RoomGrid): RoomUse[] {
  const { rooms } = week.model.school;
  const seated = rooms.map(() => 0);
  for (const lesson of week.placed) {
    if (lesson.room < 0) continue;
    const size = week.size[lesson.section] ?? 0;
    seated[lesson.room] = (seated[lesson.room] ?? 0) + size * lesson.slots.length;
  }
  return rooms.map((room, r) => {
    const used = sum(grid.used[r]);
    return {
      room: room.id,
      kind: room.kind,
      used,
      available: sum(grid.available[r]),
      seated: seated[r] ?? 0,
      seats: room.seats * used,
    };
  });
}

/** Kinds in the order in which the school's rooms first name them. */
export function roomKindUse(week: Week, grid: RoomGrid): RoomKindUse[] {
  const { rooms } = week.model.school;
  const { slotCount } = week.model.grid;
  const kinds = [...new Set(rooms.map((room) => room.kind))];
  return kinds.map((kind) => {
    const members = rooms.flatMap((room, r) => (room.kind === kind ? [r] : []));
    const perSlot = (of: Uint16Array[]): number[] =>
      Array.from({ length: slotCount }, (_, slot) => members.reduce((total, r) => total + (of[r]?.[slot] ?? 0), 0));
    const usedPerSlot = perSlot(grid.used);
    const availablePerSlot = perSlot(grid.available);
    const total = (list: number[]): number => list.reduce((all, n) => all + n, 0);
    return {
      kind,
      rooms: members.length,
      used: total(usedPerSlot),
      available: total(availablePerSlot),
      usedPerSlot,
      availablePerSlot,
    };
  });
}
