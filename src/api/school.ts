/** School and week files: reading, summing up, filling in. */
import { writeSchool } from '../generate/write-school.ts';
import { explainSchool } from '../school/explain.ts';
import { modelOf } from '../school/model.ts';
import { readSchool as readSchoolDocument } from '../school/read.ts';
import { summariseSchool, type SchoolSummary } from '../school/summary.ts';
import type { School } from '../school/types.ts';
import { readTimetable as readTimetableDocument } from '../timetable/read.ts';
import type { Timetable } from '../timetable/types.ts';
import type { Reading } from './types.ts';

/** Every fault of the file in one pass; never throws on what a file may hold. */
export function readSchool(bytes: Uint8Array | string): Reading<School> {
  const { school, faults } = readSchoolDocument(bytes);
  return { document: school, faults };
}

/** Whether it fits a school, `verify` says. */
export function readTimetable(bytes: Uint8Array | string): Reading<Timetable> {
  const { timetable, faults } = readTimetableDocument(bytes);
  return { document: timetable, faults };
}

export const summarise = (school: School): SchoolSummary => summariseSchool(modelOf(school));

export const explain = (school: School): string => writeSchool(explainSchool(school));
