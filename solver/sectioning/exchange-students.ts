/**
 * Students change sections while all times stand: annealing over single moves, exchanges of two students, and moves of one student in
 * two courses at once. What counts is where a student would be twice, how far homerooms are torn apart, how even sections are, and what
 * the rules say of who sits with whom.
 */
import type { Problem } from '../problem/problem.ts';
import { drawThreshold, mostThreshold } from '../search/acceptance.ts';
import { below, nextBelow, nextBits, type RandomState } from '../search/random.ts';
import {
  carryOut,
  changeOf,
  clashesDecide,
  meets,
  takeBack,
  twoWouldClash,
  wouldClash,
  type Proposal,
} from './roster-changes.ts';
import { keepWatched, openWatch, watchedCost, watchEvent, watchNothing } from './roster-watch.ts';
import { openRosters } from './open-rosters.ts';

export interface ExchangeSettings {
  proposals: number;
  /** in 1/64 of a cost unit; falls to 0 */
  temperature: number;
  /** of one period in which a student is in two places, and of required rules */
  hardWeight: number;
}

/** Students of other enrolments in the same events, tried for a double exchange. */
const PARTNERS_TRIED = 8;

/** Proposals between two looks at the temperature. */
const SAME_TEMPERATURE = 64;

export interface ExchangeResult {
  /** change of cost, never above 0 */
  delta: number;
  /** proposals that were counted, or refused because of a clash; not those for which there was nobody and no room */
  counted: number;
}

/** Improves `enrolled` in place; what came out worse is dropped whole. */
export function exchangeStudents(
  problem: Problem,
  lessonSlot: Int32Array,
  enrolled: Int32Array,
  random: RandomState,
  settings: ExchangeSettings,
): ExchangeResult {
  const { enrolments } = problem;
  const result = { delta: 0, counted: 0 };
  if (enrolments.count === 0) return result;
  const rosters = openRosters(problem, lessonSlot, enrolled, settings.hardWeight);
  const watch = openWatch(rosters);
  const watched = problem.monitors.roster.count > 0;
  const { choices, choiceOf, most, student } = enrolments;
  const { ofStudent, eventIn, size, row, members, count } = rosters;
  const before = enrolled.slice();

  const otherEvent = (event: number): number => {
    const choice = choiceOf[event];
    const from = choices.start[choice];
    const width = choices.start[choice + 1] - from;
    const at = nextBelow(random, width - 1);
    // The last one stands in for the event itself.
    return choices.item[from + at] === event ? choices.item[from + width - 1] : choices.item[from + at];
  };
  const hasRoom = (event: number): boolean => size[event] < most[event];
  const memberOf = (event: number): number =>
    count[event] === 0 ? -1 : members[row[event] + nextBelow(random, count[event])];

  const proposal: Proposal = { one: 0, to: 0, other: -1, two: -1, toTwo: -1, otherTwo: -1 };
  /** What the monitors of its events cost before the proposal. */
  const watchAll = (): number => {
    watchNothing(watch);
    const cost = watchEvent(watch, enrolled[proposal.one]) + watchEvent(watch, proposal.to);
    if (proposal.two < 0) return cost;
    return cost + watchEvent(watch, enrolled[proposal.two]) + watchEvent(watch, proposal.toTwo);
  };

  /** An enrolment of the student of `of` that the event would clash with; −1: none. */
  const second = (of: number, event: number): number => {
    const who = student[of];
    for (let i = ofStudent.start[who]; i < ofStudent.start[who + 1]; i++) {
      const other = ofStudent.item[i];
      if (other !== of && meets(rosters, event, enrolled[other])) return other;
    }
    return -1;
  };

  /** An enrolment in `first` of a student who is in `then` by an enrolment as well; −1: none was found. */
  const alsoIn = (first: number, then: number): number => {
    const inside = count[first];
    if (inside === 0) return -1;
    const start = row[first];
    const choice = choiceOf[then];
    for (let tried = 0; tried < PARTNERS_TRIED; tried++) {
      const one = members[start + nextBelow(random, inside)];
      if (eventIn[student[one] * rosters.choices + choice] === then) return one;
    }
    return -1;
  };

  /** The enrolment in the event of a student who is there. */
  const enrolmentIn = (who: number, event: number): number => {
    let at = ofStudent.start[who];
    while (enrolled[ofStudent.item[at]] !== event) at++;
    return ofStudent.item[at];
  };

  /**
   * Draws the next proposal; false: there is nothing to try, or it is refused before somebody is looked for in exchange. `decided`: any clash refuses
   * it.
   */
  const draw = (decided: boolean): boolean => {
    const bits = nextBits(random);
    const one = below(bits, enrolments.count);
    const from = enrolled[one];
    const to = otherEvent(from);
    // By the low bits; who, by the high ones.
    const kind = bits & 3;
    const alone = kind < 2 || (kind === 2 && hasRoom(to) && size[from] > 1);
    if (alone && decided && wouldClash(rosters, one, to)) {
      result.counted++;
      return false;
    }
    proposal.one = one;
    proposal.to = to;
    proposal.two = -1;
    proposal.other = kind < 2 ? memberOf(to) : -1;
    if (alone && (kind === 2 || proposal.other >= 0)) return true;
    const two = second(one, to);
    if (two < 0) return false;
    const fromTwo = enrolled[two];
    const toTwo = otherEvent(fromTwo);
    if (decided && twoWouldClash(rosters, one, to, two, toTwo)) {
      result.counted++;
      return false;
    }
    proposal.two = two;
    proposal.toTwo = toTwo;
    const both = alsoIn(to, toTwo);
    if (both >= 0 && student[both] !== student[one]) {
      proposal.other = both;
      proposal.otherTwo = enrolmentIn(student[both], toTwo);
      return true;
    }
    return hasRoom(to) && hasRoom(toTwo) && size[from] > 1 && size[fromTwo] > 1;
  };

  let temperature = 0;
  let limit = 0;
  let decided = false;
  for (let drawn = 0; drawn < settings.proposals; drawn++) {
    if (drawn % SAME_TEMPERATURE === 0) {
      temperature = Math.floor((settings.temperature * (settings.proposals - drawn)) / settings.proposals);
      limit = mostThreshold(temperature);
      // What the rules on who sits with whom could give back is not known beforehand.
      decided = !watched && clashesDecide(rosters, limit);
    }
    if (!draw(decided && rosters.crowded === 0)) continue;
    result.counted++;
    const watchedBefore = watched ? watchAll() : 0;
    let delta = changeOf(rosters, proposal) - watchedBefore;
    if (delta > limit) continue;
    const [from, fromTwo] = [enrolled[proposal.one], proposal.two < 0 ? -1 : enrolled[proposal.two]];
    carryOut(rosters, proposal);
    // Who sits with whom is seen only when it is done.
    if (watched) delta += watchedCost(watch);
    if (delta > 0 && delta > drawThreshold(random, temperature)) {
      takeBack(rosters, proposal, from, fromTwo);
      continue;
    }
    if (watched) keepWatched(watch);
    result.delta += delta;
  }
  if (result.delta >= 0) {
    enrolled.set(before);
    result.delta = 0;
  }
  return result;
}
