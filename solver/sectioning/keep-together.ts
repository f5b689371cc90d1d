/**
 * Keeps homerooms together in walking sections: annealing over students. A student, or all students of a type with the same
 * schedule, change a section; where the new line is taken, the course there changes lines with it. Sizes outside their even
 * range are paid for, and only seatings as even as the first one are kept.
 */
import type { PlannedSection, PlanProblem } from '../plan/types.ts';
import type { RandomState } from '../search/random.ts';
import { nextBelow, nextBits, seedRandom } from '../search/random.ts';

export interface Seating {
  problem: PlanProblem;
  sections: readonly PlannedSection[];
  /** per student */
  typeOf: Int32Array;
  /** per type: its first student; its students follow each other */
  firstOf: readonly number[];
  /** courses of a student, at most */
  width: number;
  /** [student × width + position] section, -1: no seat */
  sectionOf: Int32Array;
  /** like sectionOf: 1 where the seat may not change */
  fixed: Uint8Array;
  /** per section: even sizes */
  low: Int32Array;
  high: Int32Array;
}

/** The price of n students of one homeroom in a section: the first is dear, and small groups pull towards larger ones. */
const GROUP_COST = [0, 16, 26, 33, 38, 42, 45, 47, 48] as const;
/** The price of each student above or below the even range, at first and at last: sizes bend early and must be even in the end. */
const FIRST_SIZE_COST = 8;
const LAST_SIZE_COST = 64;
const ROUNDS_PER_STUDENT = 900;
/** −16·ln(u) for u = (i + ½)/64: the bars of the annealing, without a logarithm at run time. */
const BARS = [
  78, 60, 52, 46, 42, 39, 37, 34, 32, 30, 29, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 17, 16, 15, 15, 14, 14, 13,
  12, 12, 11, 11, 10, 10, 9, 9, 9, 8, 8, 7, 7, 7, 6, 6, 5, 5, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 1, 1, 1, 1, 0, 0,
];
const START_HEAT = 32;

interface State {
  seating: Seating;
  homerooms: number;
  homeroomOf: Int32Array;
  /** [section × homerooms + homeroom] */
  present: Int32Array;
  size: Int32Array;
  /** per course */
  sectionsOf: number[][];
  /** pairs of section and homeroom with a student */
  cells: number;
  /** students above or below the even sizes */
  fault: number;
  /** the present price of a student above or below */
  sizeCost: number;
  /** students above the caps */
  over: number;
  /** per course */
  takersOf: number[][];
  /** [type × courses + course] position of the course among the type's, -1: not taken */
  positionOf: Int32Array;
}

const groupCost = (n: number): number => (n < GROUP_COST.length ? GROUP_COST[n] : 48);

function makeState(seating: Seating): State {
  const { problem, sections, typeOf, sectionOf, width } = seating;
  const homerooms = Math.max(1, problem.homeroomFree.length);
  const state: State = {
    seating,
    homerooms,
    homeroomOf: typeOf.map((type) => problem.types[type].homeroom),
    present: new Int32Array(sections.length * homerooms),
    size: new Int32Array(sections.length),
    sectionsOf: problem.courses.map((_, c) => {
      const open = (s: number): boolean => sections[s].given < 0 || !problem.given[sections[s].given].closed;
      return [...sections.keys()].filter((s) => sections[s].course === c && open(s));
    }),
    cells: 0,
    fault: 0,
    over: 0,
    sizeCost: FIRST_SIZE_COST,
    takersOf: problem.courses.map(() => []),
    positionOf: new Int32Array(problem.types.length * problem.courses.length).fill(-1),
  };
  for (const [t, type] of problem.types.entries()) {
    for (const [k, course] of type.courses.entries()) state.positionOf[t * problem.courses.length + course] = k;
  }
  for (const [student, type] of typeOf.entries()) {
    for (const course of problem.types[type].courses) state.takersOf[course].push(student);
  }
  for (let student = 0; student < typeOf.length; student++) {
    for (let k = 0; k < width; k++) {
      const section = sectionOf[student * width + k];
      if (section < 0) continue;
      state.size[section]++;
      const homeroom = state.homeroomOf[student];
      if (homeroom >= 0) state.present[section * homerooms + homeroom]++;
    }
  }
  for (const n of state.present) if (n > 0) state.cells++;
  for (let section = 0; section < sections.length; section++) {
    state.fault += sizeFault(state, section, state.size[section]);
    state.over += overCap(state, section);
  }
  return state;
}

