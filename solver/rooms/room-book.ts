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

  const everySlot = (demand: number, room: number, holds: (cell: number) => boolean): boolean => {
    const lesson = roomDemands.lesson[demand];
    const slot = lessonSlot[lesson];
    for (let week = 0, from = slot; week < lessons.span[lesson]; week++, from += slots.perWeek) {
      for (let k = 0; k < lessons.length[lesson]; k++) if (!holds(room * slots.count + from + k)) return false;
    }
    return true;
  };
  const isOpen = (cell: number): boolean => rooms.open[cell] === 1;
  const hasPlace = (room: number) => (cell: number) => isOpen(cell) && guests[cell].length < rooms.capacity[room];

  const book: RoomBook = {
    problem,
    roomOf,
    open: (demand, room) => everySlot(demand, room, isOpen),
    accepts(demand, room) {
      const set = roomDemands.set[demand];
      return itemsOf(sets, set).includes(room);
    },
    fits: (demand, room) => everySlot(demand, room, hasPlace(room)),
    place(demand, room) {
      if (room < 0) return;
      roomOf[demand] = room;
      everySlot(demand, room, (cell) => guests[cell].push(demand) > 0);
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
      everySlot(demand, room, (cell) => guests[cell].splice(guests[cell].indexOf(demand), 1).length > 0);
    },
    isEmpty: (room, slot) => isOpen(room * slots.count + slot) && guests[room * slots.count + slot].length === 0,
    blockers(demand, room) {
      const found: number[] = [];
      everySlot(demand, room, (cell) => {
        if (guests[cell].length >= rooms.capacity[room]) found.push(...guests[cell]);
        return true;
      });
      return [...new Set(found)];
    },
  };
  return book;
}
