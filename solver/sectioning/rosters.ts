/** Who is enrolled where while students change sections and all times stand: what each change costs, carried out, and the way back. */
import { NO_VALUE } from '../monitors/tables.ts';
import { eachPeriod, itemsOf, makeCsr, type Csr, type Problem } from '../problem/problem.ts';
import { enrolledProblem } from '../problem/enrol.ts';
import { ruleCosts } from '../timetable/cost-tables.ts';

/** Bits of a word. */
const WORD = 32;

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
  /** CSR event → enrolments; rows have room for `most`, the first `count` are in */
  row: Int32Array;
  members: Int32Array;
  count: Int32Array;
  /** [enrolments] place in its event's row */
  place: Int32Array;
  /** CSR student → enrolments */
  ofStudent: Csr;
  hardWeight: number;
  /** [rules] cost of one unit of deviation */
  ruleCost: Int32Array;
  /** what students who are nowhere twice can save at most by changing two sections each, roster monitors left out */
  mostSaved: number;
}

/** The slots of each event; events of one given line of a line set share one more. */
function coverSlots(problem: Problem, lessonSlot: Int32Array): Pick<Rosters, 'covers' | 'width' | 'slotWords'> {
  const { events, slots, monitors } = problem;
  const lineSlot = new Map<string, number>();
  const slotWords = Math.ceil(slots.count / WORD);
  let width = slotWords * WORD;
  const lists: number[][] = [];
  for (let event = 0; event < events.count; event++) {
    const list: number[] = [];
    for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
      const lesson = events.lessons.item[at];
      if (lessonSlot[lesson] >= 0) eachPeriod(problem, lesson, lessonSlot[lesson], (slot) => list.push(slot));
    }
    if (monitors.givenLine[event] >= 0) {
      const key = `${monitors.lineSet[event]} ${monitors.givenLine[event]}`;
      const known = lineSlot.get(key) ?? width++;
      lineSlot.set(key, known);
      list.push(known);
    }
    lists.push(list);
  }
  return { covers: makeCsr(lists), width, slotWords };
}

/** Bits of what the events cover, and those whose own lessons lie on each other. */
function coverBits(covers: Csr, words: number): Pick<Rosters, 'mask' | 'folded'> {
  const events = covers.start.length - 1;
  const mask = new Int32Array(events * words);
  const folded = new Uint8Array(events);
  for (let event = 0; event < events; event++) {
    for (let at = covers.start[event]; at < covers.start[event + 1]; at++) {
      const slot = covers.item[at];
      const bit = 1 << (slot % WORD);
      const word = event * words + (slot >>> 5);
      if (mask[word] & bit) folded[event] = 1;
      mask[word] |= bit;
    }
  }
  return { mask, folded };
}

export function openRosters(
  problem: Problem,
  lessonSlot: Int32Array,
  enrolled: Int32Array,
  hardWeight: number,
): Rosters {
  const { events, enrolments, students, monitors } = problem;
  const { covers, width, slotWords } = coverSlots(problem, lessonSlot);
  const words = Math.ceil(width / WORD);
  let homes = 0;
  for (const home of students.home) homes = Math.max(homes, home + 1);
  const ruleCost = ruleCosts(problem, hardWeight);
  const homeCost = new Int32Array(events.count);
  for (let m = 0; m < monitors.splitHomes.count; m++) {
    homeCost[monitors.splitHomes.event[m]] += ruleCost[monitors.splitHomes.rule[m]];
  }
  const balanceLists: number[][] = Array.from({ length: events.count }, () => []);
  for (let m = 0; m < monitors.balance.count; m++) {
    for (let at = monitors.balance.events.start[m]; at < monitors.balance.events.start[m + 1]; at++) {
      balanceLists[monitors.balance.events.item[at]].push(m);
    }
  }
  // The most and the least of a monitor may each come nearer by one, by who leaves and by who comes.
  const balanceOfOne = (list: readonly number[]): number =>
    list.reduce((sum, m) => sum + 2 * ruleCost[monitors.balance.rule[m]], 0);
  const valueRows = monitors.studentValues.length / Math.max(1, students.count);
  const row = new Int32Array(events.count + 1);
  for (let event = 0; event < events.count; event++) {
    row[event + 1] = row[event] + (enrolments.choiceOf[event] < 0 ? 0 : enrolments.most[event]);
  }
  const ofStudent: number[][] = Array.from({ length: students.count }, () => []);
  for (let e = 0; e < enrolments.count; e++) ofStudent[enrolments.student[e]].push(e);
  const rosters: Rosters = {
    problem,
    enrolled,
    covers,
    width,
    slotWords,
    words,
    ...coverBits(covers, words),
    busy: new Uint8Array(students.count * width),
    once: new Int32Array(students.count * words),
    crowd: new Int32Array(students.count),
    crowded: 0,
    size: enrolledProblem(problem, enrolled).events.size.slice(),
    homes,
    fromHome: new Int32Array(events.count * homes),
    homeCost,
    balanceOf: makeCsr(balanceLists),
    least: new Int32Array(monitors.balance.count),
    most: new Int32Array(monitors.balance.count),
    withLeast: new Int32Array(monitors.balance.count),
    withMost: new Int32Array(monitors.balance.count),
    valued: new Int32Array(valueRows * events.count),
    valueSum: new Float64Array(valueRows * events.count),
    row,
    members: new Int32Array(row[events.count]),
    count: new Int32Array(events.count),
    place: new Int32Array(enrolments.count),
    ofStudent: makeCsr(ofStudent),
    hardWeight,
    ruleCost,
    mostSaved: 4 * Math.max(0, ...homeCost) + 4 * Math.max(0, ...balanceLists.map((list) => balanceOfOne(list))),
  };
  const { stays } = enrolments;
  for (let event = 0; event < events.count; event++) {
    for (let at = stays.start[event]; at < stays.start[event + 1]; at++) enter(rosters, stays.item[at], event);
  }
  for (let e = 0; e < enrolments.count; e++) {
    enter(rosters, enrolments.student[e], enrolled[e]);
    join(rosters, e, enrolled[e]);
  }
  for (let m = 0; m < monitors.balance.count; m++) lookAtSizes(rosters, m);
  return rosters;
}

