/**
 * The question of a small repair: a week that held, a problem that has changed, and how few changes make it hold again. What may change
 * are three kinds of decisions; those with a base value count when they leave it, those without one are free.
 * - a lesson: its slot, its room, or both;
 * - the teachers of an event: one change, however many of its roles;
 * - a seat: one student in one course.
 */
import type { Csr, Problem } from '../problem/problem.ts';

export interface RepairTask {
  /** its `events.students`, sizes and room sets are not looked at: they are those of the seats before the repair */
  problem: Problem;
  /** [lessons] first slot in the earlier week, also where it may not stay there; −1: new, free */
  baseSlot: Int32Array;
  /** [room demands] room in the earlier week; −1: none, or gone: free */
  baseRoom: Int32Array;
  /** [roles] teacher in the earlier week; −1: none, or gone: free */
  baseTeacher: Int32Array;
  /** [roles] 1: another teacher counts as a change of the event */
  roleCounts: Uint8Array;
  /** CSR room demand → rooms that fit, whatever the number of students, ascending */
  rooms: Csr;
  /** CSR event → students who cannot leave it (home sections) */
  residents: Csr;
  /** [events] people who are only counted, beyond those listed */
  unlisted: Int32Array;
  /** [events] most students */
  cap: Int32Array;
  /** [events] sections of one line (a student is in one of them at most); −1: none */
  line: Int32Array;
  seats: {
    count: number;
    student: Int32Array;
    /** event in the earlier week; −1: none, free */
    base: Int32Array;
    /** CSR seat → events, ascending */
    options: Csr;
  };
}

export interface RepairedWeek {
  lessonSlot: Int32Array;
  roleTeacher: Int32Array;
  demandRoom: Int32Array;
  /** [seats] event */
  seat: Int32Array;
}

export type RepairAnswer =
  /** no week has fewer changes than `changes`, and `week` has as many */
  | { kind: 'fewest'; changes: number; week: RepairedWeek; nodes: number }
  /** no week has fewer changes than `changes`; more is not known: the search was to go no further, or ended before it knew */
  | { kind: 'atLeast'; changes: number; nodes: number };
