/** The problem as it is with other students in its events. */
import { makeCsr, type Csr, type EnrolmentTable, type EventTable, type Problem } from './problem.ts';

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

/** Students and sizes of the events with everyone where `enrolled` has them. */
export function enrolledEvents(problem: Problem, enrolled: Int32Array): EventTable {
  const { events, enrolments } = problem;
  if (asPlanned(enrolments, enrolled)) return events;
  const size = events.size.slice();
  for (let e = 0; e < enrolments.count; e++) {
    size[enrolments.event[e]]--;
    size[enrolled[e]]++;
  }
  return { ...events, students: enrolledStudents(problem, enrolled), size };
}
