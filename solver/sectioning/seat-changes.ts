/** Changes of a student's sections: drawn so that nobody is in two at once, and who else can make the same one. */
import type { RandomState } from '../search/random.ts';
import { nextBelow } from '../search/random.ts';
import type { SeatingState } from './seating-state.ts';

/** A change of schedule: up to three positions of a student, each from a section to another. */
export interface Change {
  count: number;
  courses: Int32Array;
  from: Int32Array;
  to: Int32Array;
  /** times that must be free beforehand: those it leads to and does not vacate */
  blocked: number;
}

export const MOST_STEPS = 3;

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

/** The position of the student's section at these times that does not move yet; -1: none. */
function seatAt(state: SeatingState, student: number, times: number, change: Change): number {
  const { sectionOf, width } = state.seating;
  let found = -1;
  for (let j = 0; j < width; j++) {
    const section = sectionOf[student * width + j];
    if (section < 0 || (state.timesOf[section] & times) === 0) continue;
    let moving = false;
    for (let i = 0; i < change.count; i++) if (change.from[i] === section) moving = true;
    if (!moving) found = j;
  }
  return found;
}

/**
 * A section of the course at none of the wanted times, and, where nothing else can move on, at none that is busy; if there is such a one, one where
 * the homeroom sits already; -1: none.
 */
function wayOut(
  state: SeatingState,
  random: RandomState,
  homeroom: number,
  course: number,
  wanted: number,
  busy: number,
): number {
  const { timesOf, sectionsOf, present, homerooms } = state;
  const first = sectionsOf.start[course];
  const choices = sectionsOf.start[course + 1] - first;
  const start = nextBelow(random, choices);
  let elsewhere = -1;
  for (let i = 0; i < choices; i++) {
    const at = start + i;
    const candidate = sectionsOf.item[first + (at < choices ? at : at - choices)];
    if ((timesOf[candidate] & (wanted | busy)) !== 0) continue;
    if (homeroom < 0 || present[candidate * homerooms + homeroom] > 0) return candidate;
    if (elsewhere < 0) elsewhere = candidate;
  }
  return elsewhere;
}

/** A random new section for a random course of the student, with whatever must make room for it; false where there is none. */
export function propose(state: SeatingState, random: RandomState, student: number, change: Change): boolean {
  const { timesOf, coursesOf, homeroomOf, mayLeave } = state;
  const { typeOf } = state.seating;
  const taken = state.taken[student];
  const own = coursesOf.start[typeOf[student]];
  const seats = student * state.courses;
  const drawn = coursesOf.item[own + nextBelow(random, coursesOf.start[typeOf[student] + 1] - own)];
  const from = mayLeave[seats + drawn];
  if (from < 0) return false;
  const target = drawTarget(state, random, student, drawn, from);
  if (target === from) return false;
  change.count = 1;
  change.courses[0] = drawn;
  change.from[0] = from;
  change.to[0] = target;
  let vacated = timesOf[from];
  let wanted = timesOf[target];
  let inTheWay = wanted & taken & ~vacated;
  // The course that is in the way moves on: to times that are vacated or free, or where another one makes room once more.
  while (inTheWay !== 0) {
    if (change.count === MOST_STEPS) return false;
    const position = seatAt(state, student, inTheWay, change);
    if (position < 0) return false;
    const course = coursesOf.item[own + position];
    const leaves = mayLeave[seats + course];
    if (leaves < 0 || (inTheWay & ~timesOf[leaves]) !== 0) return false;
    vacated |= timesOf[leaves];
    const isLast = change.count === MOST_STEPS - 1;
    const next = wayOut(state, random, homeroomOf[student], course, wanted, isLast ? taken & ~vacated : 0);
    if (next < 0) return false;
    change.courses[change.count] = course;
    change.from[change.count] = leaves;
    change.to[change.count] = next;
    change.count++;
    wanted |= timesOf[next];
    inTheWay = timesOf[next] & taken & ~vacated;
  }
  return true;
}

/** Whether the student sits in all sections of one side of the change and may go to those of the other without being in two at once. */
export function follows(state: SeatingState, student: number, { count, courses, from, blocked }: Change): boolean {
  if ((state.taken[student] & blocked) !== 0) return false;
  const { mayLeave } = state;
  const row = student * state.courses;
  // Whoever is asked sits in the first of these sections.
  for (let i = count - 1; i >= 0; i--) if (mayLeave[row + courses[i]] !== from[i]) return false;
  return true;
}

export function blockedTimes({ timesOf }: SeatingState, { count, from, to }: Change): number {
  let entered = 0;
  let vacated = 0;
  for (let i = 0; i < count; i++) {
    entered |= timesOf[to[i]];
    vacated |= timesOf[from[i]];
  }
  return entered & ~vacated;
}
