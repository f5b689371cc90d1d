/**
 * What the office's rules on several events or teachers count, beside what every week counts. An event that no such rule looks at pays
 * one read for them: links.watched.
 */
import { makeProgressScratch, type ProgressScratch } from '../../monitors/progress.ts';
import type { Problem } from '../../problem/problem.ts';
import { WATCHED } from '../links.ts';
import type { WeekState } from '../state.ts';
import { clearStudentDays, countAttended, makeStudentDays, studentDaysTotal } from './student-days.ts';
import { studentDaysMoveDelta, studentDaysSwapDelta } from './student-days-delta.ts';
import { countParallel, parallelMoveDelta, parallelSwapDelta, parallelTotal } from './parallel.ts';
import { markPairs, pairMoveDelta, pairSwapDelta, pairTotal } from './pairs.ts';
import { markProgress, markProgressOfEvent, progressMoveDelta, progressSwapDelta, progressTotal } from './progress.ts';
import {
  markTeacherSets,
  teacherDaysMoveDelta,
  teacherSetsMoveDelta,
  teacherSetsSwapDelta,
  teacherSetsTotal,
} from './teacher-week.ts';

export interface RuleCounters {
  /** [parallel monitors × slots] events that run */
  parallel: Int32Array;
  /** [pair monitors] deviation; 0 where the two share nobody */
  pair: Int32Array;
  /** [pair monitors] 1: to be counted anew before it is read */
  pairStale: Uint8Array;
  /** [progress monitors × teachers] deviation */
  progress: Int32Array;
  /** the same: 1 to be counted anew before it is read, 1 in the list of those that may have to be */
  progressStale: Uint8Array;
  progressListed: Uint8Array;
  progressList: Int32Array;
  progressListSize: number;
  /** [progress monitors] over all teachers, those to be counted anew as they were */
  progressSum: Int32Array;
  /** [edgeFair monitors × teachers] periods inside the slot set */
  edge: Int32Array;
  /** [edgeFair monitors] deviation */
  edgeDeviation: Int32Array;
  /** [teachers] periods taught, where a monitor asks */
  periods: Int32Array;
  /** [meeting monitors × slots] periods that members teach */
  meeting: Int32Array;
  /** [meeting monitors] deviation */
  meetingDeviation: Int32Array;
  /** [edgeFair monitors] and [meeting monitors] 1: to be counted anew; setsStale 1: some of them are */
  edgeStale: Uint8Array;
  meetingStale: Uint8Array;
  setsStale: 0 | 1;
  /** [edgeFair monitors] and [meeting monitors] number of the look that came to it last */
  edgeLooked: Int32Array;
  meetingLooked: Int32Array;
  look: number;
  progressScratch: ProgressScratch;
}

export function makeRuleCounters(problem: Problem): RuleCounters {
  const { monitors, slots, teachers } = problem;
  const { parallel, pair, progress, edgeFair, meeting } = monitors;
  return {
    parallel: new Int32Array(parallel.count * slots.count),
    pair: new Int32Array(pair.count),
    pairStale: new Uint8Array(pair.count),
    progress: new Int32Array(progress.count * teachers.count),
    progressStale: new Uint8Array(progress.count * teachers.count),
    progressListed: new Uint8Array(progress.count * teachers.count),
    progressList: new Int32Array(progress.count * teachers.count),
    progressListSize: 0,
    progressSum: new Int32Array(progress.count),
    edge: new Int32Array(edgeFair.count * teachers.count),
    edgeDeviation: new Int32Array(edgeFair.count),
    periods: new Int32Array(teachers.count),
    meeting: new Int32Array(meeting.count * slots.count),
    meetingDeviation: new Int32Array(meeting.count),
    edgeStale: new Uint8Array(edgeFair.count),
    meetingStale: new Uint8Array(meeting.count),
    setsStale: 0,
    edgeLooked: new Int32Array(edgeFair.count),
    meetingLooked: new Int32Array(meeting.count),
    look: 0,
    progressScratch: makeProgressScratch(problem),
  };
}

