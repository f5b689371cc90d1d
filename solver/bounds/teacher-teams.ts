/**
 * The least that the times of lessons cost over all ways to hand them out to teachers: each section costs at least what the free slots
 * of the one who teaches it allow (least-event-cost.ts), and nobody has more periods than the load allows.
 */
import { mustBeAway } from '../problem/away.ts';
import { itemsOf, type Problem } from '../problem/problem.ts';
import { leastEventCost, type EventWishes } from './least-event-cost.ts';

/** Sections that cost the same with whoever of the same people teaches them. */
interface SectionClass {
  wishes: EventWishes;
  candidates: number[];
  workload: number;
  sections: number;
}

/** Steps of the dynamic programme over a team; beyond them its teachers are taken one section at a time. */
const MOST_STEPS = 3_000_000;
const NONE = 0x3fffffff;

/** [teachers] slots of a week in which nothing keeps them away in any week. */
export function freeSlots(problem: Problem): Uint8Array[] {
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

/** Prices of a unit of each rule's deviation → costs by event and teacher; equal questions are answered once. */
export function costsWith(problem: Problem): (price: (rule: number) => number) => CostWith {
  const free = freeSlots(problem);
  const rows = new Map<string, number>();
  /** [teachers] equal numbers: the same free slots; 0: nobody's */
  const freeRow = free.map((row) => {
    const key = row.join('');
    const known = rows.get(key) ?? rows.size + 1;
    rows.set(key, known);
    return known;
  });
  return (price) => {
    const known = new Map<number, number | null>();
    return (wishes, teacher) => {
      const key = wishes.shape * (problem.teachers.count + 1) + (teacher < 0 ? 0 : freeRow[teacher]);
      let cost = known.get(key);
      if (cost === undefined)
        known.set(key, (cost = leastEventCost(problem, wishes, price, teacher < 0 ? null : free[teacher])));
      return cost;
    };
  };
}

/** The least that the wishes of all events cost, rule by rule and together. */
export interface TeamBounds {
  /** [rules] least deviation, whatever the other rules cost */
  alone: Int32Array;
  /** soft cost of all of them at once */
  together: number;
}

/** `concerned`: the rules that the wishes belong to. */
export function teamBounds(
  problem: Problem,
  wishes: readonly (EventWishes | null)[],
  concerned: ReadonlySet<number>,
): TeamBounds {
  const { roles, rules, teachers } = problem;
  const { weight } = rules;
  const room = Array.from(teachers.loadMax);
  for (let role = 0; role < roles.count; role++) {
    const candidates = itemsOf(roles.candidates, role);
    if (candidates.length === 1) room[candidates[0]] -= roles.workload[role];
  }
  const costs = costsWith(problem);
  const all = costs((rule) => weight[rule]);
  const by = new Map(
    [...concerned].map((rule): [number, CostWith] => {
      const one = costs((other) => (other === rule ? 1 : 0));
      return [rule, (wish, teacher) => (all(wish, teacher) === 0 ? 0 : one(wish, teacher))];
    }),
  );
  const bounds: TeamBounds = { alone: new Int32Array(rules.count), together: 0 };
  const classes = new Map<string, SectionClass>();
  wishes.forEach((wish, event) => {
    if (!wish || wish.days.length + wish.counts.length === 0) return;
    const role = onlyRole(problem, event);
    const candidates = role < 0 ? [] : [...itemsOf(roles.candidates, role)];
    if (candidates.length < 2) {
      // Nobody chooses who teaches it.
      const teacher = candidates[0] ?? -1;
      bounds.together += all(wish, teacher) ?? 0;
      for (const [rule, cost] of by) bounds.alone[rule] += cost(wish, teacher) ?? 0;
      return;
    }
    const key = `${roles.workload[role]}|${candidates.join(' ')}|${wish.shape}`;
    const same = classes.get(key) ?? { wishes: wish, candidates, workload: roles.workload[role], sections: 0 };
    same.sections++;
    classes.set(key, same);
  });
  for (const team of teamsOf([...classes.values()], teachers.count)) {
    const together = teamCost(team, room, all);
    bounds.together += together;
    const apart = [...by].map(([rule, cost]): [number, number] => [rule, costApart(team, cost)]);
    // Where all of it is the sum of its parts, no part can be more.
    const isSum = together === apart.reduce((sum, [rule, cost]) => sum + weight[rule] * cost, 0);
    for (const [rule, cost] of apart) {
      const own = by.get(rule);
      bounds.alone[rule] += isSum || !own ? cost : teamCost(team, room, own);
    }
  }
  return bounds;
}

/** Classes that share teachers, however indirectly. */
function teamsOf(classes: readonly SectionClass[], teachers: number): SectionClass[][] {
  const team = Int32Array.from({ length: teachers }, (_, t) => t);
  const headOf = (t: number): number => (team[t] === t ? t : (team[t] = headOf(team[t])));
  for (const { candidates } of classes) for (const t of candidates) team[headOf(t)] = headOf(candidates[0]);
  const byHead = new Map<number, SectionClass[]>();
  for (const own of classes) {
    const head = headOf(own.candidates[0]);
    byHead.set(head, [...(byHead.get(head) ?? []), own]);
  }
  return [...byHead.values()];
}

/** What a section costs with each of its candidates, in their order; null: not with that teacher. */
const rowOf = (own: SectionClass, costWith: CostWith): (number | null)[] =>
  own.candidates.map((teacher) => costWith(own.wishes, teacher));

const leastOf = (row: readonly (number | null)[]): number =>
  row.reduce<number>((min, cost) => (cost === null ? min : Math.min(min, cost)), NONE);

/** Each section with the teacher who suits it best, however many that teacher has. What nobody can teach is for others to prove. */
function costApart(classes: readonly SectionClass[], costWith: CostWith): number {
  return classes.reduce((sum, own) => {
    const least = leastOf(rowOf(own, costWith));
    return least === NONE ? sum : sum + own.sections * least;
  }, 0);
}

/** The least that a team's sections cost. */
function teamCost(classes: readonly SectionClass[], room: readonly number[], costWith: CostWith): number {
  const rows = classes.map((own) => rowOf(own, costWith));
  const apart = costApart(classes, costWith);
  const least = rows.map(leastOf);
  if (rows.every((row, k) => row.every((cost) => cost === null || cost === least[k]))) return apart;
  const teachers = [...new Set(classes.flatMap(({ candidates }) => candidates))].toSorted((a, b) => a - b);
  const costs = teachers.map((t) => classes.map((own, k) => rows[k][own.candidates.indexOf(t)] ?? null));
  return (
    handedOut(
      classes,
      teachers.map((t) => room[t]),
      costs,
    ) ?? apart
  );
}

/**
 * All ways to hand out the sections, teacher by teacher; a state is how many of each class have a teacher. `costs` [teachers][classes].
 * Null: too many, or none.
 */
function handedOut(
  classes: readonly SectionClass[],
  room: readonly number[],
  costs: readonly (readonly (number | null)[])[],
): number | null {
  const unit: number[] = [];
  const states = classes.reduce((size, { sections }) => {
    unit.push(size);
    return size * (sections + 1);
  }, 1);
  if (states * room.length > MOST_STEPS) return null;
  const waysBy: Way[][] = [];
  let left = Math.trunc(MOST_STEPS / states);
  for (const [t, most] of room.entries()) {
    const ways = waysOf(classes, costs[t], most, left);
    if (ways === null) return null;
    left -= ways.length;
    waysBy.push(ways);
  }
  /** [classes][states] sections of the class that have a teacher */
  const given = classes.map(({ sections }, k) =>
    Uint16Array.from({ length: states }, (_, state) => Math.trunc(state / unit[k]) % (sections + 1)),
  );
  const best = new Int32Array(states).fill(NONE);
  best[0] = 0;
  let reached = 0;
  for (const ways of waysBy) {
    const before = best.slice(0, reached + 1);
    for (const { taken, cost } of ways) {
      const by = taken.reduce((sum, [k, n]) => sum + n * unit[k], 0);
      for (let from = 0; from < before.length; from++) {
        if (before[from] === NONE || before[from] + cost >= (best[from + by] ?? 0)) continue;
        let fits = true;
        for (let i = 0; i < taken.length && fits; i++)
          fits = given[taken[i][0]][from] + taken[i][1] <= classes[taken[i][0]].sections;
        if (!fits) continue;
        best[from + by] = before[from] + cost;
        reached = Math.max(reached, from + by);
      }
    }
  }
  return best[states - 1] === NONE ? null : best[states - 1];
}

interface Way {
  /** class and number of its sections */
  taken: [number, number][];
  cost: number;
  load: number;
}

/** What a teacher may take, but nothing at all: numbers of sections by class, within the load. Null: there are more ways than `limit`. */
function waysOf(
  classes: readonly SectionClass[],
  costs: readonly (number | null)[],
  most: number,
  limit: number,
): Way[] | null {
  const ways: Way[] = [{ taken: [], cost: 0, load: 0 }];
  for (const [k, { workload, sections }] of classes.entries()) {
    const each = costs[k];
    if (each === null) continue;
    for (const way of ways.slice()) {
      for (let n = 1; n <= sections && way.load + n * workload <= most; n++)
        ways.push({ taken: [...way.taken, [k, n]], cost: way.cost + n * each, load: way.load + n * workload });
      if (ways.length > limit) return null;
    }
  }
  return ways.slice(1);
}
