/**
 * Rooms for a week whose times are settled: own rooms first, then one room per section and kind where one is free at all its times,
 * then single lessons by augmenting paths (which find a room whenever one exists at that slot), then fewer rooms per section; at last
 * what the rules want beyond that.
 */
import { enrolledProblem } from '../problem/enrol.ts';
import { itemsOf, type Problem } from '../problem/problem.ts';
import { polishRooms, wantsRooms } from './polish-rooms.ts';
import { makeRoomBook, type RoomBook } from './room-book.ts';

/** The demands of one event for one kind of room: they should share one room. */
function bundleDemands(problem: Problem, lessonSlot: Int32Array): number[][] {
  const { roomDemands, lessons, rooms } = problem;
  const { sets } = roomDemands;
  const bundles: number[][] = [];
  const known = new Map<string, number>();
  for (let d = 0; d < roomDemands.count; d++) {
    const set = roomDemands.set[d];
    if (lessonSlot[roomDemands.lesson[d]] < 0 || sets.start[set] === sets.start[set + 1]) continue;
    const key = `${lessons.event[roomDemands.lesson[d]]}:${rooms.kind[sets.item[sets.start[set]]]}`;
    const at = known.get(key);
    if (at === undefined) {
      known.set(key, bundles.length);
      bundles.push([d]);
    } else bundles[at].push(d);
  }
  return bundles;
}

/** Rooms that all demands of the bundle accept, in the order of the first one's set. */
function commonRooms(problem: Problem, bundle: number[]): number[] {
  const { sets, set } = problem.roomDemands;
  const roomsOf = (d: number): number[] => [...itemsOf(sets, set[d])];
  const others = [...new Set(bundle.map((d) => set[d]))]
    .slice(1)
    .map((row) => new Set(roomsOf(bundle.find((d) => set[d] === row) ?? 0)));
  return roomsOf(bundle[0]).filter((room) => others.every((rooms) => rooms.has(room)));
}

/** The distinct rooms that the placed demands of a bundle use. */
function roomsUsed(book: RoomBook, bundle: number[]): number {
  return new Set(bundle.map((d) => book.roomOf[d]).filter((room) => room >= 0)).size;
}

/** How far a search for a room may go. */
interface Reach {
  /** where a demand may go */
  roomsFor(demand: number): ArrayLike<number>;
  /** whether a demand may be sent out of the room it has */
  mayLeave(demand: number, room: number): boolean;
}

/** Gives the demand a room by moving others out of the way along an alternating path. */
function augment(book: RoomBook, demand: number, reach: Reach, tried: Set<number>): boolean {
  const rooms = reach.roomsFor(demand);
  for (let at = 0; at < rooms.length; at++) {
    if (book.fits(demand, rooms[at])) {
      book.place(demand, rooms[at]);
      return true;
    }
  }
  for (let at = 0; at < rooms.length; at++) {
    const room = rooms[at];
    if (tried.has(room) || !book.open(demand, room)) continue;
    tried.add(room);
    const blockers = book.blockers(demand, room);
    if (blockers.length !== 1) continue;
    const [blocker] = blockers;
    if (!reach.mayLeave(blocker, room)) continue;
    book.remove(blocker);
    book.place(demand, room);
    if (augment(book, blocker, reach, tried)) return true;
    book.remove(demand);
    book.place(blocker, room);
  }
  return false;
}

/** Demands whose section must keep its rooms: as many of them as can be in one of these, first of all the very room they had. */
function keepRooms(book: RoomBook, lessonSlot: Int32Array): void {
  const { count, kept, earlier, lesson } = book.problem.roomDemands;
  const roomsFor = (demand: number): Int32Array => keptRooms(book.problem, demand);
  const waiting: number[] = [];
  for (let d = 0; d < count; d++) {
    if (kept.start[d] === kept.start[d + 1] || lessonSlot[lesson[d]] < 0) continue;
    if (!roomsFor(d).includes(earlier[d]) || !book.tryPlace(d, earlier[d])) waiting.push(d);
  }
  for (const d of waiting) augment(book, d, { roomsFor, mayLeave: () => true }, new Set());
}

const keptRooms = ({ roomDemands: { kept } }: Problem, demand: number): Int32Array => itemsOf(kept, demand);

const isKept = (book: RoomBook, demand: number): boolean =>
  book.roomOf[demand] >= 0 && keptRooms(book.problem, demand).includes(book.roomOf[demand]);

