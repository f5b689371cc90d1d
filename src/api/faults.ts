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

/** Settings from which no school can be made; the message says why. A fault of the settings, not of ours. */
export class SettingsContradiction extends Error {
  override readonly name = 'SettingsContradiction';
}
