/** The timetable document, `format: "zouban/timetable@1"`. Slots are written `"mon.3"`; counts are integers. */
import type { Section } from '../school/types.ts';

export type Status = 'complete' | 'partial' | 'impossible';
export type StopReason = 'target' | 'bound' | 'stagnation' | 'epochs' | 'deadline' | 'interrupted' | 'impossible';

/** One sentence for the office, in both languages. */
export interface Sentence {
  zh: string;
  en: string;
}

export interface Run {
  version: string;
  seed: number;
  islands: number;
  epochs: number;
  /** moves per island and epoch; fewer while lines are merged */
  epochSize: number;
  /** keys of jobs that a clock ended; empty in a run that can be repeated without them */
  skipped: string[];
  /** the earlier week it started from (`--base`): sha256 of the bytes of its file */
  base?: { sha256: string };
  /** the command that repeats this run */
  reproduce: string;
  /** sha256 of this document without run.observed and run.digest */
  digest: string;
  observed: Observed;
}

export interface Observed {
  threads: number;
  wallSeconds: number;
  peakMemoryBytes: number;
  stopReason: StopReason;
}

/** A section in a timetable: every field but line and room is settled. */
export interface TimetableSection extends Section {
  homerooms: string[];
  students: string[];
  teachers: string[];
}

export interface Lesson {
  section: string;
  /** 0-based, in the order of the course's lesson kinds: kind by kind, count by count */
  index: number;
  /** first slot, `"day.period"` */
  slot: string;
  /** periods */
  length: number;
  weeks: 'every' | 'odd' | 'even';
  /** absent for a lesson of a course with room "none", or where no room was found */
  room?: string;
  /** where they differ from the section's */
  teachers?: string[];
}

export interface Meeting {
  rule: string;
  slots: string[];
  teachers: string[];
}

export interface SelfStudy {
  slot: string;
  weeks: 'every' | 'odd' | 'even';
  room: string;
  teacher?: string;
  students: string[];
}

/** The proved least value of a cost or deviation, and how it was proved. */
export interface Bound {
  value: number;
  /** a name from docs/architecture.md, e.g. `days-pigeonhole`, `trivial` */
  method: string;
}

export interface RuleScore {
  /** `structural.<name>`, the id of a default or a rule, or `rules[i]` */
  rule: string;
  type: string;
  strength: 'must' | number;
  deviation: number;
  /** weight × deviation for soft rules; the deviation itself for must */
  cost: number;
  bound?: Bound;
}

export interface Score {
  /** sum of the deviations of structural and must rules */
  hard: number;
  /** sum of the costs of soft rules */
  soft: number;
  hardBound?: Bound;
  softBound?: Bound;
  rules: RuleScore[];
}

export type EntityKind = 'student' | 'teacher' | 'homeroom' | 'section' | 'course' | 'room' | 'grade';

export interface Who {
  kind: EntityKind;
  id: string;
  name: string;
}

export interface Conflict {
  rule: string;
  type: string;
  strength: 'must' | number;
  who: Who[];
  slots: string[];
  deviation: number;
  text: Sentence;
}

export interface Unserved {
  student: string;
  course: string;
}

export interface Unplaced {
  section: string;
  index: number;
  periods: number;
}

export interface Proof {
  kind: string;
  proof: 'recounted' | 'exhausted' | 'suspected';
  facts: string[];
  sums: Record<string, number>;
  text: Sentence;
}

/** What an office could change so that it can be done. */
export interface Repair {
  /** data of each change, `kind` first */
  change: ({ kind: string } & object)[];
  /** in periods of a teacher's week, or what an office would weigh alike */
  price: number;
  /** the run that found a complete week with it */
  verified: { seed: number; epochs: number };
  text: Sentence;
}

/** What the section plan decided for one course and pool, with its proved minimum. */
export interface PlannedCourse {
  course: string;
  /** index of the pool among the course's pools */
  pool: number;
  students: number;
  cap: number;
  sections: number;
  sectionsBound: Bound;
  smallest: number;
  largest: number;
  /** sections per line, in the order of `lines`; absent when the course has no lines */
  perLine?: number[];
}

export interface PlannedSubject {
  subject: string;
  /** periods that all grades need of this subject's teachers */
  demand: number;
  /** the sum of load.max of the qualified teachers */
  supply: number;
  teachers: number;
}

export interface Plan {
  lines: { grade: string; id: string; periods: number; given: boolean }[];
  courses: PlannedCourse[];
  subjects: PlannedSubject[];
  totalSections: number;
  totalSectionsBound: Bound;
}

