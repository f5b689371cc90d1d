/**
 * The days of students in the search: those with the same sections and the same rules are one group, and each group has a mask of busy
 * slots for every day, whose cost is looked up.
 */
import { freeDeviation, isFreeShape } from '../../monitors/student-shapes.ts';
import { invertCsr, itemsOf, makeCsr, type Csr, type Problem } from '../../problem/problem.ts';
import { dayBits, dayFrame } from '../cost-tables.ts';
import type { WeekState } from '../state.ts';

interface Term {
  rule: number;
  shape: number;
  max: number;
  open: number;
  inside: number;
}

export interface StudentDays {
  /** CSR event → groups */
  groupsOf: Csr;
  /** [groups] students */
  people: Int32Array;
  /** [groups × slots] lessons that run */
  running: Uint8Array;
  /** [groups × days] bit mask of busy slots */
  mask: Int32Array;
  /** [groups × days] row of dayCost */
  dayClass: Int32Array;
  /** [classes] */
  terms: Term[][];
  /** [classes × 2^slotsPerDay] cost of a day with this mask, for one student */
  dayCost: Int32Array;
  /** of all days of all students, kept in step */
  total: number;
  /** every group is one student, and one row of dayCost holds for all days of all: most need not be looked up */
  alike: boolean;
  /** [groups] 0, and room for the groups of any lessons: scratch */
  net: Int32Array;
  touched: Int32Array;
  /** [events] no move of one of its lessons saves more; null where lessons may be longer than a slot: then the total is the limit */
  mostGain: Int32Array | null;
}

/** Per student, the monitors that search looks at. */
function monitorsOfStudents({ monitors, students, events }: Problem): number[][] {
  const { studentDay } = monitors;
  const own: number[][] = Array.from({ length: students.count }, () => []);
  for (let m = 0; m < studentDay.count; m++) {
    if (!isFreeShape(studentDay.shape[m])) continue;
    const present = new Set(
      [...itemsOf(studentDay.events, m)].flatMap((event) => [...itemsOf(events.students, event)]),
    );
    for (const student of itemsOf(studentDay.students, m)) {
      if (studentDay.bySection[m] === 0 || present.has(student)) own[student].push(m);
    }
  }
  return own;
}

/** null where no rule looks at the days of students. */
export function makeStudentDays(problem: Problem, ruleCost: Int32Array): StudentDays | null {
  const { monitors, slots, students, events } = problem;
  const { studentDay } = monitors;
  if (!studentDay.shape.some(isFreeShape)) return null;
  const eventsOf = invertCsr(events.students, students.count);
  const groupOf = new Map<string, number>();
  const people: number[] = [];
  const attended: number[][] = [];
  const classOf = new Map<string, number>();
  const terms: Term[][] = [];
  const dayClass: number[] = [];
  monitorsOfStudents(problem).forEach((own, student) => {
    const grade = students.grade[student];
    if (own.length === 0 || grade < 0) return;
    // Where lines are merged, a student may be in one event twice.
    const attends = [...new Set(itemsOf(eventsOf, student))];
    const key = `${grade}:${own.join(' ')}:${attends.join(' ')}`;
    const known = groupOf.get(key);
    if (known !== undefined) {
      people[known]++;
      return;
    }
    groupOf.set(key, people.length);
    people.push(1);
    attended.push(attends);
    for (let day = 0; day < slots.days; day++) {
      const ofDay = own.map((m): Term => ({
        rule: studentDay.rule[m],
        shape: studentDay.shape[m],
        max: studentDay.max[m],
        open: dayBits(problem, students.gradeOpen[grade], day, 0),
        inside: dayBits(problem, studentDay.set[m], day, 0),
      }));
      const name = JSON.stringify(ofDay);
      const row = classOf.get(name) ?? terms.length;
      if (row === terms.length) {
        classOf.set(name, row);
        terms.push(ofDay);
      }
      dayClass.push(row);
    }
  });
  const days: StudentDays = {
    groupsOf: invertCsr(makeCsr(attended), events.count),
    people: Int32Array.from(people),
    running: new Uint8Array(people.length * slots.count),
    mask: new Int32Array(people.length * slots.days),
    dayClass: Int32Array.from(dayClass),
    terms,
    dayCost: new Int32Array(terms.length << slots.slotsPerDay),
    total: 0,
    alike: terms.length === 1 && people.every((count) => count === 1),
    net: new Int32Array(people.length),
    touched: new Int32Array(attended.reduce((sum, events_) => sum + events_.length, 0)),
    mostGain: problem.lessons.length.every((length) => length === 1) ? new Int32Array(events.count) : null,
  };
  priceStudentDays(problem, days, ruleCost);
  return days;
}

/** Costs by the weights of now. */
export function priceStudentDays(problem: Problem, days: StudentDays, ruleCost: Int32Array): void {
  const { terms, dayCost } = days;
  const bits = problem.slots.slotsPerDay;
  const frame = dayFrame(problem);
  dayCost.fill(0);
  terms.forEach((own, row) => {
    for (const { rule, shape, max, open, inside } of own) {
      for (let mask = 0; mask < 1 << bits; mask++)
        dayCost[(row << bits) + mask] += ruleCost[rule] * freeDeviation(shape, max, open, mask, inside, frame);
    }
  });
  days.total = sumOfDays(problem, days);
  if (days.mostGain !== null) limitGains(problem, days, days.mostGain);
}

