/** Rows in groups. Rows are appended, so what stands later is newer. */

/** In the order in which the groups first appear. */
export function grouped<Row>(rows: readonly Row[], groupOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = groupOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** Of a history of rows, those of the newest commit of each group. */
export const newestByCommit = <Row extends { commit: string }>(
  rows: readonly Row[],
  groupOf: (row: Row) => string,
): Row[][] => grouped(rows, groupOf).map((group) => group.filter((row) => row.commit === group.at(-1)?.commit));
