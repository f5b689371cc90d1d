/**
 * Rooms as the rules want them: where lessons have rooms, they change or exchange them, section by section and lesson by lesson, while
 * that costs less by the rules on rooms. Nobody loses a room, and rooms that must be kept stay.
 */
import { itemsOf, type Problem } from '../problem/problem.ts';
import { ruleCosts } from '../timetable/cost-tables.ts';
import { isFar, ownRoomsOf } from './near.ts';
import { countsWalks, makeStudentWalks } from './student-walks.ts';
import type { RoomBook } from './room-book.ts';

/** Of one unit of a required rule: above all soft ones together that one change could touch. */
const HARD_WEIGHT = 1_000;
const PASSES = 2;

/** Whether a rule looks at rooms beyond what the first assignment knows; `walks`: those on the ways of students too. */
export const wantsRooms = (problem: Problem, walks: boolean): boolean => {
  const { preferRoom, nearRoom, reserveRoom } = problem.monitors;
  return preferRoom.count + nearRoom.count + reserveRoom.count > 0 || (walks && countsWalks(problem));
};

interface Wishes {
  /** cost of everything that the rooms of these demands decide, as they were when they were last kept */
  cost(demands: readonly number[]): number;
  /** whether it is below `limit` with the rooms as they are now; if so they are kept */
  isBelow(demands: readonly number[], limit: number): boolean;
  /** of these rooms, those worth trying */
  promising(demands: readonly number[], among: readonly number[]): readonly number[];
}

interface Wish {
  cost: number;
  suits(room: number): boolean;
}

/** Per demand: what it wishes. */
function wishesOf(problem: Problem, ruleCost: Int32Array): Wish[][] {
  const { roomDemands, monitors, lessons, events, rooms } = problem;
  const { preferRoom, nearRoom, ownRoom, keepRoom } = monitors;
  const wishes: Wish[][] = Array.from({ length: roomDemands.count }, () => []);
  for (let m = 0; m < preferRoom.count; m++) {
    const among = itemsOf(preferRoom.rooms, m);
    wishes[preferRoom.demand[m]].push({ cost: ruleCost[preferRoom.rule[m]], suits: (room) => among.includes(room) });
  }
  for (let m = 0; m < keepRoom.count; m++) {
    const among = itemsOf(keepRoom.rooms, m);
    wishes[keepRoom.demand[m]].push({ cost: ruleCost[keepRoom.rule[m]], suits: (room) => among.includes(room) });
  }
  for (let m = 0; m < ownRoom.count; m++) {
    wishes[ownRoom.demand[m]].push({ cost: ruleCost[ownRoom.rule[m]], suits: (room) => room === ownRoom.room[m] });
  }
  for (let m = 0; m < nearRoom.count; m++) {
    const own = ownRoomsOf(problem, m);
    const floors = nearRoom.floors[m];
    const wish: Wish = { cost: ruleCost[nearRoom.rule[m]], suits: (room) => !isFar(rooms, room, own, floors) };
    for (const lesson of itemsOf(events.lessons, nearRoom.event[m]))
      for (const demand of itemsOf(lessons.rooms, lesson)) wishes[demand].push(wish);
  }
  return wishes;
}

