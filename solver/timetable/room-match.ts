/**
 * Rooms matched in the search, slot by slot, by augmenting paths: exact where pools are not, because the sets of rooms that lessons may
 * use neither nest nor are disjoint. For rooms of one lesson at a time, up to MOST_ROOMS of them, and lessons of one room.
 */
import type { Problem } from '../problem/problem.ts';
import { ROOM_MISSING } from './cost-tables.ts';
import type { WeekState } from './state.ts';

/** Sets of rooms are bits of one number. */
const MOST_ROOMS = 31;

export interface RoomMatch {
  /** [lessons] rooms it may use, as bits; 0: it needs none */
  fits: Int32Array;
  /** [lessons] 1: it needs a room */
  needs: Uint8Array;
  rooms: number;
  /** [slots] rooms that are open and empty, as bits */
  free: Int32Array;
  /** [slots] rooms that are open, as bits */
  open: Int32Array;
  /** [slots × rooms] the lesson there, −1: none */
  guest: Int32Array;
  /** [slots] lessons without a room; no matching has fewer */
  waiting: number[][];
  /** [rooms + 1] scratch: from which room the path came */
  cameFrom: Int32Array;
  scratch: Int32Array;
}

/** null where rooms are counted in pools. */
export function makeRoomMatch(problem: Problem): RoomMatch | null {
  const { rooms, lessons, roomDemands, slots } = problem;
  if (!problem.pools.matched || rooms.count > MOST_ROOMS || rooms.capacity.some((capacity) => capacity !== 1))
    return null;
  const fits = new Int32Array(lessons.count);
  const needs = new Uint8Array(lessons.count);
  for (let lesson = 0; lesson < lessons.count; lesson++) {
    const at = lessons.rooms.start[lesson];
    const demands = lessons.rooms.start[lesson + 1] - at;
    if (demands > 1) return null;
    if (demands === 0) continue;
    needs[lesson] = 1;
    const set = roomDemands.set[lessons.rooms.item[at]];
    const { start, item } = roomDemands.sets;
    for (let i = start[set]; i < start[set + 1]; i++) fits[lesson] |= 1 << item[i];
  }
  const open = new Int32Array(slots.count);
  for (let room = 0; room < rooms.count; room++) {
    for (let slot = 0; slot < slots.count; slot++) open[slot] |= rooms.open[room * slots.count + slot] << room;
  }
  return {
    fits,
    needs,
    rooms: rooms.count,
    free: open.slice(),
    open,
    guest: new Int32Array(slots.count * rooms.count).fill(-1),
    waiting: Array.from({ length: slots.count }, () => []),
    cameFrom: new Int32Array(rooms.count),
    scratch: new Int32Array(rooms.count),
  };
}

export function clearRoomMatch({ free, open, guest, waiting }: RoomMatch): void {
  free.set(open);
  guest.fill(-1);
  for (const list of waiting) list.length = 0;
}

/**
 * Where an augmenting path from the rooms `from` ends, −1: nowhere. `free` are the empty rooms, the lessons of the others stand in
 * guest[row …]; `open` limits the rooms. cameFrom is filled for rooms beyond the first.
 */
function search(match: RoomMatch, guest: Int32Array, row: number, from: number, free: number, open: number): number {
  const { fits, cameFrom } = match;
  let frontier = from & open;
  let reached = frontier;
  for (let rest = frontier; rest !== 0; rest &= rest - 1) cameFrom[31 - Math.clz32(rest & -rest)] = -1;
  while (frontier !== 0) {
    const found = frontier & free;
    if (found !== 0) return 31 - Math.clz32(found & -found);
    let next = 0;
    for (let rest = frontier; rest !== 0; rest &= rest - 1) {
      const room = 31 - Math.clz32(rest & -rest);
      const fresh = fits[guest[row + room]] & open & ~reached & ~next;
      for (let more = fresh; more !== 0; more &= more - 1) cameFrom[31 - Math.clz32(more & -more)] = room;
      next |= fresh;
    }
    reached |= next;
    frontier = next;
  }
  return -1;
}

