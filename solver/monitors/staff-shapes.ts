/** Deviations of the monitors on who fills which roles. Sources: rules.md, teacher.loadFair, teacher.sections, teacher.fewCourses … */
import { itemsOf } from '../problem/problem.ts';
import type { StaffTables } from './tables.ts';

/** Short of `least` or over `most`. */
export const bandDeviation = (count: number, least: number, most: number): number =>
  Math.max(0, least - count) + Math.max(0, count - most);

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
    const away = Math.abs(load[fair.teacher[member]] - target) - fair.tolerance[monitor];
    if (away > 0) deviation += Math.ceil(away / loadUnit);
  }
  return deviation;
}
