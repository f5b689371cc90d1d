/**
 * Rules on the week of one teacher or of a set of teachers: days taught, periods at the edge, and the window of a meeting that is still
 * to be chosen. Counters follow what each teacher teaches.
 */
import { edgeFairDeviation } from '../../monitors/edge-fair.ts';
import type { WeekState } from '../state.ts';

/** Days of the cycle on which the teacher teaches. */
function daysTaught(state: WeekState, teacher: number): number {
  const { days } = state.problem.slots;
  let taught = 0;
  for (let d = 0; d < days; d++) if (state.dayMask[teacher * days + d] !== 0) taught++;
  return taught;
}

const over = (count: number, max: number): number => (count > max ? count - max : 0);

function daysCost(state: WeekState, teacher: number, days: number): number {
  const { teacherDaysOf } = state.links;
  const { rule, max } = state.problem.monitors.teacherDays;
  let cost = 0;
  for (let at = teacherDaysOf.start[teacher]; at < teacherDaysOf.start[teacher + 1]; at++) {
    const m = teacherDaysOf.item[at];
    cost += state.ruleCost[rule[m]] * over(days, max[m]);
  }
  return cost;
}

export const teacherDaysTotal = (state: WeekState, teacher: number): number =>
  state.links.teacherDaysOf.start[teacher] === state.links.teacherDaysOf.start[teacher + 1]
    ? 0
    : daysCost(state, teacher, daysTaught(state, teacher));

export function teacherDaysMoveDelta(
  state: WeekState,
  teacher: number,
  lesson: number,
  from: number,
  to: number,
): number {
  const { teacherDaysOf } = state.links;
  if (teacherDaysOf.start[teacher] === teacherDaysOf.start[teacher + 1]) return 0;
  const { slots, lessons } = state.problem;
  const length = lessons.length[lesson];
  let change = 0;
  for (let week = 0, shift = 0; week < lessons.span[lesson]; week++, shift += slots.perWeek) {
    const fromDay = from < 0 ? -1 : slots.day[from + shift];
    const toDay = to < 0 ? -1 : slots.day[to + shift];
    if (fromDay === toDay) continue;
    if (toDay >= 0 && state.dayMask[teacher * slots.days + toDay] === 0) change++;
    if (fromDay < 0) continue;
    let left = state.dayMask[teacher * slots.days + fromDay];
    for (let s = from + shift; s < from + shift + length; s++) {
      if (state.taught[teacher * slots.count + s] === 1) left &= ~(1 << (s % slots.slotsPerDay));
    }
    if (left === 0) change--;
  }
  if (change === 0) return 0;
  const days = daysTaught(state, teacher);
  return daysCost(state, teacher, days + change) - daysCost(state, teacher, days);
}

/** The teacher begins (sign 1) or ceases (−1) to teach the lesson that starts there. */
export function countSetsTaught(state: WeekState, teacher: number, lesson: number, first: number, sign: 1 | -1): void {
  const { edgeFairOf, meetingOf } = state.links;
  const { slots, lessons, teachers, monitors } = state.problem;
  const { edge, periods, meeting } = state.counters;
  const length = lessons.length[lesson];
  periods[teacher] += sign * length * lessons.span[lesson];
  for (let at = edgeFairOf.start[teacher]; at < edgeFairOf.start[teacher + 1]; at++) {
    const m = edgeFairOf.item[at];
    edge[m * teachers.count + teacher] += sign * periodsInside(state, monitors.edgeFair.set[m], lesson, first);
  }
  for (let at = meetingOf.start[teacher]; at < meetingOf.start[teacher + 1]; at++) {
    const row = meetingOf.item[at] * slots.count;
    for (let week = 0, from = first; week < lessons.span[lesson]; week++, from += slots.perWeek) {
      for (let s = from; s < from + length; s++) meeting[row + s] += sign;
    }
  }
}

function periodsInside({ problem, links }: WeekState, set: number, lesson: number, first: number): number {
  const row = (set * links.timeClasses + links.timeClass[lesson]) * problem.slots.count;
  return first < 0 ? 0 : links.periodsInside[row + first];
}

