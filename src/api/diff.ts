/** What changed between two timetables, as data with names and as text. */
import { diffTimetables } from '../diff/index.ts';
import { nameChanges, type NamedChanges } from '../report/index.ts';
import type { School } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';

export { changesText } from '../report/index.ts';

/** Sections are matched by their ids. `school`, which the later week belongs to, gives the names. */
export const diff = (before: Timetable, after: Timetable, school?: School): NamedChanges =>
  nameChanges(diffTimetables(before, after, school), [before, after], school);
