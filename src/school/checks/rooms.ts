import { checkSlots, type Draft } from './draft.ts';

export function checkRooms(draft: Draft): void {
  for (const { item: room, path } of draft.rooms) {
    const unavailable = checkSlots(draft, room.unavailable, `${path}.unavailable`);
    if (unavailable && room.unavailable !== undefined && draft.open.every((open, slot) => !open || unavailable[slot])) {
      draft.faults.warn('room.never-available', `${path}.unavailable`, room.unavailable, { room: room.id });
    }
  }
}
