/** Who is enrolled where while students change sections and all times stand: what each change costs, and the way back. */
import { rosterDeviation, type People } from '../monitors/roster-shapes.ts';
import { NO_VALUE } from '../monitors/tables.ts';
import { eachPeriod, invertCsr, itemsOf, makeCsr, type Csr, type Problem } from '../problem/problem.ts';
import { enrolledProblem } from '../problem/enrol.ts';
import { ruleCosts } from '../timetable/cost-tables.ts';

/** Clashes that two sections of a student in one given line stand for: more than any exchange gains. */
const NEVER = 10_000;

export interface Rosters {
  problem: Problem;
  /** [enrolments] event; changed in place */
  enrolled: Int32Array;
  /** CSR event → slots that its placed lessons cover; a given line is one more slot, shared by its events */
  covers: Csr;
  /** slots and given lines */
  width: number;
  /** [students × width] sections of the student there */
  busy: Uint8Array;
  /** [events] */
  size: Int32Array;
  homes: number;
  /** [events × homes] students of the homeroom */
  fromHome: Int32Array;
  /** [events] cost of one homeroom more in it */
  homeCost: Int32Array;
  /** CSR event → balance monitors */
  balanceOf: Csr;
  /** CSR event → roster monitors */
  rosterOf: Csr;
  /** [rows of studentValues × events] people who count, and the sum of their values */
  valued: Int32Array;
  valueSum: Float64Array;
  /** [roster monitors] people of each of its events, to be filled */
  people: People[][];
  /** [roster monitors] number of the look at which it was found last */
  looked: Int32Array;
  look: number;
  /** [roster monitors] deviation before the proposal */
  kept: Int32Array;
  /** [roster monitors] those that look at the events of the proposal, the first watchCount; and their deviation with it */
  watching: Int32Array;
  watchCount: number;
  proposed: Int32Array;
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
}

/** The slots of each event; events of one given line of a line set share one more. */
function coverSlots(problem: Problem, lessonSlot: Int32Array): { covers: Csr; width: number } {
  const { events, slots, monitors } = problem;
  const lineSlot = new Map<string, number>();
  let width = slots.count;
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
  return { covers: makeCsr(lists), width };
}

export function openRosters(
  problem: Problem,
  lessonSlot: Int32Array,
  enrolled: Int32Array,
  hardWeight: number,
): Rosters {
  const { events, enrolments, students, monitors } = problem;
  const { covers, width } = coverSlots(problem, lessonSlot);
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
    busy: new Uint8Array(students.count * width),
    size: enrolledProblem(problem, enrolled).events.size.slice(),
    homes,
    fromHome: new Int32Array(events.count * homes),
    homeCost,
    balanceOf: makeCsr(balanceLists),
    rosterOf: invertCsr(monitors.roster.events, events.count),
    valued: new Int32Array(valueRows * events.count),
    valueSum: new Float64Array(valueRows * events.count),
    people: Array.from({ length: monitors.roster.count }, (_, m) =>
      Array.from(itemsOf(monitors.roster.events, m), () => ({ count: 0, sum: 0 })),
    ),
    looked: new Int32Array(monitors.roster.count),
    look: 0,
    kept: new Int32Array(monitors.roster.count),
    watching: new Int32Array(monitors.roster.count),
    watchCount: 0,
    proposed: new Int32Array(monitors.roster.count),
    row,
    members: new Int32Array(row[events.count]),
    count: new Int32Array(events.count),
    place: new Int32Array(enrolments.count),
    ofStudent: makeCsr(ofStudent),
    hardWeight,
    ruleCost,
  };
  const { stays } = enrolments;
  for (let event = 0; event < events.count; event++) {
    for (let at = stays.start[event]; at < stays.start[event + 1]; at++) enter(rosters, stays.item[at], event);
  }
  for (let e = 0; e < enrolments.count; e++) {
    enter(rosters, enrolments.student[e], enrolled[e]);
    join(rosters, e, enrolled[e]);
  }
  for (let m = 0; m < monitors.roster.count; m++) rosters.kept[m] = rosterDeviation(monitors, m, seated(rosters, m));
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

