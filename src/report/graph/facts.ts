/** What the conflict graph says about a week: its components, its core, and how many slots it needs at the least. */
import type { ConflictGraph } from './section-conflict-graph.ts';

export interface ConflictGraphFacts {
  sections: number;
  /** pairs of sections that cannot meet at once */
  edges: number;
  /** section ids of each component, the largest first */
  components: string[][];
  degree: { smallest: number; mean: number; largest: number };
  /** the largest k for which some sections each conflict with k others among themselves, and those sections */
  core: { k: number; sections: string[] };
  /** sections that pairwise exclude each other, and their periods: no week has fewer slots */
  clique: { sections: string[]; periods: number };
}

interface Adjacency {
  ids: string[];
  periods: number[];
  neighbours: Set<number>[];
}

function readAdjacency(graph: ConflictGraph): Adjacency {
  const ids = graph.nodes();
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const neighbours: Set<number>[] = ids.map(() => new Set());
  graph.forEachEdge((_edge, _attributes, source, target) => {
    const [a, b] = [indexOf.get(source) ?? -1, indexOf.get(target) ?? -1];
    neighbours[a]?.add(b);
    neighbours[b]?.add(a);
  });
  return { ids, periods: ids.map((id) => graph.getNodeAttribute(id, 'periods')), neighbours };
}

function componentsOf({ neighbours }: Adjacency): number[][] {
  const seen = neighbours.map(() => false);
  const components: number[][] = [];
  neighbours.forEach((_, start) => {
    if (seen[start]) return;
    seen[start] = true;
    const members = [start];
    for (let head = 0; head < members.length; head++) {
      for (const next of neighbours[members[head] ?? -1] ?? []) {
        if (!seen[next]) {
          seen[next] = true;
          members.push(next);
        }
      }
    }
    components.push(members.sort((a, b) => a - b));
  });
  return components.sort((a, b) => b.length - a.length);
}

/** Core numbers by repeatedly taking away a section of least degree: Batagelj and Zaveršnik, linear in the edges. */
function coreNumbers({ neighbours }: Adjacency): number[] {
  const degree = neighbours.map((set) => set.size);
  const buckets: number[][] = Array.from({ length: Math.max(0, ...degree) + 1 }, () => []);
  degree.forEach((d, node) => buckets[d]?.push(node));
  const core = neighbours.map(() => -1);
  let k = 0;
  for (let d = 0; d < buckets.length; d++) {
    const node = buckets[d]?.pop();
    if (node === undefined) continue;
    if (core[node] === -1 && degree[node] === d) {
      k = Math.max(k, d);
      core[node] = k;
      for (const next of neighbours[node] ?? []) {
        const left = degree[next] ?? 0;
        if (core[next] === -1 && left > 0) {
          degree[next] = left - 1;
          buckets[left - 1]?.push(next);
        }
      }
    }
    d = Math.max(-1, d - 2);
  }
  return core;
}

/** Grows a clique: always the candidate with the most periods; among equals, the one that leaves the most periods to choose from. */
function growClique({ periods, neighbours }: Adjacency, start: readonly number[]): number[] {
  const clique = [...start];
  let candidates = [...(neighbours[start[0] ?? -1] ?? [])].filter((other) =>
    start.every((member) => neighbours[member]?.has(other)),
  );
  while (candidates.length > 0) {
    const heaviest = candidates.reduce((most, candidate) => Math.max(most, periods[candidate] ?? 0), 0);
    let best = -1;
    let bestLeft = -1;
    for (const candidate of candidates) {
      if (periods[candidate] !== heaviest) continue;
      const own = neighbours[candidate];
      const left = candidates.reduce((sum, other) => sum + (own?.has(other) ? (periods[other] ?? 0) : 0), 0);
      if (left > bestLeft) [best, bestLeft] = [candidate, left];
    }
    clique.push(best);
    const own = neighbours[best];
    candidates = candidates.filter((other) => own?.has(other));
  }
  return clique;
}

/** How many starts of each sort are tried. */
const STARTS = 30;

function heaviestClique(adjacency: Adjacency, known: readonly number[][]): number[] {
  const { periods, neighbours } = adjacency;
  const weigh = (members: Iterable<number>): number => {
    let sum = 0;
    for (const member of members) sum += periods[member] ?? 0;
    return sum;
  };
  const heaviest = <T>(list: readonly T[], weight: (item: T) => number): T[] =>
    list
      .map((item, index) => ({ item, index, weight: weight(item) }))
      .sort((a, b) => b.weight - a.weight || a.index - b.index)
      .slice(0, STARTS)
      .map(({ item }) => item);
  const sections = neighbours.map((_, section) => section);
  const starts = [
    ...heaviest(known, weigh),
    ...heaviest(sections, (section) => weigh(neighbours[section] ?? [])).map((section) => [section]),
  ];
  const cliques = starts.map((start) => growClique(adjacency, start));
  const best = cliques.reduce<number[]>((most, clique) => (weigh(clique) > weigh(most) ? clique : most), []);
  return best.sort((a, b) => (periods[b] ?? 0) - (periods[a] ?? 0) || a - b);
}

/**
 * `known` are sets of section ids that are cliques by themselves, such as the sections of one student.
 * The clique is found greedily: its periods are a valid lower bound on slots, not always the best one.
 */
export function conflictGraphFacts(graph: ConflictGraph, known: readonly string[][] = []): ConflictGraphFacts {
  const adjacency = readAdjacency(graph);
  const { ids, periods, neighbours } = adjacency;
  const nameAll = (members: readonly number[]): string[] => members.map((member) => ids[member] ?? '');
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const cores = coreNumbers(adjacency);
  const k = Math.max(0, ...cores);
  const degrees = neighbours.map((set) => set.size);
  const clique = heaviestClique(
    adjacency,
    known.map((set) => set.flatMap((id) => indexOf.get(id) ?? [])),
  );
  return {
    sections: ids.length,
    edges: graph.size,
    components: componentsOf(adjacency).map(nameAll),
    degree: {
      smallest: degrees.length === 0 ? 0 : Math.min(...degrees),
      mean: degrees.length === 0 ? 0 : degrees.reduce((sum, d) => sum + d, 0) / degrees.length,
      largest: Math.max(0, ...degrees),
    },
    core: { k, sections: nameAll(cores.flatMap((core, node) => (core === k ? [node] : []))) },
    clique: { sections: nameAll(clique), periods: clique.reduce((sum, s) => sum + (periods[s] ?? 0), 0) },
  };
}
