/** What the times of lessons cost with each teacher at the least: asked when sections are handed out, and again when bounds are proved. */
import { mustBeAway } from '../problem/away.ts';
import { itemsOf, type Problem } from '../problem/problem.ts';
import { eventWishes, leastEventCost, type EventWishes } from './least-event-cost.ts';

/** [teachers] slots of a week in which nothing keeps them away in any week. */
function freeSlots(problem: Problem): Uint8Array[] {
  const { slots, teachers } = problem;
  const away = mustBeAway(problem);
  return Array.from({ length: teachers.count }, (_, teacher) => {
    const free = new Uint8Array(slots.perWeek).fill(1);
    for (let slot = 0; slot < slots.count; slot++)
      if (away[teacher * slots.count + slot] === 1) free[slot % slots.perWeek] = 0;
    return free;
  });
}

/** The role of an event that one teacher fills in all of its lessons, −1: there is none. */
export function onlyRole(problem: Problem, event: number): number {
  const roles = itemsOf(problem.events.roles, event);
  if (roles.length !== 1) return -1;
  const isInAll = itemsOf(problem.events.lessons, event).every((lesson) =>
    itemsOf(problem.lessons.roles, lesson).includes(roles[0]),
  );
  return isInAll ? roles[0] : -1;
}

/** What the lessons of an event cost at the least with this teacher (−1: with anyone); null: they do not fit. */
export type CostWith = (wishes: EventWishes, teacher: number) => number | null;

export interface TimeCosts {
  /** [events] null: an event that cannot be counted */
  wishes: readonly (EventWishes | null)[];
  /** [teachers] slots of a week */
  free: readonly Uint8Array[];
  /** prices of a unit of each rule's deviation → costs; equal questions are answered once */
  costsAt: (price: (rule: number) => number) => CostWith;
  /** at the weights of the rules */
  costWith: CostWith;
}

export function timeCosts(problem: Problem): TimeCosts {
  const free = freeSlots(problem);
  const rows = new Map<string, number>();
  /** [teachers] equal numbers: the same free slots; 0: nobody's */
  const freeRow = free.map((row) => {
    const key = row.join('');
    const known = rows.get(key) ?? rows.size + 1;
    rows.set(key, known);
    return known;
  });
  const costsAt: TimeCosts['costsAt'] = (price) => {
    const known = new Map<number, number | null>();
    return (wishes, teacher) => {
      const key = wishes.shape * (problem.teachers.count + 1) + (teacher < 0 ? 0 : freeRow[teacher]);
      let cost = known.get(key);
      if (cost === undefined)
        known.set(key, (cost = leastEventCost(problem, wishes, price, teacher < 0 ? null : free[teacher])));
      return cost;
    };
  };
  return { wishes: eventWishes(problem), free, costsAt, costWith: costsAt((rule) => problem.rules.weight[rule]) };
}