function edgeDeviation(state: WeekState, monitor: number): number {
  const { monitors, teachers } = state.problem;
  const { teachers: members, ratio } = monitors.edgeFair;
  const { edge, periods } = state.counters;
  return edgeFairDeviation(
    members.item,
    members.start[monitor],
    members.start[monitor + 1],
    ratio[monitor],
    edge,
    monitor * teachers.count,
    periods,
  );
}

/** Fewest periods that members teach inside one of the windows. */
function meetingDeviation(state: WeekState, monitor: number): number {
  const { windows, windowSlots } = state.problem.monitors.meeting;
  const row = monitor * state.problem.slots.count;
  let least = -1;
  for (let at = windows.start[monitor]; at < windows.start[monitor + 1]; at++) {
    const window = windows.item[at];
    let busy = 0;
    for (let i = windowSlots.start[window]; i < windowSlots.start[window + 1]; i++) {
      busy += state.counters.meeting[row + windowSlots.item[i]];
    }
    if (least < 0 || busy < least) least = busy;
  }
  return least < 0 ? 0 : least;
}

/** Whether the move changes anything that rules on sets of teachers count. */
function touchesSet(state: WeekState, set: number, lesson: number, from: number, to: number): boolean {
  return periodsInside(state, set, lesson, from) !== periodsInside(state, set, lesson, to);
}

/** Whether a move of the lesson changes anything that rules on sets of its teachers count; placing it or taking it out always does. */
function touchesSets(state: WeekState, lesson: number, from: number, to: number): boolean {
  const { edgeFairOf, meetingOf, meetingSlots } = state.links;
  const { lessons, monitors } = state.problem;
  const { roles } = lessons;
  if (from < 0 || to < 0) return true;
  for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
    const teacher = state.roleTeacher[roles.item[at]];
    if (teacher < 0) continue;
    for (let i = edgeFairOf.start[teacher]; i < edgeFairOf.start[teacher + 1]; i++) {
      if (touchesSet(state, monitors.edgeFair.set[edgeFairOf.item[i]], lesson, from, to)) return true;
    }
    for (let i = meetingOf.start[teacher]; i < meetingOf.start[teacher + 1]; i++) {
      const row = meetingOf.item[i] * state.problem.slots.count;
      if (covers(state, meetingSlots, row, lesson, from) || covers(state, meetingSlots, row, lesson, to)) return true;
    }
  }
  return false;
}

export function teacherSetsMoveDelta(state: WeekState, lesson: number, from: number, to: number): number {
  if (!touchesSets(state, lesson, from, to)) return 0;
  settleSets(state);
  countTeachers(state, lesson, from, -1);
  countTeachers(state, lesson, to, 1);
  const cost = setsDelta(state, lesson, -1);
  countTeachers(state, lesson, to, -1);
  countTeachers(state, lesson, from, 1);
  return cost;
}

/** Two lessons exchange their slots. */
export function teacherSetsSwapDelta(state: WeekState, lesson: number, partner: number): number {
  const from = state.lessonSlot[lesson];
  const to = state.lessonSlot[partner];
  const one = touchesSets(state, lesson, from, to);
  const other = touchesSets(state, partner, to, from);
  if (!one || !other) {
    if (one) return teacherSetsMoveDelta(state, lesson, from, to);
    return other ? teacherSetsMoveDelta(state, partner, to, from) : 0;
  }
  settleSets(state);
  for (const sign of [-1, 1] as const) {
    countTeachers(state, lesson, sign === -1 ? from : to, sign);
    countTeachers(state, partner, sign === -1 ? to : from, sign);
  }
  const cost = setsDelta(state, lesson, partner);
  for (const sign of [-1, 1] as const) {
    countTeachers(state, lesson, sign === -1 ? to : from, sign);
    countTeachers(state, partner, sign === -1 ? from : to, sign);
  }
  return cost;
}

/**
 * Change of cost of the sets that a teacher of one of the lessons belongs to (`partner` −1: of the first alone), the counters being elsewhere
 * for the moment.
 */