/** For each event the most that a lesson of one slot can save its students by leaving one day and coming to another. */
function limitGains(
  { slots }: Problem,
  { groupsOf, people, dayClass, dayCost, terms }: StudentDays,
  most: Int32Array,
): void {
  const bits = slots.slotsPerDay;
  const byLeaving = new Int32Array(terms.length);
  const byComing = new Int32Array(terms.length);
  for (let row = 0; row < terms.length; row++) {
    const table = row << bits;
    for (let mask = 0; mask < 1 << bits; mask++) {
      for (let bit = 1; bit < 1 << bits; bit <<= 1) {
        if ((mask & bit) !== 0) continue;
        const gain = dayCost[table + mask] - dayCost[table + (mask | bit)];
        byComing[row] = Math.max(byComing[row], gain);
        byLeaving[row] = Math.max(byLeaving[row], -gain);
      }
    }
  }
  const ofGroup = people.map((count, group) => {
    let leaving = 0;
    let coming = 0;
    for (let cell = group * slots.days; cell < (group + 1) * slots.days; cell++) {
      leaving = Math.max(leaving, byLeaving[dayClass[cell]]);
      coming = Math.max(coming, byComing[dayClass[cell]]);
    }
    return count * (leaving + coming);
  });
  for (let event = 0; event < most.length; event++) {
    most[event] = 0;
    for (let at = groupsOf.start[event]; at < groupsOf.start[event + 1]; at++)
      most[event] += ofGroup[groupsOf.item[at]];
  }
}

/** The most that moving a lesson of the event can save. */
export const studentDaysGain = ({ mostGain, total }: StudentDays, event: number, weeks: number): number =>
  mostGain === null ? total : Math.min(total, weeks * mostGain[event]);

/** Nobody has a lesson. */
export function clearStudentDays(problem: Problem, days: StudentDays): void {
  days.running.fill(0);
  days.mask.fill(0);
  days.total = sumOfDays(problem, days);
}

/** Adds (sign 1) or removes (−1) one placed lesson. */
export function countAttended(state: WeekState, lesson: number, first: number, sign: 1 | -1): void {
  const { problem, studentDays } = state;
  if (studentDays === null) return;
  const { slots, lessons } = problem;
  const { groupsOf, running, mask, people, dayClass, dayCost } = studentDays;
  const event = lessons.event[lesson];
  if (lessons.length[lesson] === 1 && lessons.span[lesson] === 1) {
    countSlot(problem, studentDays, event, first, sign);
    return;
  }
  for (let week = 0, from = first; week < lessons.span[lesson]; week++, from += slots.perWeek) {
    for (let at = groupsOf.start[event]; at < groupsOf.start[event + 1]; at++) {
      const group = groupsOf.item[at];
      const cell = group * slots.days + slots.day[from];
      const table = dayClass[cell] << slots.slotsPerDay;
      const before = dayCost[table + mask[cell]];
      for (let s = from; s < from + lessons.length[lesson]; s++) {
        const bit = 1 << (s % slots.slotsPerDay);
        running[group * slots.count + s] += sign;
        if (running[group * slots.count + s] > 0) mask[cell] |= bit;
        else mask[cell] &= ~bit;
      }
      studentDays.total += people[group] * (dayCost[table + mask[cell]] - before);
    }
  }
}

/** The same for a lesson of one slot. */
function countSlot({ slots }: Problem, days: StudentDays, event: number, slot: number, sign: 1 | -1): void {
  const { groupsOf, running, mask, people, dayClass, dayCost } = days;
  const { item } = groupsOf;
  const end = groupsOf.start[event + 1];
  const day = slots.day[slot];
  const bit = 1 << (slot - day * slots.slotsPerDay);
  // The first lesson of a group in the slot and its last one change the mask.
  const changing = sign === 1 ? 1 : 0;
  let cost = 0;
  for (let at = groupsOf.start[event]; at < end; at++) {
    const group = item[at];
    if ((running[group * slots.count + slot] += sign) !== changing) continue;
    const cell = group * slots.days + day;
    const table = dayClass[cell] << slots.slotsPerDay;
    const before = mask[cell];
    mask[cell] = before ^ bit;
    cost += people[group] * (dayCost[table + (before ^ bit)] - dayCost[table + before]);
  }
  days.total += cost;
}

export const studentDaysTotal = ({ problem, studentDays }: WeekState): number =>
  studentDays === null ? 0 : sumOfDays(problem, studentDays);

function sumOfDays(problem: Problem, { mask, people, dayClass, dayCost }: StudentDays): number {
  const { days, slotsPerDay } = problem.slots;
  let cost = 0;
  for (let cell = 0; cell < mask.length; cell++)
    cost += people[Math.floor(cell / days)] * dayCost[(dayClass[cell] << slotsPerDay) + mask[cell]];
  return cost;
}