function sizeFault(state: State, section: number, size: number): number {
  const { low, high } = state.seating;
  return size > high[section] ? size - high[section] : size < low[section] ? low[section] - size : 0;
}

function overCap(state: State, section: number): number {
  return Math.max(0, state.size[section] - state.seating.sections[section].cap);
}

/** Moves n students of a homeroom from one section to another; answers the change of cost. */
function shift(state: State, homeroom: number, from: number, to: number, n: number): number {
  const { size, present, homerooms } = state;
  let change = -sizeFault(state, from, size[from]) - sizeFault(state, to, size[to]);
  state.over -= overCap(state, from) + overCap(state, to);
  size[from] -= n;
  size[to] += n;
  state.over += overCap(state, from) + overCap(state, to);
  change += sizeFault(state, from, size[from]) + sizeFault(state, to, size[to]);
  state.fault += change;
  change *= state.sizeCost;
  if (homeroom < 0) return change;
  const a = from * homerooms + homeroom;
  const b = to * homerooms + homeroom;
  change -= groupCost(present[a]) + groupCost(present[b]);
  if (present[b] === 0) state.cells++;
  present[a] -= n;
  present[b] += n;
  if (present[a] === 0) state.cells--;
  return change + groupCost(present[a]) + groupCost(present[b]);
}

/** Homeroom parts beyond one per section. */
export function tornApart(seating: Seating): number {
  const { present, homerooms } = makeState(seating);
  let sum = 0;
  for (let section = 0; section < seating.sections.length; section++) {
    let here = 0;
    for (let homeroom = 0; homeroom < homerooms; homeroom++) if (present[section * homerooms + homeroom] > 0) here++;
    sum += Math.max(0, here - 1);
  }
  return sum;
}

/** A change of schedule: up to three positions, each to a new section. */
interface Change {
  count: number;
  positions: Int32Array;
  targets: Int32Array;
}

/** A random new section for a random course of the student, with whatever must make room for it; false where there is none. */
function propose(state: State, random: RandomState, student: number, change: Change): boolean {
  const { problem, sections, sectionOf, fixed, width, typeOf } = state.seating;
  const { courses } = problem.types[typeOf[student]];
  const base = student * width;
  const k = nextBelow(random, courses.length);
  if (fixed[base + k]) return false;
  const choices = state.sectionsOf[courses[k]];
  const target = choices[nextBelow(random, choices.length)];
  const from = sectionOf[base + k];
  if (target === from) return false;
  change.count = 1;
  change.positions[0] = k;
  change.targets[0] = target;
  let wanted = sections[target].line;
  const vacated = sections[from].line;
  if (wanted < 0 || wanted === vacated) return true;
  // The course in the wanted line moves on: into the vacated line, or once more.
  for (let step = 1; step < 3; step++) {
    let taken = -1;
    for (let j = 0; j < courses.length; j++) {
      const section = sectionOf[base + j];
      let moving = false;
      for (let i = 0; i < change.count; i++) if (change.positions[i] === j) moving = true;
      if (!moving && section >= 0 && sections[section].line === wanted) taken = j;
    }
    if (taken < 0) return true;
    if (fixed[base + taken]) return false;
    const others = state.sectionsOf[courses[taken]];
    const last = step === 2;
    const start = nextBelow(random, others.length);
    let next = -1;
    for (let i = 0; i < others.length && next < 0; i++) {
      const candidate = others[(start + i) % others.length];
      const line = sections[candidate].line;
      if (line === wanted) continue;
      if (line === vacated || line < 0 || !last) next = candidate;
    }
    if (next < 0) return false;
    change.positions[change.count] = taken;
    change.targets[change.count] = next;
    change.count++;
    wanted = sections[next].line;
    if (wanted === vacated || wanted < 0) return true;
    if (last) return false;
  }
  return false;
}

const sameSchedule = (seating: Seating, a: number, b: number): boolean => {
  for (let k = 0; k < seating.width; k++) {
    if (seating.sectionOf[a * seating.width + k] !== seating.sectionOf[b * seating.width + k]) return false;
  }
  return true;
};

/** Tries to find a student in exchange. */
const PARTNER_TRIES = 10;

/**
 * A student of another homeroom who sits where `student` is going and can go where `student` comes from, in all courses of the
 * change; -1 where none was met.
 */
