/** The program as functions over documents: what each is given and what it gives. Words come from src/text/. */
import type { Checkpoint, Difference } from './checkpoint.ts';
import type { AnonymousFiles } from './convert.ts';
import type { Wishes } from '../formats/index.ts';
import type { RuleType } from './rules.ts';
import type { Pool } from '../pool/pool.ts';
import type { Left, NamedChanges, WeeksOf } from '../report/index.ts';
import type { Fault } from '../school/fault.ts';
import type { School } from '../school/types.ts';
import type { Lang, Words } from '../text/lang.ts';
import type { SummaryData } from '../text/summary.ts';
import type { Conflict, Proof, Repair, RuleScore, Timetable, Unplaced, Unserved } from '../timetable/types.ts';

export type { RuleParameter, RuleType } from './rules.ts';
export type {
  Checkpoint,
  Difference,
  Left,
  NamedChanges,
  Fault,
  School,
  Timetable,
  Conflict,
  Proof,
  Repair,
  RuleScore,
  Lang,
  Words,
};

export type Target = { kind: 'complete' | 'bound' } | { kind: 'soft'; value: number };

export interface ProgressEvent {
  stage: 'plan' | 'search' | 'judge';
  /** epochs finished, and the most there can be */
  epoch: number;
  epochs: number;
  /** of the best so far */
  hard: number;
  soft: number;
  /** proved least soft cost */
  bound: number;
  /** (soft − bound) ÷ max(1, bound); null while something hard is broken */
  gap: number | null;
  movesPerSecond: number;
  elapsedSeconds: number;
  /** when the run will have ended, counted like elapsedSeconds, if it goes on so; null: not known yet */
  expectedEndSeconds: number | null;
}

/** What a plan is to be compared with. */
export interface CompareOptions {
  /** least numbers for class-size caps and enrolments (per cent of the present students); `shares`: combination → per cent */
  whatIf?: { caps: readonly number[]; enrolments: readonly number[]; shares?: Readonly<Record<string, number>> };
  /** the walking modes on the same choices */
  modes?: boolean;
}

export interface SolveOptions {
  /** of `plan` alone */
  compare?: CompareOptions;
  seed: number;
  /** logical islands, never taken from the machine */
  islands: number;
  epochs?: number;
  timeSeconds?: number;
  target?: Target;
  threads: number;
  /** threads that have begun, from `startThreads`; whoever began them ends them. Absent: `threads` of them, for as long as it takes */
  pool?: Pool;
  onProgress?: (event: ProgressEvent) => void;
  /** ends the run early; the best so far is the answer */
  interrupt?: AbortSignal;
  /** an earlier week to start from; changes against it are judged by the keep rules */
  base?: Timetable;
  /** the bytes of its file, for their sha256; without them those that writeTimetable gives */
  baseBytes?: Uint8Array;
  /** searches even where it is proved that no complete week exists: for the best that there is */
  anyway?: boolean;
  /** the command that repeats the run */
  reproduce: string;
  /** the run's state is saved between epochs, as often as takes this share of the time, and at the end; a `save` that throws ends the run */
  checkpoint?: { share: number; save: (text: string) => void };
  /** goes on where this run stood; the school and all options that matter must be its own, see `resumeDifferences` */
  resume?: Checkpoint;
  /** repeats a run that has skipped these jobs (its `run.skipped`), whatever the clock says */
  skip?: readonly string[];
}

/** A document read: null where a fault (not a mere warning) stands against it. */
export interface Reading<T> {
  document: T | null;
  faults: Fault[];
}

export interface Verification {
  hard: number;
  soft: number;
  rules: RuleScore[];
  conflicts: Conflict[];
  unserved: Unserved[];
  unplaced: Unplaced[];
  /** what the timetable says of itself and the recount does not bear out */
  disagreements: Words[];
  /** the timetable names the sha256 of these school bytes */
  sameSchool: boolean;
  /** the timetable names the sha256 of the earlier week's bytes; true where no earlier week is given */
  sameBase: boolean;
  /** nothing in the timetable has been changed since it was written */
  sameDigest: boolean;
}

/** What cannot be done in a school, proved, before any search; `zouban/diagnosis@1`. */
export interface Diagnosis {
  format: 'zouban/diagnosis@1';
  school: { name: string; term?: string; sha256: string };
  /** open: nothing was found against it, which is no proof that it can be done */
  status: 'impossible' | 'open';
  certificates: Proof[];
  /** the cheapest first; absent where none were asked for */
  repairs?: Repair[];
  /** what is left of a week that is not complete, and what is in its way; absent where no such week was looked at */
  left?: Left;
}

export interface RepairOptions {
  seed: number;
  threads: number;
  /** of each solve that tries a change */
  epochs: number;
  /** changes that are tried, and repairs that are given, at most */
  tries: number;
  most: number;
  onTry?: (number: number, of: number, text: Words) => void;
  interrupt?: AbortSignal;
}

/** What a search within its epochs points at; nothing of it is proved. */
export interface Suspects {
  /** a complete week was found: there is nothing to suspect */
  complete: boolean;
  suspects: Proof[];
}

export interface Repairs {
  repairs: Repair[];
  /** for each of them the text of the school's file after it */
  schools: string[];
  /** changes that were tried and gave no complete week */
  failed: number;
}

