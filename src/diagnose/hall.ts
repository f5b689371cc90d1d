/**
 * Hall's condition with amounts: demands each served from some places. They can be met if and only if no set of demands asks for more
 * than the places that serve any of it hold; a smallest cut finds such a set, and dropping one demand after another makes it irreducible.
 */
import { makeNetwork, UNLIMITED } from './max-flow.ts';

export interface Demand {
  amount: number;
  /** indexes into the capacities */
  places: readonly number[];
}

/** A violating set of demands, by index; null where all can be met. */
function violation(
  demands: readonly Demand[],
  chosen: readonly number[],
  capacity: ArrayLike<number>,
): number[] | null {
  const source = chosen.length + capacity.length;
  const sink = source + 1;
  const network = makeNetwork(sink + 1);
  let wanted = 0;
  chosen.forEach((demand, node) => {
    const { amount, places } = demands[demand] ?? { amount: 0, places: [] };
    wanted += amount;
    network.arc(source, node, amount);
    for (const place of places) network.arc(node, chosen.length + place, UNLIMITED);
  });
  for (let place = 0; place < capacity.length; place++) network.arc(chosen.length + place, sink, capacity[place] ?? 0);
  if (network.run(source, sink) === wanted) return null;
  const side = network.reachable(source);
  return chosen.filter((_, node) => side[node] === 1);
}

/** An irreducible violating set, ascending: without any one of its demands the rest can be met. */
export function hallViolation(demands: readonly Demand[], capacity: ArrayLike<number>): number[] | null {
  let found = violation(demands, [...demands.keys()], capacity);
  if (found === null) return null;
  for (const demand of [...found].reverse()) {
    if (!found.includes(demand)) continue;
    const rest = violation(
      demands,
      found.filter((it) => it !== demand),
      capacity,
    );
    if (rest !== null) found = rest;
  }
  return found;
}
