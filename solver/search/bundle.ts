/** What all steps of one run share, in memory that every thread sees: the full problem and the levels it is searched on. */
import { coarsen, type Coarse } from '../problem/coarsen.ts';
import type { Problem } from '../problem/problem.ts';
import { keepWhereTeachersAre } from '../problem/restrict-domains.ts';

export interface Bundle {
  /** distinguishes runs, for caches in workers */
  key: string;
  /** every section on its own: what solutions, rooms and scores are about */
  fine: Problem;
  /** from the coarsest to the one the search ends on */
  levels: Coarse[];
  /** names of neighbourhoods that the search does without, to measure what they are worth */
  without: readonly string[];
}

/** `lineOf`, `givenLineOf`: [events] group by any line, and by lines that the school gives (these are never left); −1: none. */
export function makeBundle(
  key: string,
  fine: Problem,
  lineOf: Int32Array,
  givenLineOf: Int32Array,
  without: readonly string[] = [],
): Bundle {
  const last = coarsened(fine, givenLineOf);
  const first = coarsened(fine, lineOf);
  const levels = first.problem.events.count < last.problem.events.count ? [first, last] : [last];
  return { key, fine, levels, without };
}

/** A line whose sections need all teachers of a subject at once stays away from where one of them is away. */
function coarsened(fine: Problem, groupOf: Int32Array): Coarse {
  const coarse = coarsen(fine, groupOf);
  return { ...coarse, problem: keepWhereTeachersAre(coarse.problem) };
}

/** The same value with every typed array in shared memory; nested records and arrays are walked. */
export function shareMemory<T>(value: T): T {
  return share(value) as T;
}

function share(value: unknown): unknown {
  if (value instanceof Int32Array) {
    const copy = new Int32Array(new SharedArrayBuffer(value.byteLength));
    copy.set(value);
    return copy;
  }
  if (value instanceof Uint8Array) {
    const copy = new Uint8Array(new SharedArrayBuffer(value.byteLength));
    copy.set(value);
    return copy;
  }
  if (Array.isArray(value)) return value.map(share);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, share(item)]));
  }
  return value;
}
