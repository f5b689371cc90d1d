/**
 * Students change sections: what it would cost, without carrying it out, because their slots are bits and a clash is an AND of words. Only
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

/**
 * One enrolment goes to another event of its choice, in exchange for `other` of that event if that is an enrolment; if `two` is one too, the same
 * for a second enrolment of the student, of another choice: with `otherTwo` of the student of `other`. −1: none.
 */
export interface Proposal {
  one: number;
  to: number;
  other: number;
  two: number;
  toTwo: number;
  otherTwo: number;
}

/** Change of cost, roster monitors left out. */
export function carryOut(rosters: Rosters, { one, to, other, two, toTwo, otherTwo }: Proposal): number {
  const delta = other >= 0 ? trade(rosters, one, other) : move(rosters, one, to);
  if (two < 0) return delta;
  return delta + (other >= 0 ? trade(rosters, two, otherTwo) : move(rosters, two, toTwo));
}

/** `from`, `fromTwo`: where the enrolments were. */
export function takeBack(
  rosters: Rosters,
  { one, other, two, otherTwo }: Proposal,
  from: number,
  fromTwo: number,
): void {
  if (two >= 0) {
    if (other >= 0) trade(rosters, two, otherTwo);
    else move(rosters, two, fromTwo);
  }
  if (other >= 0) trade(rosters, one, other);
  else move(rosters, one, from);
}

/** Whether the bits say all: nobody concerned is in two places, and no section lies on itself. */
function bitsTell({ crowd, folded, enrolled, problem }: Rosters, { one, to, other, two, toTwo }: Proposal): boolean {
  const { student } = problem.enrolments;
  let odd = crowd[student[one]] | folded[to];
  if (other >= 0) odd |= crowd[student[other]] | folded[enrolled[one]];
  if (two >= 0) odd |= folded[toTwo];
  if (two >= 0 && other >= 0) odd |= folded[enrolled[two]];
  return odd === 0;
}

/** What `carryOut` would give. */
export function changeOf(rosters: Rosters, proposal: Proposal): number {
  const { enrolled, hardWeight, problem } = rosters;
  const { student } = problem.enrolments;
  const { one, to, other, two, toTwo } = proposal;
  const who = student[one];
  const from = enrolled[one];
  const fromTwo = two < 0 ? -1 : enrolled[two];
  if (!bitsTell(rosters, proposal)) {
    const delta = carryOut(rosters, proposal);
    takeBack(rosters, proposal, from, fromTwo);
    return delta;
  }
  const partner = other < 0 ? -1 : student[other];
  let twice = two < 0 ? clashes(rosters, who, from, to) : clashesOfTwo(rosters, who, from, to, fromTwo, toTwo);
  if (partner < 0) {
    let delta = homeChange(rosters, who, from, to) + balanceChange(rosters, from, to);
    if (two >= 0) delta += homeChange(rosters, who, fromTwo, toTwo) + balanceChange(rosters, fromTwo, toTwo);
    return delta + twice * hardWeight;
  }
  twice += two < 0 ? clashes(rosters, partner, to, from) : clashesOfTwo(rosters, partner, to, from, toTwo, fromTwo);
  let delta = homeExchange(rosters, who, partner, from, to);
  if (two >= 0) delta += homeExchange(rosters, who, partner, fromTwo, toTwo);
  return delta + twice * hardWeight;
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

/** Whether the events have a slot or a given line in common. */
export function meets({ mask, words }: Rosters, event: number, other: number): boolean {
  for (let w = 0; w < words; w++) if ((mask[event * words + w] & mask[other * words + w]) !== 0) return true;
  return false;
}