function join(rosters: Rosters, enrolment: number, event: number): void {
  const at = rosters.count[event]++;
  rosters.members[rosters.row[event] + at] = enrolment;
  rosters.place[enrolment] = at;
  rosters.enrolled[enrolment] = event;
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
function enter(rosters: Rosters, student: number, event: number): number {
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

/** Counts the sizes that a monitor of even sizes looks at. */
function lookAtSizes({ size, least, most, withLeast, withMost, problem }: Rosters, monitor: number): void {
  least[monitor] = 0x7fffffff;
  most[monitor] = 0;
  for (const event of itemsOf(problem.monitors.balance.events, monitor)) {
    const n = size[event];
    if (n < least[monitor]) [least[monitor], withLeast[monitor]] = [n, 0];
    if (n > most[monitor]) [most[monitor], withMost[monitor]] = [n, 0];
    if (n === least[monitor]) withLeast[monitor]++;
    if (n === most[monitor]) withMost[monitor]++;
  }
}

const looksAt = ({ balanceOf }: Rosters, monitor: number, event: number): boolean => {
  for (let i = balanceOf.start[event]; i < balanceOf.start[event + 1]; i++)
    if (balanceOf.item[i] === monitor) return true;
  return false;
};

const uneven = (least: number, most: number): number => Math.max(0, most - least - 1);

/** What a monitor costs more if an event that it looks at has one student less (−1: none has) and another one more (−1). */
function unevenChange(
  { size, least, most, withLeast, withMost }: Rosters,
  m: number,
  from: number,
  to: number,
): number {
  const less = from < 0 ? least[m] : size[from] - 1;
  const more = to < 0 ? most[m] : size[to] + 1;
  let leastThen = least[m];
  if (less < leastThen) leastThen = less;
  else if (to >= 0 && more === leastThen + 1 && withLeast[m] === 1 && (from < 0 || less > leastThen)) leastThen++;
  let mostThen = most[m];
  if (more > mostThen) mostThen = more;
  else if (from >= 0 && less === mostThen - 1 && withMost[m] === 1 && (to < 0 || more < mostThen)) mostThen--;
  return uneven(leastThen, mostThen) - uneven(least[m], most[m]);
}

/** What the monitors of even sizes cost more if a student goes from one event to another of the choice. */
export function balanceChange(rosters: Rosters, from: number, to: number): number {
  const { balanceOf, ruleCost, problem } = rosters;
  const { rule } = problem.monitors.balance;
  let cost = 0;
  for (let i = balanceOf.start[from]; i < balanceOf.start[from + 1]; i++) {
    const m = balanceOf.item[i];
    cost += ruleCost[rule[m]] * unevenChange(rosters, m, from, looksAt(rosters, m, to) ? to : -1);
  }
  for (let i = balanceOf.start[to]; i < balanceOf.start[to + 1]; i++) {
    const m = balanceOf.item[i];
    if (!looksAt(rosters, m, from)) cost += ruleCost[rule[m]] * unevenChange(rosters, m, -1, to);
  }
  return cost;
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
  const { row, members, place, enrolled } = rosters;
  const at = place[one];
  members[row[from] + at] = other;
  members[row[to] + place[other]] = one;
  place[one] = place[other];
  place[other] = at;
  enrolled[one] = to;
  enrolled[other] = from;
  return delta;
}
