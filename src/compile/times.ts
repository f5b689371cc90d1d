/** Numbers of times that a teacher cannot have twice, see TeachingSection.times: lines of all grades lie below, each other kind begins here. */
export const FIRST_TIME = {
  /** a section whose roles nobody fills twice */
  own: 1_000_000,
  /** sections that rules bring together */
  together: 2_000_000,
  /** a slot of an earlier week */
  slot: 3_000_000,
} as const;
