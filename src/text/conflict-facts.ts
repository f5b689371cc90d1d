/** What the sentences about conflicts are made of. */
import type { Lang, Words } from './lang.ts';

/** What a sentence can say; every list is already written out in the sentence's language, '' where there is none. */
export interface ConflictFacts {
  students: string;
  teachers: string;
  homerooms: string;
  sections: string;
  courses: string;
  rooms: string;
  grades: string;
  /** 周一第3节、周二第1节 */
  slots: string;
  /** the deviation */
  n: number;
  /** weeks of the cycle over which everything is counted: 2 where they are odd and even */
  weeks: number;
  /** a parameter of the finding, else of its rule; '' where neither states it. Ids of rooms, teachers … are names already. */
  param: (name: string) => string;
}

export interface ConflictText {
  /** the rule's name in tables */
  title: Words;
  /** what one unit of deviation is */
  unit: Words;
  sentence: Record<Lang, (facts: ConflictFacts) => string>;
}

export const UNITS = {
  periods: { zh: '课时', en: 'periods' },
  cases: { zh: '处', en: 'cases' },
  students: { zh: '人', en: 'students' },
  pairs: { zh: '人次', en: 'choices' },
  rooms: { zh: '间', en: 'rooms' },
  lessons: { zh: '节', en: 'lessons' },
  homerooms: { zh: '个', en: 'homerooms' },
  days: { zh: '天', en: 'days' },
  sections: { zh: '个班', en: 'sections' },
  courses: { zh: '门', en: 'courses' },
  occurrences: { zh: '次', en: 'lessons' },
  changes: { zh: '次', en: 'changes' },
  tenths: { zh: '0.1 分', en: 'tenths of a point' },
  lessonsOrDays: { zh: '节/天', en: 'lessons or days' },
} satisfies Record<string, Words>;

export const plural = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;

/** `：周一第3节`, or nothing where no slot is named. */
export const atZh = (f: ConflictFacts): string => (f.slots === '' ? '' : `：${f.slots}`);
export const atEn = (f: ConflictFacts): string => (f.slots === '' ? '' : `: ${f.slots}`);

/** The section, else the course, that a sentence is about. */
export const subjectOf = (f: ConflictFacts, unnamed: string): string => f.sections || f.courses || unnamed;

/** Everything that is named, for sentences that know no better. */
export const named = (f: ConflictFacts): string[] =>
  [f.students, f.teachers, f.sections, f.courses, f.homerooms, f.rooms, f.grades, f.slots].filter(
    (name) => name !== '',
  );