function makeWishes(
  book: RoomBook,
  lessonSlot: Int32Array,
  bundles: number[][],
  bundleOf: Int32Array,
  withWalks: boolean,
): Wishes {
  const { problem, roomOf } = book;
  const { lessons, roomDemands, monitors, slots } = problem;
  const { reserveRoom, slotSets } = monitors;
  const ruleCost = ruleCosts(problem, HARD_WEIGHT);
  const wishes = wishesOf(problem, ruleCost);
  const stable = new Int32Array(problem.events.count);
  for (let m = 0; m < monitors.stableRoom.count; m++)
    stable[monitors.stableRoom.event[m]] += ruleCost[monitors.stableRoom.rule[m]];
  const wish = (demand: number, room: number): number => {
    let cost = 0;
    for (const it of wishes[demand]) if (!it.suits(room)) cost += it.cost;
    return cost;
  };
  const walks = withWalks && countsWalks(problem) ? makeStudentWalks(problem, lessonSlot, roomOf, ruleCost) : null;
  const rooms: number[] = [];
  /** of a second, third … room of the section */
  const torn = (bundle: readonly number[]): number => {
    const each = stable[lessons.event[roomDemands.lesson[bundle[0]]]];
    if (each === 0) return 0;
    rooms.length = 0;
    for (const d of bundle) if (!rooms.includes(roomOf[d])) rooms.push(roomOf[d]);
    return each * (rooms.length - 1);
  };
  /** [bundles], [slots] number of the look at which it was counted last */
  const lookedBundle = new Int32Array(bundles.length);
  const lookedSlot = new Int32Array(slots.count);
  let look = 0;
  /** of one slot, where rooms should be empty and are not */
  const notReservedIn = (slot: number): number => {
    let cost = 0;
    for (let m = 0; m < reserveRoom.count; m++) {
      if (slotSets[reserveRoom.set[m] * slots.count + slot] === 0) continue;
      let empty = 0;
      const { start, item } = reserveRoom.rooms;
      for (let at = start[m]; at < start[m + 1]; at++) if (book.isEmpty(item[at], slot)) empty++;
      cost += ruleCost[reserveRoom.rule[m]] * Math.max(0, reserveRoom.least[m] - empty);
    }
    return cost;
  };
  /** of rooms that should be empty while the demands are held */
  const notReserved = (demands: readonly number[]): number => {
    if (reserveRoom.count === 0) return 0;
    let cost = 0;
    look++;
    for (const d of demands) {
      const lesson = roomDemands.lesson[d];
      for (let week = 0, from = lessonSlot[lesson]; week < lessons.span[lesson]; week++, from += slots.perWeek) {
        for (let slot = from; slot < from + lessons.length[lesson]; slot++) {
          if (lookedSlot[slot] === look) continue;
          lookedSlot[slot] = look;
          cost += notReservedIn(slot);
        }
      }
    }
    return cost;
  };
  const settled = (demands: readonly number[]): boolean =>
    demands.every((d) => wish(d, roomOf[d]) === 0) && notReserved(demands) === 0;
  /** what students' ways do not come into */
  const costInPlace = (demands: readonly number[]): number => {
    let cost = notReserved(demands);
    look++;
    for (const d of demands) {
      if (roomOf[d] >= 0) cost += wish(d, roomOf[d]);
      if (lookedBundle[bundleOf[d]] === look) continue;
      lookedBundle[bundleOf[d]] = look;
      cost += torn(bundles[bundleOf[d]]);
    }
    return cost;
  };
  return {
    // Where students' ways alone cost, a room that none of them passes is no better.
    promising: (demands, among) => (walks && settled(demands) ? walks.around(demands, among) : among),
    cost: (demands) => costInPlace(demands) + (walks?.cost(demands) ?? 0),
    isBelow(demands, limit) {
      const inPlace = costInPlace(demands);
      if (inPlace >= limit) return false;
      return walks?.isBelow(demands, limit - inPlace) ?? true;
    },
  };
}

/** `isFixed`: demands that stay where they are; `withWalks`: the ways of students count, which takes long. */
export function polishRooms(
  book: RoomBook,
  lessonSlot: Int32Array,
  bundles: number[][],
  bundleOf: Int32Array,
  isFixed: (demand: number) => boolean,
  withWalks: boolean,
): void {
  const { problem, roomOf } = book;
  const { set, sets } = problem.roomDemands;
  const wishes = makeWishes(book, lessonSlot, bundles, bundleOf, withWalks);
  /** Moves the demands into the room, and those in the way into the rooms that become free; true where that costs less. */
  const tryRoom = (demands: readonly number[], room: number): boolean => {
    const moving: number[] = [];
    for (const d of demands) {
      if (roomOf[d] === room) continue;
      if (!book.accepts(d, room) || !book.open(d, room) || isFixed(d)) return false;
      moving.push(d);
    }
    if (moving.length === 0) return false;
    const left = moving.map((d) => roomOf[d]);
    const inTheWay: number[] = [];
    for (const d of moving) {
      for (const guest of book.blockers(d, room)) {
        if (isFixed(guest)) return false;
        if (!inTheWay.includes(guest)) inTheWay.push(guest);
      }
    }
    const touched = [...moving, ...inTheWay];
    const before = wishes.cost(touched);
    const old = touched.map((d) => roomOf[d]);
    for (const d of touched) book.remove(d);
    const goes = (d: number): boolean =>
      left.some((free) => free >= 0 && book.accepts(d, free) && book.tryPlace(d, free));
    const placed = moving.every((d) => book.tryPlace(d, room)) && inTheWay.every(goes);
    if (placed && wishes.isBelow(touched, before)) return true;
    for (const d of touched) book.remove(d);
    touched.forEach((d, i) => book.place(d, old[i]));
    return false;
  };
  for (let pass = 0; pass < PASSES; pass++) {
    let better = false;
    for (const bundle of bundles) {
      const rooms = [...itemsOf(sets, set[bundle[0]])];
      const has = bundle.filter((d) => roomOf[d] >= 0);
      if (has.length === 0 || wishes.cost(has) === 0) continue;
      for (const room of wishes.promising(has, rooms)) if (tryRoom(has, room)) better = true;
      for (const d of has) {
        if (wishes.cost([d]) === 0) continue;
        for (const room of wishes.promising([d], [...itemsOf(sets, set[d])])) if (tryRoom([d], room)) better = true;
      }
    }
    if (!better) return;
  }
}
