/**
 * Students change sections while all times stand: annealing over single moves, exchanges of two students, and moves of one student in
 * two courses at once. What counts is where a student would be twice, how far homerooms are torn apart, how even sections are, and what
 * the rules say of who sits with whom.
 */
import type { Problem } from '../problem/problem.ts';
import { drawThreshold, mostThreshold } from '../search/acceptance.ts';
import { nextBelow, type RandomState } from '../search/random.ts';
import { keepWatched, move, openRosters, trade, watchEvents, watchedCost } from './rosters.ts';

export interface ExchangeSettings {
  proposals: number;
  /** in 1/64 of a cost unit; falls to 0 */
  temperature: number;
  /** of one period in which a student is in two places, and of required rules */
  hardWeight: number;
}

/** Students of other enrolments in the same events, tried for a double exchange. */
const PARTNERS_TRIED = 8;

/** Improves `enrolled` in place; the change of cost, never above 0: what came out worse is dropped whole. */
export function exchangeStudents(
  problem: Problem,
  lessonSlot: Int32Array,
  enrolled: Int32Array,
  random: RandomState,
  settings: ExchangeSettings,
): number {
  const { enrolments } = problem;
  if (enrolments.count === 0) return 0;
  const rosters = openRosters(problem, lessonSlot, enrolled, settings.hardWeight);
  const { choices, choiceOf, most, student } = enrolments;
  const { ofStudent } = rosters;
  const before = enrolled.slice();
  let cost = 0;

  const otherEvent = (event: number): number => {
    const choice = choiceOf[event];
    const from = choices.start[choice];
    const width = choices.start[choice + 1] - from;
    const at = nextBelow(random, width - 1);
    // The last one stands in for the event itself.
    return choices.item[from + at] === event ? choices.item[from + width - 1] : choices.item[from + at];
  };
  const hasRoom = (event: number): boolean => rosters.size[event] < most[event];
  const memberOf = (event: number): number =>
    rosters.count[event] === 0 ? -1 : rosters.members[rosters.row[event] + nextBelow(random, rosters.count[event])];
  /**
   * Whether a proposal that has been carried out stands: `without` is its change of cost without the roster monitors, `rostersBefore` what
   * these cost before. They are counted only where that could still decide.
   */
  const stands = (without: number, rostersBefore: number, temperature: number): boolean => {
    let delta = without - rostersBefore;
    if (delta <= mostThreshold(temperature)) delta += watchedCost(rosters);
    if (delta > 0 && (temperature === 0 || delta > drawThreshold(random, temperature))) return false;
    keepWatched(rosters);
    cost += delta;
    return true;
  };

  /** An enrolment of the student of `of` that the event would clash with, else any other; −1: none. */
  const second = (of: number, event: number): number => {
    const who = student[of];
    const from = ofStudent.start[who];
    const width = ofStudent.start[who + 1] - from;
    if (width < 2) return -1;
    const { covers } = rosters;
    for (let i = from; i < from + width; i++) {
      const other = ofStudent.item[i];
      if (other === of) continue;
      const held = rosters.enrolled[other];
      for (let a = covers.start[event]; a < covers.start[event + 1]; a++) {
        for (let b = covers.start[held]; b < covers.start[held + 1]; b++) {
          if (covers.item[a] === covers.item[b]) return other;
        }
      }
    }
    return -1;
  };

  /** The student's enrolment in the event; −1: none. */
  const enrolmentIn = (who: number, event: number): number => {
    for (let i = ofStudent.start[who]; i < ofStudent.start[who + 1]; i++) {
      if (rosters.enrolled[ofStudent.item[i]] === event) return ofStudent.item[i];
    }
    return -1;
  };

  /** An enrolment in `first` of a student who is in `then` by an enrolment as well; −1: none was found. */
  const alsoIn = (first: number, then: number): number => {
    for (let tried = 0; tried < PARTNERS_TRIED; tried++) {
      const one = memberOf(first);
      if (one < 0) return -1;
      if (enrolmentIn(student[one], then) >= 0) return one;
    }
    return -1;
  };

  for (let proposal = 0; proposal < settings.proposals; proposal++) {
    const temperature = Math.floor((settings.temperature * (settings.proposals - proposal)) / settings.proposals);
    const one = nextBelow(random, enrolments.count);
    const from = enrolled[one];
    const to = otherEvent(from);
    const partner = memberOf(to);
    const kind = nextBelow(random, 4);
    if (kind < 2 && partner >= 0) {
      const rostersBefore = watchEvents(rosters, from, to);
      if (!stands(trade(rosters, one, partner), rostersBefore, temperature)) trade(rosters, one, partner);
    } else if (kind === 2 && hasRoom(to) && rosters.size[from] > 1) {
      const rostersBefore = watchEvents(rosters, from, to);
      if (!stands(move(rosters, one, to), rostersBefore, temperature)) move(rosters, one, from);
    } else {
      const two = second(one, to);
      if (two < 0) continue;
      const fromTwo = enrolled[two];
      const toTwo = otherEvent(fromTwo);
      const both = alsoIn(to, toTwo);
      if (both >= 0 && student[both] !== student[one]) {
        const otherTwo = enrolmentIn(student[both], toTwo);
        const rostersBefore = watchEvents(rosters, from, to, fromTwo, toTwo);
        const delta = trade(rosters, one, both) + trade(rosters, two, otherTwo);
        if (!stands(delta, rostersBefore, temperature)) {
          trade(rosters, one, both);
          trade(rosters, two, otherTwo);
        }
      } else if (hasRoom(to) && hasRoom(toTwo) && rosters.size[from] > 1 && rosters.size[fromTwo] > 1) {
        const rostersBefore = watchEvents(rosters, from, to, fromTwo, toTwo);
        const delta = move(rosters, one, to) + move(rosters, two, toTwo);
        if (!stands(delta, rostersBefore, temperature)) {
          move(rosters, one, from);
          move(rosters, two, fromTwo);
        }
      }
    }
  }
  if (cost < 0) return cost;
  enrolled.set(before);
  return 0;
}
