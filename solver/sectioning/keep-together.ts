/**
 * Keeps homerooms together in walking sections: annealing over students who change places. A student changes a section; where the new
 * line is taken, the course there changes lines with it. Alone, in exchange for a student of another homeroom, or, most often, together
 * with all of the homeroom who sit in the same sections, in exchange for as many of another homeroom. Sizes outside their even range
 * are paid for, and only seatings as even as the first one are kept.
 */
import type { RandomState } from '../search/random.ts';
import { nextBelow, nextBits, seedRandom } from '../search/random.ts';
import { blockedTimes, follows, MOST_STEPS, propose, type Change } from './seat-changes.ts';
import {
  exchangeCost,
  makeSeatingState,
  reseat,
  shift,
  type Exchange,
  type Seating,
  type SeatingState,
} from './seating-state.ts';

/**
 * The price of each student above or below the even range, at first and at last: sizes bend early, so that whole homerooms can change
 * places, and must be even in the end. It rises with the cube of the time gone. Where hardly a seat is free, what has bent far finds no way
 * back: then all begins again at the next price. `rounds`: proposals for each seat, which is a student in a course; whoever needs a second price needs
 * patience.
 */
const PRICES = [
  { sizeCost: 1, rounds: 50 },
  { sizeCost: 4, rounds: 100 },
  { sizeCost: 16, rounds: 100 },
];
const LAST_SIZE_COST = 64;
/** −16·ln(u) for u = (i + ½)/64: the bars of the annealing, without a logarithm at run time. */
const BARS = [
  78, 60, 52, 46, 42, 39, 37, 34, 32, 30, 29, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 17, 16, 15, 15, 14, 14, 13,
  12, 12, 11, 11, 10, 10, 9, 9, 9, 8, 8, 7, 7, 7, 6, 6, 5, 5, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 1, 1, 1, 1, 0, 0,
];
const START_HEAT = 24;

/** Fills `group` with students of the homeroom who follow the change, at most so many; `first` is one of them. */
function gather(state: SeatingState, first: number, change: Change, most: number, group: Int32Array): number {
  const { row, members, count, homeroomOf, present, homerooms } = state;
  const section = change.from[0];
  const end = row[section] + count[section];
  const homeroom = homeroomOf[first];
  group[0] = first;
  if (most === 1) return 1;
  let n = 1;
  // So many others of the homeroom are in the section.
  let left = homeroom < 0 ? count[section] : present[section * homerooms + homeroom] - 1;
  for (let at = row[section]; at < end && left > 0 && n < most; at++) {
    const other = members[at];
    if (homeroomOf[other] !== homeroom || other === first) continue;
    left--;
    if (follows(state, other, change)) group[n++] = other;
  }
  return n;
}

/**
 * How many `gather` would find. Where the time stays the same all of the homeroom may follow, so that nobody is looked for until the change is
 * taken.
 */
function groupSize(state: SeatingState, first: number, change: Change, most: number, group: Int32Array): number {
  if (most === 1) return 1;
  const homeroom = state.homeroomOf[first];
  if (homeroom < 0 || !state.allMayLeave || change.count > 1 || change.blocked !== 0)
    return gather(state, first, change, most, group);
  return state.present[change.from[0] * state.homerooms + homeroom];
}

/** Of eight draws of a number below 8, a partner is looked for in those of at least so much: for a change of one course, of several. */
const MANY_PARTNERS = 1;
const FEW_PARTNERS = 7;

/** Tries to find a student in exchange. */
const PARTNER_TRIES = 4;

/** A student of another homeroom who can make the change backwards; -1 where none was met. */
function partner(state: SeatingState, random: RandomState, homeroom: number, back: Change): number {
  const { row, members, count, homeroomOf } = state;
  const target = back.from[0];
  if (count[target] === 0) return -1;
  for (let tries = 0; tries < PARTNER_TRIES; tries++) {
    const other = members[row[target] + nextBelow(random, count[target])];
    if (homeroomOf[other] !== homeroom && follows(state, other, back)) return other;
  }
  return -1;
}

function shiftAll(state: SeatingState, homeroom: number, { count, from, to }: Change, n: number): void {
  for (let i = 0; i < count; i++) shift(state, homeroom, from[i], to[i], n);
}

function reseatAll(state: SeatingState, group: Int32Array, n: number, { count, courses, to }: Change): void {
  const { typeOf } = state.seating;
  for (let g = 0; g < n; g++) {
    const row = typeOf[group[g]] * state.courses;
    for (let i = 0; i < count; i++) reseat(state, group[g], state.positionOf[row + courses[i]], to[i]);
  }
}

