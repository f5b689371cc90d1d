/** The columns of one monitor shape: rows of integers under fixed names. */
export function makeTable<Column extends string>(columns: readonly Column[]) {
  const rows: Record<Column, number>[] = [];
  return {
    /** gives the number of the row */
    add: (row: Record<Column, number>): number => rows.push(row) - 1,
    build(): { count: number } & Record<Column, Int32Array> {
      const table: Partial<Record<Column, Int32Array>> = {};
      for (const column of columns) table[column] = Int32Array.from(rows, (row) => row[column]);
      return { count: rows.length, ...(table as Record<Column, Int32Array>) };
    },
  };
}
