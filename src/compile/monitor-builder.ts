/** Gathers monitors row by row and lays them out as the engine's tables. */
import type { Csr, MonitorTables } from '../../solver/index.ts';
import { countingPairs, makeCsr } from '../../solver/index.ts';
import { makeStaffBuilder } from './staff-builder.ts';
import { makeTable } from './table-builder.ts';

interface CapRow {
  rule: number;
  maxEach: number;
  max: number;
}

function makeCaps() {
  const table = makeTable(['rule', 'maxEach', 'max']);
  const rowsOf: number[][] = [];
  return {
    add(row: CapRow, rows: number[]): void {
      table.add(row);
      rowsOf.push(rows);
    },
    build: () => ({ ...table.build(), rows: makeCsr(rowsOf) }),
  };
}

/** What a shape does not look at may be left out. */
export interface RosterRow {
  rule: number;
  shape: number;
  value?: number;
  tolerance?: number;
  least?: number;
  target?: number;
  base?: number;
}

export type MonitorBuilder = ReturnType<typeof makeMonitorBuilder>;

export function makeMonitorBuilder(slotCount: number) {
  const sets: Uint8Array[] = [];
  const setRows = new Map<string, number>();
  const conditions: number[][] = [];
  const balanceEvents: number[][] = [];
  const eventInside = makeTable(['rule', 'event', 'set', 'whole']);
  const teacherInside = makeTable(['rule', 'teacher', 'set', 'whileIn']);
  const eventCount = makeTable(['rule', 'least', 'most', 'whole']);
  const watches: { event: number; set: number }[] = [];
  const watchesOf: number[][] = [];
  const startInside = makeTable(['rule', 'event', 'length', 'set']);
  const teacherDays = makeTable(['rule', 'teacher', 'max', 'whileIn']);
  const parallel = makeTable(['rule', 'shape', 'max', 'set']);
  const parallelEvents: number[][] = [];
  const pair = makeTable(['rule', 'shape', 'one', 'other', 'runsOn', 'always']);
  const progress = makeTable(['rule', 'shape', 'days', 'minLength']);
  const progressRoles: number[][] = [];
  const edgeFair = makeTable(['rule', 'ratio', 'set', 'whileIn']);
  const edgeTeachers: number[][] = [];
  const meeting = makeTable(['rule', 'whileIn', 'length']);
  const meetingTeachers: number[][] = [];
  const windowsOf: number[][] = [];
  const windowSlots: number[][] = [];
  const spread = makeTable(['rule', 'event', 'maxPerDay', 'minGapDays']);
  const day = makeTable(['rule', 'teacher', 'shape', 'max', 'openSet', 'busySet', 'whileIn']);
  const balance = makeTable(['rule']);
  const roster = makeTable(['rule', 'shape', 'value', 'tolerance', 'least', 'target', 'base']);
  const rosterEvents: number[][] = [];
  const studentValues: Int32Array[] = [];
  const splitHomes = makeTable(['rule', 'event']);
  const stableRoom = makeTable(['rule', 'event']);
  const ownRoom = makeTable(['rule', 'demand', 'room']);
  const apart = makeTable(['rule', 'one', 'other', 'maxShared']);
  const keepTeacher = makeTable(['rule', 'event']);
  const keptRoles: number[][] = [];
  const keptTeachers: number[][] = [];
  const keepRoom = makeTable(['rule', 'event', 'demand']);
  const keptRooms: number[][] = [];
  const studentDay = makeTable(['rule', 'shape', 'max', 'set', 'bySection']);
  const dayStudents: number[][] = [];
  const dayEvents: number[][] = [];
  const preferRoom = makeTable(['rule', 'demand']);
  const preferred: number[][] = [];
  const nearRoom = makeTable(['rule', 'event', 'floors', 'byStudents']);
  const nearOwn: number[][] = [];
  const reserveRoom = makeTable(['rule', 'least', 'set']);
  const reserved: number[][] = [];
  const keepStudent = makeTable(['rule', 'event', 'student']);
  const caps = { teacher: makeCaps(), room: makeCaps(), student: makeCaps() };
  const staff = makeStaffBuilder();
  return {
    eventInside: eventInside.add,
    teacherInside: teacherInside.add,
    eventCount(row: { rule: number; least: number; most: number; whole: number }, watched: typeof watches): void {
      eventCount.add(row);
      watchesOf.push(watched.map((watch) => watches.push(watch) - 1));
    },
    startInside: startInside.add,
    teacherDays: teacherDays.add,
    parallel(row: { rule: number; shape: number; max: number; set: number }, events: number[]): void {
      parallel.add(row);
      parallelEvents.push(events);
    },
    pair: pair.add,
    /** Events that a pair monitor compares with others if they share students. */
    comparedEvents(): Set<number> {
      const { one, other, always } = pair.build();
      return new Set([...always.keys()].flatMap((m) => (always[m] === 1 ? [] : [one[m] ?? -1, other[m] ?? -1])));
    },
    progress(row: { rule: number; shape: number; days: number; minLength: number }, roles: number[]): void {
      progress.add(row);
      progressRoles.push(roles);
    },
    edgeFair(row: { rule: number; ratio: number; set: number; whileIn: number }, teachers: number[]): void {
      edgeFair.add(row);
      edgeTeachers.push(teachers);
    },
    /** `windows`: the slots of each */
    meeting(row: { rule: number; whileIn: number; length: number }, teachers: number[], windows: number[][]): void {
      meeting.add(row);
      meetingTeachers.push(teachers);
      windowsOf.push(windows.map((slots) => windowSlots.push(slots) - 1));
    },
    spread: spread.add,
    day: day.add,
    splitHomes: splitHomes.add,
    stableRoom: stableRoom.add,
    ownRoom: ownRoom.add,
    apart: apart.add,
    /** The keep monitors give their row number, for caps. */
    keepTeacher(rule: number, event: number, roles: number[], teachers: number[]): number {
      keepTeacher.add({ rule, event });
      keptRoles.push(roles);
      return keptTeachers.push(teachers) - 1;
    },
    keepRoom(row: { rule: number; event: number; demand: number }, rooms: number[]): number {
      keepRoom.add(row);
      return keptRooms.push(rooms) - 1;
    },
    /** `events`: only who attends one of them counts; null: all the students. */
    studentDay(
      row: { rule: number; shape: number; max: number; set: number },
      students: number[],
      events: number[] | null,
    ): void {
      studentDay.add({ ...row, bySection: events === null ? 0 : 1 });
      dayStudents.push(students);
      dayEvents.push(events ?? []);
    },
    preferRoom(rule: number, demand: number, rooms: number[]): void {
      preferRoom.add({ rule, demand });
      preferred.push(rooms);
    },
    nearRoom(row: { rule: number; event: number; floors: number; byStudents: number }, own: number[]): void {
      nearRoom.add(row);
      nearOwn.push(own);
    },
    reserveRoom(row: { rule: number; least: number; set: number }, rooms: number[]): void {
      reserveRoom.add(row);
      reserved.push(rooms);
    },
    keepStudent: (row: { rule: number; event: number; student: number }): number => keepStudent.add(row),
    /** Caps on the changes of these rows of keepTeacher, keepRoom or keepStudent. */
    cap: (kind: 'teacher' | 'room' | 'student', row: CapRow, rows: number[]): void => caps[kind].add(row, rows),
    staff: { ...staff.add, build: staff.build },
    balance(rule: number, events: number[]): void {
      balance.add({ rule });
      balanceEvents.push(events);
    },
    /** A row of studentValues. */
    studentValue: (values: Int32Array): number => studentValues.push(values) - 1,
    roster(row: RosterRow, events: number[]): void {
      roster.add({ value: -1, tolerance: 0, least: 0, target: 0, base: 0, ...row });
      rosterEvents.push(events);
    },
    /** A number for a set of roles, for whileIn. */
    condition: (roles: number[]): number => conditions.push(roles) - 1,
    /** A row of slotSets holding this mask; equal masks share one. */
    slotSet(mask: Uint8Array): number {
      const key = mask.join('');
      const known = setRows.get(key);
      if (known !== undefined) return known;
      setRows.set(key, sets.length);
      return sets.push(mask) - 1;
    },
    /** `students`: CSR event → students, as the section plan has them. */
    build(rest: Pick<MonitorTables, 'structural' | 'givenLine' | 'lineSet'>, students: Csr): MonitorTables {
      const pairs = pair.build();
      const comparedPairs = { ...pairs, always: Uint8Array.from(pairs.always) };
      const slotSets = new Uint8Array(sets.length * slotCount);
      sets.forEach((mask, row) => slotSets.set(mask, row * slotCount));
      return {
        slotSets,
        eventInside: eventInside.build(),
        teacherInside: teacherInside.build(),
        eventCount: {
          ...eventCount.build(),
          watches: makeCsr(watchesOf),
          event: Int32Array.from(watches, ({ event }) => event),
          set: Int32Array.from(watches, ({ set }) => set),
        },
        startInside: startInside.build(),
        teacherDays: teacherDays.build(),
        parallel: { ...parallel.build(), events: makeCsr(parallelEvents) },
        pair: { ...comparedPairs, sharing: countingPairs(comparedPairs, students) },
        progress: { ...progress.build(), roles: makeCsr(progressRoles) },
        edgeFair: { ...edgeFair.build(), teachers: makeCsr(edgeTeachers) },
        meeting: {
          ...meeting.build(),
          teachers: makeCsr(meetingTeachers),
          windows: makeCsr(windowsOf),
          windowSlots: makeCsr(windowSlots),
        },
        spread: spread.build(),
        day: day.build(),
        conditions: makeCsr(conditions),
        balance: { ...balance.build(), events: makeCsr(balanceEvents) },
        roster: { ...roster.build(), events: makeCsr(rosterEvents) },
        studentValues: Int32Array.from(studentValues.flatMap((values) => [...values])),
        splitHomes: splitHomes.build(),
        stableRoom: stableRoom.build(),
        ownRoom: ownRoom.build(),
        apart: apart.build(),
        keepTeacher: { ...keepTeacher.build(), roles: makeCsr(keptRoles), teachers: makeCsr(keptTeachers) },
        keepRoom: { ...keepRoom.build(), rooms: makeCsr(keptRooms) },
        studentDay: { ...studentDay.build(), students: makeCsr(dayStudents), events: makeCsr(dayEvents) },
        preferRoom: { ...preferRoom.build(), rooms: makeCsr(preferred) },
        nearRoom: { ...nearRoom.build(), own: makeCsr(nearOwn) },
        reserveRoom: { ...reserveRoom.build(), rooms: makeCsr(reserved) },
        keepStudent: keepStudent.build(),
        teacherCap: caps.teacher.build(),
        roomCap: caps.room.build(),
        studentCap: caps.student.build(),
        staff: staff.build(),
        ...rest,
      };
    },
  };
}
