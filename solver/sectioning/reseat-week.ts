/**
 * Homerooms kept together in a week that stands: the annealing of the section plan (./keep-together.ts) again, for longer, over the times
 * that sections have come to, whether these are still the lines of the plan or not.
 */
import { itemsOf, type Problem } from '../problem/problem.ts';
import { mixHash } from '../search/random.ts';
import { keepTogether } from './keep-together.ts';
import { openRosters } from './open-rosters.ts';
import type { Rosters } from './rosters.ts';
import { MOST_TIMES, type Seating, type SeatType } from './seating-state.ts';

/** [choices] number of the group of choices that have students in common, in order of their first choice */
function groupsOfChoices({ enrolments }: Problem, ofStudent: Rosters['ofStudent']): Int32Array {
  const { choices, choiceOf, event } = enrolments;
  const count = choices.start.length - 1;
  const root = Int32Array.from({ length: count }, (_, choice) => choice);
  const rootOf = (choice: number): number => (root[choice] === choice ? choice : rootOf(root[choice]));
  for (let student = 0; student + 1 < ofStudent.start.length; student++) {
    const own = itemsOf(ofStudent, student);
    for (const enrolment of own) {
      const [a, b] = [rootOf(choiceOf[event[own[0]]]), rootOf(choiceOf[event[enrolment]])];
      root[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return root.map((_, choice) => rootOf(choice));
}

/** [slots and given lines, as `covers` numbers them] the part of the week that a slot is in, -1: none; slots of one part are taken by the same events. */
interface Parts {
  partOf: Int32Array;
  count: number;
}

/** The parts told apart by one more event; null: these are more than a word has bits. */
function split({ partOf, count }: Parts, slots: ReadonlySet<number>): Parts | null {
  const takesAll = (part: number): boolean => partOf.every((it, slot) => it !== part || slots.has(slot));
  const inside = new Map<number, number>();
  for (const part of new Set(Array.from(slots, (slot) => partOf[slot]))) {
    if (part < 0 || !takesAll(part)) inside.set(part, count + inside.size);
  }
  if (count + inside.size > MOST_TIMES) return null;
  const next = partOf.slice();
  for (const slot of slots) next[slot] = inside.get(partOf[slot]) ?? partOf[slot];
  return { partOf: next, count: count + inside.size };
}

/** [events] times of those that students may leave. Times of which most events are come first; events beyond the bits of a word are left out. */
function timesOf({ covers, width }: Rosters, events: readonly number[]): { times: Map<number, number>; parts: Parts } {
  const byTime = new Map<string, number[]>();
  for (const event of events) {
    const key = [...itemsOf(covers, event)].sort((a, b) => a - b).join();
    const same = byTime.get(key);
    if (same) same.push(event);
    else byTime.set(key, [event]);
  }
  let parts: Parts = { partOf: new Int32Array(width).fill(-1), count: 0 };
  const kept: number[] = [];
  for (const same of [...byTime.values()].sort((a, b) => b.length - a.length || a[0] - b[0])) {
    const finer = split(parts, new Set(itemsOf(covers, same[0])));
    if (!finer) continue;
    parts = finer;
    kept.push(...same);
  }
  const bitsOf = (event: number): number =>
    itemsOf(covers, event).reduce((bits, slot) => bits | (1 << parts.partOf[slot]), 0);
  return { times: new Map(kept.map((event) => [event, bitsOf(event)])), parts };
}

/** One group's students, sections and seats as the annealing wants them. */
interface GroupSeating {
  seating: Seating;
  /** [sections] event */
  events: number[];
  /** like sectionOf: enrolment, -1: none */
  enrolmentOf: Int32Array;
}

/** Students of equal homeroom and choices are of one type. */
function typesOf(rosters: Rosters, students: readonly number[], courseOf: (enrolment: number) => number) {
  const { ofStudent, problem } = rosters;
  const types: SeatType[] = [];
  const known = new Map<string, number>();
  const typeOf = Int32Array.from(students, (student) => {
    const courses = Array.from(itemsOf(ofStudent, student), courseOf);
    const homeroom = problem.students.home[student];
    const key = `${homeroom}:${courses.join()}`;
    const type = known.get(key) ?? types.push({ homeroom, courses }) - 1;
    known.set(key, type);
    return type;
  });
  return { types, typeOf };
}

/** [sections × homerooms] students who are in the event and in no enrolment */
function stayingIn({ homes, problem }: Rosters, events: readonly number[]): Int32Array {
  const staying = new Int32Array(events.length * homes);
  for (const [section, event] of events.entries()) {
    for (const student of itemsOf(problem.enrolments.stays, event)) {
      const home = problem.students.home[student];
      if (home >= 0) staying[section * homes + home]++;
    }
  }
  return staying;
}

function seatingOf(rosters: Rosters, watched: Uint8Array, choices: readonly number[]): GroupSeating {
  const { problem, enrolled, ofStudent, covers, busy, width: slots, crowd, size, homes } = rosters;
  const { enrolments } = problem;
  const courseOfChoice = new Map(choices.map((choice, course) => [choice, course]));
  const courseOf = (enrolment: number): number => courseOfChoice.get(enrolments.choiceOf[enrolled[enrolment]]) ?? -1;
  const events = choices.flatMap((choice) => [...itemsOf(enrolments.choices, choice)]);
  const sectionOfEvent = new Map(events.map((event, section) => [event, section]));
  const { times, parts } = timesOf(
    rosters,
    events.filter((event) => watched[event] === 0),
  );
  const students = [...problem.students.home.keys()].filter(
    (student) => itemsOf(ofStudent, student).length > 0 && courseOf(itemsOf(ofStudent, student)[0]) >= 0,
  );
  const width = students.reduce((most, student) => Math.max(most, itemsOf(ofStudent, student).length), 1);
  const sectionOf = new Int32Array(students.length * width).fill(-1);
  const enrolmentOf = sectionOf.slice();
  const fixed = new Uint8Array(sectionOf.length);
  const away = new Int32Array(students.length);
  for (const [at, student] of students.entries()) {
    const own = new Set<number>();
    for (const [k, enrolment] of itemsOf(ofStudent, student).entries()) {
      const seat = at * width + k;
      const event = enrolled[enrolment];
      sectionOf[seat] = sectionOfEvent.get(event) ?? -1;
      enrolmentOf[seat] = enrolment;
      if (crowd[student] > 0 || !times.has(event)) fixed[seat] = 1;
      else for (const slot of itemsOf(covers, event)) own.add(slot);
    }
    for (let slot = 0; slot < slots; slot++) {
      const part = parts.partOf[slot];
      if (part >= 0 && busy[student * slots + slot] > 0 && !own.has(slot)) away[at] |= 1 << part;
    }
  }
  const stays = (event: number): number => itemsOf(enrolments.stays, event).length;
  /** [courses] sizes as they are: none comes to be smaller than the smallest or larger than the largest */
  const sizes = choices.map((choice) =>
    [...itemsOf(enrolments.choices, choice)].filter((event) => times.has(event)).map((event) => size[event]),
  );
  const sections = events.map((event) => ({
    course: courseOfChoice.get(enrolments.choiceOf[event]) ?? -1,
    times: times.get(event) ?? 0,
    cap: enrolments.most[event] - stays(event),
    open: times.has(event),
  }));
  const bounds = (end: (...of: number[]) => number): Int32Array =>
    Int32Array.from(
      sections,
      ({ open, course }, s) => (open ? end(...sizes[course]) : size[events[s]]) - stays(events[s]),
    );
  const seating: Seating = {
    homerooms: homes,
    courses: choices.length,
    ...typesOf(rosters, students, courseOf),
    sections,
    width,
    sectionOf,
    fixed,
    low: bounds(Math.min),
    high: bounds(Math.max),
    away,
    staying: stayingIn(rosters, events),
  };
  return { seating, events, enrolmentOf };
}

/** Whether there are students who could sit elsewhere, and rules that count torn homerooms. */
export const mayReseat = ({ enrolments, monitors }: Problem): boolean =>
  enrolments.count > 0 && monitors.splitHomes.count > 0;

export interface ReseatSettings {
  seed: number;
  /** proposals for each pair of student and course */
  roundsPerSeat: number;
  stopped: () => boolean;
}

/**
 * Fewer homerooms torn apart, nobody in two places who was not before, no section beyond the sizes of its course. Changes `enrolled` in
 * place; whether anybody sits elsewhere now, null: stopped on the way.
 */
export function reseatWeek(
  problem: Problem,
  lessonSlot: Int32Array,
  enrolled: Int32Array,
  { seed, roundsPerSeat, stopped }: ReseatSettings,
): boolean | null {
  if (!mayReseat(problem)) return false;
  const rosters = openRosters(problem, lessonSlot, enrolled, 1);
  const watched = new Uint8Array(problem.events.count);
  for (const event of problem.monitors.roster.events.item) watched[event] = 1;
  const groupOf = groupsOfChoices(problem, rosters.ofStudent);
  let changed = false;
  for (const group of new Set(groupOf)) {
    const choices = [...groupOf.keys()].filter((choice) => groupOf[choice] === group);
    const { seating, events, enrolmentOf } = seatingOf(rosters, watched, choices);
    if (!keepTogether(seating, mixHash(seed, group), roundsPerSeat, stopped)) return null;
    for (const [seat, section] of seating.sectionOf.entries()) {
      if (section < 0 || enrolled[enrolmentOf[seat]] === events[section]) continue;
      enrolled[enrolmentOf[seat]] = events[section];
      changed = true;
    }
  }
  return changed;
}
