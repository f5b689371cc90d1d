/** Which epoch does what: a fixed table of levels and temperatures, so that a run depends on its counts alone. */
import { TEMPERATURE_UNIT } from './acceptance.ts';

export interface EpochPlan {
  /** index into the bundle's levels */
  level: number;
  startTemperature: number;
  endTemperature: number;
  /** start from the island's best instead of where its last epoch ended */
  fromBest: boolean;
  /** last epoch of a cooling: islands are compared and the worst takes over the best */
  coolingEnds: boolean;
  /** what a hard unit costs; absent: as the island has it */
  hardWeight?: number;
  /** see AnnealSettings */
  thresholdFirst?: boolean;
  /**
   * no lesson moves: every island goes on from its best week, and where the value is `anneal` students are first seated anew in it
   * (solver/sectioning/reseat-week.ts)
   */
  seats?: 'anneal' | 'stand';
  /** absent or true: a week that is nearly closed at the end of the epoch is closed by a walk (solver/closing) */
  walks?: boolean;
}

/** Cost units of single students: a hard unit costs so much that whoever breaks something comes back to it. */
const CLOSING = { epochs: 24, from: 200, to: 40, hardWeight: 400 };

/** Weeks of single students, until one closes: cooled again and again, with little regard to wishes. */
export function closingPlan(epoch: number): EpochPlan {
  const at = epoch % CLOSING.epochs;
  return {
    ...cooling(0, at, CLOSING, false),
    coolingEnds: false,
    hardWeight: CLOSING.hardWeight,
    thresholdFirst: true,
  };
}

/**
 * Then one long cooling over a run whose length is known: single students' days have no shape to start from, and short coolings leave them
 * unsorted. While it is hot a hard unit costs less than what a lesson may save, so that the search passes through broken weeks; then ever more,
 * as the temperature falls: `hardWeight`, and `rise` divided by the temperature where that is more.
 */
const LONG = { from: 20, to: 0.5, hardWeight: 15, rise: 90 };

/** Parts of a long cooling. */
export const LONG_PARTS = 1024;

/** Before, a week is broken on its way to a better one; a walk would take it back. */
const WALKS_FROM = (3 * LONG_PARTS) / 4;

/** An epoch that begins after `done` parts of the cooling and ends about `until`; the temperature falls by an equal ratio from part to part. */
export function longCooling(done: number, until: number): EpochPlan {
  // The ratio is a root of the order LONG_PARTS = 2^10.
  let ratio = LONG.to / LONG.from;
  for (let parts = LONG_PARTS; parts > 1; parts /= 2) ratio = Math.sqrt(ratio);
  const temperature = (at: number): number => {
    let value = LONG.from * TEMPERATURE_UNIT;
    for (let part = 0; part < Math.min(LONG_PARTS, at); part++) value *= ratio;
    return Math.floor(value);
  };
  return {
    level: 0,
    startTemperature: temperature(done),
    endTemperature: temperature(until),
    fromBest: false,
    coolingEnds: false,
    hardWeight: Math.max(LONG.hardWeight, Math.floor((LONG.rise * TEMPERATURE_UNIT) / temperature(done))),
    thresholdFirst: true,
    walks: done >= WALKS_FROM,
  };
}

/** Cost units. Lines first, while they are few; then every lesson on its own, cooled once; then short reheats from the best. */
const LINES = { epochs: 1, from: 12, to: 2 };
const COOLING = { epochs: 8, from: 4, to: 0.5 };
const REHEAT = { epochs: 4, from: 2.2, to: 0.4 };
/** From an earlier week: barely warm, so that what need not move stays. */
const CHANGE = { epochs: 4, from: 1, to: 0.1 };
/** The coolings of a change that does not close, one after the other, the last again and again; once it closes, barely warm again. */
const WARMER = [CHANGE, CHANGE, REHEAT, { epochs: 4, from: 4, to: 0.5 }];

/** Epochs of the first descent; a run is not judged stagnant before. `changing`: from an earlier week. */
export function descentEpochs(levels: number, changing = false): number {
  if (changing) return CHANGE.epochs;
  return (levels > 1 ? LINES.epochs : 0) + COOLING.epochs;
}

export const REHEAT_EPOCHS = REHEAT.epochs;

/** So many islands seat students anew, each from another seed. */
const SEATING_ISLANDS = 2;

function cooling(
  level: number,
  at: number,
  stage: { epochs: number; from: number; to: number },
  fromBest: boolean,
): EpochPlan {
  const temperature = (step: number): number =>
    Math.floor(TEMPERATURE_UNIT * (stage.from + ((stage.to - stage.from) * step) / stage.epochs));
  return {
    level,
    startTemperature: temperature(at),
    endTemperature: temperature(at + 1),
    fromBest: fromBest && at === 0,
    coolingEnds: at === stage.epochs - 1,
  };
}

/** What a school week's schedule depends on beside levels and epoch. */
export interface EpochQuestion {
  /** from an earlier week */
  changing: boolean;
  /** something is known that breaks nothing hard */
  closed: boolean;
  island: number;
  /** students may sit elsewhere, and homerooms count */
  seatable: boolean;
  /** nothing better was found for so long that the run ends if seats are of no help either */
  stagnant: boolean;
}

const ALONE: EpochQuestion = { changing: false, closed: true, island: 0, seatable: false, stagnant: false };

export function planEpoch(levels: number, epoch: number, asked: Partial<EpochQuestion> = {}): EpochPlan {
  const { changing, closed, island, seatable, stagnant } = { ...ALONE, ...asked };
  if (changing) {
    const stage = closed ? CHANGE : WARMER[Math.min(WARMER.length - 1, Math.floor(epoch / CHANGE.epochs))];
    return cooling(levels - 1, epoch % CHANGE.epochs, stage, true);
  }
  let at = epoch;
  if (levels > 1) {
    if (at < LINES.epochs) return { ...cooling(0, at, LINES, false), coolingEnds: false };
    at -= LINES.epochs;
  }
  const last = levels - 1;
  // Without lines to start from, the first descent begins hot.
  if (at < COOLING.epochs) return cooling(last, at, levels > 1 ? COOLING : { ...COOLING, from: LINES.from }, false);
  const reheated = at - COOLING.epochs;
  const plan = cooling(last, reheated % REHEAT.epochs, REHEAT, true);
  // Instead of the first epoch of all reheats, and of the one that is due before the run ends.
  if (!closed || !seatable || (reheated > 0 && !stagnant)) return plan;
  return { ...plan, seats: island < SEATING_ISLANDS ? 'anneal' : 'stand' };
}

/** Proposals of one island in one epoch, a function of the problem's size alone. */
export function epochSize(lessons: number): number {
  return Math.max(16_384, Math.min(1_048_576, 128 * lessons));
}
