/** Required rules on several events or on a teacher's week: which is broken, and whose lessons it looks at. */
import { pairDeviation } from '../monitors/pair-shapes.ts';
import { parallelDeviation } from '../monitors/parallel.ts';
import { eachPeriod, itemsOf } from '../problem/problem.ts';
import { isPlain, type RepairState } from './state.ts';
import { broken, FINE, UNKNOWN, type Check } from './rule-check.ts';

const checkStarts: Check = (state, isRequired) => {
  const { lessons, events, slots, monitors } = state.task.problem;
  const { count, rule, event, length, set } = monitors.startInside;
  for (let m = 0; m < count; m++) {
    if (!isRequired(rule[m])) continue;
    for (const lesson of itemsOf(events.lessons, event[m])) {
      const slot = state.slot[lesson];
      if (slot < 0 || lessons.length[lesson] !== length[m]) continue;
      for (let week = 0; week < lessons.span[lesson]; week++) {
        if (monitors.slotSets[set[m] * slots.count + slot + week * slots.perWeek] === 0) continue;
        return isPlain(state.task, rule[m]) ? broken([event[m]], []) : UNKNOWN;
      }
    }
  }
  return FINE;
};

const checkRunning: Check = (state, isRequired) => {
  const { problem } = state.task;
  const { slots, events, monitors } = problem;
  const { parallel, slotSets } = monitors;
  for (let m = 0; m < parallel.count; m++) {
    if (!isRequired(parallel.rule[m])) continue;
    const runs = new Int32Array(slots.count);
    for (const event of itemsOf(parallel.events, m)) {
      const covered = new Set<number>();
      for (const lesson of itemsOf(events.lessons, event)) {
        if (state.slot[lesson] >= 0) eachPeriod(problem, lesson, state.slot[lesson], (s) => covered.add(s));
      }
      for (const s of covered) runs[s]++;
    }
    for (let s = 0; s < slots.count; s++) {
      if (slotSets[parallel.set[m] * slots.count + s] === 0) continue;
      if (parallelDeviation(parallel.shape[m], runs[s], parallel.max[m]) === 0) continue;
      return isPlain(state.task, parallel.rule[m]) ? broken([...itemsOf(parallel.events, m)], []) : UNKNOWN;
    }
  }
  return FINE;
};

const checkPairs: Check = (state, isRequired) => {
  const { problem } = state.task;
  const { pair } = problem.monitors;
  for (let m = 0; m < pair.count; m++) {
    if (!isRequired(pair.rule[m])) continue;
    const [one, other] = [pair.one[m], pair.other[m]];
    const isAlways = pair.always[m] === 1;
    if (!isAlways && state.shared[one * problem.events.count + other] === 0) continue;
    if (pairDeviation(problem, state.slot, m) === 0) continue;
    // Two sections may also cease to share a student.
    const isFixed = isAlways || (state.seatsIn[one].size === 0 && state.seatsIn[other].size === 0);
    return isFixed && isPlain(state.task, pair.rule[m])
      ? broken(
          [...new Set([one, other])].filter((event) => event >= 0),
          [],
        )
      : UNKNOWN;
  }
  return FINE;
};

/** Rules that several cures could mend are left open as soon as one is required. */
const checkRest: Check = (state, isRequired) => {
  const { progress, edgeFair, meeting, teacherDays } = state.task.problem.monitors;
  const isAny = [progress, edgeFair, meeting, teacherDays].some(({ rule }) => rule.some(isRequired));
  return isAny ? UNKNOWN : FINE;
};

export const checkSets: Check = (state: RepairState, isRequired) => {
  for (const check of [checkStarts, checkRunning, checkPairs, checkRest]) {
    const found = check(state, isRequired);
    if (found !== FINE) return found;
  }
  return FINE;
};
