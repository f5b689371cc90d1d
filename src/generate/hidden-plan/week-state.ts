/**
 * The homerooms' weeks while they are searched: what is in each slot, and the cost of it. The cost of placing a lesson is counted
 * against what is already there, so that the costs of placing all lessons, in any order, add up to the same total: HARD for each period
 * where the lesson may not be, and for each beyond the first of a teacher or beyond the rooms of a kind; 1 for each lesson of a
 * section beyond its first of a day.
 */
import { lineSlots } from './line-slots.ts';
import type { Lessons } from './homeroom-lessons.ts';
import type { KindUse } from './resources.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { HiddenPlan } from './plan.ts';

export const FREE = -1;
export const CLOSED = -2;
export const HARD = 10;

export interface WeekState {
  /** homeroom × slot: a lesson, FREE or CLOSED */
  cell: Int32Array;
  /** by lesson: its first slot, −1 while open */
  startOf: Int32Array;
  /** Places a lesson in free cells; returns its cost. */
  put(lesson: number, slot: number): number;
  /** Takes a lesson out; returns what it cost. */
  lift(lesson: number): number;
}

/** By homeroom: slots without lessons of its own (closed, or students of it walk). */
function closedSlots(model: SchoolModel, plan: HiddenPlan): Set<number>[] {
  const closed = model.school.homerooms.map(({ grade }) => {
    const open = model.gradeOpen[model.gradeOf.get(grade) ?? -1];
    return new Set([...(open?.keys() ?? [])].filter((slot) => !open?.[slot]));
  });
  for (const line of plan.lines) {
    const walkers = line.sections.flatMap((index) => plan.sections[index]?.students ?? []);
    for (const homeroom of new Set(walkers.map((student) => model.studentHomeroom[student] ?? -1))) {
      for (const slot of lineSlots(line)) closed[homeroom]?.add(slot);
    }
  }
  return closed;
}

/** By grade: slots in which some homeroom of it has lessons of its own. */
export function slotsOfHomerooms(model: SchoolModel, plan: HiddenPlan): number[][] {
  const closed = closedSlots(model, plan);
  return model.school.grades.map(({ id }) => {
    const own = model.school.homerooms.flatMap(({ grade }, h) => (grade === id ? [h] : []));
    return Array.from({ length: model.grid.slotCount }, (_, slot) => slot).filter((slot) =>
      own.some((h) => !closed[h]?.has(slot)),
    );
  });
}

/** `use` already holds what the walking sections take; lessons placed are counted in it. */
export function makeWeekState(model: SchoolModel, plan: HiddenPlan, lessons: Lessons, use: KindUse): WeekState {
  const { slotCount, periodsPerDay, days } = model.grid;
  const { length, homeroom, teacher, kind, section, teacher2, kind2, section2, allowed } = lessons;
  const closed = closedSlots(model, plan);
  const cell = new Int32Array(model.school.homerooms.length * slotCount).fill(FREE);
  closed.forEach((slots, h) => {
    for (const slot of slots) cell[h * slotCount + slot] = CLOSED;
  });

  const teachers = plan.sections.reduce((most, { teacher: index }) => Math.max(most, index + 1), 0);
  const busy = new Int32Array(teachers * slotCount);
  for (const walking of plan.sections) {
    const line = plan.lines[walking.line];
    if (!line || walking.teacher < 0) continue;
    for (const slot of lineSlots(line)) busy[walking.teacher * slotCount + slot]!++;
  }
  const perDay = new Int32Array(plan.sections.length * days);
  const startOf = new Int32Array(lessons.count).fill(-1);

  const costAt = (lesson: number, slot: number): number => {
    const day = Math.floor(slot / periodsPerDay);
    let cost = perDay[section[lesson]! * days + day]! > 0 ? 1 : 0;
    const second = section2[lesson]!;
    if (second >= 0 && second !== section[lesson]! && perDay[second * days + day]! > 0) cost++;
    const mayBe = allowed[lesson]!;
    const row = teacher[lesson]! * slotCount;
    const rooms = kind[lesson]! * slotCount;
    const row2 = teacher2[lesson]! === teacher[lesson]! ? -1 : teacher2[lesson]! * slotCount;
    const rooms2 = kind2[lesson]! * slotCount;
    for (let s = slot; s < slot + length[lesson]!; s++) {
      if (!mayBe[s]) cost += HARD;
      if (row >= 0 && busy[row + s]! > 0) cost += HARD;
      if (row2 >= 0 && busy[row2 + s]! > 0) cost += HARD;
      if (rooms >= 0 && use.used[rooms + s]! >= use.capacity[rooms + s]!) cost += HARD;
      if (rooms2 >= 0 && rooms2 !== rooms && use.used[rooms2 + s]! >= use.capacity[rooms2 + s]!) cost += HARD;
    }
    return cost;
  };
  const occupy = (lesson: number, slot: number, by: 1 | -1): void => {
    const row = teacher[lesson]! * slotCount;
    const rooms = kind[lesson]! * slotCount;
    const cells = homeroom[lesson]! * slotCount;
    const row2 = teacher2[lesson]! === teacher[lesson]! ? -1 : teacher2[lesson]! * slotCount;
    const rooms2 = kind2[lesson]! === kind[lesson]! ? -1 : kind2[lesson]! * slotCount;
    perDay[section[lesson]! * days + Math.floor(slot / periodsPerDay)]! += by;
    const second = section2[lesson]!;
    if (second >= 0 && second !== section[lesson]!) perDay[second * days + Math.floor(slot / periodsPerDay)]! += by;
    for (let s = slot; s < slot + length[lesson]!; s++) {
      if (row >= 0) busy[row + s]! += by;
      if (row2 >= 0) busy[row2 + s]! += by;
      if (rooms >= 0) use.used[rooms + s]! += by;
      if (rooms2 >= 0) use.used[rooms2 + s]! += by;
      cell[cells + s] = by === 1 ? lesson : FREE;
    }
  };
  return {
    cell,
    startOf,
    put(lesson, slot) {
      const cost = costAt(lesson, slot);
      occupy(lesson, slot, 1);
      startOf[lesson] = slot;
      return cost;
    },
    lift(lesson) {
      const slot = startOf[lesson]!;
      occupy(lesson, slot, -1);
      startOf[lesson] = -1;
      return costAt(lesson, slot);
    },
  };
}
