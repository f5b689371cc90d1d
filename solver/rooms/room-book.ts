/** Who sits in which room when, kept in step with placing and removing room demands. */
import { itemsOf, type Problem } from '../problem/problem.ts';

export interface RoomBook {
  problem: Problem;
  /** [room demands] room, −1: none yet */
  roomOf: Int32Array;
  /** the room is open at all times of the demand */
  open(demand: number, room: number): boolean;
  /** the room is in the demand's set */
  accepts(demand: number, room: number): boolean;
  /** open and not full at all times of the demand */
  fits(demand: number, room: number): boolean;
  place(demand: number, room: number): void;
  /** places where it fits; false otherwise */
  tryPlace(demand: number, room: number): boolean;
  remove(demand: number): void;
  /** open, and nobody in it */
  isEmpty(room: number, slot: number): boolean;
  /** demands that fill the room at the demand's times; with room to spare at a time, none of that time */
  blockers(demand: number, room: number): number[];
}

export function makeRoomBook(problem: Problem, lessonSlot: Int32Array): RoomBook {
  const { rooms, slots, lessons, roomDemands } = problem;
  const { sets } = roomDemands;
  const roomOf = new Int32Array(roomDemands.count).fill(-1);
  /** [rooms × slots] demands there */
  const guests: number[][] = Array.from({ length: rooms.count * slots.count }, () => []);
  /** [sets × rooms] 1: in the set */
  const inSet = new Uint8Array((sets.start.length - 1) * rooms.count);
  for (let set = 0; set + 1 < sets.start.length; set++)
    for (const room of itemsOf(sets, set)) inSet[set * rooms.count + room] = 1;
  /** the cells of `guests` that a demand would take, those of the last call of cellsOf */
  const cells = new Int32Array(slots.count);

  /** Gives how many cells the demand takes in the room. */
  const cellsOf = (demand: number, room: number): number => {
    const lesson = roomDemands.lesson[demand];
    let count = 0;
    for (let week = 0, from = lessonSlot[lesson]; week < lessons.span[lesson]; week++, from += slots.perWeek) {
      for (let k = 0; k < lessons.length[lesson]; k++) cells[count++] = room * slots.count + from + k;
    }
    return count;
  };

  const book: RoomBook = {
    problem,
    roomOf,
    open(demand, room) {
      const count = cellsOf(demand, room);
      for (let i = 0; i < count; i++) if (rooms.open[cells[i]] !== 1) return false;
      return true;
    },
    accepts: (demand, room) => inSet[roomDemands.set[demand] * rooms.count + room] === 1,
    fits(demand, room) {
      const count = cellsOf(demand, room);
      const capacity = rooms.capacity[room];
      for (let i = 0; i < count; i++) {
        if (rooms.open[cells[i]] !== 1 || guests[cells[i]].length >= capacity) return false;
      }
      return true;
    },
    place(demand, room) {
      if (room < 0) return;
      roomOf[demand] = room;
      const count = cellsOf(demand, room);
      for (let i = 0; i < count; i++) guests[cells[i]].push(demand);
    },
    tryPlace(demand, room) {
      if (!book.fits(demand, room)) return false;
      book.place(demand, room);
      return true;
    },
    remove(demand) {
      const room = roomOf[demand];
      if (room < 0) return;
      roomOf[demand] = -1;
      const count = cellsOf(demand, room);
      for (let i = 0; i < count; i++) {
        const there = guests[cells[i]];
        there.splice(there.indexOf(demand), 1);
      }
    },
    isEmpty: (room, slot) =>
      rooms.open[room * slots.count + slot] === 1 && guests[room * slots.count + slot].length === 0,
    blockers(demand, room) {
      const found: number[] = [];
      const count = cellsOf(demand, room);
      for (let i = 0; i < count; i++) {
        if (guests[cells[i]].length < rooms.capacity[room]) continue;
        for (const guest of guests[cells[i]]) if (!found.includes(guest)) found.push(guest);
      }
      return found;
    },
  };
  return book;
}