/** Finds the roster monitors of the events of a proposal, each once; gives what they cost before it. */
export function watchEvents(rosters: Rosters, ...events: readonly number[]): number {
  const { rosterOf, looked, watching, kept, ruleCost, problem } = rosters;
  const { rule } = problem.monitors.roster;
  rosters.look++;
  rosters.watchCount = 0;
  let cost = 0;
  for (const event of events) {
    for (let i = rosterOf.start[event]; i < rosterOf.start[event + 1]; i++) {
      const m = rosterOf.item[i];
      if (looked[m] === rosters.look) continue;
      looked[m] = rosters.look;
      watching[rosters.watchCount++] = m;
      cost += ruleCost[rule[m]] * kept[m];
    }
  }
  return cost;
}

/** What they cost now. */
export function watchedCost(rosters: Rosters): number {
  const { watching, proposed, ruleCost, problem } = rosters;
  const { monitors } = problem;
  let cost = 0;
  for (let i = 0; i < rosters.watchCount; i++) {
    proposed[i] = rosterDeviation(monitors, watching[i], seated(rosters, watching[i]));
    cost += ruleCost[monitors.roster.rule[watching[i]]] * proposed[i];
  }
  return cost;
}

/** The proposal stands. */
export function keepWatched({ watching, kept, proposed, watchCount }: Rosters): void {
  for (let i = 0; i < watchCount; i++) kept[watching[i]] = proposed[i];
}

/** Who sits in each event of the monitor now. */
function seated({ problem, people, valued, valueSum, size }: Rosters, monitor: number): People[] {
  const { roster } = problem.monitors;
  const list = people[monitor];
  const row = roster.value[monitor];
  const from = roster.events.start[monitor];
  for (let i = 0; i < list.length; i++) {
    const event = roster.events.item[from + i];
    const cell = row * problem.events.count + event;
    list[i].count = row < 0 ? size[event] : valued[cell];
    list[i].sum = row < 0 ? 0 : valueSum[cell];
  }
  return list;
}

/** The student attends the event: change of cost, sizes left out. */
function enter(rosters: Rosters, student: number, event: number): number {
  const { covers, busy, width, homes, fromHome, homeCost, problem } = rosters;
  let clashes = 0;
  for (let at = covers.start[event]; at < covers.start[event + 1]; at++) {
    const slot = covers.item[at];
    if (busy[student * width + slot]++ > 0) clashes += slot < problem.slots.count ? 1 : NEVER;
  }
  countValues(rosters, student, event, 1);
  const home = problem.students.home[student];
  const opens = home >= 0 && fromHome[event * homes + home]++ === 0;
  return clashes * rosters.hardWeight + (opens ? homeCost[event] : 0);
}

/** The student attends the event no longer: change of cost, sizes left out. */
function leave(rosters: Rosters, student: number, event: number): number {
  const { covers, busy, width, homes, fromHome, homeCost, problem } = rosters;
  let clashes = 0;
  for (let at = covers.start[event]; at < covers.start[event + 1]; at++) {
    const slot = covers.item[at];
    if (--busy[student * width + slot] > 0) clashes += slot < problem.slots.count ? 1 : NEVER;
  }
  countValues(rosters, student, event, -1);
  const home = problem.students.home[student];
  const closes = home >= 0 && --fromHome[event * homes + home] === 0;
  return -clashes * rosters.hardWeight - (closes ? homeCost[event] : 0);
}

function balanceCost(rosters: Rosters, event: number): number {
  const { balanceOf, size, ruleCost, problem } = rosters;
  const { balance } = problem.monitors;
  let cost = 0;
  for (let i = balanceOf.start[event]; i < balanceOf.start[event + 1]; i++) {
    const m = balanceOf.item[i];
    let least = 0x7fffffff;
    let most = 0;
    for (let at = balance.events.start[m]; at < balance.events.start[m + 1]; at++) {
      const n = size[balance.events.item[at]];
      if (n < least) least = n;
      if (n > most) most = n;
    }
    cost += ruleCost[balance.rule[m]] * Math.max(0, most - least - 1);
  }
  return cost;
}

/** Moves the enrolment to another event of its choice: change of cost, roster monitors left out. */
export function move(rosters: Rosters, enrolment: number, to: number): number {
  const from = rosters.enrolled[enrolment];
  const student = rosters.problem.enrolments.student[enrolment];
  const uneven = balanceCost(rosters, from);
  const delta = leave(rosters, student, from) + enter(rosters, student, to);
  quit(rosters, enrolment, from);
  join(rosters, enrolment, to);
  rosters.size[from]--;
  rosters.size[to]++;
  // Events of one choice are watched by the same monitors.
  return delta + balanceCost(rosters, to) - uneven;
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
