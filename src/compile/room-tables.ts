/** Rooms, and the pools that count at every slot how many lessons they can take. */
import { makeCsr, NO_FLOOR, type Problem } from '../../solver/index.ts';
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
    openToAll: Uint8Array.from(rooms, ({ homerooms }) => (homerooms === undefined ? 1 : 0)),
    building: Int32Array.from(rooms, ({ building }) =>
      building === undefined ? -1 : (model.school.buildings ?? []).findIndex(({ id }) => id === building),
    ),
    floor: Int32Array.from(rooms, ({ floor }) => floor ?? NO_FLOOR),
  };
}

/** Rooms that a rule keeps free: so many of them, in the slots of the mask. */
export interface Reserve {
  rule: number;
  rooms: number[];
  count: number;
  mask: Uint8Array;
}

/** For every distinct set of rooms, a pool that counts the demands whose own set lies inside it; then one for each reserve. */
export function poolTable(
  rooms: Problem['rooms'],
  slotCount: number,
  sets: number[][],
  reserves: Reserve[],
): Problem['pools'] {
  const pooled = [...sets, ...reserves.map((reserve) => reserve.rooms)];
  const members = pooled.map((set) => new Set(set));
  const capacity = new Int32Array(pooled.length * slotCount);
  pooled.forEach((set, pool) => {
    const reserve = reserves[pool - sets.length];
    reserve?.mask.forEach((reserved, slot) => {
      if (reserved) capacity[pool * slotCount + slot] = -reserve.count;
    });
    for (const room of set) {
      for (let slot = 0; slot < slotCount; slot++) {
        if (rooms.open[room * slotCount + slot]) {
          capacity[pool * slotCount + slot] = (capacity[pool * slotCount + slot] ?? 0) + (rooms.capacity[room] ?? 0);
        }
      }
    }
  });
  const ofSet = sets.map((set) =>
    pooled.flatMap((_, pool) => (set.length > 0 && set.every((room) => members[pool]?.has(room)) ? [pool] : [])),
  );
  return {
    count: pooled.length,
    capacity,
    rule: Int32Array.from(pooled, (_, pool) => reserves[pool - sets.length]?.rule ?? -1),
    ofSet: makeCsr(ofSet),
    matched: false,
  };
}
