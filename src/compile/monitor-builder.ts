/** Gathers monitors row by row and lays them out as the engine's tables. */
import type { MonitorTables } from '../../solver/index.ts';
import { makeCsr } from '../../solver/index.ts';

/** The columns of one monitor shape: rows of integers under fixed names. */
function makeTable<Column extends string>(columns: readonly Column[]) {
  const rows: Record<Column, number>[] = [];
  return {
    add: (row: Record<Column, number>): void => void rows.push(row),
    build(): { count: number } & Record<Column, Int32Array> {
      const table: Partial<Record<Column, Int32Array>> = {};
      for (const column of columns) table[column] = Int32Array.from(rows, (row) => row[column]);
      return { count: rows.length, ...(table as Record<Column, Int32Array>) };
    },
  };
}

export type MonitorBuilder = ReturnType<typeof makeMonitorBuilder>;

export function makeMonitorBuilder(slotCount: number) {
  const sets: Uint8Array[] = [];
  const setRows = new Map<string, number>();
  const conditions: number[][] = [];
  const balanceEvents: number[][] = [];
  const eventInside = makeTable(['rule', 'event', 'set']);
  const teacherInside = makeTable(['rule', 'teacher', 'set', 'whileIn']);
  const eventCount = makeTable(['rule', 'event', 'set', 'least', 'most']);
  const spread = makeTable(['rule', 'event', 'maxPerDay', 'minGapDays']);
  const day = makeTable(['rule', 'teacher', 'shape', 'max', 'openSet', 'busySet', 'whileIn']);
  const balance = makeTable(['rule']);
  const splitHomes = makeTable(['rule', 'event']);
  const stableRoom = makeTable(['rule', 'event']);
  const ownRoom = makeTable(['rule', 'demand', 'room']);
  const apart = makeTable(['rule', 'one', 'other', 'maxShared']);
  const keepTeacher = makeTable(['rule', 'role']);
  const keptTeachers: number[][] = [];
  const keepRoom = makeTable(['rule', 'demand']);
  const keptRooms: number[][] = [];
  return {
    eventInside: eventInside.add,
    teacherInside: teacherInside.add,
    eventCount: eventCount.add,
    spread: spread.add,
    day: day.add,
    splitHomes: splitHomes.add,
    stableRoom: stableRoom.add,
    ownRoom: ownRoom.add,
    apart: apart.add,
    keepTeacher(rule: number, role: number, teachers: number[]): void {
      keepTeacher.add({ rule, role });
      keptTeachers.push(teachers);
    },
    keepRoom(rule: number, demand: number, rooms: number[]): void {
      keepRoom.add({ rule, demand });
      keptRooms.push(rooms);
    },
    balance(rule: number, events: number[]): void {
      balance.add({ rule });
      balanceEvents.push(events);
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
    build(rest: Pick<MonitorTables, 'structural' | 'givenLine' | 'lineSet'>): MonitorTables {
      const slotSets = new Uint8Array(sets.length * slotCount);
      sets.forEach((mask, row) => slotSets.set(mask, row * slotCount));
      return {
        slotSets,
        eventInside: eventInside.build(),
        teacherInside: teacherInside.build(),
        eventCount: eventCount.build(),
        spread: spread.build(),
        day: day.build(),
        conditions: makeCsr(conditions),
        balance: { ...balance.build(), events: makeCsr(balanceEvents) },
        splitHomes: splitHomes.build(),
        stableRoom: stableRoom.build(),
        ownRoom: ownRoom.build(),
        apart: apart.build(),
        keepTeacher: { ...keepTeacher.build(), teachers: makeCsr(keptTeachers) },
        keepRoom: { ...keepRoom.build(), rooms: makeCsr(keptRooms) },
        ...rest,
      };
    },
  };
}
