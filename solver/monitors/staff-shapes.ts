/** Deviations of the monitors on who fills which roles. Sources: rules.md, teacher.loadFair, teacher.sections, teacher.fewCourses … */
import { itemsOf } from '../problem/problem.ts';
import type { StaffTables } from './tables.ts';

/** Short of `least` or over `most`; nothing at all is not short where `ifAny`. */
export const bandDeviation = (count: number, least: number, most: number, ifAny: number): number =>
  (count === 0 && ifAny === 1 ? 0 : Math.max(0, least - count)) + Math.max(0, count - most);

/** 1 where no teacher is in every event of the monitor that has one. */
export function unlikeDeviation(
  { unlike: { roles, part } }: Pick<StaffTables, 'unlike'>,
  monitor: number,
  roleTeacher: ArrayLike<number>,
): number {
  const from = roles.start[monitor];
  const until = roles.start[monitor + 1];
  const isIn = (event: number, teacher: number): boolean => {
    let filled = false;
    for (let at = from; at < until; at++) {
      if (part[at] !== event) continue;
      if (roleTeacher[roles.item[at]] === teacher) return true;
      filled ||= roleTeacher[roles.item[at]] >= 0;
    }
    return !filled;
  };
  let first = -1;
  for (let at = from; at < until; at++) {
    const teacher = roleTeacher[roles.item[at]];
    if (teacher < 0 || (first >= 0 && part[at] !== first)) continue;
    first = part[at];
    let common = true;
    for (let i = from; i < until && common; i++) common = isIn(part[i], teacher);
    if (common) return 0;
  }
  return first < 0 ? 0 : 1;
}

/** Periods by which one load is away from its target by more than the tolerance, rounded up. */
export const awayDeviation = (load: number, target: number, tolerance: number, loadUnit: number): number =>
  Math.max(0, Math.ceil((Math.abs(load - target) - tolerance) / loadUnit));

/**
 * Σ over the members who count of the periods by which the load is away from its target by more than the tolerance. Loads are in
 * load units; the mean that stands for a missing target is rounded down to periods, each excess up.
 */
export function fairDeviation(
  { fair }: Pick<StaffTables, 'fair'>,
  monitor: number,
  load: ArrayLike<number>,
  loadUnit: number,
  counts: (member: number) => boolean,
): number {
  let sum = 0;
  let people = 0;
  const members = itemsOf(fair.members, monitor);
  for (const member of members) {
    if (!counts(member)) continue;
    sum += load[fair.teacher[member]];
    people++;
  }
  if (people === 0) return 0;
  const mean = Math.floor(sum / (people * loadUnit)) * loadUnit;
  let deviation = 0;
  for (const member of members) {
    if (!counts(member)) continue;
    const target = fair.target[member] < 0 ? mean : fair.target[member];
    deviation += awayDeviation(load[fair.teacher[member]], target, fair.tolerance[monitor], loadUnit);
  }
  return deviation;
}
