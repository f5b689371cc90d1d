import { nearest } from '../api/nearest.ts';

/** The known word that was probably meant: mistyped, or begun and not finished. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  return nearest(word, known) ?? (word.length < 2 ? undefined : known.find((candidate) => candidate.startsWith(word)));
}