/** What a class-size cap, an enrolment and choices would ask for: least numbers by counting, and the sections that a real plan has. */
export interface Scenario {
  cap: number;
  /** per cent of the present students */
  enrolment: number;
  /** combination → per cent of those who choose */
  shares?: Record<string, number>;
  students: number;
  /** at least: ⌈students of a grade ÷ cap⌉ */
  homerooms: number;
  sections: number;
  walkingSections: number;
  /** walking sections of a real section plan with this cap, and the student–course pairs it leaves out; absent where students are not the present ones */
  planned?: { walkingSections: number; unserved: number };
  /** teacher periods a week */
  periods: number;
  /** `short`: teachers missing (positive) or to spare (negative), by the mean load.max of the subject's teachers */
  subjects: { subject: string; sections: number; periods: number; supply: number; short: number }[];
  rooms: { kind: string; needed: number; rooms: number; short: number }[];
  /** how the least numbers are shown */
  method: 'arithmetic';
}

/** One walking mode on the same choices. */
export interface ModePlan {
  mode: 'whole' | 'fix-two' | 'fix-one' | 'free';
  /** yes: a section plan serves everyone with the teachers there are; no: proved (see certificates); unknown: none was found */
  feasible: 'yes' | 'no' | 'unknown';
  certificates: Proof[];
  homerooms: number;
  sections: number;
  walkingSections: number;
  /** the least number of sections, proved */
  sectionsBound: Bound;
  unserved: number;
  /** teacher periods a week, and those without a teacher */
  periods: number;
  periodsShort: number;
  /** classrooms at once, at least */
  classrooms: number;
  walkers: number;
  /** homerooms whose students take different walking courses */
  split: number;
  /** student periods free while others of the homeroom are taught, at least */
  partlyFree: number;
}

export interface Timetable {
  format: 'zouban/timetable@1';
  school: { name: string; term?: string; sha256: string };
  scope: 'sections' | 'week';
  status: Status;
  run: Run;
  homerooms: { id: string; name: string; grade: string; students: string[] }[];
  sections: TimetableSection[];
  lessons: Lesson[];
  meetings: Meeting[];
  selfStudy: SelfStudy[];
  score: Score;
  conflicts: Conflict[];
  unserved: Unserved[];
  unplaced: Unplaced[];
  utilization: Utilization;
  plan?: Plan;
  certificates?: Proof[];
  modes?: ModePlan[];
  scenarios?: Scenario[];
}

export interface Utilization {
  rooms: RoomUse[];
  roomKinds: RoomKindUse[];
  teachers: TeacherUse[];
  sections: CourseSizes[];
  slots: SlotUse[];
  students: StudentUse[];
}

export interface RoomUse {
  room: string;
  kind: string;
  /** room-slots used, of those available (concurrent use counts each section, up to concurrent × open slots) */
  used: number;
  available: number;
  /** students seated summed over used room-slots, and seats × used room-slots */
  seated: number;
  seats: number;
}

export interface RoomKindUse {
  kind: string;
  rooms: number;
  used: number;
  available: number;
  /** in slot order of the calendar: rooms of the kind in use */
  usedPerSlot: number[];
  availablePerSlot: number[];
}

/** Counts and limits over the cycle of weeks: twice the weekly ones where weeks are odd and even. */
export interface TeacherUse {
  teacher: string;
  /** periods; parts of one are rounded up */
  load: number;
  min?: number;
  target?: number;
  max: number;
  /** periods on each day of the calendar, summed over the weeks */
  perDay: number[];
  sections: number;
}

export interface CourseSizes {
  course: string;
  sections: number;
  students: number;
  smallest: number;
  largest: number;
  min?: number;
  target?: number;
  max?: number;
  /** [size, how many sections], ascending */
  histogram: [number, number][];
  /** sections above size.max, or above 55 (大班额), and above a small-class cap of a room they use */
  overMax: number;
  oversized: number;
  overSmallClassCap: number;
}

export interface SlotUse {
  /** `"mon.3"`; `"mon.3/odd"` where weeks are odd and even */
  slot: string;
  sections: number;
  rooms: number;
  teachers: number;
}

export interface StudentUse {
  student: string;
  /** open slots of the grade without lesson, over the cycle of weeks */
  free: number;
  /** room and building changes between adjacent lessons, over the cycle of weeks */
  roomChanges: number;
  buildingChanges: number;
}