export interface WeekRepairs extends Repairs {
  /** a complete week was found: there is nothing to repair */
  complete: boolean;
  /** what is left of the week that was looked at, and what is in its way */
  left: Left | null;
}

export interface CertificateCheck {
  kind: string;
  holds: boolean;
  /** unknown: a kind that is not recounted from the school's file alone (an exhausted search) */
  verdict: 'holds' | 'refuted' | 'unknown' | 'unfinished';
  /** why it does not hold */
  reason?: Words;
  text: Words;
}

export type { WeeksOf };
export type ReportFormat = 'html' | 'text' | 'gexf';

/** Everything that the command line needs; src/api/index.ts is it. */
export interface Api {
  readSchool(bytes: Uint8Array): Reading<School>;
  readTimetable(bytes: Uint8Array): Reading<Timetable>;
  /** size and tightness of a school, as data */
  summarise(school: School): SummaryData;
  /** combinations that students have, as their shorts, with their numbers, the commonest first */
  combinations(school: School): ReadonlyMap<string, number>;
  /** the text of the school's file with every default filled in */
  explain(school: School): string;
  /** every type of rule, in the order of docs/rules.md */
  ruleTypes(): RuleType[];
  /** rules that fit a school, for its office to edit; their notes in the language */
  suggestedRules(school: School, lang: Lang): School['rules'];
  /** the names of the sample schools whose settings come with the program */
  sampleNames(): string[];
  /** a school file's text, from settings or a sample's name; the seed replaces that of the settings, `students` scales it, `plant` makes it
   * impossible in a known way */
  generate(settings: Uint8Array | string, seed?: number, students?: number, plant?: string): Reading<string>;
  /** as readSchool, but a school whose only faults are that it cannot be done is read all the same; its faults are listed */
  readSchoolToDiagnose(bytes: Uint8Array): Reading<School>;
  /** what is proved impossible by counting, in seconds; `bytes` are the school's */
  diagnose(school: School, bytes: Uint8Array): Diagnosis;
  /** what could be changed, each tried by a real solve */
  repairs(school: School, options: RepairOptions): Promise<Repairs>;
  /** what is left of a week, and what is in its way; null: it is complete, or sections alone */
  leftInWeek(school: School, timetable: Timetable): Left | null;
  /** where nothing is proved: what could be changed so that this week, or without one the school's own, becomes complete */
  weekRepairs(school: School, week: Timetable | undefined, options: RepairOptions): Promise<WeekRepairs>;
  /** facts without which a search finds a complete week, and with which it does not */
  suspects(school: School, options: RepairOptions): Promise<Suspects>;
  writeDiagnosis(diagnosis: Diagnosis): string;
  /** the certificates of a diagnosis or timetable file */
  readCertificates(bytes: Uint8Array): Reading<Proof[]>;
  /** each certificate recounted from the school's file alone */
  verifyCertificates(school: School, certificates: readonly Proof[]): CertificateCheck[];
  /** for `plan` and `solve`, begun before the school is read */
  startThreads(threads: number): Pool;
  plan(school: School, bytes: Uint8Array, options: SolveOptions): Promise<Timetable>;
  solve(school: School, bytes: Uint8Array, options: SolveOptions): Promise<Timetable>;
  /** `base` is the earlier week that the keep rules look at, `baseBytes` its file as read */
  verify(
    school: School,
    bytes: Uint8Array,
    timetable: Timetable,
    base?: Timetable,
    baseBytes?: Uint8Array,
  ): Verification;
  /** whether the timetable names the sha256 of these school bytes */
  isWeekOf(timetable: Timetable, bytes: Uint8Array): boolean;
  /** whether nothing in the timetable has been changed since it was written */
  isUnedited(timetable: Timetable): boolean;
  /** `base`: the earlier week whose changes the report shows; `of`: the weeks of these as text, instead */
  report(
    school: School,
    timetable: Timetable,
    format: ReportFormat,
    lang: Lang,
    base?: Timetable,
    of?: WeeksOf,
  ): string;
  /** the first screen of the text report: status, score, what does not hold, the rules' costs */
  outline(school: School, timetable: Timetable, lang: Lang, base?: Timetable): string;
  diff(before: Timetable, after: Timetable, school?: School): NamedChanges;
  /** what changed, for people */
  changesText(changes: NamedChanges, lang: Lang): string;
  writeTimetable(timetable: Timetable): string;
  /** null: no checkpoint, or not a whole one */
  readCheckpoint(bytes: Uint8Array): Checkpoint | null;
  /** in what a run with these options is another than that of the checkpoint; `bytes` are the school's */
  resumeDifferences(checkpoint: Checkpoint, bytes: Uint8Array, options: SolveOptions): Difference[];
  /** what forbids to repeat the run of the timetable with this school and earlier week */
  replayDifferences(timetable: Timetable, bytes: Uint8Array, options: SolveOptions): Difference[];
  /** the files' texts without names, with new ids that agree */
  anonymise(school: School, week?: Timetable): AnonymousFiles;
  /**
   * a file for FET; sections are those of `week` (a week or a plan), else the school's own; `wishes`: the types of the rules below must
   * that FET is told, all that it knows unless stated
   */
  exportFet(school: School, week?: Timetable, wishes?: Wishes): Reading<string>;
  /** the week that FET found for such a file, judged; `schoolBytes` are the school's, as read */
  importFet(school: School, schoolBytes: Uint8Array, bytes: Uint8Array): Reading<Timetable>;
}
