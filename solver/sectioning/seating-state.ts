/** Who sits in which section while homerooms are gathered: counts per section and homeroom, kept up by every move. */
import { makeCsr, type Csr } from '../problem/problem.ts';

/** A section as it matters to who sits in it. */
export interface SeatSection {
  course: number;
  /** bits: nobody can be in two sections that have one in common. In a plan each line is a bit (`lineBit`), in a week each part of it */
  times: number;
  cap: number;
  /** students may come and go */
  open: boolean;
}

/** Students who are alike to the seating. */
export interface SeatType {
  /** -1: none */
  homeroom: number;
  /** those with a position in `sectionOf`, in that order */
  courses: readonly number[];
}

export interface Seating {
  homerooms: number;
  courses: number;
  types: readonly SeatType[];
  sections: readonly SeatSection[];
  /** per student */
  typeOf: Int32Array;
  /** courses of a student, at most */
  width: number;
  /** [student × width + position] section, -1: no seat */
  sectionOf: Int32Array;
  /** like sectionOf: 1 where the seat may not change */
  fixed: Uint8Array;
  /** per section: even sizes */
  low: Int32Array;
  high: Int32Array;
  /** per student, times at which they are elsewhere; null: nobody is */
  away: Int32Array | null;
  /** [sections × homerooms] students who sit there for good and are none of these; null: none */
  staying: Int32Array | null;
}

/** The price of n students of one homeroom in a section: the first is dear, and small groups pull towards larger ones. */
const GROUP_COST = [0, 16, 26, 33, 38, 42, 45, 47, 48] as const;

/** A student above the cap is outside the even sizes too, and so many times as dear again. */
const OVER_COST = 2;

/** Bits of a number that is not negative. */
export const MOST_TIMES = 31;

/** Lines beyond the bits have none: their sections keep their students. */
export const lineBit = (line: number): number => (line < 0 || line >= MOST_TIMES ? 0 : 1 << line);

const groupCost = (n: number): number => (n < GROUP_COST.length ? GROUP_COST[n] : 48);

export interface SeatingState {
  seating: Seating;
  homerooms: number;
  courses: number;
  /** every seat may change */
  allMayLeave: boolean;
  /** per student, -1: none */
  homeroomOf: Int32Array;
  /** [section × homerooms + homeroom] students */
  present: Int32Array;
  /** [section] students */
  size: Int32Array;
  /** rows of `members` begin here, one per section; the first `count` of a row are in */
  row: Int32Array;
  members: Int32Array;
  count: Int32Array;
  /** like sectionOf: place in the section's row */
  place: Int32Array;
  /** CSR course → its sections that take others than the bound */
  sectionsOf: Csr;
  /** CSR type → courses */
  coursesOf: Csr;
  /** [section] */
  courseOf: Int32Array;
  /** [section] */
  timesOf: Int32Array;
  /** [student] times at which the student has a section or is elsewhere */
  taken: Int32Array;
  /** [student × courses + course] section whose seat may change, -1: none */
  mayLeave: Int16Array;
  /** [type × courses + course] position of the course among the type's, -1: not taken */
  positionOf: Int32Array;
  /** pairs of section and homeroom with a student */
  cells: number;
  /** students above or below the even sizes */
  fault: number;
  /** the present price of a student above or below */
  sizeCost: number;
  /** students above the caps */
  over: number;
  /** [section] */
  capOf: Int32Array;
}

export function makeSeatingState(seating: Seating): SeatingState {
  const { types, courses, sections, typeOf, sectionOf, width } = seating;
  const homerooms = Math.max(1, seating.homerooms);
  const takers = new Int32Array(courses);
  const positionOf = new Int32Array(types.length * courses).fill(-1);
  for (const [t, type] of types.entries()) {
    for (const [k, course] of type.courses.entries()) positionOf[t * courses + course] = k;
  }
  for (const t of typeOf) for (const course of types[t].courses) takers[course]++;
  const row = new Int32Array(sections.length + 1);
  for (const [s, { course }] of sections.entries()) row[s + 1] = row[s] + takers[course];
  const sectionsOf: number[][] = Array.from({ length: courses }, () => []);
  for (const [s, { open, course }] of sections.entries()) if (open) sectionsOf[course].push(s);
  const state: SeatingState = {
    seating,
    homerooms,
    courses,
    allMayLeave: seating.staying?.every((students) => students === 0) ?? true,
    homeroomOf: typeOf.map((type) => types[type].homeroom),
    present: seating.staying?.slice() ?? new Int32Array(sections.length * homerooms),
    size: new Int32Array(sections.length),
    row,
    members: new Int32Array(row[sections.length]),
    count: new Int32Array(sections.length),
    place: new Int32Array(sectionOf.length),
    sectionsOf: makeCsr(sectionsOf),
    coursesOf: makeCsr(types.map(({ courses: own }) => own)),
    courseOf: Int32Array.from(sections, ({ course }) => course),
    timesOf: Int32Array.from(sections, ({ times }) => times),
    taken: seating.away?.slice() ?? new Int32Array(typeOf.length),
    mayLeave: new Int16Array(typeOf.length * courses).fill(-1),
    positionOf,
    cells: seating.staying?.reduce((cells, students) => cells + (students > 0 ? 1 : 0), 0) ?? 0,
    fault: 0,
    sizeCost: 0,
    over: 0,
    capOf: Int32Array.from(sections, ({ cap }) => cap),
  };
  for (let seat = 0; seat < sectionOf.length; seat++) {
    const section = sectionOf[seat];
    if (section < 0) continue;
    const student = Math.floor(seat / width);
    join(state, student, seat, section);
    if (seating.fixed[seat] !== 0) state.allMayLeave = false;
    else state.mayLeave[student * courses + state.courseOf[section]] = section;
    state.size[section]++;
    const homeroom = state.homeroomOf[student];
    if (homeroom >= 0 && state.present[section * homerooms + homeroom]++ === 0) state.cells++;
  }
  for (let section = 0; section < sections.length; section++) {
    state.fault += sizeFault(seating, section, state.size[section]);
    state.over += overCap(state, section, state.size[section]);
  }
  return state;
}

