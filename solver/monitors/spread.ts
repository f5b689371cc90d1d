/**
 * Lessons of one event over the days of each week: Σ over successive lessons max(0, minGapDays − days between) + Σ_day max(0,
 * lessons − maxPerDay), summed over the weeks. A double is one lesson; the week does not wrap. Source: rules.md, course.spread.
 */
export function spreadDeviation(
  lessonsPerDay: Int32Array | Uint8Array,
  from: number,
  days: number,
  daysPerWeek: number,
  maxPerDay: number,
  minGapDays: number,
): number {
  let deviation = 0;
  let previous = -1;
  for (let day = 0; day < days; day++) {
    if (day % daysPerWeek === 0) previous = -1;
    const lessons = lessonsPerDay[from + day];
    if (lessons === 0) continue;
    if (lessons > maxPerDay) deviation += lessons - maxPerDay;
    if (minGapDays > 0) {
      deviation += (lessons - 1) * minGapDays;
      if (previous >= 0 && day - previous < minGapDays) deviation += minGapDays - (day - previous);
    }
    previous = day;
  }
  return deviation;
}
