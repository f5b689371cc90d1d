/** Rooms, and the pools that count at every slot how many lessons they can take. */
import { makeCsr, type Problem } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import { roomCap } from './room-sets.ts';

export function roomTable(model: SchoolModel): Problem['rooms'] {
  const kinds = new Map<string, number>();
  const { rooms } = model.school;
  return {
    count: rooms.length,
    capacity: Int32Array.from(rooms, (room) => room.concurrent ?? 1),
    open: Uint8Array.from(model.roomUnavailable.flatMap((shut) => [...shut].map((is) => (is ? 0 : 1)))),
    kind: Int32Array.from(rooms, (room) => {
      const known = kinds.get(room.kind) ?? kinds.size;
      kinds.set(room.kind, known);
      return known;
    }),
    places: Int32Array.from(rooms, (_, room) => roomCap(model, room)),
  };
}

/** For every distinct set of rooms, a pool that counts the demands whose own set lies inside it. */
export function poolTable(rooms: Problem['rooms'], slotCount: number, sets: number[][]): Problem['pools'] {
  const members = sets.map((set) => new Set(set));
  const capacity = new Int32Array(sets.length * slotCount);
  sets.forEach((set, pool) => {
    for (const room of set) {
      for (let slot = 0; slot < slotCount; slot++) {
        if (rooms.open[room * slotCount + slot]) {
          capacity[pool * slotCount + slot] = (capacity[pool * slotCount + slot] ?? 0) + (rooms.capacity[room] ?? 0);
        }
      }
    }
  });
  const ofSet = sets.map((set) =>
    sets.flatMap((_, pool) => (set.length > 0 && set.every((room) => members[pool]?.has(room)) ? [pool] : [])),
  );
  return { count: sets.length, capacity, ofSet: makeCsr(ofSet) };
}
