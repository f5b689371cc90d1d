import { nearestAll } from '../api/nearest.ts';

/** The known words that were probably meant: mistyped, or begun and not finished. */
export function didYouMean(word: string, known: readonly string[]): string[] {
  const near = nearestAll(word, known);
  return near.length > 0 || word.length < 2 ? near : known.filter((candidate) => candidate.startsWith(word));
}
