/** The two documents for other eyes. */
export { makeNewIds, type NewIds } from './anonymise/new-ids.ts';
export { anonymousSchool } from './anonymise/school.ts';
export { anonymousTimetable } from './anonymise/timetable.ts';
/** FET's files. */
export { readFet, type FetWeek } from './fet/read-fet.ts';
export type { Wishes } from './fet/rule-constraints.ts';
export { writeFet } from './fet/write-fet.ts';
