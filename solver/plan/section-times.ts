/** The times of sections, numbered from 0: what a table of teachers × times is indexed by. */
import { makeCsr, type Csr } from '../problem/problem.ts';
import type { TeachingSection } from './types.ts';

/** Numbers for the distinct values of a list, in order of appearance. */
export function numbered(values: readonly number[]): { of: Int32Array; count: number } {
  const known = new Map<number, number>();
  const of = Int32Array.from(values, (value) => {
    const number = known.get(value) ?? known.size;
    known.set(value, number);
    return number;
  });
  return { of, count: known.size };
}

/** CSR section → its times; `count`: times in all. */
export function timesOf(sections: readonly TeachingSection[]): Csr & { count: number } {
  const { of, count } = numbered(sections.flatMap((section) => section.times));
  return { start: makeCsr(sections.map((section) => section.times)).start, item: of, count };
}
