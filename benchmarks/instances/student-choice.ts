/** The public student-choice files of three schools, as they stand. The files are not part of this repository. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Student } from '../../src/school/types.ts';
import type { RailRules } from './svws.ts';

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

/** A section of a German upper school: subject and level (`type`), the rails that it lies on at once. */
export interface BlockCourse {
  id: string;
  subject: string;
  type: string;
  rails: number;
  teacher: string;
}

export interface BlockChoices {
  /** where the file is from */
  source: string;
  /** parallel blocks */
  rails: number;
  courses: BlockCourse[];
  /** `choices`: subject and level, `D;LK`; `ref`: the section of each in a plan that serves everyone */
  students: { id: string; choices: string[]; ref: string[] }[];
}

/** The school's rules for its rails, and the number of choices that a plan must serve. */
export const SVWS: { name: string; choices: number; rails: RailRules } = {
  name: 'svws-kursblockung-001',
  choices: 1146,
  rails: {
    levels: [{ rails: [1, 2], level: 'LK' }],
    subjects: [
      { rail: 12, subjects: ['SP'] },
      { rail: 13, subjects: ['PXSP'] },
    ],
    secondHalves: [{ rail: 14, subjects: ['I0', 'S0'] }],
  },
};

const read = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

/** Throws where the folder has no such file; its fields are taken as they stand. */
export const readStudentChoices = (folder: string, name: string): StudentChoices =>
  read(folder, name) as StudentChoices;

/** As `readStudentChoices`. */
export const readBlockChoices = (folder: string, name: string): BlockChoices => read(folder, name) as BlockChoices;

export interface Levelled {
  subject: string;
  level: string;
}

/** Throws where a subject is taken at two levels: a school file has one. */
export function studentTaking(id: string, grade: string, taken: readonly Levelled[]): Student {
  const levels = Object.fromEntries(taken.map(({ subject, level }) => [subject, level]));
  if (Object.keys(levels).length < taken.length) throw new Error(`student ${id} takes a subject at two levels`);
  return { id, grade, choices: taken.map(({ subject }) => subject), levels };
}
