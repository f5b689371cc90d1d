/** The books on who is enrolled where, begun from a week. */
import { eachPeriod, invertCsr, itemsOf, makeCsr, type Csr, type Problem } from '../problem/problem.ts';
import { enrolledProblem } from '../problem/enrol.ts';
import { ruleCosts } from '../timetable/cost-tables.ts';
import { lookAtSizes } from './roster-sizes.ts';
import { enter, join, WORD, type Rosters } from './rosters.ts';

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
  const balanceOf = invertCsr(monitors.balance.events, events.count);
  // The most and the least of a monitor may each come nearer by one, by who leaves and by who comes.
  let mostOfBalance = 0;
  for (let event = 0; event < events.count; event++) {
    const saved = itemsOf(balanceOf, event).reduce((sum, m) => sum + 2 * ruleCost[monitors.balance.rule[m]], 0);
    mostOfBalance = Math.max(mostOfBalance, saved);
  }
  const valueRows = monitors.studentValues.length / Math.max(1, students.count);
  const row = new Int32Array(events.count + 1);
  for (let event = 0; event < events.count; event++) {
    row[event + 1] = row[event] + (enrolments.choiceOf[event] < 0 ? 0 : enrolments.most[event]);
  }
  const ofStudent: number[][] = Array.from({ length: students.count }, () => []);
  for (let e = 0; e < enrolments.count; e++) ofStudent[enrolments.student[e]].push(e);
  const choices = enrolments.choices.start.length - 1;
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
    balanceOf,
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
    choices,
    eventIn: new Int32Array(students.count * choices).fill(-1),
    hardWeight,
    ruleCost,
    mostSaved: 4 * homeCost.reduce((most, cost) => Math.max(most, cost), 0) + 4 * mostOfBalance,
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
