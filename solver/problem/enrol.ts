/** The problem as it is with other students in its events. */
import type { MonitorTables } from '../monitors/tables.ts';
import { itemsOf, makeCsr, type Csr, type EnrolmentTable, type EventTable, type Problem } from './problem.ts';

/** Nobody has another section to go to. */
export const noEnrolments = (events: number): EnrolmentTable => ({
  count: 0,
  student: new Int32Array(0),
  event: new Int32Array(0),
  choiceOf: new Int32Array(events).fill(-1),
  choices: makeCsr([]),
  most: new Int32Array(events),
  stays: makeCsr(Array.from({ length: events }, () => [])),
});

/** Whether everyone is where the section plan has them. */
const asPlanned = ({ event }: EnrolmentTable, enrolled: Int32Array): boolean =>
  enrolled.every((at, enrolment) => at === event[enrolment]);

/** CSR event → students: those who stay, then the enrolled, in the order of enrolments. */
function enrolledStudents({ events, enrolments }: Problem, enrolled: Int32Array): Csr {
  const { stays } = enrolments;
  const start = new Int32Array(events.count + 1);
  for (let event = 0; event < events.count; event++) start[event + 1] = stays.start[event + 1] - stays.start[event];
  for (const event of enrolled) start[event + 1]++;
  for (let event = 0; event < events.count; event++) start[event + 1] += start[event];
  const item = new Int32Array(start[events.count]);
  const fill = start.slice(0, events.count);
  for (let event = 0; event < events.count; event++) {
    for (let at = stays.start[event]; at < stays.start[event + 1]; at++) item[fill[event]++] = stays.item[at];
  }
  for (let e = 0; e < enrolments.count; e++) item[fill[enrolled[e]]++] = enrolments.student[e];
  return { start, item };
}

/**
 * Students and sizes of the events with everyone where `enrolled` has them. Always a copy, made here: records that are made in one place
 * have one hidden class, and what was compiled for one of them serves the next.
 */
function enrolledEvents(problem: Problem, enrolled: Int32Array): EventTable {
  const { events, enrolments } = problem;
  const moved = !asPlanned(enrolments, enrolled);
  const size = moved ? events.size.slice() : events.size;
  for (let e = 0; e < enrolments.count && moved; e++) {
    size[enrolments.event[e]]--;
    size[enrolled[e]]++;
  }
  return { ...events, students: moved ? enrolledStudents(problem, enrolled) : events.students, size };
}

/** The problem with everyone where `enrolled` has them. */
export const enrolledProblem = (problem: Problem, enrolled: Int32Array): Problem => ({
  ...problem,
  events: enrolledEvents(problem, enrolled),
});

/** [pair monitors] 1: the two events have one of these students in common, or need not. */
export function countingPairs(
  { count, one, other, always }: Pick<MonitorTables['pair'], 'count' | 'one' | 'other' | 'always'>,
  students: Csr,
): Uint8Array {
  const events = students.start.length - 1;
  const counting = new Uint8Array(count);
  if (count === 0) return counting;
  const pairsOf: number[][] = Array.from({ length: events }, () => []);
  for (let m = 0; m < count; m++) pairsOf[one[m]].push(m);
  let most = 0;
  for (const student of students.item) most = Math.max(most, student);
  const attends = new Uint8Array(most + 1);
  for (let event = 0; event < events; event++) {
    if (pairsOf[event].length === 0) continue;
    for (const student of itemsOf(students, event)) attends[student] = 1;
    for (const m of pairsOf[event]) {
      counting[m] = always[m] === 1 || itemsOf(students, other[m]).some((student) => attends[student] === 1) ? 1 : 0;
    }
    for (const student of itemsOf(students, event)) attends[student] = 0;
  }
  return counting;
}
