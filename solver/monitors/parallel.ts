/** Monitors on how many of a set of events run in one slot, k: a sum over slots. Sources: rules.md, sections.*. */
export const PARALLEL_SHAPE = {
  /** max(0, k − max) */
  over: 0,
  /** k, unless all `max` of them run: then 0; over all slots this is total periods − n × slots common to all */
  apart: 1,
} as const;

export const parallelDeviation = (shape: number, k: number, max: number): number =>
  shape === PARALLEL_SHAPE.over ? (k > max ? k - max : 0) : k === max ? 0 : k;
