/** What the section plan and the teacher plan are asked, and what they answer. One section problem per grade. */
import type { StaffTables } from '../monitors/tables.ts';

/** A walking course (one pool of it): its sections are formed from the students of several homerooms. */
export interface WalkingCourse {
  /** a week, of one section */
  periods: number;
  /** most students of a section that the plan forms; the caller has lowered it to what the rooms seat */
  cap: number;
  /** sections in all, given ones included; -1: as few as possible */
  fixedSections: number;
  /** sections in all that are wanted though fewer would seat everyone; absent: 0 */
  atLeast?: number;
  /** index into teacherGroups; -1: no teacher is needed */
  teacherGroup: number;
  /** false: its sections use none of roomCaps (a special room, or none) */
  needsRoom: boolean;
  /** courses of one length but different families have lines of their own where that takes no line more; absent: 0 */
  family?: number;
  /** what a section counts where few sections are wanted: more than 1 where its teachers are scarce; absent: 1 */
  price?: number;
}

/** Students whom the plan need not tell apart: same homeroom, same walking courses. */
export interface WalkingType {
  /** index into homeroomFree; -1: none */
  homeroom: number;
  /** ascending, without repeats */
  courses: number[];
  /** students */
  count: number;
}

/** The teachers who share a set of courses. */
export interface TeacherGroup {
  /** how many sections of these courses can be taught at the same time */
  teachers: number;
}

/** A section that the school gives. */
export interface GivenSection {
  course: number;
  /** -1: not yet known. Sections of one teacher never share a line. */
  teacher: number;
  /** -1: the plan chooses */
  line: number;
  /** students per type whom the school put here: none of a type or all of it (bound students are types of their own); null: none */
  fixed: Int32Array | null;
  /** nobody but `fixed` may enter */
  closed: boolean;
  /** most students; those of `fixed` may exceed it */
  cap: number;
}

/** A line (批次) that the school gives. */
export interface GivenLine {
  /** the courses it may hold; null: all */
  courses: number[] | null;
}

export interface PlanProblem {
  /** names the job; a key of run.skipped where a clock ends it */
  key: string;
  courses: WalkingCourse[];
  types: WalkingType[];
  /** per homeroom: open slots less periods at home */
  homeroomFree: Int32Array;
  teacherGroups: TeacherGroup[];
  /** seats of the rooms that can be used at once, descending */
  roomCaps: number[];
  /** null: the school gives none, and the plan makes lines of its own */
  lines: GivenLine[] | null;
  given: GivenSection[];
}

export interface PlannedLine {
  /** periods a week: the longest course in it */
  periods: number;
}

export interface PlannedSection {
  course: number;
  /** index into lines; -1: none */
  line: number;
  /** index into given; -1: formed by the plan */
  given: number;
  /** most students */
  cap: number;
}

export interface SectionPlan {
  lines: PlannedLine[];
  /** by course; given sections of a course first */
  sections: PlannedSection[];
  /** [type × sections.length + section] students */
  flow: Int32Array;
  /** student–course pairs without a seat */
  unserved: number;
  /** per course: no plan has fewer sections (⌈takers ÷ cap⌉ or given) */
  sectionsBound: Int32Array;
  /** no plan has fewer sections in all */
  totalBound: number;
  /**
   * how totalBound is shown. arithmetic: takers over caps, anyone can recount it · orientation: the subset condition for two
   * lines, anyone can recount it · mip: an exact search over the lines that the school gives
   */
  totalBoundMethod: 'arithmetic' | 'orientation' | 'mip';
  /** the plan serves everyone with totalBound sections */
  optimal: boolean;
  /** 'impossible': with the school's lines, an exact search found no plan that serves all students */
  verdict: 'served' | 'impossible' | 'unserved';
  /** where the sections come from: integer programs, a search, or the greedy plan because no model was answered; of several parts the least of these */
  method: 'mip' | 'search' | 'greedy';
}

export interface PlannedTeacher {
  /** periods a week these sections may cost at most, desired (-1: no wish) and at least */
  max: number;
  target: number;
  min: number;
  /** open slots in which the teacher is available */
  availableSlots: number;
}

export interface TeachingSection {
  /** a week */
  periods: number;
  /** teachers, ascending */
  candidates: Int32Array;
  /** numbers of lines, of slots known before: sections that have one in common share no teacher */
  times: readonly number[];
  /** the teacher that the school gives; -1: none */
  bound: number;
  /** the teacher of an earlier week, a candidate; -1: none */
  earlier: number;
  course: number;
  /** -1: a walking section */
  homeroom: number;
}

/** What the school's rules say of who teaches what; roles are the sections of the teacher problem. */
export interface StaffRules {
  tables: StaffTables;
  /** units of workload of one period */
  loadUnit: number;
  /** [rules] of one unit of deviation, in the costs of the teacher plan */
  ruleCost: Int32Array;
}

export interface TeacherProblem {
  /** names the job, behind a number where a run has several; a key of run.skipped where a clock ends it */
  key: string;
  teachers: PlannedTeacher[];
  sections: TeachingSection[];
  /** times from this number on are had twice rather than that a section goes without: there lessons can still move */
  looseFrom: number;
  /** of a section that another than its earlier teacher gets, in the costs of the teacher plan */
  changeCost: number;
  /** absent: no rule looks at who teaches what */
  staff?: StaffRules;
}

export interface TeacherPlan {
  /** per section; -1 where nobody is left */
  teacherOf: Int32Array;
  /** periods without a teacher */
  short: number;
  /** no plan leaves fewer periods without a teacher */
  shortBound: number;
  /** no plan leaves fewer periods without a teacher, and with these fewer periods below the least loads */
  optimal: boolean;
}
