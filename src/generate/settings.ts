/** The settings of a sample school: data, committed under datasets/settings/, every key explained in datasets/README.md. */
import type { Building, Calendar, Course, Grade, Load, Rule, SizeBand, SlotSet, Subject } from '../school/types.ts';

/** A course as in the school file, without its grade; its id is the grade's id, `-`, and this id. */
export type CourseSettings = Omit<Course, 'grade'> & {
  /** grouped in the grade's pools of homerooms; replaces `grouping` */
  pooled?: boolean;
};

/** Some students of the grade's last homerooms learn this language instead of the usual one. */
export interface LanguageSettings {
  short: string;
  /** how many homerooms, and students in each */
  homerooms: number;
  each: number;
}

/** The grade's last homerooms are of one track (艺术, 体育), with combinations of their own; or some students of each of them are. */
export interface TrackSettings {
  track: string;
  homerooms: number;
  /** students of the track in each of these homerooms, beside others; absent: all */
  each?: number;
  /** replaces the grade's; not with `each` */
  shares?: Record<string, number>;
}

export interface GradeSettings {
  id: string;
  name: string;
  /** how many, and students in each */
  homerooms: number;
  students: number;
  choice: Grade['choice'];
  /** combination as one string of shorts → share, in any unit; needed where there is a choice */
  shares?: Record<string, number>;
  /** homerooms are not sorted by first choice */
  mixed?: boolean;
  /** how many of its leading subjects all students of a homeroom have in common: 1 (default) … 3 */
  keeps?: number;
  /** homerooms are filled combination by combination, so that most have one */
  sorted?: boolean;
  /** so many of the homerooms that have more than `keeps` subjects in common state with `atHome` that they keep those only */
  statesAtHome?: number;
  tracks?: TrackSettings[];
  languages?: LanguageSettings[];
  /** the file leaves the homerooms to be formed from choices and scores, within this size */
  forms?: SizeBand;
  /** homerooms of a pool, for levels and pooled courses; file order */
  poolSize?: number;
  /** subject → level → share of the pool's students who take the subject, best level first */
  levels?: Record<string, Record<string, number>>;
  walking?: Grade['walking'];
  size: SizeBand;
  /** whether the file states how many lines (批次) the grade has */
  statesLines?: boolean;
  /** building of the homerooms' own rooms */
  building?: string;
  courses: CourseSettings[];
}

/** `count` rooms alike, numbered from 1 when there are several. */
export interface RoomSettings {
  id: string;
  name: string;
  kind: string;
  count: number;
  seats: number;
  maxSize?: number;
  concurrent?: number;
  building?: string;
  floor?: number;
}

/** Teachers who teach the same subjects and meet in the same slots (教研组). */
export interface TeamSettings {
  subjects: string[];
  /** weekly load of a full post, in periods */
  load: Load;
  /** share of the supply of periods that the plan uses, 0 … 1: fewer teachers the nearer to 1 */
  use: number;
  /** share of teachers on half a post (school leaders, part-time), 0 … 1 */
  half: number;
  /** whether most teachers are bound to one grade */
  gradeBound: boolean;
  meeting?: SlotSet;
}

export interface StaffSettings {
  teams: TeamSettings[];
  /** share of grade-bound teachers who may teach in a second grade, 0 … 1 */
  twoGrades: number;
  /** periods by which a head teacher's load.max is raised, for the class meeting */
  headExtra: number;
  /** periods by which load.max of a full post is raised, for evening study; absent: 0 */
  dutyExtra?: number;
  /** share of half posts that are absent on some half-days, and on how many */
  partTime: { share: number; halfDays: number };
}

export interface GeneratorSettings {
  format: 'zouban/settings@1';
  seed: number;
  name: string;
  term?: string;
  calendar: Calendar;
  buildings?: Building[];
  subjects: Subject[];
  grades: GradeSettings[];
  /** the homerooms' own rooms: seats are drawn between the two figures */
  homeroomRooms: { seats: [number, number]; perFloor: number };
  rooms: RoomSettings[];
  staff: StaffSettings;
  rules?: Rule[];
  /** the file gives all sections of the hidden week, with students and teachers */
  givesSections?: boolean;
}
