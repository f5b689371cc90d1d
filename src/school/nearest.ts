/** "Did you mean": the known word that was probably meant. */

/** Edits (insert, delete, replace, swap of neighbours) between two words, or Infinity once they are more than `limit`. */
export function editDistance(from: string, to: string, limit: number = Infinity): number {
  if (Math.abs(from.length - to.length) > limit) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const replaced = (last[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      let edits = Math.min(replaced, (last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
      }
      line.push(edits);
      least = Math.min(least, edits);
    }
    if (least > limit) return Infinity;
    beforeLast = last;
    last = line;
  }
  const distance = last[to.length] ?? Infinity;
  return distance > limit ? Infinity : distance;
}

/**
 * The nearest known words within a third of the word's length (at least one edit), case and surrounding blanks aside: all that are
 * equally near, in file order.
 */
export function nearestAll(word: string, known: Iterable<string>): string[] {
  const wanted = word.trim().toLowerCase();
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string[] = [];
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.trim().toLowerCase(), limit);
    // A short word that shares nothing with the other is not a slip of the pen.
    if (distance > limit || distance >= Math.max(wanted.length, candidate.length)) continue;
    if (distance < limit) best = [];
    best.push(candidate);
    limit = distance;
  }
  return [...new Set(best)];
}

/** More words that are equally near are no help, and none of them is likelier than another. */
const OFFERED = 3;

/** The suggestion as fault parameters: none where nothing is near, `suggestions` where several are equally near. */
export interface Suggestion {
  suggestion?: string;
  /** `h1 · h2 · h3`, with ` · …` where there are more */
  suggestions?: string;
}

export function suggestionOf(near: readonly string[]): Suggestion {
  const [first, second] = near;
  if (first === undefined) return {};
  if (second === undefined) return { suggestion: first };
  return { suggestions: [...near.slice(0, OFFERED), ...(near.length > OFFERED ? ['…'] : [])].join(' · ') };
}

export const suggestion = (word: string, known: Iterable<string>): Suggestion => suggestionOf(nearestAll(word, known));
