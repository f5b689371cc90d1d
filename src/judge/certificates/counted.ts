/** What a recount gives: the facts that belong to the count, its sums, and whether they are impossible together. */
import type { Book } from './book.ts';
import type { Evidence } from './evidence.ts';

export interface Counted {
  /** all of them, in any order; a certificate that names fewer or more is none */
  facts: string[];
  sums: Record<string, number>;
  impossible: boolean;
  /** a search that has a limit of steps did not come to its end: nothing is said */
  unfinished?: true;
}

/** null: the facts do not belong to this kind of certificate */
export type CountKind = (book: Book, evidence: Evidence) => Counted | null;

export const total = (numbers: Iterable<number>): number => {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
};

/** The common case: more is needed than is available. */
export const shortage = (
  facts: string[],
  { ruleFacts, slotFacts }: Evidence,
  sums: Record<string, number> & { needed: number; available: number },
): Counted => ({ facts: [...facts, ...slotFacts, ...ruleFacts], sums, impossible: sums.needed > sums.available });
