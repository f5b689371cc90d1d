/** What moves and exchanges of lessons cost the days of students, by reading masks alone. */
import type { Problem } from '../../problem/problem.ts';
import { OWN_OVERLAP } from '../links.ts';
import type { WeekState } from '../state.ts';
import type { StudentDays } from './student-days.ts';

/** Change of cost when the lesson moves from one start to another (−1: none). */
export function studentDaysMoveDelta(state: WeekState, lesson: number, from: number, to: number): number {
  const { studentDays, problem } = state;
  if (studentDays === null) return 0;
  const { start, item } = studentDays.groupsOf;
  const event = problem.lessons.event[lesson];
  const end = start[event + 1];
  let cost = 0;
  if (from >= 0 && to >= 0 && isShort(problem, lesson)) {
    if (isByMask(state, event, from)) {
      const { days, day, slotsPerDay } = problem.slots;
      const clear = 1 << (from - day[from] * slotsPerDay);
      const set = 1 << (to - day[to] * slotsPerDay);
      for (let at = start[event]; at < end; at++)
        cost += maskDelta(studentDays, item[at] * days, day[from], clear, day[to], set);
      return cost;
    }
    for (let at = start[event]; at < end; at++) cost += slotDelta(problem, studentDays, item[at], from, to);
    return cost;
  }
  for (let at = start[event]; at < end; at++) cost += groupMoveDelta(problem, studentDays, item[at], lesson, from, to);
  return cost;
}

/** Two lessons of equal length and weeks, which share no slot, exchange their slots: for who attends both nothing changes. */
export function studentDaysSwapDelta(state: WeekState, lesson: number, partner: number): number {
  const { studentDays, problem, lessonSlot } = state;
  if (studentDays === null) return 0;
  if (isShort(problem, lesson)) return studentDaysPushDelta(state, lesson, partner, lessonSlot[lesson]);
  const { start, item } = studentDays.groupsOf;
  const { event } = problem.lessons;
  const from = lessonSlot[lesson];
  const to = lessonSlot[partner];
  const end = start[event[lesson] + 1];
  const otherEnd = start[event[partner] + 1];
  let i = start[event[lesson]];
  let j = start[event[partner]];
  let cost = 0;
  while (i < end || j < otherEnd) {
    if (i < end && j < otherEnd && item[i] === item[j]) {
      i++;
      j++;
    } else if (j === otherEnd || (i < end && item[i] < item[j])) {
      cost += groupMoveDelta(problem, studentDays, item[i++], lesson, from, to);
    } else cost += groupMoveDelta(problem, studentDays, item[j++], partner, to, from);
  }
  return cost;
}

/** A lesson of one slot goes to where another such lesson is, and that one to a third slot or to where the first was. */
export function studentDaysPushDelta(state: WeekState, lesson: number, partner: number, aside: number): number {
  const { studentDays, problem, lessonSlot } = state;
  if (studentDays === null) return 0;
  const { start, item } = studentDays.groupsOf;
  const { event } = problem.lessons;
  const { days, day, slotsPerDay } = problem.slots;
  const from = lessonSlot[lesson];
  const to = lessonSlot[partner];
  const end = start[event[lesson] + 1];
  const otherEnd = start[event[partner] + 1];
  const byMask = isByMask(state, event[lesson], from) && isByMask(state, event[partner], to);
  const [fromDay, toDay, asideDay] = [day[from], day[to], day[aside]];
  const fromBit = 1 << (from - fromDay * slotsPerDay);
  const toBit = 1 << (to - toDay * slotsPerDay);
  const asideBit = 1 << (aside - asideDay * slotsPerDay);
  let i = start[event[lesson]];
  let j = start[event[partner]];
  let cost = 0;
  while (i < end || j < otherEnd) {
    if (j === otherEnd || (i < end && item[i] < item[j])) {
      const group = item[i++];
      cost += byMask
        ? maskDelta(studentDays, group * days, fromDay, fromBit, toDay, toBit)
        : slotDelta(problem, studentDays, group, from, to);
    } else if (i === end || item[j] < item[i]) {
      const group = item[j++];
      cost += byMask
        ? maskDelta(studentDays, group * days, toDay, toBit, asideDay, asideBit)
        : slotDelta(problem, studentDays, group, to, aside);
    } else {
      // Who attends both is in `to` before and after.
      cost += slotDelta(problem, studentDays, item[i++], from, aside);
      j++;
    }
  }
  return cost;
}

