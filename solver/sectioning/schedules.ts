/**
 * From numbers to students: how many of a set are in each (course, line) → which lines each student has, at most one course per
 * line. A matrix of non-negative integers whose rows and columns all sum to n is a sum of n permutation matrices (Birkhoff); the
 * set's numbers are padded to such a matrix.
 */

/** Students with one and the same course–line pairing. */
export interface Pattern {
  /** per course position; -1: no seat */
  lines: number[];
  students: number;
}

/** A perfect matching of the positive entries: per row its column. There always is one while all sums are equal. */
function matchRows(matrix: Int32Array, size: number): Int32Array {
  const rowOf = new Int32Array(size).fill(-1);
  const columnOf = new Int32Array(size).fill(-1);
  const seen = new Uint8Array(size);
  const augment = (row: number): boolean => {
    for (let column = 0; column < size; column++) {
      if (matrix[row * size + column] <= 0 || seen[column]) continue;
      seen[column] = 1;
      if (rowOf[column] < 0 || augment(rowOf[column])) {
        rowOf[column] = row;
        columnOf[row] = column;
        return true;
      }
    }
    return false;
  };
  for (let row = 0; row < size; row++) {
    seen.fill(0);
    if (!augment(row)) throw new Error('schedules: a line has more courses of a student than one');
  }
  return columnOf;
}

/**
 * `seats` is [position × lines + line], each position's row sums to at most `students`, each line's column too. Exactly
 * `students` are distributed over the patterns.
 */
export function splitIntoPatterns(
  seats: ArrayLike<number>,
  positions: number,
  lines: number,
  students: number,
): Pattern[] {
  const size = lines + positions;
  const matrix = new Int32Array(size * size);
  const left = new Int32Array(size).fill(students);
  for (let k = 0; k < positions; k++) {
    let waiting = students;
    for (let l = 0; l < lines; l++) {
      matrix[k * size + l] = seats[k * lines + l];
      left[l] -= seats[k * lines + l];
      waiting -= seats[k * lines + l];
    }
    // A column of its own for those of this course without a seat.
    matrix[k * size + lines + k] = waiting;
    left[lines + k] -= waiting;
  }
  let column = 0;
  for (let row = positions; row < size; row++) {
    let waiting = students;
    while (waiting > 0) {
      const part = Math.min(waiting, left[column]);
      matrix[row * size + column] += part;
      left[column] -= part;
      waiting -= part;
      if (left[column] === 0 && waiting > 0) column++;
    }
  }
  const patterns: Pattern[] = [];
  let remaining = students;
  while (remaining > 0) {
    const columns = matchRows(matrix, size);
    let part = remaining;
    for (let row = 0; row < size; row++) part = Math.min(part, matrix[row * size + columns[row]]);
    for (let row = 0; row < size; row++) matrix[row * size + columns[row]] -= part;
    remaining -= part;
    const chosen = Array.from({ length: positions }, (_, k) => (columns[k] < lines ? columns[k] : -1));
    const known = patterns.find((pattern) => pattern.lines.every((line, k) => line === chosen[k]));
    if (known) known.students += part;
    else patterns.push({ lines: chosen, students: part });
  }
  return patterns;
}
