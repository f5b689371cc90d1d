/**
 * Monitors: points of application × integer deviation, each belonging to a rule that weighs it. One table per shape; one file per
 * shape beside this one states its deviation. Sets are rows of `slotSets`.
 */
import type { Csr } from '../problem/problem.ts';

/** Changes over `maxEach` of each one, and over `max` in all; NO_LIMIT where nothing is asked. */
export interface ChangeCaps {
  count: number;
  rule: Int32Array;
  maxEach: Int32Array;
  max: Int32Array;
  /** CSR cap → rows of the table whose changes it counts */
  rows: Csr;
}

export const NO_LIMIT = 0x7fffffff;

/** A student who is not counted. */
export const NO_VALUE = -0x80000000;

/**
 * Functions of who fills which roles (任课), whatever the time. `whileIn` as in the tables of teachers: the search takes a monitor with a
 * condition as always counting.
 */
export interface StaffTables {
  /** ways to sort roles: CSR role → classes, numbered below `classes` (courses, sections, levels of a subject) */
  views: { classes: number; of: Csr }[];
  /**
   * Distinct classes that a teacher's roles belong to, short of `least` or over `most` (跨头, 任课班数). `ifAny` 1: a teacher with none is
   * not short.
   */
  distinct: {
    count: number;
    rule: Int32Array;
    teacher: Int32Array;
    view: Int32Array;
    least: Int32Array;
    most: Int32Array;
    ifAny: Int32Array;
    whileIn: Int32Array;
  };
  /** events that should have a teacher in common: 1 where those that have any have none that all have (同一教师) */
  unlike: {
    count: number;
    rule: Int32Array;
    roles: Csr;
    /** [items of roles] number of the event within its monitor; those of one event in a row */
    part: Int32Array;
  };
  /** 1 where the teacher fills none of the roles (班主任任本班) */
  absent: { count: number; rule: Int32Array; teacher: Int32Array; roles: Csr };
  /**
   * Loads of a set of teachers, each away from a target by more than `tolerance`, in load units and rounded up to periods (课时均衡); a
   * target of −1 is the mean load of the set, rounded down to periods
   */
  fair: {
    count: number;
    rule: Int32Array;
    tolerance: Int32Array;
    /** CSR monitor → members */
    members: Csr;
    /** [members] */
    teacher: Int32Array;
    target: Int32Array;
    whileIn: Int32Array;
  };
}

