/** The events of one course that a teacher has, against each other: the deviation of each monitor and teacher is kept. */
import { progressDeviation } from '../../monitors/progress.ts';
import type { WeekState } from '../state.ts';

function deviationOf(state: WeekState, monitor: number, teacher: number): number {
  const { problem, links, lessonSlot, roleTeacher, counters } = state;
  if (!isLookedAt(state, monitor, teacher)) return 0;
  return progressDeviation(
    problem,
    lessonSlot,
    roleTeacher,
    links.eventOfRole,
    monitor,
    teacher,
    counters.progressScratch,
  );
}

/** Whether the rule names the teacher, or nobody. */
function isLookedAt({ problem }: WeekState, monitor: number, teacher: number): boolean {
  const { start, item } = problem.rules.onlyTeachers;
  const rule = problem.monitors.progress.rule[monitor];
  for (let at = start[rule]; at < start[rule + 1]; at++) if (item[at] === teacher) return true;
  return start[rule] === start[rule + 1];
}

/** Calls for each monitor and teacher of the event's roles. */
export function progressMoveDelta(state: WeekState, lesson: number, to: number): number {
  const { problem, links, lessonSlot, roleTeacher, counters } = state;
  const { roles } = problem.events;
  const event = problem.lessons.event[lesson];
  const from = lessonSlot[lesson];
  let cost = 0;
  lessonSlot[lesson] = to;
  for (let at = roles.start[event]; at < roles.start[event + 1]; at++) {
    const role = roles.item[at];
    const teacher = roleTeacher[role];
    if (teacher < 0) continue;
    for (let i = links.progressOf.start[role]; i < links.progressOf.start[role + 1]; i++) {
      const m = links.progressOf.item[i];
      const kept = counters.progress[m * problem.teachers.count + teacher];
      const after = deviationOf(state, m, teacher);
      if (after !== kept) cost += state.ruleCost[problem.monitors.progress.rule[m]] * (after - kept);
    }
  }
  lessonSlot[lesson] = from;
  return cost;
}

/** Counts anew what the role's monitors find with the teacher. */
export function settleProgress(state: WeekState, role: number, teacher: number): void {
  const { problem, links, counters } = state;
  if (teacher < 0) return;
  for (let i = links.progressOf.start[role]; i < links.progressOf.start[role + 1]; i++) {
    const m = links.progressOf.item[i];
    const at = m * problem.teachers.count + teacher;
    const after = deviationOf(state, m, teacher);
    counters.progressSum[m] += after - counters.progress[at];
    counters.progress[at] = after;
  }
}

export function settleProgressOfEvent(state: WeekState, event: number): void {
  const { roles } = state.problem.events;
  for (let at = roles.start[event]; at < roles.start[event + 1]; at++) {
    settleProgress(state, roles.item[at], state.roleTeacher[roles.item[at]]);
  }
}

export function progressTotal(state: WeekState): number {
  const { rule, count } = state.problem.monitors.progress;
  let cost = 0;
  for (let m = 0; m < count; m++) cost += state.ruleCost[rule[m]] * state.counters.progressSum[m];
  return cost;
}
