/** Rules on several events, or on the week of a teacher or of a set of teachers: counted in full from a solution. */
import { edgeFairDeviation } from '../monitors/edge-fair.ts';
import { pairDeviation } from '../monitors/pair-shapes.ts';
import { PARALLEL_SHAPE, parallelDeviation } from '../monitors/parallel.ts';
import { makeProgressScratch, progressDeviation } from '../monitors/progress.ts';
import { countingPairs } from '../problem/enrol.ts';
import { eachPeriod, eventOfRoles, itemsOf, type Problem, type Solution } from '../problem/problem.ts';
import type { Counts, Views } from './true-score.ts';

/** Events of each parallel monitor that run in each slot, every one once. */
function countRunning(problem: Problem, solution: Solution, deviation: Int32Array, views: Views): void {
  const { parallel, slotSets } = problem.monitors;
  const { events, slots } = problem;
  for (let m = 0; m < parallel.count; m++) {
    const rule = parallel.rule[m];
    const runs = new Int32Array(slots.count);
    // Together is asked of sections, whichever of their lessons the rule looks at.
    const isTogether = parallel.shape[m] === PARALLEL_SHAPE.apart;
    const members = itemsOf(parallel.events, m).filter((event) => !isTogether || views.seesEvent(rule, event));
    const max = isTogether ? members.length : parallel.max[m];
    for (const event of members) {
      const covered = new Set<number>();
      for (const lesson of itemsOf(events.lessons, event)) {
        const slot = solution.lessonSlot[lesson];
        if (slot < 0 || (!isTogether && !views.seesLesson(rule, lesson))) continue;
        eachPeriod(problem, lesson, slot, (s) => covered.add(s));
      }
      for (const s of covered) runs[s]++;
    }
    for (let s = 0; s < slots.count; s++) {
      if (slotSets[parallel.set[m] * slots.count + s] === 0) continue;
      deviation[rule] += parallelDeviation(parallel.shape[m], runs[s], max);
    }
  }
}

function countPairs(problem: Problem, solution: Solution, deviation: Int32Array, views: Views): void {
  const { pair } = problem.monitors;
  const counting = countingPairs(pair, problem.events.students);
  for (let m = 0; m < pair.count; m++) {
    const rule = pair.rule[m];
    if (counting[m] === 0 || !views.seesEvent(rule, pair.one[m]) || !views.seesEvent(rule, pair.other[m])) continue;
    deviation[rule] += pairDeviation(problem, solution.lessonSlot, m);
  }
}

function countProgress(problem: Problem, solution: Solution, deviation: Int32Array, views: Views): void {
  const { progress } = problem.monitors;
  const { onlyTeachers } = problem.rules;
  const eventOfRole = eventOfRoles(problem);
  const scratch = makeProgressScratch(problem);
  const { lessonSlot, roleTeacher } = solution;
  for (let m = 0; m < progress.count; m++) {
    const rule = progress.rule[m];
    const only = itemsOf(onlyTeachers, rule);
    // A rule narrowed to rooms looks at the events that have a lesson there.
    const seen = roleTeacher.map((teacher, role) => (views.seesEvent(rule, eventOfRole[role]) ? teacher : -1));
    const teachers = new Set(Array.from(itemsOf(progress.roles, m), (role) => seen[role]));
    for (const teacher of teachers) {
      if (teacher < 0 || (only.length > 0 && !only.includes(teacher))) continue;
      deviation[rule] += progressDeviation(problem, lessonSlot, seen, eventOfRole, m, teacher, scratch);
    }
  }
}

function countTaughtDays(problem: Problem, deviation: Int32Array, taught: Int32Array, counts: Counts): void {
  const { teacherDays } = problem.monitors;
  const { slots } = problem;
  for (let m = 0; m < teacherDays.count; m++) {
    const teacher = teacherDays.teacher[m];
    if (!counts(teacherDays.rule[m], teacher, teacherDays.whileIn[m])) continue;
    const days = new Set<number>();
    for (let s = 0; s < slots.count; s++) if (taught[teacher * slots.count + s] > 0) days.add(slots.day[s]);
    deviation[teacherDays.rule[m]] += Math.max(0, days.size - teacherDays.max[m]);
  }
}

function countEdges(problem: Problem, deviation: Int32Array, taught: Int32Array, counts: Counts): void {
  const { edgeFair, slotSets } = problem.monitors;
  const { slots, teachers } = problem;
  for (let m = 0; m < edgeFair.count; m++) {
    const rule = edgeFair.rule[m];
    const edge = new Int32Array(teachers.count);
    const periods = new Int32Array(teachers.count);
    const members = itemsOf(edgeFair.teachers, m).filter((t) => counts(rule, t, edgeFair.whileIn[m]));
    for (const teacher of members) {
      for (let s = 0; s < slots.count; s++) {
        const count = taught[teacher * slots.count + s];
        periods[teacher] += count;
        if (slotSets[edgeFair.set[m] * slots.count + s]) edge[teacher] += count;
      }
    }
    deviation[rule] += edgeFairDeviation(members, 0, members.length, edgeFair.ratio[m], edge, 0, periods);
  }
}

/**
 * Meetings whose slots are to be chosen: each in the first of the windows in which its members teach least.
 *
 * @returns [teachers × slots] 1: busy with such a meeting
 */
export function countMeetings(problem: Problem, deviation: Int32Array, taught: Int32Array, counts: Counts): Uint8Array {
  const { meeting } = problem.monitors;
  const { slots } = problem;
  const busy = new Uint8Array(meeting.count === 0 ? 0 : problem.teachers.count * slots.count);
  for (let m = 0; m < meeting.count; m++) {
    const members = itemsOf(meeting.teachers, m).filter((t) => counts(meeting.rule[m], t, meeting.whileIn[m]));
    let least = -1;
    let chosen = -1;
    for (const window of itemsOf(meeting.windows, m)) {
      let periods = 0;
      for (const slot of itemsOf(meeting.windowSlots, window)) {
        for (const teacher of members) periods += taught[teacher * slots.count + slot];
      }
      if (least >= 0 && periods >= least) continue;
      least = periods;
      chosen = window;
    }
    if (chosen < 0) {
      deviation[meeting.rule[m]] += meeting.length[m] * slots.weeks * members.length;
      continue;
    }
    deviation[meeting.rule[m]] += least;
    for (const slot of itemsOf(meeting.windowSlots, chosen)) {
      for (const teacher of members) busy[teacher * slots.count + slot] = 1;
    }
  }
  return busy;
}

export function countRules(
  problem: Problem,
  solution: Solution,
  deviation: Int32Array,
  taught: Int32Array,
  views: Views,
  counts: Counts,
): void {
  countRunning(problem, solution, deviation, views);
  countPairs(problem, solution, deviation, views);
  countProgress(problem, solution, deviation, views);
  countTaughtDays(problem, deviation, taught, counts);
  countEdges(problem, deviation, taught, counts);
}