export interface MonitorTables {
  /** [sets × slots] 0/1 */
  slotSets: Uint8Array;
  /**
   * Periods of an event inside a slot set: each counts (禁排). `whole` 1: slots of the event, each once, whichever of its lessons the
   * rule looks at (课位不变); the search counts periods all the same.
   */
  eventInside: { count: number; rule: Int32Array; event: Int32Array; set: Int32Array; whole: Int32Array };
  /** periods of a teacher inside a slot set: each counts (unavailable, meeting, 禁排) */
  teacherInside: { count: number; rule: Int32Array; teacher: Int32Array; set: Int32Array; whileIn: Int32Array };
  /**
   * Periods inside slot sets, short of `least` or over `most`: of one event (优先时段), or of many, each inside a set of its own, summed
   * (课位不变, 上限). `whole` as above.
   */
  eventCount: {
    count: number;
    rule: Int32Array;
    least: Int32Array;
    most: Int32Array;
    whole: Int32Array;
    /** CSR monitor → watches */
    watches: Csr;
    /** [watches] */
    event: Int32Array;
    set: Int32Array;
  };
  /** lessons of an event, of so many periods, that start inside a slot set: each counts once a week (连堂) */
  startInside: { count: number; rule: Int32Array; event: Int32Array; length: Int32Array; set: Int32Array };
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
  /** who sits in the events of a set: see roster-shapes.ts (班额, 男女均衡, 成绩均衡, 同班, 不同班) */
  roster: {
    count: number;
    rule: Int32Array;
    /** ROSTER_SHAPE */
    shape: Int32Array;
    /** row of studentValues, −1: all students alike */
    value: Int32Array;
    tolerance: Int32Array;
    /** of the shape `band` alone */
    least: Int32Array;
    target: Int32Array;
    /** deviation of sets that are settled already */
    base: Int32Array;
    events: Csr;
  };
  /** [rows × students] a number of each student; NO_VALUE: not counted */
  studentValues: Int32Array;
  /** homerooms represented in an event, less one (少拆行政班) */
  splitHomes: { count: number; rule: Int32Array; event: Int32Array };
  /** rooms that an event uses, per room kind, less one (固定教室) */
  stableRoom: { count: number; rule: Int32Array; event: Int32Array };
  /** room demands placed in another room than their own (本班教室) */
  ownRoom: { count: number; rule: Int32Array; demand: Int32Array; room: Int32Array };
  /**
   * Functions of the days of each of the students: see student-shapes.ts (学生空堂, 自习, 走动, 换楼). Where `bySection` is 1, only who
   * attends one of the events counts; the search goes by who attends them at first.
   */
  studentDay: {
    count: number;
    rule: Int32Array;
    /** STUDENT_SHAPE */
    shape: Int32Array;
    /** what is free of charge; of `study` 1 where a teacher is needed */
    max: Int32Array;
    /** row of slotSets, −1: none */
    set: Int32Array;
    bySection: Int32Array;
    students: Csr;
    events: Csr;
  };
  /** room demands in none of the rooms that they should be in (优先教室) */
  preferRoom: { count: number; rule: Int32Array; demand: Int32Array; rooms: Csr };
  /**
   * Room demands of an event in a room that is near to none of its homerooms' own rooms: another building, or more than `floors` away;
   * rooms without a building are not looked at (就近教室). `own` are these rooms where they are settled, else (`byStudents` 1) they
   * are those of the homerooms of its students.
   */
  nearRoom: {
    count: number;
    rule: Int32Array;
    event: Int32Array;
    floors: Int32Array;
    byStudents: Int32Array;
    own: Csr;
  };
  /** slots of a set in which fewer than `least` of the rooms are open and empty: short of it (预留教室) */
  reserveRoom: { count: number; rule: Int32Array; least: Int32Array; set: Int32Array; rooms: Csr };
  /** slots that two teachers both teach, over maxShared (教师互斥、师徒) */
  apart: { count: number; rule: Int32Array; one: Int32Array; other: Int32Array; maxShared: Int32Array };
  /** days of the cycle on which a teacher teaches, over max (每周上课天数) */
  teacherDays: { count: number; rule: Int32Array; teacher: Int32Array; max: Int32Array; whileIn: Int32Array };
  /** how many events of a set run in each slot of a slot set: see parallel.ts; an event may stand more than once */
  parallel: {
    count: number;
    rule: Int32Array;
    /** PARALLEL_SHAPE */
    shape: Int32Array;
    max: Int32Array;
    set: Int32Array;
    events: Csr;
  };
  /** two events, or one against itself: see pair-shapes.ts */
  pair: {
    count: number;
    rule: Int32Array;
    /** PAIR_SHAPE */
    shape: Int32Array;
    one: Int32Array;
    /** −1: none */
    other: Int32Array;
    /** row of slotSets: slots that the next one is adjacent to; −1 where the shape does not ask */
    runsOn: Int32Array;
    /** 1: whether or not the two have a student in common */
    always: Uint8Array;
    /** 1: the monitor counts, as the section plan has the students; in the search links.ts knows */
    sharing: Uint8Array;
  };
  /** the events of one course that a teacher has, against each other: see progress.ts */
  progress: {
    count: number;
    rule: Int32Array;
    /** PROGRESS_SHAPE */
    shape: Int32Array;
    /** most days between the first and the last of an occurrence */
    days: Int32Array;
    /** lessons of fewer periods are not looked at */
    minLength: Int32Array;
    /** CSR monitor → roles */
    roles: Csr;
  };
  /** periods of each teacher of a set inside a slot set, over the share that is fair: see edge-fair.ts */
  edgeFair: {
    count: number;
    rule: Int32Array;
    /** per cent of the even share */
    ratio: Int32Array;
    set: Int32Array;
    whileIn: Int32Array;
    teachers: Csr;
  };
  /** periods that teachers of a set teach inside the window in which they teach least (教研活动, the slots to be chosen) */
  meeting: {
    count: number;
    rule: Int32Array;
    whileIn: Int32Array;
    /** periods of the meeting, which each member owes each week where there is no window */
    length: Int32Array;
    teachers: Csr;
    /** CSR monitor → windows */
    windows: Csr;
    /** CSR window → slots */
    windowSlots: Csr;
  };
  /** events that have lost one of the teachers they had: one of `teachers` fills none of `roles` (任课不变) */
  keepTeacher: { count: number; rule: Int32Array; event: Int32Array; roles: Csr; teachers: Csr };
  /** room demands in none of the rooms that their event used (教室不变) */
  keepRoom: { count: number; rule: Int32Array; event: Int32Array; demand: Int32Array; rooms: Csr };
  /** students of an event who were in another one of its course (学生不换班); settled with the sections */
  keepStudent: { count: number; rule: Int32Array; event: Int32Array; student: Int32Array };
  /** caps on the changes that rows of keepTeacher, keepRoom and keepStudent count: for each teacher (sections got or given up) */
  teacherCap: ChangeCaps;
  /** for each event */
  roomCap: ChangeCaps;
  /** for each student */
  studentCap: ChangeCaps;
  staff: StaffTables;
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
