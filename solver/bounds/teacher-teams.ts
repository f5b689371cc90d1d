/**
 * The least that the times of lessons cost over all ways to hand them out to teachers: each section costs at least what the free slots
 * of the one who teaches it allow (least-event-cost.ts), and nobody has more periods than the load allows.
 */
import { itemsOf, type Problem } from '../problem/problem.ts';
import { teamHeads } from '../problem/teams.ts';
import type { EventWishes } from './least-event-cost.ts';
import { onlyRole, type CostWith, type TimeCosts } from './time-costs.ts';

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
  { wishes, costsAt, costWith: all }: TimeCosts,
  concerned: ReadonlySet<number>,
): TeamBounds {
  const { roles, rules, teachers } = problem;
  const { weight } = rules;
  const room = Array.from(teachers.loadMax);
  for (let role = 0; role < roles.count; role++) {
    const candidates = itemsOf(roles.candidates, role);
    if (candidates.length === 1) room[candidates[0]] -= roles.workload[role];
  }
  const by = new Map(
    [...concerned].map((rule): [number, CostWith] => {
      const one = costsAt((other) => (other === rule ? 1 : 0));
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
    const apart = [...by].map(([rule, cost]) => ({ rule, cost, least: costApart(team, cost) }));
    // Where all of it is the sum of its parts, no part can be more.
    const isSum = together === apart.reduce((sum, { rule, least }) => sum + weight[rule] * least, 0);
    for (const { rule, cost, least } of apart) bounds.alone[rule] += isSum ? least : teamCost(team, room, cost);
  }
  return bounds;
}

/** Classes that share teachers, however indirectly. */
function teamsOf(classes: readonly SectionClass[], teachers: number): SectionClass[][] {
  const heads = teamHeads(
    classes.map(({ candidates }) => candidates),
    teachers,
  );
  const byHead = new Map<number, SectionClass[]>();
  for (const own of classes) {
    const head = heads[own.candidates[0]];
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
