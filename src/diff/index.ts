/** What changed between two timetables. */
export type * from './changes.ts';
export { diffTimetables } from './diff-timetables.ts';
