/**
 * A proved lower bound of an instance's soft cost, by counting: whoever attends one event alone has it on a day of its own; events that may only lie in
 * the last slots of days, and events that do not fit into all other slots of the rooms that they can have, are in a last slot.
 */
import { DAYS, SLOTS_PER_DAY, type Instance } from './instance.ts';

const isLast = (slot: number): boolean => slot % SLOTS_PER_DAY === SLOTS_PER_DAY - 1;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Students of the smallest events that rooms leave over for last slots, for the set of rooms where that is most. */
function leftOver({ events, studentsOf, roomsOf }: Instance): number {
  const all = Array.from({ length: events }, (_, event) => event);
  const sets = new Map(roomsOf.map((rooms) => [rooms.join(' '), new Set(rooms)]));
  const costs = [...sets.values()].map((rooms) => {
    const within = all.filter((event) => roomsOf[event]?.every((room) => rooms.has(room)));
    const over = within.length - rooms.size * DAYS * (SLOTS_PER_DAY - 1);
    const sizes = within.map((event) => studentsOf[event]?.length ?? 0).sort((a, b) => a - b);
    return sum(sizes.slice(0, Math.max(0, over)));
  });
  return Math.max(0, ...costs);
}

export function softBound(instance: Instance): number {
  const { students, studentsOf, slotsOf } = instance;
  const attends = new Array<number>(students).fill(0);
  for (const own of studentsOf) for (const student of own) attends[student] = (attends[student] ?? 0) + 1;
  const alone = attends.filter((events) => events === 1).length;
  const late = sum(studentsOf.map((own, event) => (slotsOf[event]?.every(isLast) ? own.length : 0)));
  return alone + Math.max(late, leftOver(instance));
}
