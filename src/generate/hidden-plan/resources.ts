/** Special rooms by kind: how many sections a kind takes in each slot, and how many it has. */
import type { SchoolModel } from '../../school/model.ts';

export interface KindUse {
  /** index by room kind */
  kindOf: Map<string, number>;
  slotCount: number;
  /** kind × slot */
  capacity: Int32Array;
  used: Int32Array;
}

export const CLASSROOM = 'classroom';

/** Kinds other than classroom, whose lessons compete for rooms. */
export function makeKindUse(model: SchoolModel): KindUse {
  const { rooms } = model.school;
  const kinds = [...new Set(rooms.map((room) => room.kind))].filter((kind) => kind !== CLASSROOM);
  const kindOf = new Map(kinds.map((kind, index) => [kind, index]));
  const { slotCount } = model.grid;
  const capacity = new Int32Array(kinds.length * slotCount);
  rooms.forEach((room, index) => {
    const kind = kindOf.get(room.kind);
    if (kind === undefined) return;
    for (let slot = 0; slot < slotCount; slot++) {
      if (model.roomUnavailable[index]?.[slot]) continue;
      const at = kind * slotCount + slot;
      capacity[at] = (capacity[at] ?? 0) + (room.concurrent ?? 1);
    }
  });
  return { kindOf, slotCount, capacity, used: new Int32Array(kinds.length * slotCount) };
}