/** The same question where only the answer counts. */
function hasPath(match: RoomMatch, row: number, from: number, free: number, open: number): boolean {
  const { fits, guest } = match;
  let frontier = from & open;
  let reached = frontier;
  while (frontier !== 0) {
    if ((frontier & free) !== 0) return true;
    let next = 0;
    for (let rest = frontier; rest !== 0; rest &= rest - 1) next |= fits[guest[row + 31 - Math.clz32(rest & -rest)]];
    frontier = next & open & ~reached;
    reached |= frontier;
  }
  return false;
}

/** Brings the lesson in at the start of the path that ends in `room`, everyone on it one room further. */
function shift(match: RoomMatch, guest: Int32Array, row: number, lesson: number, room: number): void {
  const { cameFrom } = match;
  let at = room;
  while (cameFrom[at] >= 0) {
    guest[row + at] = guest[row + cameFrom[at]];
    at = cameFrom[at];
  }
  guest[row + at] = lesson;
}

function enter(match: RoomMatch, lesson: number, slot: number): void {
  const row = slot * match.rooms;
  const room = search(match, match.guest, row, match.fits[lesson], match.free[slot], match.open[slot]);
  if (room < 0) {
    match.waiting[slot].push(lesson);
    return;
  }
  shift(match, match.guest, row, lesson, room);
  match.free[slot] &= ~(1 << room);
}

function leave(match: RoomMatch, lesson: number, slot: number): void {
  const row = slot * match.rooms;
  const waiting = match.waiting[slot];
  const at = waiting.indexOf(lesson);
  if (at >= 0) {
    waiting.splice(at, 1);
    return;
  }
  for (let room = 0; room < match.rooms; room++) {
    if (match.guest[row + room] !== lesson) continue;
    match.guest[row + room] = -1;
    match.free[slot] |= 1 << room;
    break;
  }
  // One room more: at most one of those who wait comes in.
  for (let i = 0; i < waiting.length; i++) {
    const next = waiting[i];
    const room = search(match, match.guest, row, match.fits[next], match.free[slot], match.open[slot]);
    if (room < 0) continue;
    shift(match, match.guest, row, next, room);
    match.free[slot] &= ~(1 << room);
    waiting.splice(i, 1);
    return;
  }
}

/** The lesson begins (sign 1) or ceases (−1) to run in the slot. */
export function countRoom(match: RoomMatch, lesson: number, slot: number, sign: 1 | -1): void {
  if (match.needs[lesson] === 0) return;
  if (sign === 1) enter(match, lesson, slot);
  else leave(match, lesson, slot);
}

/** Change in the lessons of the slot without a room when one goes (−1: none) and another comes (−1: none). */
export function slotChange(match: RoomMatch, slot: number, goes: number, comes: number): number {
  const out = goes >= 0 && match.needs[goes] === 1 ? goes : -1;
  const into = comes >= 0 && match.needs[comes] === 1 ? comes : -1;
  const waiting = match.waiting[slot];
  const row = slot * match.rooms;
  if (waiting.length === 0) {
    if (into < 0) return 0;
    return hasPath(match, row, match.fits[into], freeWithout(match, slot, out), match.open[slot]) ? 0 : 1;
  }
  return recount(match, slot, out, into) - waiting.length;
}

function freeWithout(match: RoomMatch, slot: number, lesson: number): number {
  const row = slot * match.rooms;
  if (lesson < 0) return match.free[slot];
  for (let room = 0; room < match.rooms; room++)
    if (match.guest[row + room] === lesson) return match.free[slot] | (1 << room);
  return match.free[slot];
}

