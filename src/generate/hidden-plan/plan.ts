/** The hidden plan: a whole week, made together with the school so that a week is known to exist. It is never written to the file. */

export interface PlanSection {
  id: string;
  /** index in the school's courses */
  course: number;
  /** index of its homeroom, −1 for a walking section */
  homeroom: number;
  /** index of its line, −1 for a homeroom section */
  line: number;
  students: number[];
  /** index of its teacher, −1 while open or for a course without */
  teacher: number;
  /** week of each lesson, by lesson index */
  weeks: ('every' | 'odd' | 'even')[];
  /** first slot of each lesson, by lesson index; −1 while open */
  slots: number[];
  /** room of each lesson, by lesson index; −1 while open or where none is needed */
  rooms: number[];
}

/** Walking sections that all run at once, block by block. */
export interface Line {
  grade: number;
  /** periods of each block, and its first slot (−1 while open) */
  blocks: { length: number; slot: number }[];
  /** indexes of its sections */
  sections: number[];
}

export interface HiddenPlan {
  sections: PlanSection[];
  lines: Line[];
}
