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
 * The nearest known word within a third of the word's length (at least one edit), case and surrounding blanks aside; the first in
 * file order among equals.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.trim().toLowerCase();
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.trim().toLowerCase(), limit);
    // A short word that shares nothing with the other is not a slip of the pen.
    if (distance > limit || distance >= Math.max(wanted.length, candidate.length)) continue;
    if (best !== undefined && distance === limit) continue;
    best = candidate;
    limit = distance;
    if (limit === 0) break;
  }
  return best;
}

/** The suggestion as fault parameters: none where nothing is near. */
export function suggestion(word: string, known: Iterable<string>): { suggestion?: string } {
  const found = nearest(word, known);
  return found === undefined ? {} : { suggestion: found };
}