/** Lessons of one slot change sides between two slots. */
export function studentDaysSidesDelta(state: WeekState, lessons: Int32Array, size: number, one: number, other: number) {
  const { studentDays, problem, lessonSlot } = state;
  if (studentDays === null) return 0;
  const { groupsOf, running, mask, people, dayClass, dayCost, net, touched } = studentDays;
  const { slots } = problem;
  let count = 0;
  for (let i = 0; i < size; i++) {
    const event = problem.lessons.event[lessons[i]];
    const step = lessonSlot[lessons[i]] === one ? 1 : -1;
    const end = groupsOf.start[event + 1];
    for (let at = groupsOf.start[event]; at < end; at++) {
      const group = groupsOf.item[at];
      net[group] += step;
      touched[count++] = group;
    }
  }
  const oneDay = slots.day[one];
  const otherDay = slots.day[other];
  const oneBit = 1 << (one - oneDay * slots.slotsPerDay);
  const otherBit = 1 << (other - otherDay * slots.slotsPerDay);
  let cost = 0;
  for (let i = 0; i < count; i++) {
    const group = touched[i];
    const change = net[group];
    if (change === 0) continue;
    // Once for each group, however often it was touched.
    net[group] = 0;
    const cell = group * slots.days + oneDay;
    const otherCell = group * slots.days + otherDay;
    const table = dayClass[cell] << slots.slotsPerDay;
    const otherTable = dayClass[otherCell] << slots.slotsPerDay;
    const busy = mask[cell];
    const otherBusy = mask[otherCell];
    const after = running[group * slots.count + one] > change ? busy | oneBit : busy & ~oneBit;
    if (oneDay === otherDay) {
      const both = running[group * slots.count + other] + change > 0 ? after | otherBit : after & ~otherBit;
      cost += people[group] * (dayCost[table + both] - dayCost[table + busy]);
      continue;
    }
    const otherAfter = running[group * slots.count + other] + change > 0 ? otherBusy | otherBit : otherBusy & ~otherBit;
    cost +=
      people[group] *
      (dayCost[table + after] -
        dayCost[table + busy] +
        dayCost[otherTable + otherAfter] -
        dayCost[otherTable + otherBusy]);
  }
  return cost;
}

/**
 * Whether a student's day is looked up by its mask alone, when lessons leave their slots: nobody is in two at once there, and students are
 * alike.
 */
const isByMask = ({ problem, overlap, studentDays }: WeekState, event: number, slot: number): boolean =>
  studentDays !== null && studentDays.alike && overlap[slot * problem.events.count + event] === OWN_OVERLAP;

/** A student leaves one slot and comes to another; both bits are within their days. */
function maskDelta(
  { mask, dayCost }: StudentDays,
  week: number,
  fromDay: number,
  clear: number,
  toDay: number,
  set: number,
): number {
  const busy = mask[week + fromDay];
  if (fromDay === toDay) return dayCost[(busy & ~clear) | set] - dayCost[busy];
  const there = mask[week + toDay];
  return dayCost[busy & ~clear] - dayCost[busy] + dayCost[there | set] - dayCost[there];
}

/** One slot in one week. */
const isShort = ({ lessons }: Problem, lesson: number): boolean =>
  lessons.length[lesson] === 1 && lessons.span[lesson] === 1;

/** A lesson of one slot goes to another, for all students of one group. */
function slotDelta(
  { slots }: Problem,
  { running, mask, people, dayClass, dayCost }: StudentDays,
  group: number,
  from: number,
  to: number,
): number {
  const bits = slots.slotsPerDay;
  const fromDay = slots.day[from];
  const toDay = slots.day[to];
  const cell = group * slots.days + fromDay;
  const table = dayClass[cell] << bits;
  const busy = mask[cell];
  const left = running[group * slots.count + from] === 1 ? busy & ~(1 << (from - fromDay * bits)) : busy;
  const set = 1 << (to - toDay * bits);
  if (fromDay === toDay) return people[group] * (dayCost[table + (left | set)] - dayCost[table + busy]);
  const other = group * slots.days + toDay;
  const otherTable = dayClass[other] << bits;
  const there = mask[other];
  return (
    people[group] *
    (dayCost[table + left] - dayCost[table + busy] + dayCost[otherTable + (there | set)] - dayCost[otherTable + there])
  );
}

/** For all students of one group. */
function groupMoveDelta(
  { slots, lessons }: Problem,
  { running, mask, people, dayClass, dayCost }: StudentDays,
  group: number,
  lesson: number,
  from: number,
  to: number,
): number {
  const length = lessons.length[lesson];
  const bits = slots.slotsPerDay;
  let cost = 0;
  for (let week = 0, shift = 0; week < lessons.span[lesson]; week++, shift += slots.perWeek) {
    const now = from + shift;
    const then = to + shift;
    const fromDay = from >= 0 ? slots.day[now] : -1;
    const toDay = to >= 0 ? slots.day[then] : -1;
    const set = to >= 0 ? ((1 << length) - 1) << (then % bits) : 0;
    if (fromDay >= 0) {
      const row = group * slots.count + now;
      const goes = now % bits;
      let clear = 0;
      for (let k = 0; k < length; k++) if (running[row + k] === 1) clear |= 1 << (goes + k);
      const cell = group * slots.days + fromDay;
      const table = dayClass[cell] << bits;
      const left = mask[cell] & ~clear;
      cost += dayCost[table + (fromDay === toDay ? left | set : left)] - dayCost[table + mask[cell]];
    }
    if (toDay >= 0 && toDay !== fromDay) {
      const cell = group * slots.days + toDay;
      const table = dayClass[cell] << bits;
      cost += dayCost[table + (mask[cell] | set)] - dayCost[table + mask[cell]];
    }
  }
  return cost * people[group];
}
