/**
 * What it would cost if students changed sections, without carrying it out: their slots are bits, so that a clash is an AND of words. Only
 * who is in two places already, or goes to a section whose own lessons lie on each other, is counted by doing it and taking it back.
 */
import { countBits } from '../problem/bits.ts';
import { balanceChange } from './roster-sizes.ts';
import { move, NEVER, trade, type Rosters } from './rosters.ts';

/** Periods in which somebody who is nowhere twice would be, in another section of one course; given lines count as `NEVER`. */
function clashes({ once, mask, words, slotWords }: Rosters, who: number, from: number, to: number): number {
  let sum = 0;
  for (let w = 0; w < words; w++) {
    const hit = once[who * words + w] & ~mask[from * words + w] & mask[to * words + w];
    if (hit !== 0) sum += (w < slotWords ? 1 : NEVER) * countBits(hit);
  }
  return sum;
}

/** The same in other sections of two courses. */
function clashesOfTwo(
  { once, mask, words, slotWords }: Rosters,
  who: number,
  from: number,
  to: number,
  fromTwo: number,
  toTwo: number,
): number {
  let sum = 0;
  for (let w = 0; w < words; w++) {
    const entered = mask[to * words + w];
    const enteredTwo = mask[toTwo * words + w];
    const left = once[who * words + w] & ~(mask[from * words + w] | mask[fromTwo * words + w]);
    const hit = left & entered;
    const hitTwo = (left | entered) & enteredTwo;
    if ((hit | hitTwo) !== 0) sum += (w < slotWords ? 1 : NEVER) * (countBits(hit) + countBits(hitTwo));
  }
  return sum;
}

/** Homerooms more, less those that are no longer there, if the student goes from one event to another; at their price. */
function homeChange({ homes, fromHome, homeCost, problem }: Rosters, who: number, from: number, to: number): number {
  const home = problem.students.home[who];
  if (home < 0) return 0;
  return (
    (fromHome[to * homes + home] === 0 ? homeCost[to] : 0) - (fromHome[from * homes + home] === 1 ? homeCost[from] : 0)
  );
}

/** The same if another student goes the other way. */
function homeExchange(rosters: Rosters, who: number, other: number, from: number, to: number): number {
  const { home } = rosters.problem.students;
  if (home[who] === home[other]) return 0;
  return homeChange(rosters, who, from, to) + homeChange(rosters, other, to, from);
}

/** What `move` gives. */
export function moveChange(rosters: Rosters, enrolment: number, to: number): number {
  const from = rosters.enrolled[enrolment];
  const who = rosters.problem.enrolments.student[enrolment];
  if (rosters.crowd[who] !== 0 || rosters.folded[to] !== 0) {
    const delta = move(rosters, enrolment, to);
    move(rosters, enrolment, from);
    return delta;
  }
  return (
    clashes(rosters, who, from, to) * rosters.hardWeight +
    homeChange(rosters, who, from, to) +
    balanceChange(rosters, from, to)
  );
}

/** What `trade` gives. */
export function tradeChange(rosters: Rosters, one: number, other: number): number {
  const { enrolled, crowd, folded, hardWeight, problem } = rosters;
  const { student } = problem.enrolments;
  const from = enrolled[one];
  const to = enrolled[other];
  const who = student[one];
  const partner = student[other];
  if ((crowd[who] | crowd[partner] | folded[from] | folded[to]) !== 0) {
    const delta = trade(rosters, one, other);
    trade(rosters, one, other);
    return delta;
  }
  const twice = clashes(rosters, who, from, to) + clashes(rosters, partner, to, from);
  return twice * hardWeight + homeExchange(rosters, who, partner, from, to);
}

/** Whether a clash costs more than `limit` whatever else a change saves, as long as nobody is in two places already. */
export const clashesDecide = ({ hardWeight, mostSaved }: Rosters, limit: number): boolean =>
  hardWeight > mostSaved + limit;

/** Whether the student, who is nowhere twice, would be with the enrolment in the other event. */
export function wouldClash({ enrolled, once, mask, words, problem }: Rosters, enrolment: number, to: number): boolean {
  const who = problem.enrolments.student[enrolment] * words;
  const left = enrolled[enrolment] * words;
  for (let w = 0; w < words; w++) if ((once[who + w] & ~mask[left + w] & mask[to * words + w]) !== 0) return true;
  return false;
}

/** The same with two of the student's enrolments in other events. */
export function twoWouldClash(rosters: Rosters, one: number, to: number, two: number, toTwo: number): boolean {
  const { enrolled, problem } = rosters;
  return clashesOfTwo(rosters, problem.enrolments.student[one], enrolled[one], to, enrolled[two], toTwo) > 0;
}

/** Two enrolments of one student move at once, in two courses. */
export function moveTwoChange(rosters: Rosters, one: number, to: number, two: number, toTwo: number): number {
  const { enrolled, crowd, folded, hardWeight, problem } = rosters;
  const who = problem.enrolments.student[one];
  const from = enrolled[one];
  const fromTwo = enrolled[two];
  if ((crowd[who] | folded[to] | folded[toTwo]) !== 0) {
    const delta = move(rosters, one, to) + move(rosters, two, toTwo);
    move(rosters, two, fromTwo);
    move(rosters, one, from);
    return delta;
  }
  return (
    clashesOfTwo(rosters, who, from, to, fromTwo, toTwo) * hardWeight +
    homeChange(rosters, who, from, to) +
    homeChange(rosters, who, fromTwo, toTwo) +
    balanceChange(rosters, from, to) +
    balanceChange(rosters, fromTwo, toTwo)
  );
}

/** Two students change places in two courses at once: `one` with `other`, `two` with `otherTwo`. */
export function tradeTwoChange(rosters: Rosters, one: number, other: number, two: number, otherTwo: number): number {
  const { enrolled, crowd, folded, hardWeight, problem } = rosters;
  const { student } = problem.enrolments;
  const from = enrolled[one];
  const to = enrolled[other];
  const fromTwo = enrolled[two];
  const toTwo = enrolled[otherTwo];
  const who = student[one];
  const partner = student[other];
  if ((crowd[who] | crowd[partner] | folded[from] | folded[to] | folded[fromTwo] | folded[toTwo]) !== 0) {
    const delta = trade(rosters, one, other) + trade(rosters, two, otherTwo);
    trade(rosters, two, otherTwo);
    trade(rosters, one, other);
    return delta;
  }
  const twice =
    clashesOfTwo(rosters, who, from, to, fromTwo, toTwo) + clashesOfTwo(rosters, partner, to, from, toTwo, fromTwo);
  return (
    twice * hardWeight +
    homeExchange(rosters, who, partner, from, to) +
    homeExchange(rosters, who, partner, fromTwo, toTwo)
  );
}

/** Whether the events have a slot or a given line in common. */
export function meets({ mask, words }: Rosters, event: number, other: number): boolean {
  for (let w = 0; w < words; w++) if ((mask[event * words + w] & mask[other * words + w]) !== 0) return true;
  return false;
}
