/** Faults of ours, as opposed to faults of a file: they end a run with exit code 1, loudly. */

/** The engine and the judge count differently: one of the two is wrong. */
export class JudgeDisagreement extends Error {
  override readonly name = 'JudgeDisagreement';
  /** one line each: the rule, the engine's figure, the judge's */
  readonly differences: readonly string[];

  constructor(differences: readonly string[]) {
    super(`engine and judge disagree: ${differences.join('; ')}`);
    this.differences = differences;
  }
}
