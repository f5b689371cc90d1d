/**
 * Keeps homerooms together in walking sections: annealing over students who change places. A student changes a section; where the new
 * line is taken, the course there changes lines with it. Alone, in exchange for a student of another homeroom, or, most often, together
 * with all of the homeroom who sit in the same sections, in exchange for as many of another homeroom. Sizes outside their even range
 * are paid for, and only seatings as even as the first one are kept.
 */
import type { RandomState } from '../search/random.ts';
import { nextBelow, nextBits, seedRandom } from '../search/random.ts';
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
 * back: then all begins again at the next price.
 */
const FIRST_SIZE_COSTS = [1, 4, 16];
const LAST_SIZE_COST = 64;
/** A seat is a student in a course. */
const ROUNDS_PER_SEAT = 100;
/** −16·ln(u) for u = (i + ½)/64: the bars of the annealing, without a logarithm at run time. */
const BARS = [
  78, 60, 52, 46, 42, 39, 37, 34, 32, 30, 29, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 17, 16, 15, 15, 14, 14, 13,
  12, 12, 11, 11, 10, 10, 9, 9, 9, 8, 8, 7, 7, 7, 6, 6, 5, 5, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 1, 1, 1, 1, 0, 0,
];
const START_HEAT = 24;

/** A change of schedule: up to three positions of a student, each from a section to another. */
interface Change {
  count: number;
  courses: Int32Array;
  from: Int32Array;
  to: Int32Array;
}

const MOST_STEPS = 3;

/** Draws of a section for one that has students of the homeroom already: only in such a one is a homeroom part saved. */
const TARGET_TRIES = 7;

function drawTarget(state: SeatingState, random: RandomState, student: number, course: number, from: number): number {
  const { present, homerooms, homeroomOf, sectionsOf } = state;
  const start = sectionsOf.start[course];
  const choices = sectionsOf.start[course + 1] - start;
  const homeroom = homeroomOf[student];
  let target = from;
  for (let tries = 0; tries < TARGET_TRIES; tries++) {
    target = sectionsOf.item[start + nextBelow(random, choices)];
    if (homeroom < 0 || (target !== from && present[target * homerooms + homeroom] > 0)) break;
  }
  return target;
}

/** The position of the student's course that lies in the line, and does not move yet; -1: none. */
function takenIn(state: SeatingState, student: number, line: number, change: Change): number {
  const { sectionOf, width } = state.seating;
  if (state.inLine[student * state.lines + line] === 0) return -1;
  let taken = -1;
  for (let j = 0; j < width; j++) {
    const section = sectionOf[student * width + j];
    if (section < 0 || state.lineOf[section] !== line) continue;
    let moving = false;
    for (let i = 0; i < change.count; i++) if (change.from[i] === section) moving = true;
    if (!moving) taken = j;
  }
  return taken;
}

/** A section of the course in the vacated line or, where `last` is not set, in any but the wanted line; -1: none. */
function wayOut(
  state: SeatingState,
  random: RandomState,
  course: number,
  wanted: number,
  vacated: number,
  last: boolean,
): number {
  const { lineOf, sectionsOf } = state;
  const first = sectionsOf.start[course];
  const choices = sectionsOf.start[course + 1] - first;
  const start = nextBelow(random, choices);
  for (let i = 0; i < choices; i++) {
    const at = start + i;
    const candidate = sectionsOf.item[first + (at < choices ? at : at - choices)];
    const line = lineOf[candidate];
    if (line !== wanted && (line === vacated || line < 0 || !last)) return candidate;
  }
  return -1;
}

