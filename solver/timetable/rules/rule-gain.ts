/**
 * The most that moving a lesson can save of what rules on several events or people cost: read from counters alone, so that a proposal which
 * is refused in any case need not be counted to the end.
 */
import { PARALLEL_SHAPE } from '../../monitors/parallel.ts';
import { WATCHED } from '../links.ts';
import type { WeekState } from '../state.ts';
import { pairNow } from './pairs.ts';
import { studentDaysGain } from './student-days.ts';
import { progressNow } from './progress.ts';
import { teacherSetsTotal } from './teacher-week.ts';

export function ruleGain(state: WeekState, lesson: number): number {
  const { problem, links } = state;
  const event = problem.lessons.event[lesson];
  const watched = links.watched[event];
  let gain = 0;
  if (watched & WATCHED.pair) {
    const { start, item } = links.pairsOf;
    const { rule } = problem.monitors.pair;
    for (let at = start[event]; at < start[event + 1]; at++) {
      gain += state.ruleCost[rule[item[at]]] * pairNow(state, item[at]);
    }
  }
  if (watched & WATCHED.parallel) gain += parallelGain(state, lesson);
  if (watched & WATCHED.progress) gain += progressGain(state, event);
  if (watched & WATCHED.teacherDays) gain += teacherDaysGain(state, lesson);
  if (watched & WATCHED.students && state.studentDays !== null)
    gain += studentDaysGain(state.studentDays, event, problem.lessons.span[lesson]);
  if (watched & WATCHED.teacherSets) gain += teacherSetsTotal(state);
  return gain;
}

/** For each period that the lesson leaves or comes to. */
function parallelGain({ problem, links, ruleCost }: WeekState, lesson: number): number {
  const { lessons, monitors } = problem;
  const { parallelOf } = links;
  const { rule, shape, max } = monitors.parallel;
  const event = lessons.event[lesson];
  const periods = lessons.length[lesson] * lessons.span[lesson];
  let gain = 0;
  for (let at = parallelOf.start[event]; at < parallelOf.start[event + 1]; at++) {
    const m = parallelOf.item[at];
    gain += ruleCost[rule[m]] * periods * (shape[m] === PARALLEL_SHAPE.over ? 1 : 2 * max[m] + 1);
  }
  return gain;
}

function progressGain(state: WeekState, event: number): number {
  const { problem, links, roleTeacher, ruleCost } = state;
  const { roles } = problem.events;
  const { start, item } = links.progressOf;
  let gain = 0;
  for (let at = roles.start[event]; at < roles.start[event + 1]; at++) {
    const teacher = roleTeacher[roles.item[at]];
    if (teacher < 0) continue;
    for (let i = start[roles.item[at]]; i < start[roles.item[at] + 1]; i++) {
      gain += ruleCost[problem.monitors.progress.rule[item[i]]] * progressNow(state, item[i], teacher);
    }
  }
  return gain;
}

/** A day for each week of the lesson. */
function teacherDaysGain({ problem, links, roleTeacher, ruleCost }: WeekState, lesson: number): number {
  const { lessons, monitors } = problem;
  const { start, item } = links.teacherDaysOf;
  let gain = 0;
  for (let at = lessons.roles.start[lesson]; at < lessons.roles.start[lesson + 1]; at++) {
    const teacher = roleTeacher[lessons.roles.item[at]];
    if (teacher < 0) continue;
    for (let i = start[teacher]; i < start[teacher + 1]; i++) {
      gain += ruleCost[monitors.teacherDays.rule[item[i]]] * lessons.span[lesson];
    }
  }
  return gain;
}
