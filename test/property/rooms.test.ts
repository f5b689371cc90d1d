/** Rooms for weeks whose times are settled. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRooms, type Problem } from '../../solver/index.ts';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { randomSchool } from '../support/random-school.ts';
import { plannedWeek } from '../support/week-of.ts';

const RUNS = { numRuns: 40, seed: 20_251_124 };

/** Most of `demands` that can have a room at the slot at once: augmenting paths over single seats of rooms. */
function mostPlaced(problem: Problem, slot: number, demands: number[]): number {
  const { rooms, roomDemands, slots } = problem;
  const seatOf = new Map<string, number>();
  const seatsFor = (demand: number): string[] => {
    const set = roomDemands.set[demand] ?? 0;
    const list = roomDemands.sets.item.subarray(roomDemands.sets.start[set], roomDemands.sets.start[set + 1]);
    return [...list]
      .filter((room) => rooms.open[room * slots.count + slot] === 1)
      .flatMap((room) => Array.from({ length: rooms.capacity[room] ?? 0 }, (_, seat) => `${room}.${seat}`));
  };
  const place = (demand: number, tried: Set<string>): boolean =>
    seatsFor(demand).some((seat) => {
      if (tried.has(seat)) return false;
      tried.add(seat);
      const holder = seatOf.get(seat);
      if (holder !== undefined && !place(holder, tried)) return false;
      seatOf.set(seat, demand);
      return true;
    });
  return demands.filter((demand) => place(demand, new Set())).length;
}

function onRandomTimes(check: (problem: Problem, lessonSlot: Int32Array, roomOf: Int32Array) => void): void {
  fc.assert(
    fc.property(randomSchool, fc.nat(1_000_000), (school, seed) => {
      const planned = plannedWeek(school, seed);
      fc.pre(planned !== null);
      const { problem } = planned.week;
      const random = seedRandom(seed);
      const { start, item } = problem.lessons.starts;
      const lessonSlot = problem.lessons.domain.map((domain) => {
        const from = start[domain] ?? 0;
        const width = (start[domain + 1] ?? 0) - from;
        // A few lessons stay out.
        return width === 0 || nextBelow(random, 12) === 0 ? -1 : (item[from + nextBelow(random, width)] ?? -1);
      });
      check(problem, lessonSlot, assignRooms(problem, lessonSlot));
    }),
    RUNS,
  );
}

/** Room demands in use by room and slot. */
function occupants(problem: Problem, lessonSlot: Int32Array, roomOf: Int32Array): Map<string, number[]> {
  const { roomDemands, lessons } = problem;
  const held = new Map<string, number[]>();
  roomOf.forEach((room, demand) => {
    const lesson = roomDemands.lesson[demand] ?? 0;
    const slot = lessonSlot[lesson] ?? -1;
    if (room < 0 || slot < 0) return;
    for (let s = slot; s < slot + (lessons.length[lesson] ?? 0); s++) {
      held.set(`${room} ${s}`, [...(held.get(`${room} ${s}`) ?? []), demand]);
    }
  });
  return held;
}

describe('rooms', () => {
  it('are open, fit, and hold no more lessons than they can; a lesson without a slot has none', () => {
    onRandomTimes((problem, lessonSlot, roomOf) => {
      const { rooms, roomDemands, slots } = problem;
      for (const [key, demands] of occupants(problem, lessonSlot, roomOf)) {
        const [room = 0, slot = 0] = key.split(' ').map(Number);
        expect(rooms.open[room * slots.count + slot]).toBe(1);
        expect(demands.length).toBeLessThanOrEqual(rooms.capacity[room] ?? 0);
      }
      roomOf.forEach((room, demand) => {
        const set = roomDemands.set[demand] ?? 0;
        const fits = roomDemands.sets.item.subarray(roomDemands.sets.start[set], roomDemands.sets.start[set + 1]);
        if (room >= 0) expect(fits).toContain(room);
        if ((lessonSlot[roomDemands.lesson[demand] ?? 0] ?? -1) < 0) expect(room).toBe(-1);
      });
    });
  });

  it('go to as many single lessons of every slot as a matching can', () => {
    let short = 0;
    onRandomTimes((problem, lessonSlot, roomOf) => {
      const { lessons, roomDemands } = problem;
      if (lessons.length.some((length) => length > 1)) return;
      for (let slot = 0; slot < problem.slots.count; slot++) {
        const here = [...roomDemands.lesson.keys()].filter(
          (demand) => lessonSlot[roomDemands.lesson[demand] ?? 0] === slot,
        );
        const placed = here.filter((demand) => (roomOf[demand] ?? -1) >= 0).length;
        expect(placed).toBe(mostPlaced(problem, slot, here));
        if (placed < here.length) short++;
      }
    });
    expect(short).toBeGreaterThan(10);
  });
});
