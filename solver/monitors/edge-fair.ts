/**
 * Σ_t max(0, edge_t − ⌈ratio·E·L_t ÷ (100·L)⌉) over the teachers of a set: edge_t and L_t are a teacher's periods at the edge and in all,
 * E and L those of the set. Source: rules.md, teacher.edgeFair.
 *
 * The set is teachers[from … until − 1]; `edge` has the row of a teacher at edgeFrom + teacher, `periods` at the teacher.
 */
export function edgeFairDeviation(
  teachers: Int32Array,
  from: number,
  until: number,
  ratio: number,
  edge: Int32Array,
  edgeFrom: number,
  periods: Int32Array,
): number {
  let edges = 0;
  let all = 0;
  for (let at = from; at < until; at++) {
    edges += edge[edgeFrom + teachers[at]];
    all += periods[teachers[at]];
  }
  if (edges === 0 || all === 0) return 0;
  let deviation = 0;
  for (let at = from; at < until; at++) {
    const own = edge[edgeFrom + teachers[at]];
    if (own === 0) continue;
    const fair = Math.ceil((ratio * edges * periods[teachers[at]]) / (100 * all));
    if (own > fair) deviation += own - fair;
  }
  return deviation;
}
