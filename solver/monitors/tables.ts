/**
 * Monitors: points of application × integer deviation, each belonging to a rule that weighs it. One table per shape; one file per
 * shape beside this one states its deviation. Sets are rows of `slotSets`.
 */
import type { Csr } from '../problem/problem.ts';

export interface MonitorTables {
  /** [sets × slots] 0/1 */
  slotSets: Uint8Array;
  /** periods of an event inside a slot set: each counts (禁排) */
  eventInside: { count: number; rule: Int32Array; event: Int32Array; set: Int32Array };
  /** periods of a teacher inside a slot set: each counts (unavailable, meeting, 禁排) */
  teacherInside: { count: number; rule: Int32Array; teacher: Int32Array; set: Int32Array; whileIn: Int32Array };
  /** periods of an event inside a slot set, short of `least` or over `most` (优先时段) */
  eventCount: {
    count: number;
    rule: Int32Array;
    event: Int32Array;
    set: Int32Array;
    least: Int32Array;
    most: Int32Array;
  };
  /** lessons of an event over the days (课时分散); maxPerDay 99 and minGapDays 0 ask for nothing */
  spread: { count: number; rule: Int32Array; event: Int32Array; maxPerDay: Int32Array; minGapDays: Int32Array };
  /** functions of the busy slots of a teacher's day: see day-shapes.ts */
  day: {
    count: number;
    rule: Int32Array;
    teacher: Int32Array;
    /** DAY_SHAPE */
    shape: Int32Array;
    max: Int32Array;
    /** rows of slotSets: slots that may be idle, and slots busy with a meeting; −1: none */
    openSet: Int32Array;
    busySet: Int32Array;
    whileIn: Int32Array;
  };
  /**
   * CSR condition → roles. A teacher monitor with whileIn ≥ 0 counts only while the teacher fills one of these roles; the search
   * takes it as always counting, the true score looks.
   */
  conditions: Csr;
  /** sizes of the events of a pool: max − min over one (人数均衡) */
  balance: { count: number; rule: Int32Array; events: Csr };
  /** homerooms represented in an event, less one (少拆行政班) */
  splitHomes: { count: number; rule: Int32Array; event: Int32Array };
  /** rooms that an event uses, per room kind, less one (固定教室) */
  stableRoom: { count: number; rule: Int32Array; event: Int32Array };
  /** room demands placed in another room than their own (本班教室) */
  ownRoom: { count: number; rule: Int32Array; demand: Int32Array; room: Int32Array };
  /** slots that two teachers both teach, over maxShared (教师互斥、师徒) */
  apart: { count: number; rule: Int32Array; one: Int32Array; other: Int32Array; maxShared: Int32Array };
  /** roles filled by nobody of the teachers they had (最小改动): counts once per event */
  keepTeacher: { count: number; rule: Int32Array; role: Int32Array; teachers: Csr };
  /** room demands in none of the rooms they had */
  keepRoom: { count: number; rule: Int32Array; demand: Int32Array; rooms: Csr };
  /** [events] line that the school gives, −1: none; lines of one line set share no slot */
  givenLine: Int32Array;
  /** [events] which lines are told apart: the grade of the line, −1: none */
  lineSet: Int32Array;
  /** rules that the structural terms are counted under */
  structural: {
    student: number;
    teacher: number;
    room: number;
    load: number;
    unplaced: number;
    /** periods of a line in slots of an earlier one */
    line: number;
    /** students over the places of a room */
    size: number;
    /** lock whose room is not kept to */
    lock: number;
    /** room demand without a room */
    kind: number;
    /** role without a teacher */
    qualified: number;
  };
}