function setsDelta(state: WeekState, lesson: number, partner: number): number {
  // Several teachers may belong to one set: it is counted once.
  state.counters.look = (state.counters.look + 1) | 0;
  return setsDeltaOf(state, lesson) + (partner < 0 ? 0 : setsDeltaOf(state, partner));
}

/** Of the sets that this look has not come to yet. */
function setsDeltaOf(state: WeekState, lesson: number): number {
  const { edgeFairOf, meetingOf } = state.links;
  const { lessons, monitors } = state.problem;
  const { edgeFair, meeting } = monitors;
  const { counters, ruleCost } = state;
  const { look, edgeLooked, meetingLooked } = counters;
  const { roles } = lessons;
  let cost = 0;
  for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
    const teacher = state.roleTeacher[roles.item[at]];
    if (teacher < 0) continue;
    for (let i = edgeFairOf.start[teacher]; i < edgeFairOf.start[teacher + 1]; i++) {
      const m = edgeFairOf.item[i];
      if (edgeLooked[m] === look) continue;
      edgeLooked[m] = look;
      cost += ruleCost[edgeFair.rule[m]] * (edgeDeviation(state, m) - counters.edgeDeviation[m]);
    }
    for (let i = meetingOf.start[teacher]; i < meetingOf.start[teacher + 1]; i++) {
      const m = meetingOf.item[i];
      if (meetingLooked[m] === look) continue;
      meetingLooked[m] = look;
      cost += ruleCost[meeting.rule[m]] * (meetingDeviation(state, m) - counters.meetingDeviation[m]);
    }
  }
  return cost;
}

function countTeachers(state: WeekState, lesson: number, first: number, sign: 1 | -1): void {
  const { roles } = state.problem.lessons;
  if (first < 0) return;
  for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
    const teacher = state.roleTeacher[roles.item[at]];
    if (teacher >= 0) countSetsTaught(state, teacher, lesson, first, sign);
  }
}

/** Whether the lesson, starting there, covers a slot of the row. */
function covers({ problem }: WeekState, marked: Uint8Array, row: number, lesson: number, first: number): boolean {
  const { slots, lessons } = problem;
  if (first < 0) return false;
  for (let week = 0, from = first; week < lessons.span[lesson]; week++, from += slots.perWeek) {
    for (let s = from; s < from + lessons.length[lesson]; s++) if (marked[row + s] === 1) return true;
  }
  return false;
}

/** Counts anew what has changed of all sets. */
function settleSets(state: WeekState): void {
  const { counters } = state;
  const { edgeFair, meeting } = state.problem.monitors;
  if (counters.setsStale === 0) return;
  counters.setsStale = 0;
  for (let m = 0; m < edgeFair.count; m++) {
    if (counters.edgeStale[m] === 0) continue;
    counters.edgeStale[m] = 0;
    counters.edgeDeviation[m] = edgeDeviation(state, m);
  }
  for (let m = 0; m < meeting.count; m++) {
    if (counters.meetingStale[m] === 0) continue;
    counters.meetingStale[m] = 0;
    counters.meetingDeviation[m] = meetingDeviation(state, m);
  }
}

/** What the teacher teaches has changed. */
export function markTeacherSets(state: WeekState, teacher: number): void {
  const { edgeFairOf, meetingOf } = state.links;
  const { counters } = state;
  if (teacher < 0) return;
  counters.setsStale = 1;
  for (let at = edgeFairOf.start[teacher]; at < edgeFairOf.start[teacher + 1]; at++) {
    counters.edgeStale[edgeFairOf.item[at]] = 1;
  }
  for (let at = meetingOf.start[teacher]; at < meetingOf.start[teacher + 1]; at++) {
    counters.meetingStale[meetingOf.item[at]] = 1;
  }
}

export function teacherSetsTotal(state: WeekState): number {
  const { edgeFair, meeting } = state.problem.monitors;
  const { counters } = state;
  settleSets(state);
  let cost = 0;
  for (let m = 0; m < edgeFair.count; m++) cost += state.ruleCost[edgeFair.rule[m]] * counters.edgeDeviation[m];
  for (let m = 0; m < meeting.count; m++) cost += state.ruleCost[meeting.rule[m]] * counters.meetingDeviation[m];
  return cost;
}
