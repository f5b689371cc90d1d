/** How even the sections of a course are, while students change sections: the fewest and the most students that each monitor sees. */
import { itemsOf } from '../problem/problem.ts';
import type { Rosters } from './rosters.ts';

/** Counts the sizes that a monitor of even sizes looks at. */
export function lookAtSizes({ size, least, most, withLeast, withMost, problem }: Rosters, monitor: number): void {
  least[monitor] = 0x7fffffff;
  most[monitor] = 0;
  for (const event of itemsOf(problem.monitors.balance.events, monitor)) {
    const n = size[event];
    if (n < least[monitor]) [least[monitor], withLeast[monitor]] = [n, 0];
    if (n > most[monitor]) [most[monitor], withMost[monitor]] = [n, 0];
    if (n === least[monitor]) withLeast[monitor]++;
    if (n === most[monitor]) withMost[monitor]++;
  }
}

const looksAt = ({ balanceOf }: Rosters, monitor: number, event: number): boolean => {
  for (let i = balanceOf.start[event]; i < balanceOf.start[event + 1]; i++)
    if (balanceOf.item[i] === monitor) return true;
  return false;
};

const uneven = (least: number, most: number): number => Math.max(0, most - least - 1);

/** What a monitor costs more if an event that it looks at has one student less (−1: none has) and another one more (−1). */
function unevenChange(
  { size, least, most, withLeast, withMost }: Rosters,
  m: number,
  from: number,
  to: number,
): number {
  const less = from < 0 ? least[m] : size[from] - 1;
  const more = to < 0 ? most[m] : size[to] + 1;
  let leastThen = least[m];
  if (less < leastThen) leastThen = less;
  else if (to >= 0 && more === leastThen + 1 && withLeast[m] === 1 && (from < 0 || less > leastThen)) leastThen++;
  let mostThen = most[m];
  if (more > mostThen) mostThen = more;
  else if (from >= 0 && less === mostThen - 1 && withMost[m] === 1 && (to < 0 || more < mostThen)) mostThen--;
  return uneven(leastThen, mostThen) - uneven(least[m], most[m]);
}

/** What the monitors of even sizes cost more if a student goes from one event to another of the choice. */
export function balanceChange(rosters: Rosters, from: number, to: number): number {
  const { balanceOf, ruleCost, problem } = rosters;
  const { rule } = problem.monitors.balance;
  let cost = 0;
  for (let i = balanceOf.start[from]; i < balanceOf.start[from + 1]; i++) {
    const m = balanceOf.item[i];
    cost += ruleCost[rule[m]] * unevenChange(rosters, m, from, looksAt(rosters, m, to) ? to : -1);
  }
  for (let i = balanceOf.start[to]; i < balanceOf.start[to + 1]; i++) {
    const m = balanceOf.item[i];
    if (!looksAt(rosters, m, from)) cost += ruleCost[rule[m]] * unevenChange(rosters, m, -1, to);
  }
  return cost;
}
