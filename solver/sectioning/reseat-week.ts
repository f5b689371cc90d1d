/**
 * Homerooms kept together in a week that stands: the annealing of the section plan (./keep-together.ts) again, for longer, over the times
 * that sections have come to. Sections that are at once are a line; those that overlap with a line in part keep their students.
 */
import { itemsOf, type Problem } from '../problem/problem.ts';
import { mixHash } from '../search/random.ts';
import { keepTogether } from './keep-together.ts';
import { openRosters } from './open-rosters.ts';
import type { Rosters } from './rosters.ts';
import type { Seating, SeatType } from './seating-state.ts';

/** As many as there are bits in a word for them. */
const MOST_LINES = 31;

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

/** [events] the line of those that students may leave, -1: none. Times that most events share come first, and no two lines overlap. */
function linesOf({ mask, words }: Rosters, events: readonly number[]): Map<number, number> {
  const byTime = new Map<string, number[]>();
  for (const event of events) {
    const key = mask.subarray(event * words, (event + 1) * words).join();
    const same = byTime.get(key);
    if (same) same.push(event);
    else byTime.set(key, [event]);
  }
  const lines = [...byTime.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
  const taken = new Int32Array(words);
  const lineOf = new Map<number, number>();
  let count = 0;
  for (const line of lines) {
    const bits = mask.subarray(line[0] * words, (line[0] + 1) * words);
    if (count === MOST_LINES || bits.some((word, w) => (word & taken[w]) !== 0)) continue;
    for (let w = 0; w < words; w++) taken[w] |= bits[w];
    for (const event of line) lineOf.set(event, count);
    count++;
  }
  return lineOf;
}

/** One group's students, sections and seats as the annealing wants them. */
interface GroupSeating {
  seating: Seating;
  /** [sections] event */
  events: number[];
  /** like sectionOf: enrolment, -1: none */
  enrolmentOf: Int32Array;
}

/** Whether students may come to the event and leave it, as far as the annealing can tell what that costs. */
function isOpen({ problem }: Rosters, watched: Uint8Array, event: number): boolean {
  return problem.enrolments.most[event] > 0 && watched[event] === 0;
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

function seatingOf(rosters: Rosters, watched: Uint8Array, choices: readonly number[]): GroupSeating {
  const { problem, enrolled, ofStudent, mask, once, words, crowd, size, homes } = rosters;
  const { enrolments } = problem;
  const courseOfChoice = new Map(choices.map((choice, course) => [choice, course]));
  const courseOf = (enrolment: number): number => courseOfChoice.get(enrolments.choiceOf[enrolled[enrolment]]) ?? -1;
  const events = choices.flatMap((choice) => [...itemsOf(enrolments.choices, choice)]);
  const sectionOfEvent = new Map(events.map((event, section) => [event, section]));
  const lineOf = linesOf(
    rosters,
    events.filter((event) => isOpen(rosters, watched, event)),
  );
  const students = [...problem.students.home.keys()].filter(
    (student) => itemsOf(ofStudent, student).length > 0 && courseOf(itemsOf(ofStudent, student)[0]) >= 0,
  );
  const width = students.reduce((most, student) => Math.max(most, itemsOf(ofStudent, student).length), 1);
  const sectionOf = new Int32Array(students.length * width).fill(-1);
  const enrolmentOf = sectionOf.slice();
  const fixed = new Uint8Array(sectionOf.length);
  const away = new Int32Array(students.length);
  const bitsOfLine = new Map(
    [...lineOf].map(([event, line]) => [line, mask.subarray(event * words, (event + 1) * words)]),
  );
  for (const [at, student] of students.entries()) {
    const elsewhere = once.slice(student * words, (student + 1) * words);
    for (const [k, enrolment] of itemsOf(ofStudent, student).entries()) {
      const seat = at * width + k;
      const event = enrolled[enrolment];
      sectionOf[seat] = sectionOfEvent.get(event) ?? -1;
      enrolmentOf[seat] = enrolment;
      if (crowd[student] > 0 || !lineOf.has(event)) fixed[seat] = 1;
      else for (let w = 0; w < words; w++) elsewhere[w] &= ~mask[event * words + w];
    }
    for (const [line, bits] of bitsOfLine)
      if (bits.some((word, w) => (word & elsewhere[w]) !== 0)) away[at] |= 1 << line;
  }
  const stays = (event: number): number => itemsOf(enrolments.stays, event).length;
  const free = (event: number): number => size[event] - stays(event);
  /** [courses] sizes as they are: none comes to be smaller than the smallest or larger than the largest */
  const sizes = choices.map((choice) =>
    [...itemsOf(enrolments.choices, choice)].filter((e) => lineOf.has(e)).map(free),
  );
  const sections = events.map((event) => ({
    course: courseOfChoice.get(enrolments.choiceOf[event]) ?? -1,
    line: lineOf.get(event) ?? -1,
    cap: enrolments.most[event] - stays(event),
    open: lineOf.has(event),
  }));
  const bounds = (end: (...of: number[]) => number): Int32Array =>
    Int32Array.from(sections, ({ open, course }, s) => (open ? end(...sizes[course]) : free(events[s])));
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
  };
  return { seating, events, enrolmentOf };
}

export interface ReseatSettings {
  seed: number;
  /** proposals for each pair of student and course */
  roundsPerSeat: number;
  stopped: () => boolean;
}

/**
 * Fewer homerooms torn apart, nobody in two places who was not before, sizes no less even. Changes `enrolled` in place; whether anybody sits
 * elsewhere now, null: stopped on the way.
 */
export function reseatWeek(
  problem: Problem,
  lessonSlot: Int32Array,
  enrolled: Int32Array,
  { seed, roundsPerSeat, stopped }: ReseatSettings,
): boolean | null {
  if (problem.enrolments.count === 0 || problem.monitors.splitHomes.count === 0) return false;
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