/** Tries to bring a bundle into one room, sending those in the way elsewhere; keeps it only if fewer rooms are used in all. */
function gather(book: RoomBook, bundle: number[], bundleOf: Int32Array, bundles: number[][]): void {
  const { own, earlier } = book.problem.roomDemands;
  if (roomsUsed(book, bundle) < 2) return;
  for (const room of commonRooms(book.problem, bundle)) {
    if (!bundle.every((d) => book.open(d, room))) continue;
    const blockers = [...new Set(bundle.flatMap((d) => book.blockers(d, room)))].filter((d) => !bundle.includes(d));
    if ([...bundle, ...blockers].some((d) => book.roomOf[d] === earlier[d] && earlier[d] >= 0)) continue;
    if ([...bundle, ...blockers].some((d) => isKept(book, d))) continue;
    if (blockers.some((d) => own[d] === room)) continue;
    const touched = [...new Set([...bundle, ...blockers].map((d) => bundleOf[d]))];
    const before = touched.reduce((sum, b) => sum + roomsUsed(book, bundles[b]), 0);
    const moved = [...bundle, ...blockers];
    const old = moved.map((d) => book.roomOf[d]);
    for (const d of moved) book.remove(d);
    let placed = bundle.every((d) => book.tryPlace(d, room));
    for (const d of blockers) placed &&= relocate(book, d, bundles[bundleOf[d]]);
    const after = touched.reduce((sum, b) => sum + roomsUsed(book, bundles[b]), 0);
    if (placed && after < before) return;
    for (const d of moved) book.remove(d);
    moved.forEach((d, i) => book.place(d, old[i]));
  }
}

/** A free room for the demand, one that its bundle already uses if possible. */
function relocate(book: RoomBook, demand: number, bundle: number[]): boolean {
  const { sets, set } = book.problem.roomDemands;
  for (const mate of bundle) {
    const room = book.roomOf[mate];
    if (room >= 0 && book.accepts(demand, room) && book.tryPlace(demand, room)) return true;
  }
  for (let at = sets.start[set[demand]]; at < sets.start[set[demand] + 1]; at++) {
    if (book.tryPlace(demand, sets.item[at])) return true;
  }
  return false;
}

const GATHER_PASSES = 2;

/** How much is done once every lesson that can has a room: nothing; what the rules want; and the ways of students from room to room too. */
export type RoomCare = 'placed' | 'wished' | 'walked';

/** [room demands] room, −1 where none could be found. `enrolled`: where students are, as planned unless given. */
export function assignRooms(
  planned: Problem,
  lessonSlot: Int32Array,
  enrolled?: Int32Array,
  care: RoomCare = 'walked',
): Int32Array {
  const problem = enrolledProblem(planned, enrolled ?? planned.enrolments.event);
  const book = makeRoomBook(problem, lessonSlot);
  const { roomDemands } = problem;
  const { sets, set, own, earlier } = roomDemands;
  const bundles = bundleDemands(problem, lessonSlot);
  const bundleOf = new Int32Array(roomDemands.count).fill(-1);
  bundles.forEach((bundle, index) => bundle.forEach((d) => (bundleOf[d] = index)));
  keepRooms(book, lessonSlot);
  for (const bundle of bundles) {
    for (const d of bundle) if (book.roomOf[d] < 0 && own[d] >= 0) book.tryPlace(d, own[d]);
  }
  for (const bundle of bundles) {
    for (const d of bundle)
      if (book.roomOf[d] < 0 && earlier[d] >= 0 && book.accepts(d, earlier[d])) book.tryPlace(d, earlier[d]);
  }

  const roomsFor = (d: number): Int32Array => itemsOf(sets, set[d]);
  const choices = (d: number): number => sets.start[set[d] + 1] - sets.start[set[d]];
  const open = bundles.map((bundle) => bundle.filter((d) => book.roomOf[d] < 0));
  const order = open
    .map((_, index) => index)
    .filter((index) => open[index].length > 0)
    .sort((a, b) => choices(open[a][0]) - choices(open[b][0]) || open[b].length - open[a].length || a - b);
  for (const index of order) {
    const bundle = open[index];
    const room = commonRooms(problem, bundle).find((candidate) => bundle.every((d) => book.fits(d, candidate)));
    // Two lessons of the bundle may still lie in one slot: then one of them has to look elsewhere.
    if (room !== undefined) for (const d of bundle) book.tryPlace(d, room);
  }
  const left = order.flatMap((index) => open[index].filter((d) => book.roomOf[d] < 0));
  for (const d of left) {
    if (relocate(book, d, bundles[bundleOf[d]])) continue;
    // Rooms that must be kept, and own rooms, are given up for a lesson that has no room at all only.
    const bound = (other: number, room: number): boolean => own[other] === room || isKept(book, other);
    const withinReason = { roomsFor, mayLeave: (other: number, room: number) => !bound(other, room) };
    if (!augment(book, d, withinReason, new Set())) augment(book, d, { roomsFor, mayLeave: () => true }, new Set());
  }
  if (care === 'placed') return book.roomOf;
  for (let pass = 0; pass < GATHER_PASSES; pass++)
    for (const index of order) gather(book, bundles[index], bundleOf, bundles);
  const walks = care === 'walked';
  if (wantsRooms(problem, walks)) polishRooms(book, lessonSlot, bundles, bundleOf, (d) => isKept(book, d), walks);
  return book.roomOf;
}
