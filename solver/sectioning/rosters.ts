/** Who is enrolled where while students change sections and all times stand: what each change costs, carried out, and the way back. */
import { NO_VALUE } from '../monitors/tables.ts';
import { itemsOf, type Csr, type Problem } from '../problem/problem.ts';
import { balanceChange, lookAtSizes } from './roster-sizes.ts';

/** Bits of a word. */
export const WORD = 32;

/** Clashes that two sections of a student in one given line stand for: more than any exchange gains. */
export const NEVER = 10_000;

export interface Rosters {
  problem: Problem;
  /** [enrolments] event; changed in place */
  enrolled: Int32Array;
  /** CSR event → slots that its placed lessons cover; a given line is one more slot, shared by its events */
  covers: Csr;
  /** slots, filled up to whole words, then given lines */
  width: number;
  /** words of 32 bits in which the slots are, and the given lines with them */
  slotWords: number;
  words: number;
  /** [events × words] bits of `covers` */
  mask: Int32Array;
  /** [events] 1: its own lessons lie on each other, so that the bits do not say all */
  folded: Uint8Array;
  /** [students × width] sections of the student there */
  busy: Uint8Array;
  /** [students × words] bits: the student has a section there */
  once: Int32Array;
  /** [students] sections beyond the first, over all slots */
  crowd: Int32Array;
  /** students of whom that is above 0 */
  crowded: number;
  /** [events] */
  size: Int32Array;
  homes: number;
  /** [events × homes] students of the homeroom */
  fromHome: Int32Array;
  /** [events] cost of one homeroom more in it */
  homeCost: Int32Array;
  /** CSR event → balance monitors */
  balanceOf: Csr;
  /** [balance monitors] fewest and most students of its events, and how many of these have so many */
  least: Int32Array;
  most: Int32Array;
  withLeast: Int32Array;
  withMost: Int32Array;
  /** [rows of studentValues × events] people who count, and the sum of their values */
  valued: Int32Array;
  valueSum: Float64Array;
  /** CSR event → enrolments; rows have room for `enrolments.most`, the first `count` are in */
  row: Int32Array;
  members: Int32Array;
  count: Int32Array;
  /** [enrolments] place in its event's row */
  place: Int32Array;
  /** CSR student → enrolments */
  ofStudent: Csr;
  /** choices, and [students × choices] the event that the student is in by enrolment, −1: none */
  choices: number;
  eventIn: Int32Array;
  hardWeight: number;
  /** [rules] cost of one unit of deviation */
  ruleCost: Int32Array;
  /** what students who are nowhere twice can save at most by changing two sections each, roster monitors left out */
  mostSaved: number;
}

export function join(rosters: Rosters, enrolment: number, event: number): void {
  const at = rosters.count[event]++;
  rosters.members[rosters.row[event] + at] = enrolment;
  rosters.place[enrolment] = at;
  sit(rosters, enrolment, event);
}

function sit({ enrolled, eventIn, choices, problem }: Rosters, enrolment: number, event: number): void {
  const { student, choiceOf } = problem.enrolments;
  enrolled[enrolment] = event;
  eventIn[student[enrolment] * choices + choiceOf[event]] = event;
}

function quit(rosters: Rosters, enrolment: number, event: number): void {
  const at = rosters.place[enrolment];
  const last = rosters.members[rosters.row[event] + --rosters.count[event]];
  rosters.members[rosters.row[event] + at] = last;
  rosters.place[last] = at;
}

function countValues({ problem, valued, valueSum }: Rosters, student: number, event: number, sign: 1 | -1): void {
  const { studentValues } = problem.monitors;
  const width = problem.students.count;
  for (let at = student, cell = event; at < studentValues.length; at += width, cell += problem.events.count) {
    const value = studentValues[at];
    if (value === NO_VALUE) continue;
    valued[cell] += sign;
    valueSum[cell] += sign * value;
  }
}

/** The student attends the event: change of cost, sizes left out. */
export function enter(rosters: Rosters, student: number, event: number): number {
  const { covers, busy, once, width, words, homes, fromHome, homeCost, problem } = rosters;
  let clashes = 0;
  let twice = 0;
  for (let at = covers.start[event]; at < covers.start[event + 1]; at++) {
    const slot = covers.item[at];
    if (busy[student * width + slot]++ === 0) {
      once[student * words + (slot >>> 5)] |= 1 << (slot % WORD);
      continue;
    }
    twice++;
    clashes += slot < problem.slots.count ? 1 : NEVER;
  }
  crowd(rosters, student, twice);
  countValues(rosters, student, event, 1);
  const home = problem.students.home[student];
  const opens = home >= 0 && fromHome[event * homes + home]++ === 0;
  return clashes * rosters.hardWeight + (opens ? homeCost[event] : 0);
}

/** The student attends the event no longer: change of cost, sizes left out. */
function leave(rosters: Rosters, student: number, event: number): number {
  const { covers, busy, once, width, words, homes, fromHome, homeCost, problem } = rosters;
  let clashes = 0;
  let twice = 0;
  for (let at = covers.start[event]; at < covers.start[event + 1]; at++) {
    const slot = covers.item[at];
    if (--busy[student * width + slot] === 0) {
      once[student * words + (slot >>> 5)] &= ~(1 << (slot % WORD));
      continue;
    }
    twice++;
    clashes += slot < problem.slots.count ? 1 : NEVER;
  }
  crowd(rosters, student, -twice);
  countValues(rosters, student, event, -1);
  const home = problem.students.home[student];
  const closes = home >= 0 && --fromHome[event * homes + home] === 0;
  return -clashes * rosters.hardWeight - (closes ? homeCost[event] : 0);
}

function crowd(rosters: Rosters, student: number, more: number): void {
  if (more === 0) return;
  const before = rosters.crowd[student];
  rosters.crowd[student] = before + more;
  if (before === 0) rosters.crowded++;
  else if (before + more === 0) rosters.crowded--;
}

/** Moves the enrolment to another event of its choice: change of cost, roster monitors left out. */
export function move(rosters: Rosters, enrolment: number, to: number): number {
  const from = rosters.enrolled[enrolment];
  const student = rosters.problem.enrolments.student[enrolment];
  const uneven = balanceChange(rosters, from, to);
  const delta = leave(rosters, student, from) + enter(rosters, student, to);
  quit(rosters, enrolment, from);
  join(rosters, enrolment, to);
  rosters.size[from]--;
  rosters.size[to]++;
  for (const monitor of itemsOf(rosters.balanceOf, from)) lookAtSizes(rosters, monitor);
  for (const monitor of itemsOf(rosters.balanceOf, to)) lookAtSizes(rosters, monitor);
  return delta + uneven;
}

/** Two enrolments of one choice change places, sizes stay: change of cost, roster monitors left out. */
export function trade(rosters: Rosters, one: number, other: number): number {
  const { student } = rosters.problem.enrolments;
  const from = rosters.enrolled[one];
  const to = rosters.enrolled[other];
  const delta =
    leave(rosters, student[one], from) +
    leave(rosters, student[other], to) +
    enter(rosters, student[one], to) +
    enter(rosters, student[other], from);
  const { row, members, place } = rosters;
  const at = place[one];
  members[row[from] + at] = other;
  members[row[to] + place[other]] = one;
  place[one] = place[other];
  place[other] = at;
  sit(rosters, one, to);
  sit(rosters, other, from);
  return delta;
}