/** Room for the proposals of one annealing. */
interface Scratch {
  change: Change;
  back: Change;
  /** students who change places, those of the homeroom and those of another */
  going: Int32Array;
  coming: Int32Array;
  exchange: Exchange;
}

function makeScratch(students: number): Scratch {
  const change: Change = {
    count: 0,
    courses: new Int32Array(MOST_STEPS),
    from: new Int32Array(MOST_STEPS),
    to: new Int32Array(MOST_STEPS),
    blocked: 0,
  };
  const back: Change = { ...change, from: change.to, to: change.from };
  const exchange = { homeroom: -1, n: 0, other: -1, m: 0 };
  return { change, back, going: new Int32Array(students), coming: new Int32Array(students), exchange };
}

/** One proposal for the student, taken if it costs at most the bar that is drawn; whether the seating is another now. */
function tryChange(state: SeatingState, random: RandomState, student: number, heat: number, scratch: Scratch): boolean {
  const { change, back, going, coming, exchange } = scratch;
  if (!propose(state, random, student, change)) return false;
  const bits = nextBits(random);
  const homeroom = state.homeroomOf[student];
  back.count = change.count;
  change.blocked = blockedTimes(state, change);
  back.blocked = blockedTimes(state, back);
  const other =
    (bits & 7) >= (change.count > 1 ? FEW_PARTNERS : MANY_PARTNERS) ? partner(state, random, homeroom, back) : -1;
  const most = bits & 8 ? going.length : 1;
  let away = groupSize(state, student, change, most, going);
  let here = other < 0 ? 0 : groupSize(state, other, back, most, coming);
  if (other >= 0 && bits & 16) away = here = Math.min(away, here);
  exchange.homeroom = homeroom;
  exchange.n = away;
  exchange.other = other < 0 ? -1 : state.homeroomOf[other];
  exchange.m = here;
  let cost = 0;
  for (let i = 0; i < change.count; i++) cost += exchangeCost(state, change.from[i], change.to[i], exchange);
  if (cost > Math.floor((BARS[(bits >>> 5) & 63] * heat) / 256)) return false;
  gather(state, student, change, away, going);
  if (other >= 0) gather(state, other, back, here, coming);
  shiftAll(state, homeroom, change, away);
  reseatAll(state, going, away, change);
  if (other < 0) return true;
  shiftAll(state, exchange.other, back, here);
  reseatAll(state, coming, here, back);
  return true;
}

/** What is counted of a seating, the weightiest first. */
type Measure = Pick<SeatingState, 'over' | 'fault' | 'cells'>;

const measure = ({ over, fault, cells }: SeatingState): Measure => ({ over, fault, cells });

/** Students who have a seat that may change. */
function movableStudents({ typeOf, fixed, width, types }: Seating): number[] {
  return [...typeOf.keys()].filter((student) =>
    types[typeOf[student]].courses.some((_, k) => fixed[student * width + k] === 0),
  );
}

/** Proposals between two looks at whether to stop. */
const LOOK_EVERY = 4096;

/**
 * Changes seating.sectionOf in place; sizes end no less even than they were. `roundsPerSeat`: proposals for each seat at every price. False: stopped on the way, and what
 * is there then means nothing.
 */
export function keepTogether(
  seating: Seating,
  seed: number,
  roundsPerSeat?: number,
  stopped: () => boolean = () => false,
): boolean {
  const { typeOf, sectionOf, sections } = seating;
  const movable = movableStudents(seating);
  if (movable.length === 0 || sections.length < 2) return true;
  const random = seedRandom(seed);
  const seats = sectionOf.reduce((sum, section) => (section < 0 ? sum : sum + 1), 0);
  const scratch = makeScratch(typeOf.length);
  const first = sectionOf.slice();
  const best = sectionOf.slice();
  let least: Measure | null = null;
  for (const price of PRICES) {
    const rounds = seats * (roundsPerSeat ?? price.rounds);
    sectionOf.set(first);
    const state = makeSeatingState(seating);
    const begun = measure(state);
    least ??= begun;
    for (let round = 0; round < rounds; round++) {
      if (round % LOOK_EVERY === 0 && stopped()) return false;
      const gone = round / rounds;
      state.sizeCost = price.sizeCost + Math.floor((LAST_SIZE_COST - price.sizeCost) * gone * gone * gone);
      const heat = START_HEAT - Math.floor(START_HEAT * gone);
      const student = movable[nextBelow(random, movable.length)];
      if (!tryChange(state, random, student, heat, scratch)) continue;
      if ((state.over - least.over || state.fault - least.fault || state.cells - least.cells) >= 0) continue;
      least = measure(state);
      best.set(sectionOf);
    }
    if ((state.over - begun.over || state.fault - begun.fault) <= 0) break;
  }
  sectionOf.set(best);
  return true;
}
