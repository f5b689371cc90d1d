/** Maximum flow and the side of a smallest cut (Dinic). Capacities are non-negative integers below 2^53. */

export interface Network {
  /** adds an arc; parallel arcs are fine */
  arc(from: number, to: number, capacity: number): void;
  /** pushes as much as goes from `source` to `sink` and returns it */
  run(source: number, sink: number): number;
  /** after `run`: nodes that more flow could still reach, the source's side of a smallest cut */
  reachable(source: number): Uint8Array;
}

export const UNLIMITED = Number.MAX_SAFE_INTEGER;

export function makeNetwork(nodes: number): Network {
  const heads: number[][] = Array.from({ length: nodes }, () => []);
  const to: number[] = [];
  const left: number[] = [];
  const level = new Int32Array(nodes);
  const at = new Int32Array(nodes);

  function levels(source: number): void {
    level.fill(-1);
    level[source] = 0;
    const queue = [source];
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head] ?? 0;
      for (const arc of heads[node] ?? []) {
        const next = to[arc] ?? 0;
        if ((left[arc] ?? 0) <= 0 || (level[next] ?? 0) >= 0) continue;
        level[next] = (level[node] ?? 0) + 1;
        queue.push(next);
      }
    }
  }

  function push(node: number, sink: number, most: number): number {
    if (node === sink) return most;
    const arcs = heads[node] ?? [];
    for (; (at[node] ?? 0) < arcs.length; at[node] = (at[node] ?? 0) + 1) {
      const arc = arcs[at[node] ?? 0] ?? 0;
      const next = to[arc] ?? 0;
      const room = left[arc] ?? 0;
      if (room <= 0 || level[next] !== (level[node] ?? 0) + 1) continue;
      const pushed = push(next, sink, Math.min(most, room));
      if (pushed === 0) continue;
      left[arc] = room - pushed;
      left[arc ^ 1] = (left[arc ^ 1] ?? 0) + pushed;
      return pushed;
    }
    return 0;
  }

  return {
    arc(from, target, capacity) {
      heads[from]?.push(to.length);
      to.push(target);
      left.push(capacity);
      heads[target]?.push(to.length);
      to.push(from);
      left.push(0);
    },
    run(source, sink) {
      let total = 0;
      for (;;) {
        levels(source);
        if ((level[sink] ?? -1) < 0) return total;
        at.fill(0);
        for (let pushed = push(source, sink, UNLIMITED); pushed > 0; pushed = push(source, sink, UNLIMITED)) {
          total += pushed;
        }
      }
    },
    reachable(source) {
      levels(source);
      return Uint8Array.from(level, (it) => (it >= 0 ? 1 : 0));
    },
  };
}