function partner(state: State, random: RandomState, student: number, change: Change): number {
  const { problem, sections, sectionOf, fixed, width, typeOf } = state.seating;
  const courses = problem.courses.length;
  const own = problem.types[typeOf[student]].courses;
  const takers = state.takersOf[own[change.positions[0]]];
  for (let tries = 0; tries < PARTNER_TRIES; tries++) {
    const other = takers[nextBelow(random, takers.length)];
    if (state.homeroomOf[other] === state.homeroomOf[student]) continue;
    const base = other * width;
    let fits = true;
    for (let i = 0; i < change.count && fits; i++) {
      const position = state.positionOf[typeOf[other] * courses + own[change.positions[i]]];
      fits = position >= 0 && sectionOf[base + position] === change.targets[i] && fixed[base + position] === 0;
    }
    if (!fits) continue;
    let lines = 0;
    for (const [k, course] of problem.types[typeOf[other]].courses.entries()) {
      let section = sectionOf[base + k];
      for (let i = 0; i < change.count; i++) {
        if (own[change.positions[i]] === course) section = sectionOf[student * width + change.positions[i]];
      }
      const line = section < 0 ? -1 : sections[section].line;
      if (line < 0) continue;
      if (lines & (1 << line)) fits = false;
      lines |= 1 << line;
    }
    if (fits) return other;
  }
  return -1;
}

/** Changes seating.sectionOf in place; sizes end no less even than they were. */
export function keepTogether(seating: Seating, seed: number): void {
  const { typeOf, sectionOf, width, problem, firstOf } = seating;
  const students = typeOf.length;
  if (students === 0 || seating.sections.length < 2) return;
  const state = makeState(seating);
  const random = seedRandom(seed);
  const rounds = students * ROUNDS_PER_STUDENT;
  const best = sectionOf.slice();
  let leastOver = state.over;
  let leastFault = state.fault;
  let leastCells = state.cells;
  const change: Change = { count: 0, positions: new Int32Array(3), targets: new Int32Array(3) };
  const from = new Int32Array(3);
  const group: number[] = [];
  const movable = [...typeOf.keys()].filter((student) => {
    const { courses } = problem.types[typeOf[student]];
    return courses.some((_, k) => seating.fixed[student * width + k] === 0);
  });
  if (movable.length === 0) return;
  for (let round = 0; round < rounds; round++) {
    const student = movable[nextBelow(random, movable.length)];
    state.sizeCost = FIRST_SIZE_COST + Math.floor(((LAST_SIZE_COST - FIRST_SIZE_COST) * round) / rounds);
    if (!propose(state, random, student, change)) continue;
    const bits = nextBits(random);
    const exchanged = (bits & 3) !== 0 ? partner(state, random, student, change) : -1;
    group.length = 0;
    group.push(student);
    if (exchanged < 0 && bits & 4) {
      const type = typeOf[student];
      for (let other = firstOf[type]; other < firstOf[type] + problem.types[type].count; other++) {
        if (other !== student && sameSchedule(seating, student, other)) group.push(other);
      }
    }
    for (let i = 0; i < change.count; i++) from[i] = sectionOf[student * width + change.positions[i]];
    let cost = 0;
    for (let i = 0; i < change.count; i++) {
      cost += shift(state, state.homeroomOf[student], from[i], change.targets[i], group.length);
      if (exchanged >= 0) cost += shift(state, state.homeroomOf[exchanged], change.targets[i], from[i], 1);
    }
    const heat = START_HEAT - Math.floor((START_HEAT * round) / rounds);
    const bar = Math.floor((BARS[(bits >>> 3) & 63] * heat) / 256);
    if (cost > bar) {
      for (let i = 0; i < change.count; i++) {
        shift(state, state.homeroomOf[student], change.targets[i], from[i], group.length);
        if (exchanged >= 0) shift(state, state.homeroomOf[exchanged], from[i], change.targets[i], 1);
      }
      continue;
    }
    const own = problem.types[typeOf[student]].courses;
    for (let i = 0; i < change.count; i++) {
      for (const member of group) sectionOf[member * width + change.positions[i]] = change.targets[i];
      if (exchanged >= 0) {
        const position = state.positionOf[typeOf[exchanged] * problem.courses.length + own[change.positions[i]]];
        sectionOf[exchanged * width + position] = from[i];
      }
    }
    const better = state.over - leastOver || state.fault - leastFault || state.cells - leastCells;
    if (better < 0) {
      leastOver = state.over;
      leastFault = state.fault;
      leastCells = state.cells;
      best.set(sectionOf);
    }
  }
  sectionOf.set(best);
}