/** A random new section for a random course of the student, with whatever must make room for it; false where there is none. */
function propose(state: SeatingState, random: RandomState, student: number, change: Change): boolean {
  const { lineOf, coursesOf } = state;
  const { sectionOf, fixed, width, typeOf } = state.seating;
  const own = coursesOf.start[typeOf[student]];
  const base = student * width;
  const k = nextBelow(random, coursesOf.start[typeOf[student] + 1] - own);
  if (fixed[base + k]) return false;
  const from = sectionOf[base + k];
  const target = drawTarget(state, random, student, coursesOf.item[own + k], from);
  if (target === from) return false;
  change.count = 1;
  change.courses[0] = coursesOf.item[own + k];
  change.from[0] = from;
  change.to[0] = target;
  let wanted = lineOf[target];
  const vacated = lineOf[from];
  if (wanted < 0 || wanted === vacated) return true;
  // The course in the wanted line moves on: into the vacated line, or once more.
  for (let step = 1; step < MOST_STEPS; step++) {
    const taken = takenIn(state, student, wanted, change);
    if (taken < 0) return true;
    if (fixed[base + taken]) return false;
    const course = coursesOf.item[own + taken];
    const next = wayOut(state, random, course, wanted, vacated, step === MOST_STEPS - 1);
    if (next < 0) return false;
    change.courses[change.count] = course;
    change.from[change.count] = sectionOf[base + taken];
    change.to[change.count] = next;
    change.count++;
    wanted = lineOf[next];
    if (wanted === vacated || wanted < 0) return true;
  }
  return false;
}

/** Whether the student sits in all sections of one side of the change and may go to those of the other without being twice in a line. */
function follows(state: SeatingState, student: number, { count, courses, from, to }: Change): boolean {
  const { lineOf, lines, inLine, mayLeave } = state;
  const row = student * state.seating.problem.courses.length;
  // Whoever is asked sits in the first of these sections.
  for (let i = count - 1; i >= 0; i--) if (mayLeave[row + courses[i]] !== from[i]) return false;
  for (let i = 0; i < count; i++) {
    const line = lineOf[to[i]];
    if (line < 0 || inLine[student * lines + line] === 0) continue;
    let vacated = false;
    for (let j = 0; j < count; j++) if (lineOf[from[j]] === line) vacated = true;
    if (!vacated) return false;
  }
  return true;
}

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
  const { problem, typeOf } = state.seating;
  for (let g = 0; g < n; g++) {
    const row = typeOf[group[g]] * problem.courses.length;
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
  const other = (bits & 7) !== 0 ? partner(state, random, homeroom, back) : -1;
  const most = bits & 8 ? going.length : 1;
  let away = gather(state, student, change, most, going);
  let here = 0;
  if (other >= 0) {
    here = gather(state, other, back, most, coming);
    if (bits & 16) away = here = Math.min(away, here);
  }
  exchange.homeroom = homeroom;
  exchange.n = away;
  exchange.other = other < 0 ? -1 : state.homeroomOf[other];
  exchange.m = here;
  let cost = 0;
  for (let i = 0; i < change.count; i++) cost += exchangeCost(state, change.from[i], change.to[i], exchange);
  if (cost > Math.floor((BARS[(bits >>> 5) & 63] * heat) / 256)) return false;
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
function movableStudents({ typeOf, fixed, width, problem }: Seating): number[] {
  return [...typeOf.keys()].filter((student) =>
    problem.types[typeOf[student]].courses.some((_, k) => fixed[student * width + k] === 0),
  );
}

/** Changes seating.sectionOf in place; sizes end no less even than they were. */
export function keepTogether(seating: Seating, seed: number): void {
  const { typeOf, sectionOf, sections } = seating;
  const movable = movableStudents(seating);
  if (movable.length === 0 || sections.length < 2) return;
  const random = seedRandom(seed);
  const rounds = sectionOf.reduce((seats, section) => (section < 0 ? seats : seats + 1), 0) * ROUNDS_PER_SEAT;
  const scratch = makeScratch(typeOf.length);
  const first = sectionOf.slice();
  const best = sectionOf.slice();
  let least: Measure | null = null;
  for (const firstCost of FIRST_SIZE_COSTS) {
    sectionOf.set(first);
    const state = makeSeatingState(seating);
    const begun = measure(state);
    least ??= begun;
    for (let round = 0; round < rounds; round++) {
      const gone = round / rounds;
      state.sizeCost = firstCost + Math.floor((LAST_SIZE_COST - firstCost) * gone * gone * gone);
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
}