/** Change in the lessons without a room in `slot` when lessons of one slot change sides between it and another. */
export function sideChange(match: RoomMatch, lessonSlot: Int32Array, lessons: Int32Array, size: number, slot: number) {
  const { scratch, rooms, guest, needs } = match;
  const waiting = match.waiting[slot];
  let free = match.free[slot];
  for (let room = 0; room < rooms; room++) scratch[room] = guest[slot * rooms + room];
  let missing = 0;
  let left = 0;
  for (let i = 0; i < size; i++) {
    const lesson = lessons[i];
    if (lessonSlot[lesson] !== slot || needs[lesson] === 0) continue;
    const room = scratch.indexOf(lesson);
    if (room >= 0) {
      scratch[room] = -1;
      free |= 1 << room;
    } else left++;
  }
  for (let i = 0; i < size; i++) {
    if (lessonSlot[lessons[i]] === slot || needs[lessons[i]] === 0) continue;
    const room = seat(match, lessons[i], free, slot);
    if (room < 0) missing++;
    else free &= ~(1 << room);
  }
  for (let at = 0; at < waiting.length; at++) {
    let goes = false;
    for (let i = 0; i < size && left > 0 && !goes; i++) goes = lessons[i] === waiting[at];
    if (goes) continue;
    const room = seat(match, waiting[at], free, slot);
    if (room < 0) missing++;
    else free &= ~(1 << room);
  }
  return missing - waiting.length;
}

/** Brings the lesson into the copy of the slot: the room that is then taken, −1: there is none for it. */
function seat(match: RoomMatch, lesson: number, free: number, slot: number): number {
  const room = search(match, match.scratch, 0, match.fits[lesson], free, match.open[slot]);
  if (room >= 0) shift(match, match.scratch, 0, lesson, room);
  return room;
}

/** Lessons without a room after the change, on a copy of the slot. */
function recount(match: RoomMatch, slot: number, goes: number, comes: number): number {
  const { scratch, rooms, guest } = match;
  const waiting = match.waiting[slot];
  for (let room = 0; room < rooms; room++) scratch[room] = guest[slot * rooms + room];
  let free = freeWithout(match, slot, goes);
  let missing = 0;
  for (let at = 0; at <= waiting.length; at++) {
    const lesson = at < waiting.length ? waiting[at] : comes;
    if (lesson < 0 || lesson === goes) continue;
    const room = seat(match, lesson, free, slot);
    if (room < 0) missing++;
    else free &= ~(1 << room);
  }
  return missing;
}

/** Change of cost when the lesson moves (−1: nowhere). Slots that it covers before and after stay as they are. */
export function roomMoveDelta(state: WeekState, match: RoomMatch, lesson: number, from: number, to: number): number {
  const { lessons, slots } = state.problem;
  if (match.needs[lesson] === 0) return 0;
  const length = lessons.length[lesson];
  let missing = 0;
  for (let week = 0, shift_ = 0; week < lessons.span[lesson]; week++, shift_ += slots.perWeek) {
    for (let k = 0; k < length; k++) {
      if (to >= 0 && (from < 0 || to + k < from || to + k >= from + length))
        missing += slotChange(match, to + shift_ + k, -1, lesson);
      if (from >= 0 && (to < 0 || from + k < to || from + k >= to + length))
        missing += slotChange(match, from + shift_ + k, lesson, -1);
    }
  }
  return missing * ROOM_MISSING * state.hardWeight;
}

/** Change of cost when two lessons of equal length and weeks, which share no slot, exchange their slots. */
export function roomExchangeDelta(state: WeekState, match: RoomMatch, one: number, other: number): number {
  const { lessons, slots } = state.problem;
  if (match.fits[one] === match.fits[other] && match.needs[one] === match.needs[other]) return 0;
  let missing = 0;
  for (let week = 0, shift_ = 0; week < lessons.span[one]; week++, shift_ += slots.perWeek) {
    for (let k = shift_; k < shift_ + lessons.length[one]; k++) {
      missing += slotChange(match, state.lessonSlot[one] + k, one, other);
      missing += slotChange(match, state.lessonSlot[other] + k, other, one);
    }
  }
  return missing * ROOM_MISSING * state.hardWeight;
}

export const roomsMissing = ({ waiting }: RoomMatch): number => waiting.reduce((sum, list) => sum + list.length, 0);