export function clearRuleCounters({ problem, counters, studentDays }: WeekState): void {
  if (studentDays !== null) clearStudentDays(problem, studentDays);
  const { parallel, pair, progress, progressSum, edge, edgeDeviation, periods, meeting, meetingDeviation } = counters;
  for (const counter of [parallel, pair, progress, progressSum, edge, edgeDeviation]) counter.fill(0);
  for (const counter of [periods, meeting, meetingDeviation]) counter.fill(0);
  for (const marks of [counters.pairStale, counters.progressStale, counters.progressListed]) marks.fill(0);
  for (const marks of [counters.edgeStale, counters.meetingStale]) marks.fill(0);
  counters.progressListSize = 0;
  counters.setsStale = 0;
}

/** Students have changed sections: loaded anew from here. */
export function reseat(state: WeekState): void {
  state.studentDays = makeStudentDays(state.problem, state.ruleCost);
}

/** The lesson has moved; the counters of parallel events, of students and of teachers are in step already. */
export function markRules(state: WeekState, lesson: number): void {
  const event = state.problem.lessons.event[lesson];
  const watched = state.links.watched[event];
  if (watched & WATCHED.pair) markPairs(state, event);
  if (watched & WATCHED.progress) markProgressOfEvent(state, event);
  if (watched & WATCHED.teacherSets) {
    const { roles } = state.problem.lessons;
    for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
      markTeacherSets(state, state.roleTeacher[roles.item[at]]);
    }
  }
}

/** The role has gone from one teacher to another. */
export function markTeachers(state: WeekState, role: number, before: number, after: number): void {
  const watched = state.links.watched[state.links.eventOfRole[role]];
  if (watched & WATCHED.progress) {
    markProgress(state, role, before);
    markProgress(state, role, after);
  }
  if (watched & WATCHED.teacherSets) {
    markTeacherSets(state, before);
    markTeacherSets(state, after);
  }
}

export const ruleMoveDelta = (state: WeekState, lesson: number, from: number, to: number): number =>
  moveDelta(state, lesson, from, to, state.links.watched[state.problem.lessons.event[lesson]]);

/** By the rules of these bits alone. */
function moveDelta(state: WeekState, lesson: number, from: number, to: number, watched: number): number {
  let cost = 0;
  if (watched & WATCHED.parallel) cost += parallelMoveDelta(state, lesson, from, to);
  if (watched & WATCHED.pair) cost += pairMoveDelta(state, lesson, to);
  if (watched & WATCHED.progress) cost += progressMoveDelta(state, lesson, to);
  if (watched & WATCHED.teacherDays) {
    const { roles } = state.problem.lessons;
    for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
      const teacher = state.roleTeacher[roles.item[at]];
      if (teacher >= 0) cost += teacherDaysMoveDelta(state, teacher, lesson, from, to);
    }
  }
  if (watched & WATCHED.students) cost += studentDaysMoveDelta(state, lesson, from, to);
  if (watched & WATCHED.teacherSets) cost += teacherSetsMoveDelta(state, lesson, from, to);
  return cost;
}

/**
 * Two placed lessons of different events, without a teacher in common, of equal length and weeks, which share no slot, exchange their
 * slots.
 */
export function ruleSwapDelta(state: WeekState, lesson: number, partner: number): number {
  const { lessons } = state.problem;
  const from = state.lessonSlot[lesson];
  const to = state.lessonSlot[partner];
  const one = state.links.watched[lessons.event[lesson]];
  const other = state.links.watched[lessons.event[partner]];
  const both = one & other;
  let cost = 0;
  if (both & WATCHED.parallel) cost += parallelSwapDelta(state, lesson, partner);
  if (both & WATCHED.pair) cost += pairSwapDelta(state, lesson, partner);
  if (both & WATCHED.progress) cost += progressSwapDelta(state, lesson, partner);
  if (both & WATCHED.students) cost += studentDaysSwapDelta(state, lesson, partner);
  if (both & WATCHED.teacherSets) cost += teacherSetsSwapDelta(state, lesson, partner);
  // Days of teachers are those of one lesson alone.
  const apart = ~(both & ~WATCHED.teacherDays);
  return cost + moveDelta(state, lesson, from, to, one & apart) + moveDelta(state, partner, to, from, other & apart);
}

/** What depends on who teaches what, beyond each teacher's own days. */
export const teachingRulesTotal = (state: WeekState): number => progressTotal(state) + teacherSetsTotal(state);

/** All of it but the days of single teachers, which teacherTotal has. */
export const rulesTotal = (state: WeekState): number =>
  parallelTotal(state) + pairTotal(state) + studentDaysTotal(state) + teachingRulesTotal(state);

export { countAttended, countParallel };
