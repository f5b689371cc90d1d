/**
 * Whether the cost of two lessons exchanging their slots is more than the sum of the two moves: because a monitor counts their events
 * together, or their teachers.
 */
import type { Csr } from '../problem/problem.ts';
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
