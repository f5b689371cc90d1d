/** What one back end says, before the re-check. */
export interface RawAnswer {
  /** finished: the search came to its end · stopped: a limit or a failure ended it */
  end: 'finished' | 'stopped';
  /** one value per column; null: no point. With `finished`, null means that there is none. */
  point: number[] | null;
}

export interface BackendLimits {
  seed: number;
  /** branch-and-bound nodes */
  maxNodes: number;
}
