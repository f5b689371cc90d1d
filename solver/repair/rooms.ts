/** Rooms for the lessons that float: whether each can have one at the side of those that keep theirs. */
import { itemsOf, eachPeriod } from '../problem/problem.ts';
import { isOpen } from './troubles.ts';
import type { Trouble } from './troubles.ts';
import type { RepairState } from './state.ts';

export interface RoomsFound {
  /** room by lesson; empty where there is a trouble */
  roomOf: Map<number, number>;
  trouble: Trouble | null;
  /** false: too many ways to try them all */
  settled: boolean;
}

const MOST_TRIES = 20_000;

/** Rooms that fit the lesson and are open and large enough, whoever is in them. */
export function roomsThatFit(state: RepairState, lesson: number): number[] {
  const { rooms, problem } = state.task;
  const demand = state.demandOf[lesson];
  const size = state.size[problem.lessons.event[lesson]];
  return [...itemsOf(rooms, demand)].filter(
    (room) => room !== state.notRoom[lesson] && problem.rooms.places[room] >= size && isOpen(state, lesson, room),
  );
}

export function findRooms(state: RepairState): RoomsFound {
  const { problem } = state.task;
  const slots = problem.slots.count;
  const roomOf = new Map<number, number>();
  const waiting = [...state.floating].filter((lesson) => state.slot[lesson] >= 0).sort((a, b) => a - b);
  if (waiting.length === 0) return { roomOf, trouble: null, settled: true };
  const extra = new Map<number, number>();
  const isFree = (lesson: number, room: number): boolean => {
    let free = true;
    eachPeriod(problem, lesson, state.slot[lesson], (s) => {
      const at = room * slots + s;
      if (state.inRoom[at] + (extra.get(at) ?? 0) >= problem.rooms.capacity[room]) free = false;
    });
    return free;
  };
  const take = (lesson: number, room: number, sign: number): void =>
    eachPeriod(problem, lesson, state.slot[lesson], (s) => {
      const at = room * slots + s;
      extra.set(at, (extra.get(at) ?? 0) + sign);
    });
  const choices = new Map(
    waiting.map((lesson) => [lesson, roomsThatFit(state, lesson).filter((room) => isFree(lesson, room))]),
  );
  const choicesOf = (lesson: number): number[] => choices.get(lesson) ?? [];
  const homeless = waiting.find((lesson) => choicesOf(lesson).length === 0);
  if (homeless !== undefined) return { roomOf, trouble: { kind: 'homeless', lessons: [homeless] }, settled: true };
  let tries = 0;
  for (const cluster of clustersOf(state, waiting)) {
    cluster.sort((a, b) => choicesOf(a).length - choicesOf(b).length || a - b);
    const seat = (index: number): boolean => {
      const lesson = cluster[index];
      if (lesson === undefined) return true;
      for (const room of preferred(state, lesson, choicesOf(lesson))) {
        if (++tries > MOST_TRIES) return false;
        if (!isFree(lesson, room)) continue;
        take(lesson, room, 1);
        roomOf.set(lesson, room);
        if (seat(index + 1)) return true;
        take(lesson, room, -1);
        roomOf.delete(lesson);
      }
      return false;
    };
    if (!seat(0)) return { roomOf, trouble: { kind: 'homeless', lessons: cluster }, settled: tries <= MOST_TRIES };
  }
  return { roomOf, trouble: null, settled: true };
}

/** Own room, then the earlier one, then the others. */
function preferred(state: RepairState, lesson: number, rooms: readonly number[]): number[] {
  const demand = state.demandOf[lesson];
  const first = [state.task.problem.roomDemands.own[demand], state.task.baseRoom[demand]];
  const rank = (room: number): number => (first.includes(room) ? first.indexOf(room) : 2);
  return rooms.toSorted((a, b) => rank(a) - rank(b) || a - b);
}

/** Lessons that run at the same time, directly or by others. */
function clustersOf(state: RepairState, lessons: readonly number[]): number[][] {
  const clusters: { slots: Set<number>; lessons: number[] }[] = [];
  for (const lesson of lessons) {
    const slots = new Set<number>();
    eachPeriod(state.task.problem, lesson, state.slot[lesson], (s) => slots.add(s));
    const own = { slots, lessons: [lesson] };
    for (let i = clusters.length - 1; i >= 0; i--) {
      if (![...clusters[i].slots].some((s) => slots.has(s))) continue;
      const [met] = clusters.splice(i, 1);
      own.lessons.push(...met.lessons);
      for (const s of met.slots) slots.add(s);
    }
    clusters.push(own);
  }
  return clusters.map((cluster) => cluster.lessons);
}
