/**
 * Whether the cost of two lessons exchanging their slots is more than the sum of the two moves: because a monitor counts their events
 * together, or their teachers.
 */
import type { Csr } from '../problem/problem.ts';
import { covers, isMember, periodsInside } from './rules/teacher-week.ts';
import { WATCHED } from './links.ts';
import type { WeekState } from './state.ts';

/** Whether the ascending lists of two owners have an item in common. */
function haveCommon({ start, item }: Csr, one: number, other: number): boolean {
  let i = start[one];
  let j = start[other];
  while (i < start[one + 1] && j < start[other + 1]) {
    if (item[i] === item[j]) return true;
    if (item[i] < item[j]) i++;
    else j++;
  }
  return false;
}

/** By what every week counts: teachers to be kept apart, and periods of several events in one sum. */
export function isEntangled(state: WeekState, lesson: number, partner: number): boolean {
  const { problem, links } = state;
  const { event } = problem.lessons;
  if (problem.monitors.apart.count > 0 && areKeptApart(state, lesson, partner)) return true;
  return haveCommon(links.sumsOf, event[lesson], event[partner]);
}

/** By rules on several events or people. */
export function isRuleEntangled(state: WeekState, lesson: number, partner: number): boolean {
  const { links, problem } = state;
  const one = problem.lessons.event[lesson];
  const other = problem.lessons.event[partner];
  if (haveCommon(links.groupsOf, one, other)) return true;
  const watched = links.watched[one] & links.watched[other];
  // Whoever attends both has them on one day.
  if (watched & WATCHED.students) return true;
  if ((watched & WATCHED.teacherSets) === 0) return false;
  return meetInSet(state, lesson, partner);
}

/** Whether a teacher of the one is to be kept apart from a teacher of the other. */
function areKeptApart(state: WeekState, lesson: number, partner: number): boolean {
  const { roles } = state.problem.lessons;
  const { apartOf } = state.links;
  const { one, other } = state.problem.monitors.apart;
  for (let i = roles.start[lesson]; i < roles.start[lesson + 1]; i++) {
    const teacher = state.roleTeacher[roles.item[i]];
    if (teacher < 0) continue;
    for (let at = apartOf.start[teacher]; at < apartOf.start[teacher + 1]; at++) {
      const m = apartOf.item[at];
      const wanted = one[m] === teacher ? other[m] : one[m];
      for (let j = roles.start[partner]; j < roles.start[partner + 1]; j++) {
        if (state.roleTeacher[roles.item[j]] === wanted) return true;
      }
    }
  }
  return false;
}

/** Whether the exchange could change what rules on sets of teachers count of both lessons. */
function meetInSet(state: WeekState, lesson: number, partner: number): boolean {
  const { monitors, slots } = state.problem;
  const { meetingSlots, meetingOf } = state.links;
  const from = state.lessonSlot[lesson];
  const to = state.lessonSlot[partner];
  for (let m = 0; m < monitors.edgeFair.count; m++) {
    const set = monitors.edgeFair.set[m];
    if (periodsInside(state, set, lesson, from) !== periodsInside(state, set, lesson, to)) return true;
  }
  for (let m = 0; m < monitors.meeting.count; m++) {
    const row = m * slots.count;
    if (!covers(state, meetingSlots, row, lesson, from) && !covers(state, meetingSlots, row, lesson, to)) continue;
    if (isMember(state, meetingOf, m, lesson) && isMember(state, meetingOf, m, partner)) return true;
  }
  return false;
}
