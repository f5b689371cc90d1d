/**
 * Whether the cost of two lessons exchanging their slots is more than the sum of the two moves: because a monitor counts their events
 * together, or their teachers.
 */
import { periodsInside } from './rules/teacher-week.ts';
import { WATCHED } from './links.ts';
import type { WeekState } from './state.ts';

/** Of two ascending lists, whether they have an item in common. */
function haveCommon(
  item: Int32Array,
  oneFrom: number,
  oneUntil: number,
  otherFrom: number,
  otherUntil: number,
): boolean {
  let one = oneFrom;
  let other = otherFrom;
  while (one < oneUntil && other < otherUntil) {
    if (item[one] === item[other]) return true;
    if (item[one] < item[other]) one++;
    else other++;
  }
  return false;
}

export function isEntangled(state: WeekState, lesson: number, partner: number): boolean {
  const { links, problem } = state;
  const { start, item } = links.groupsOf;
  const one = problem.lessons.event[lesson];
  const other = problem.lessons.event[partner];
  if (haveCommon(item, start[one], start[one + 1], start[other], start[other + 1])) return true;
  const watched = links.watched[one] & links.watched[other];
  // Whoever attends both has them on one day.
  if (watched & WATCHED.students) return true;
  if ((watched & WATCHED.teacherSets) === 0) return false;
  return meetInSet(state, lesson, partner);
}

/** Whether the exchange could change what rules on sets of teachers count of both lessons. */
function meetInSet(state: WeekState, lesson: number, partner: number): boolean {
  const { monitors, slots, lessons } = state.problem;
  const { meetingSlots } = state.links;
  const from = state.lessonSlot[lesson];
  const to = state.lessonSlot[partner];
  for (let m = 0; m < monitors.edgeFair.count; m++) {
    const set = monitors.edgeFair.set[m];
    if (periodsInside(state, set, lesson, from) !== periodsInside(state, set, lesson, to)) return true;
  }
  for (let m = 0; m < monitors.meeting.count; m++) {
    for (let week = 0, shift = m * slots.count; week < lessons.span[lesson]; week++, shift += slots.perWeek) {
      for (let k = 0; k < lessons.length[lesson]; k++) {
        if (meetingSlots[shift + from + k] === 1 || meetingSlots[shift + to + k] === 1) return true;
      }
    }
  }
  return false;
}