/** Students above or below the even sizes if `n` sit in the section. */
function sizeFault({ low, high }: Seating, section: number, n: number): number {
  return n > high[section] ? n - high[section] : n < low[section] ? low[section] - n : 0;
}

function overCap({ capOf }: SeatingState, section: number, n: number): number {
  return n > capOf[section] ? n - capOf[section] : 0;
}

/** What `more` students would cost in a section, by its size alone. */
function sizeChange(state: SeatingState, section: number, more: number): number {
  if (more === 0) return 0;
  const { seating, size } = state;
  const n = size[section];
  const fault = sizeFault(seating, section, n + more) - sizeFault(seating, section, n);
  return state.sizeCost * (fault + OVER_COST * (overCap(state, section, n + more) - overCap(state, section, n)));
}

/** What it would cost if n students of the homeroom went from one section to another, by who sits with whom alone. */
function groupChange(
  { present, homerooms }: SeatingState,
  homeroom: number,
  from: number,
  to: number,
  n: number,
): number {
  if (homeroom < 0) return 0;
  const a = present[from * homerooms + homeroom];
  const b = present[to * homerooms + homeroom];
  return groupCost(a - n) + groupCost(b + n) - groupCost(a) - groupCost(b);
}

/** n students of a homeroom go from one section to another, m of another homeroom the other way. */
export interface Exchange {
  homeroom: number;
  n: number;
  other: number;
  m: number;
}

/** What the exchange would cost; nothing is counted yet, and who they are is not looked at. */
export function exchangeCost(
  state: SeatingState,
  from: number,
  to: number,
  { homeroom, n, other, m }: Exchange,
): number {
  let cost = sizeChange(state, from, m - n) + sizeChange(state, to, n - m) + groupChange(state, homeroom, from, to, n);
  if (m > 0) cost += groupChange(state, other, to, from, m);
  return cost;
}

function resize(state: SeatingState, section: number, more: number): void {
  const { seating, size } = state;
  const before = size[section];
  const now = before + more;
  size[section] = now;
  state.fault += sizeFault(seating, section, now) - sizeFault(seating, section, before);
  state.over += overCap(state, section, now) - overCap(state, section, before);
}

/** Counts n students of a homeroom from one section to another. */
export function shift(state: SeatingState, homeroom: number, from: number, to: number, n: number): void {
  const { present, homerooms } = state;
  resize(state, from, -n);
  resize(state, to, n);
  if (homeroom < 0) return;
  const a = from * homerooms + homeroom;
  const b = to * homerooms + homeroom;
  if (present[b] === 0) state.cells++;
  present[a] -= n;
  present[b] += n;
  if (present[a] === 0) state.cells--;
}

function join(state: SeatingState, student: number, seat: number, section: number): void {
  const { seating, row, members, count, place, timesOf, taken } = state;
  taken[student] |= timesOf[section];
  members[row[section] + count[section]] = student;
  place[seat] = count[section]++;
  seating.sectionOf[seat] = section;
}

/** Times at which the student is elsewhere, or in one of the sections but that at the position. */
function takenBut({ seating, timesOf }: SeatingState, student: number, position: number): number {
  const { width, sectionOf, away } = seating;
  let times = away === null ? 0 : away[student];
  for (let k = 0, seat = student * width; k < width; k++, seat++) {
    if (k !== position && sectionOf[seat] >= 0) times |= timesOf[sectionOf[seat]];
  }
  return times;
}

/** The student's seat at this position is in another section now; `shift` counts it. */
export function reseat(state: SeatingState, student: number, position: number, to: number): void {
  const { seating, row, members, count, place, positionOf, courseOf, taken, mayLeave } = state;
  const { courses, typeOf, width, sectionOf } = seating;
  const seat = student * width + position;
  const from = sectionOf[seat];
  const course = courseOf[from];
  taken[student] = takenBut(state, student, position);
  const last = members[row[from] + --count[from]];
  members[row[from] + place[seat]] = last;
  place[last * width + positionOf[typeOf[last] * courses + course]] = place[seat];
  join(state, student, seat, to);
  mayLeave[student * courses + course] = to;
}
