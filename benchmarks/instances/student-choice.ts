/** The public student-choice files of two schools in Hangzhou, as they stand. The files are not part of this repository. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StudentChoices {
  /** where the file is from */
  source: string;
  /** sections that can be taught at once */
  rooms: number;
  /** parallel blocks; a student has at most one course in each */
  blocks: number;
  /** a course is a subject and a level, `物理A`; `cap` = most students of each of its sections */
  courses: { id: string; sections: number; cap: number }[];
  students: { id: string; courses: string[] }[];
  /** how many sections of which course each teacher takes */
  teachers: { id: string; teaches: { course: string; classes: number }[] }[];
}

/** A school's file and the size of its largest section in the best plan (proved). */
export interface KnownInstance {
  name: string;
  leastLargestSection: number;
}

export const HANGZHOU: readonly KnownInstance[] = [
  { name: 'hangzhou-hangsizhong', leastLargestSection: 48 },
  { name: 'hangzhou-main', leastLargestSection: 45 },
];

/** Throws where the folder has no such file; its fields are taken as they stand. */
export function readStudentChoices(folder: string, name: string): StudentChoices {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as StudentChoices;
}
