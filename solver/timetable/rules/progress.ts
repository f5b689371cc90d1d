/**
 * The events of one course that a teacher has, against each other: the deviation of each monitor and teacher is kept; what has changed
 * is counted anew when it is asked for.
 */
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

/** The deviation of a monitor for one teacher, as things are. */
export function progressNow(state: WeekState, monitor: number, teacher: number): number {
  const { progress, progressStale, progressSum } = state.counters;
  const cell = monitor * state.problem.teachers.count + teacher;
  if (progressStale[cell] === 1) {
    const after = deviationOf(state, monitor, teacher);
    progressSum[monitor] += after - progress[cell];
    progress[cell] = after;
    progressStale[cell] = 0;
  }
  return progress[cell];
}

/** Must be called before lessons are elsewhere for a moment. */
function settle(state: WeekState, event: number): void {
  const { start, item } = state.problem.events.roles;
  const { progressOf } = state.links;
  for (let at = start[event]; at < start[event + 1]; at++) {
    const teacher = state.roleTeacher[item[at]];
    if (teacher < 0) continue;
    for (let i = progressOf.start[item[at]]; i < progressOf.start[item[at] + 1]; i++) {
      progressNow(state, progressOf.item[i], teacher);
    }
  }
}

/** Whether the monitor looks at the event when it looks at the teacher. */
function isSeenWith(state: WeekState, event: number, monitor: number, teacher: number): boolean {
  const { start, item } = state.problem.events.roles;
  const { progressOf } = state.links;
  for (let at = start[event]; at < start[event + 1]; at++) {
    if (state.roleTeacher[item[at]] !== teacher) continue;
    for (let i = progressOf.start[item[at]]; i < progressOf.start[item[at] + 1]; i++) {
      if (progressOf.item[i] === monitor) return true;
    }
  }
  return false;
}

/**
 * Change of cost of what is found with the event's teachers, its lessons being elsewhere for the moment; what `except` is seen with is
 * left out (−1: nothing).
 */
function progressDelta(state: WeekState, event: number, except: number): number {
  const { problem, counters } = state;
  const { start, item } = problem.events.roles;
  const { progressOf } = state.links;
  const { rule } = problem.monitors.progress;
  let cost = 0;
  for (let at = start[event]; at < start[event + 1]; at++) {
    const teacher = state.roleTeacher[item[at]];
    if (teacher < 0) continue;
    for (let i = progressOf.start[item[at]]; i < progressOf.start[item[at] + 1]; i++) {
      const m = progressOf.item[i];
      if (except >= 0 && isSeenWith(state, except, m, teacher)) continue;
      const kept = counters.progress[m * problem.teachers.count + teacher];
      cost += state.ruleCost[rule[m]] * (deviationOf(state, m, teacher) - kept);
    }
  }
  return cost;
}

export function progressMoveDelta(state: WeekState, lesson: number, to: number): number {
  const { lessonSlot } = state;
  const event = state.problem.lessons.event[lesson];
  const from = lessonSlot[lesson];
  settle(state, event);
  lessonSlot[lesson] = to;
  const cost = progressDelta(state, event, -1);
  lessonSlot[lesson] = from;
  return cost;
}

/** Two lessons of different events exchange their slots. */
export function progressSwapDelta(state: WeekState, lesson: number, partner: number): number {
  const { lessonSlot } = state;
  const { event } = state.problem.lessons;
  const from = lessonSlot[lesson];
  const to = lessonSlot[partner];
  settle(state, event[lesson]);
  settle(state, event[partner]);
  lessonSlot[lesson] = to;
  lessonSlot[partner] = from;
  const cost = progressDelta(state, event[lesson], -1) + progressDelta(state, event[partner], event[lesson]);
  lessonSlot[lesson] = from;
  lessonSlot[partner] = to;
  return cost;
}

/** What the role's monitors find with the teacher has changed. */
export function markProgress(state: WeekState, role: number, teacher: number): void {
  const { problem, links, counters } = state;
  if (teacher < 0) return;
  for (let i = links.progressOf.start[role]; i < links.progressOf.start[role + 1]; i++) {
    const cell = links.progressOf.item[i] * problem.teachers.count + teacher;
    counters.progressStale[cell] = 1;
    if (counters.progressListed[cell] === 1) continue;
    counters.progressListed[cell] = 1;
    counters.progressList[counters.progressListSize++] = cell;
  }
}

/** A lesson of the event has moved. */
export function markProgressOfEvent(state: WeekState, event: number): void {
  const { start, item } = state.problem.events.roles;
  for (let at = start[event]; at < start[event + 1]; at++) markProgress(state, item[at], state.roleTeacher[item[at]]);
}

export function progressTotal(state: WeekState): number {
  const { problem, counters } = state;
  const { rule, count } = problem.monitors.progress;
  const teachers = problem.teachers.count;
  for (let i = 0; i < counters.progressListSize; i++) {
    const cell = counters.progressList[i];
    counters.progressListed[cell] = 0;
    const teacher = cell % teachers;
    progressNow(state, (cell - teacher) / teachers, teacher);
  }
  counters.progressListSize = 0;
  let cost = 0;
  for (let m = 0; m < count; m++) cost += state.ruleCost[rule[m]] * counters.progressSum[m];
  return cost;
}
