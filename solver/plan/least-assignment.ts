/**
 * The cheapest way to give each row a column of its own: shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957, in the
 * form of Jonker & Volgenant 1987). Work arrays are made once.
 */

export interface Assigner {
  /** [row × columns + column] costs, to be filled before `solve` */
  cost: Int32Array;
  /** [row] its column, after `solve` */
  columnOf: Int32Array;
  /** the first `rows` rows, at most as many as there are columns */
  solve(rows: number): void;
}

const FAR = 0x3fffffff;

export function makeAssigner(mostRows: number, columns: number): Assigner {
  const cost = new Int32Array(mostRows * columns);
  const columnOf = new Int32Array(mostRows);
  // Rows and columns count from 1 here: column 0 holds the row that is being placed.
  const rowPotential = new Int32Array(mostRows + 1);
  const columnPotential = new Int32Array(columns + 1);
  const rowAt = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  const least = new Int32Array(columns + 1);
  const used = new Uint8Array(columns + 1);

  function place(row: number): void {
    rowAt[0] = row;
    least.fill(FAR);
    used.fill(0);
    let at = 0;
    while (rowAt[at] !== 0) {
      used[at] = 1;
      const here = rowAt[at];
      let delta = FAR;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (used[column]) continue;
        const reduced = cost[(here - 1) * columns + column - 1] - rowPotential[here] - columnPotential[column];
        if (reduced < least[column]) {
          least[column] = reduced;
          before[column] = at;
        }
        if (least[column] < delta) {
          delta = least[column];
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (used[column]) {
          rowPotential[rowAt[column]] += delta;
          columnPotential[column] -= delta;
        } else {
          least[column] -= delta;
        }
      }
      at = next;
    }
    while (at !== 0) {
      const previous = before[at];
      rowAt[at] = rowAt[previous];
      at = previous;
    }
  }

  return {
    cost,
    columnOf,
    solve(rows) {
      rowPotential.fill(0);
      columnPotential.fill(0);
      rowAt.fill(0);
      for (let row = 1; row <= rows; row++) place(row);
      for (let column = 1; column <= columns; column++) if (rowAt[column] > 0) columnOf[rowAt[column] - 1] = column - 1;
    },
  };
}
