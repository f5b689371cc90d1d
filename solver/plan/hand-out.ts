/** A teacher plan without a model: sections handed out one by one, then moves, exchanges and repairs. */
import type { Component, SectionClass } from './teacher-classes.ts';
import { BELOW_MIN, changePrice, count, mayTake, newLoads, SHORT, teacherCost } from './teacher-loads.ts';
import type { TeacherProblem } from './types.ts';

interface Unit {
  group: SectionClass;
  section: number;
}

export interface Reached {
  /** periods without a teacher */
  short: number;
  /** the cost of these and of loads below the least */
  hard: number;
  cost: number;
}

/** What has its earlier teacher first, then long sections with few candidates, each to the teacher who is cheapest with it, or to whom a plan gives it; then moves, exchanges and repairs. */
export function handOut(
  problem: TeacherProblem,
  component: Component,
  teacherOf: Int32Array,
  isPlanned = false,
): Reached {
  const loads = newLoads(problem);
  const units: Unit[] = component.classes.flatMap((group) => group.members.map((section) => ({ group, section })));
  units.sort(
    (a, b) =>
      Number(problem.sections[b.section].bound >= 0) - Number(problem.sections[a.section].bound >= 0) ||
      Number(b.group.earlier >= 0) - Number(a.group.earlier >= 0) ||
      a.group.candidates.length - b.group.candidates.length ||
      b.group.periods - a.group.periods ||
      a.group.course - b.group.course ||
      a.section - b.section,
  );
  const give = (unit: Unit, teacher: number): void => {
    teacherOf[unit.section] = teacher;
    if (teacher >= 0) count(loads, unit.group, teacher, 1);
  };
  const take = (unit: Unit): number => {
    const teacher = teacherOf[unit.section];
    if (teacher >= 0) count(loads, unit.group, teacher, -1);
    teacherOf[unit.section] = -1;
    return teacher;
  };
  /** the change of cost if the teacher got the section */
  const priceOf = (unit: Unit, teacher: number): number => {
    const before = teacherCost(problem, loads, teacher);
    count(loads, unit.group, teacher, 1);
    const after = teacherCost(problem, loads, teacher);
    count(loads, unit.group, teacher, -1);
    return after - before + changePrice(problem, unit.group, teacher);
  };
  const cheapest = (unit: Unit, but: number): number => {
    let best = -1;
    let bestPrice = Infinity;
    for (const teacher of unit.group.candidates) {
      if (teacher === but || !mayTake(problem, loads, unit.group, teacher)) continue;
      const price = priceOf(unit, teacher) * 1000 + loads.load[teacher];
      if (price < bestPrice) {
        best = teacher;
        bestPrice = price;
      }
    }
    return best;
  };
  /** A teacher whom the section fits once one of his sections has gone to someone else. */
  const makeRoom = (unit: Unit): boolean => {
    for (const teacher of unit.group.candidates) {
      for (const other of units) {
        if (teacherOf[other.section] !== teacher || problem.sections[other.section].bound >= 0) continue;
        take(other);
        const heir = mayTake(problem, loads, unit.group, teacher) ? cheapest(other, teacher) : -1;
        if (heir >= 0) {
          give(other, heir);
          give(unit, teacher);
          return true;
        }
        give(other, teacher);
      }
    }
    return false;
  };
  for (const unit of units) {
    const { bound, earlier } = problem.sections[unit.section];
    if (isPlanned) {
      give(unit, teacherOf[unit.section]);
      continue;
    }
    // What the school binds stays, whatever it costs: the judge will say what it breaks.
    const stays = earlier >= 0 && mayTake(problem, loads, unit.group, earlier);
    const teacher = bound >= 0 ? bound : stays ? earlier : cheapest(unit, -1);
    if (teacher >= 0 || !makeRoom(unit)) give(unit, teacher);
  }
  const free = units.filter(({ section }) => problem.sections[section].bound < 0);
  /** of the teacher as it stands, and of his having the section */
  const costOf = (unit: Unit, teacher: number): number =>
    teacherCost(problem, loads, teacher) + changePrice(problem, unit.group, teacher);
  const total = (): number =>
    component.teachers.reduce((sum, teacher) => sum + teacherCost(problem, loads, teacher), 0) +
    units.reduce((sum, { group, section }) => sum + changePrice(problem, group, teacherOf[section]), 0);
  for (let pass = 0; pass < 6; pass++) {
    let better = false;
    for (const unit of free) {
      const from = take(unit);
      const stay = from >= 0 ? priceOf(unit, from) : SHORT * unit.group.periods;
      const to = cheapest(unit, from);
      const moves = to >= 0 && priceOf(unit, to) < stay;
      if (moves) better = true;
      give(unit, moves ? to : from);
    }
    for (const [i, a] of free.entries()) {
      for (let j = i + 1; j < free.length; j++) {
        const b = free[j];
        const [x, y] = [teacherOf[a.section], teacherOf[b.section]];
        if (x === y || x < 0 || y < 0 || a.group === b.group) continue;
        if (!a.group.candidates.includes(y) || !b.group.candidates.includes(x)) continue;
        const before = costOf(a, x) + costOf(b, y);
        take(a);
        take(b);
        const fits = mayTake(problem, loads, a.group, y) && mayTake(problem, loads, b.group, x);
        give(a, fits ? y : x);
        give(b, fits ? x : y);
        if (!fits) continue;
        if (costOf(a, y) + costOf(b, x) < before) {
          better = true;
          continue;
        }
        take(a);
        take(b);
        give(a, x);
        give(b, y);
      }
    }
    if (!better) break;
  }
  let short = 0;
  for (const { group, section } of units) if (teacherOf[section] < 0) short += group.periods;
  const below = component.teachers.reduce((sum, t) => sum + Math.max(0, problem.teachers[t].min - loads.load[t]), 0);
  return { short, hard: short * SHORT + below * BELOW_MIN, cost: short * SHORT + total() };
}
