/**
 * What the office's rules on several events or teachers count, beside what every week counts. An event that no such rule looks at pays
 * one read for them: links.watched.
 */
import { makeProgressScratch, type ProgressScratch } from '../../monitors/progress.ts';
import type { Problem } from '../../problem/problem.ts';
import { WATCHED } from '../links.ts';
import type { WeekState } from '../state.ts';
import {
  clearStudentDays,
  countAttended,
  makeStudentDays,
  studentDaysMoveDelta,
  studentDaysTotal,
} from './student-days.ts';
import { countParallel, parallelMoveDelta, parallelTotal } from './parallel.ts';
import { pairMoveDelta, pairTotal, settlePairs } from './pairs.ts';
import { progressMoveDelta, progressTotal, settleProgress, settleProgressOfEvent } from './progress.ts';
import {
  settleTeacherSets,
  touchesSets,
  teacherDaysMoveDelta,
  teacherSetsMoveDelta,
  teacherSetsTotal,
} from './teacher-week.ts';

export interface RuleCounters {
  /** [parallel monitors × slots] events that run */
  parallel: Int32Array;
  /** [pair monitors] deviation; 0 where the two share nobody */
  pair: Int32Array;
  /** [progress monitors × teachers] deviation */
  progress: Int32Array;
  /** [progress monitors] over all teachers */
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
  progressScratch: ProgressScratch;
}

export function makeRuleCounters(problem: Problem): RuleCounters {
  const { monitors, slots, teachers } = problem;
  const { parallel, pair, progress, edgeFair, meeting } = monitors;
  return {
    parallel: new Int32Array(parallel.count * slots.count),
    pair: new Int32Array(pair.count),
    progress: new Int32Array(progress.count * teachers.count),
    progressSum: new Int32Array(progress.count),
    edge: new Int32Array(edgeFair.count * teachers.count),
    edgeDeviation: new Int32Array(edgeFair.count),
    periods: new Int32Array(teachers.count),
    meeting: new Int32Array(meeting.count * slots.count),
    meetingDeviation: new Int32Array(meeting.count),
    progressScratch: makeProgressScratch(problem),
  };
}

export function clearRuleCounters({ problem, counters, studentDays }: WeekState): void {
  if (studentDays !== null) clearStudentDays(problem, studentDays);
  const { parallel, pair, progress, progressSum, edge, edgeDeviation, periods, meeting, meetingDeviation } = counters;
  for (const counter of [parallel, pair, progress, progressSum, edge, edgeDeviation]) counter.fill(0);
  for (const counter of [periods, meeting, meetingDeviation]) counter.fill(0);
}

/** Students have changed sections: loaded anew from here. */
export function reseat(state: WeekState): void {
  state.studentDays = makeStudentDays(state.problem, state.ruleCost);
}

/** The lesson has moved; the counters of parallel events and of teachers are in step already. */
export function settleRules(state: WeekState, lesson: number, from: number, to: number): void {
  const event = state.problem.lessons.event[lesson];
  const watched = state.links.watched[event];
  if (watched & WATCHED.pair) settlePairs(state, event);
  if (watched & WATCHED.progress) settleProgressOfEvent(state, event);
  if (watched & WATCHED.teacherSets && touchesSets(state, lesson, from, to)) {
    const { roles } = state.problem.lessons;
    for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
      settleTeacherSets(state, state.roleTeacher[roles.item[at]]);
    }
  }
}

/** The role has gone from one teacher to another. */
export function settleTeachers(state: WeekState, role: number, before: number, after: number): void {
  const watched = state.links.watched[state.links.eventOfRole[role]];
  if (watched & WATCHED.progress) {
    settleProgress(state, role, before);
    settleProgress(state, role, after);
  }
  if (watched & WATCHED.teacherSets) {
    settleTeacherSets(state, before);
    settleTeacherSets(state, after);
  }
}

export function ruleMoveDelta(state: WeekState, lesson: number, from: number, to: number): number {
  const watched = state.links.watched[state.problem.lessons.event[lesson]];
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

/** What depends on who teaches what, beyond each teacher's own days. */
export const teachingRulesTotal = (state: WeekState): number => progressTotal(state) + teacherSetsTotal(state);

/** All of it but the days of single teachers, which teacherTotal has. */
export const rulesTotal = (state: WeekState): number =>
  parallelTotal(state) + pairTotal(state) + studentDaysTotal(state) + teachingRulesTotal(state);

export { countAttended, countParallel };
