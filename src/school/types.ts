/**
 * The school document, `format: "zouban/school@1"`, as it stands in the file: the contract's names, nothing filled in.
 * Units: a period (课时) is one unit of teaching; all counts are integers; loads are periods per week.
 * Keys beginning with `x-` are the integrator's own and are carried through untouched.
 */

/** `days.periods[/weeks]`, each part `*` or ids joined by `|`; a set is one pattern or an array of them. */
export type SlotSet = string | string[];

export type Part = 'early' | 'morning' | 'afternoon' | 'evening';
export type Break = 'short' | 'long' | 'noon' | 'end';
export type SubjectKind = 'main' | 'elective' | 'pe' | 'arts' | 'tech' | 'other';
export type Walking = 'whole' | 'fix-two' | 'fix-one' | 'free' | 'auto';
export type WeekChoice = 'every' | 'odd' | 'even' | 'either' | 'other';
export type Strength = 'must' | 'high' | 'mid' | 'low' | 'off' | number;

export interface Day {
  id: string;
  name: string;
}

export interface Period {
  id: string;
  name: string;
  part: Part;
  start?: string;
  end?: string;
  /** default short; the break after this period */
  breakAfter?: Break;
}

export interface Calendar {
  days: Day[];
  periods: Period[];
  weeks?: ['odd', 'even'];
  closed?: SlotSet;
}

export interface Building {
  id: string;
  name: string;
  /** minutes on foot to other buildings */
  walk?: Record<string, number>;
}

export interface Room {
  id: string;
  name: string;
  seats: number;
  kind: string;
  building?: string;
  floor?: number;
  /** small-class cap of this room (小班上限) */
  maxSize?: number;
  /** sections at once, default 1 */
  concurrent?: number;
  unavailable?: SlotSet;
  /** homerooms whose sections may use the room; absent: everybody */
  homerooms?: string[];
}

export interface Subject {
  id: string;
  name: string;
  /** one character, for 物化生 */
  short?: string;
  kind: SubjectKind;
}

export interface Group {
  id: string;
  name: string;
  teachers?: string[];
  students?: string[];
  courses?: string[];
  homerooms?: string[];
  rooms?: string[];
}

export interface Load {
  min?: number;
  target?: number;
  max: number;
}

export interface Teacher {
  id: string;
  name: string;
  subjects: string[];
  grades?: string[];
  load: Load;
  maxPerDay?: number;
  unavailable?: SlotSet;
  avoid?: SlotSet;
  mentor?: string;
}

/** How many subjects each student takes of a group. */
export interface TakeRange {
  min: number;
  max: number;
}

export interface ChoiceGroup {
  from: string[];
  /** a number: all students take as many */
  take: number | TakeRange;
  default?: string[];
}

export interface SizeBand {
  min?: number;
  target?: number;
  max?: number;
}

export interface Line {
  id: string;
  courses?: string[];
  slots?: SlotSet;
}

export interface Grade {
  id: string;
  name: string;
  choice: 'none' | '3+1+2' | '3+3' | ChoiceGroup[];
  /** narrows the combinations on offer; each is a list of subject ids or one string of shorts */
  combinations?: (string | string[])[];
  walking?: Walking;
  size?: SizeBand;
  lines?: number | Line[];
  closed?: SlotSet;
  breakAfter?: Record<string, Break>;
  formHomerooms?: { count: number; size: SizeBand };
}

export interface Homeroom {
  id: string;
  name: string;
  grade: string;
  room?: string;
  headTeacher?: string;
  atHome?: string[];
  size?: number;
}

export interface LessonKind {
  count: number;
  /** periods, default 1 */
  length?: number;
  weeks?: WeekChoice;
  slots?: SlotSet;
  roomKind?: string;
  room?: string;
  with?: string[][];
}

export interface Course {
  id: string;
  name?: string;
  subject: string;
  grade: string;
  for?: 'all' | 'chosen' | 'unchosen' | 'listed';
  level?: string | string[];
  track?: string | string[];
  gender?: string | string[];
  homerooms?: string | string[];
  grouping?: 'homeroom' | 'walking' | 'auto' | string[][];
  sections?: number | 'auto' | 'given';
  size?: SizeBand;
  periods?: number;
  doubles?: number;
  lessons?: LessonKind[];
  roomKind?: string;
  room?: 'none';
  teachers?: string[] | 'head' | 'any' | 'none';
  with?: string[][];
  loadPercent?: number;
}

export interface Student {
  id: string;
  name?: string;
  homeroom?: string;
  grade?: string;
  /** subject ids, or one string of shorts such as 物化生 */
  choices?: string | string[];
  levels?: Record<string, string>;
  track?: string;
  gender?: string;
  score?: number;
  scores?: Record<string, number>;
  extra?: string[];
  exempt?: string[];
}

/** The same object in and out: given fields bind, absent ones are solved. */
export interface Section {
  id: string;
  course: string;
  homerooms?: string[];
  students?: string[];
  teachers?: string[];
  room?: string;
  line?: string;
  size?: number;
}

export interface Rule {
  id?: string;
  type: string;
  strength: Strength;
  note?: string;
  teachers?: string[];
  courses?: string[];
  subjects?: string[];
  grades?: string[];
  homerooms?: string[];
  sections?: (string | { course: string; homeroom: string })[];
  rooms?: string[];
  students?: string[];
  groups?: string[];
  grouping?: 'homeroom' | 'walking';
  /** the parameters of the rule's type, flat */
  [parameter: string]: unknown;
}

/**
 * An address and what is held there. `section`, or `course` with `homeroom`, names a section (with `index`, one lesson of it), which
 * then holds `slot`, `weeks`, `room` or `teachers`. With `student`, the student is held in `section`.
 */
export interface Lock {
  section?: string | { course: string; homeroom: string };
  course?: string;
  homeroom?: string;
  index?: number;
  student?: string;
  slot?: string;
  weeks?: 'every' | 'odd' | 'even';
  room?: string;
  teachers?: string[];
}

export interface School {
  format: 'zouban/school@1';
  name: string;
  term?: string;
  calendar: Calendar;
  buildings?: Building[];
  rooms: Room[];
  subjects: Subject[];
  groups?: Group[];
  teachers: Teacher[];
  grades: Grade[];
  homerooms: Homeroom[];
  courses: Course[];
  students: Student[];
  sections?: Section[];
  rules?: Rule[];
  defaults?: boolean;
  locks?: Lock[];
  $schema?: string;
}
