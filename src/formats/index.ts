/** The two documents for other eyes. */
export { makeNewIds, type NewIds } from './anonymise/new-ids.ts';
export { anonymousSchool } from './anonymise/school.ts';
export { anonymousTimetable } from './anonymise/timetable.ts';
