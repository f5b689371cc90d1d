/** How the tests read a table of docs/benchmarks.md. */

/** The cells of a table's lines under its head. */
export const lines = (table: string): string[][] =>
  table
    .split('\n')
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));
