/** School and sections → the engine's problem: events, lessons, roles, rooms and monitors as typed arrays. */
import { makeCsr, HALF, type Problem } from '../../solver/index.ts';
import type { FilledLesson, SchoolModel } from '../school/model.ts';
import { slotMask } from '../school/slots.ts';
import { lineKeyOf } from './assemble.ts';
import type { Lowering } from './context.ts';
import { makeMonitorBuilder } from './monitor-builder.ts';
import { linesOf } from './plan-problem.ts';
import { homesOf, roomsFor } from './room-sets.ts';
import { LOWER_RULE } from './rules/index.ts';
import { STRUCTURAL } from './structural.ts';
import type { CompiledSection } from './sections.ts';
import { candidatesFor, namesSection } from './teacher-problem.ts';

export interface CompiledWeek {
  problem: Problem;
  sections: CompiledSection[];
  /** per lesson of the problem: the section and the lesson's index in it */
  lessons: { section: number; index: number }[];
  /** ids by rule number: the structural ones, then the school's */
  ruleIds: string[];
  ruleTypes: string[];
  /** per section: group of sections that run at the same times by the school's own lines, −1: none */
  givenLineOf: Int32Array;
  /** per section: group by any line, −1: none */
  lineOf: Int32Array;
}

function slotTable(model: SchoolModel): Problem['slots'] {
  const { grid } = model;
  const period = (slot: number): number => slot % grid.periodsPerDay;
  const slots = Array.from({ length: grid.slotCount }, (_, slot) => slot);
  return {
    count: grid.slotCount,
    days: grid.days,
    slotsPerDay: grid.periodsPerDay,
    day: Int32Array.from(slots, (slot) => Math.floor(slot / grid.periodsPerDay)),
    half: Uint8Array.from(slots, (slot) => {
      const part = grid.parts[period(slot)];
      return part === 'afternoon' ? HALF.pm : part === 'evening' ? HALF.evening : HALF.am;
    }),
    runsOn: Uint8Array.from(slots, (slot) =>
      runsOn(grid.breaks[period(slot)], period(slot), grid.periodsPerDay) ? 1 : 0,
    ),
    weeks: Uint8Array.from(slots, () => 1),
  };
}

/** Whether a lesson may go on into the next period of the day. */
const runsOn = (breakAfter: string | undefined, period: number, periodsPerDay: number): boolean =>
  period + 1 < periodsPerDay && breakAfter !== 'noon' && breakAfter !== 'end';

/** Start slots of a lesson: open for the grade all along, no noon or day's end inside, within `allowed`. */
function startDomain(
  model: SchoolModel,
  section: CompiledSection,
  lesson: FilledLesson,
  lineSlots: Uint8Array | null,
): Uint8Array {
  const { grid } = model;
  const grade = model.courses[section.course]?.grade ?? -1;
  const open = model.gradeOpen[grade];
  const breaks = model.gradeBreaks[grade];
  const fits = (slot: number): boolean =>
    open?.[slot] === 1 && (!lesson.slots || lesson.slots[slot] === 1) && (!lineSlots || lineSlots[slot] === 1);
  const domain = new Uint8Array(grid.slotCount);
  for (let slot = 0; slot < grid.slotCount; slot++) {
    const period = slot % grid.periodsPerDay;
    let good = period + lesson.length <= grid.periodsPerDay;
    for (let k = 0; good && k < lesson.length; k++) {
      good =
        fits(slot + k) && (k + 1 === lesson.length || runsOn(breaks?.[period + k], period + k, grid.periodsPerDay));
    }
    domain[slot] = good ? 1 : 0;
  }
  return domain;
}

/** Rows of equal masks kept once. */
function makeDomains(slotCount: number) {
  const rows: Uint8Array[] = [];
  const rowOf = new Map<string, number>();
  return {
    row(mask: Uint8Array): number {
      const key = mask.join('');
      const known = rowOf.get(key);
      if (known !== undefined) return known;
      rowOf.set(key, rows.length);
      return rows.push(mask) - 1;
    },
    build(): Pick<Problem['lessons'], 'domains' | 'starts'> {
      const domains = new Uint8Array(rows.length * slotCount);
      rows.forEach((row, index) => domains.set(row, index * slotCount));
      return { domains, starts: makeCsr(rows.map((row) => [...row.keys()].filter((slot) => row[slot] === 1))) };
    },
  };
}

function roomTable(model: SchoolModel): Problem['rooms'] {
  const kinds = new Map<string, number>();
  const { rooms } = model.school;
  return {
    count: rooms.length,
    capacity: Int32Array.from(rooms, (room) => room.concurrent ?? 1),
    open: Uint8Array.from(model.roomUnavailable.flatMap((shut) => [...shut].map((is) => (is ? 0 : 1)))),
    kind: Int32Array.from(rooms, (room) => {
      const known = kinds.get(room.kind) ?? kinds.size;
      kinds.set(room.kind, known);
      return known;
    }),
  };
}

/** For every distinct set of rooms, a pool that counts the demands whose own set lies inside it. */
function poolTable(rooms: Problem['rooms'], slotCount: number, sets: number[][]): Problem['pools'] {
  const members = sets.map((set) => new Set(set));
  const capacity = new Int32Array(sets.length * slotCount);
  sets.forEach((set, pool) => {
    for (const room of set) {
      for (let slot = 0; slot < slotCount; slot++) {
        if (rooms.open[room * slotCount + slot]) {
          capacity[pool * slotCount + slot] = (capacity[pool * slotCount + slot] ?? 0) + (rooms.capacity[room] ?? 0);
        }
      }
    }
  });
  const ofSet = sets.map((set) =>
    sets.flatMap((_, pool) => (set.length > 0 && set.every((room) => members[pool]?.has(room)) ? [pool] : [])),
  );
  return { count: sets.length, capacity, ofSet: makeCsr(ofSet) };
}

/** Deviations that are settled with the sections: students unserved, sections too large. */
function fixedDeviations(model: SchoolModel, sections: CompiledSection[], unserved: number, rules: number): Int32Array {
  const fixed = new Int32Array(rules);
  fixed[STRUCTURAL.indexOf('structural.unserved')] = unserved;
  let over = 0;
  for (const section of sections) {
    const max = model.courses[section.course]?.size.max ?? 0;
    if (section.pool >= 0 && !section.given?.students) over += Math.max(0, section.students.length - max);
  }
  fixed[STRUCTURAL.indexOf('structural.size')] = over;
  return fixed;
}

/** `unserved`: student–course pairs without a seat, known from the section plan. */
export function compileWeek(model: SchoolModel, sections: CompiledSection[], unserved: number): CompiledWeek {
  const { school, grid } = model;
  const slots = slotTable(model);
  const rooms = roomTable(model);
  const monitors = makeMonitorBuilder(grid.slotCount);
  const domains = makeDomains(grid.slotCount);
  const lessons: CompiledWeek['lessons'] = [];
  const columns = { event: [] as number[], length: [] as number[], domain: [] as number[] };
  const demand = { lesson: [] as number[], set: [] as number[], own: [] as number[] };
  const demandsOfLesson: number[][] = [];
  const demandsOf: Lowering['demandsOf'] = [];
  const sets: number[][] = [];
  const setOf = new Map<string, number>();
  const lessonsOf: number[][] = [];

  sections.forEach((section, event) => {
    const course = model.courses[section.course];
    const homes = homesOf(model, section);
    const locks = (school.locks ?? []).filter((lock) => namesSection(model, section, lock));
    const line = section.lineId === undefined ? undefined : linesOf(model, course?.grade ?? -1)?.[section.line];
    const lineSlots = line?.slots === undefined ? null : slotMask(grid, line.slots);
    const own = school.homerooms[section.homeroom]?.room;
    const ownRoom = own === undefined ? -1 : (model.roomOf.get(own) ?? -1);
    lessonsOf.push([]);
    demandsOf.push([]);
    for (const lesson of course?.lessons ?? []) {
      const held = locks.filter((lock) => lock.index === undefined || lock.index === lesson.index);
      const slot = held.map((lock) => lock.slot).find((id) => id !== undefined);
      let domain = startDomain(model, section, lesson, lineSlots);
      if (slot !== undefined) domain = domain.map((good, at) => (good && grid.slotIds[at] === slot ? 1 : 0));
      const index = lessons.length;
      lessons.push({ section: event, index: lesson.index });
      lessonsOf[event]?.push(index);
      columns.event.push(event);
      columns.length.push(lesson.length);
      columns.domain.push(domains.row(domain));
      demandsOfLesson.push([]);
      if (lesson.roomKind === 'none') continue;
      // A lock on all lessons of a section binds those that need a room of that kind.
      const lockedRoom = held
        .filter((lock) => lock.room !== undefined)
        .map((lock) => ({ room: model.roomOf.get(lock.room ?? '') ?? -1, one: lock.index !== undefined }))
        .find(({ room, one }) => one || school.rooms[room]?.kind === lesson.roomKind)?.room;
      const set = lockedRoom === undefined ? roomsFor(model, section, lesson, homes) : [lockedRoom];
      const key = set.join(' ');
      const row = setOf.get(key) ?? sets.length;
      if (row === sets.length) {
        setOf.set(key, row);
        sets.push(set);
      }
      demandsOfLesson[index]?.push(demand.lesson.length);
      demandsOf[event]?.push({ demand: demand.lesson.length, roomKind: lesson.roomKind });
      demand.lesson.push(index);
      demand.set.push(row);
      demand.own.push(set.includes(ownRoom) ? ownRoom : -1);
    }
  });

  const roleOf: number[] = [];
  const candidates: number[][] = [];
  sections.forEach((section) => {
    const nobody = model.courses[section.course]?.teachers === 'none';
    roleOf.push(nobody ? -1 : candidates.length);
    if (!nobody) candidates.push(candidatesFor(model, section));
  });
  const context: Lowering = { model, sections, roleOf, candidates, demandsOf, monitors };

  const structuralAt = (name: string): number => STRUCTURAL.indexOf(`structural.${name}`);
  model.teacherUnavailable.forEach((away, teacher) => {
    if (away.some((is) => is === 1)) {
      monitors.teacherInside({ rule: structuralAt('slot'), teacher, set: monitors.slotSet(away), whileIn: -1 });
    }
  });
  model.rules.forEach((filled, index) => LOWER_RULE[filled.type]?.(filled, STRUCTURAL.length + index, context));

  const ruleCount = STRUCTURAL.length + model.rules.length;
  const starts = domains.build();
  const openSet = Int32Array.from(sections, (section) =>
    monitors.slotSet(model.gradeOpen[model.courses[section.course]?.grade ?? -1] ?? new Uint8Array(grid.slotCount)),
  );
  const roomSets = makeCsr(sets);
  const events = sections.map((section) => model.courses[section.course]);
  const problem: Problem = {
    key: 'week',
    slots,
    teachers: {
      count: school.teachers.length,
      loadMax: Int32Array.from(school.teachers, (teacher) => teacher.load.max),
    },
    rooms,
    events: {
      count: sections.length,
      duration: Int32Array.from(events, (course) => course?.periods ?? 0),
      minPieces: Int32Array.from(events, (course) => course?.lessons.length ?? 0),
      maxPieces: Int32Array.from(events, (course) => course?.lessons.length ?? 0),
      lessons: makeCsr(lessonsOf),
      roles: makeCsr(roleOf.map((role) => (role < 0 ? [] : [role]))),
      students: makeCsr(sections.map((section) => section.students)),
      openSet,
    },
    lessons: {
      count: lessons.length,
      event: Int32Array.from(columns.event),
      length: Int32Array.from(columns.length),
      domain: Int32Array.from(columns.domain),
      ...starts,
      rooms: makeCsr(demandsOfLesson),
    },
    roles: {
      count: candidates.length,
      workload: Int32Array.from(
        sections.flatMap((section, index) =>
          (roleOf[index] ?? -1) < 0 ? [] : [model.courses[section.course]?.periods ?? 0],
        ),
      ),
      candidates: makeCsr(candidates),
    },
    roomDemands: {
      count: demand.lesson.length,
      lesson: Int32Array.from(demand.lesson),
      set: Int32Array.from(demand.set),
      own: Int32Array.from(demand.own),
      sets: roomSets,
    },
    pools: poolTable(rooms, grid.slotCount, sets),
    students: {
      count: school.students.length,
      home: Int32Array.from(model.studentHomeroom),
    },
    rules: {
      count: ruleCount,
      weight: Int32Array.from([
        ...STRUCTURAL.map(() => 0),
        ...model.rules.map((it) => (it.strength === 'must' ? 0 : it.strength)),
      ]),
      required: Uint8Array.from([
        ...STRUCTURAL.map(() => 1),
        ...model.rules.map((it) => (it.strength === 'must' ? 1 : 0)),
      ]),
      fixed: fixedDeviations(model, sections, unserved, ruleCount),
    },
    monitors: monitors.build({
      givenLine: Int32Array.from(sections, (section) => (section.lineId === undefined ? -1 : section.line)),
      lineSet: Int32Array.from(sections, (section) =>
        section.lineId === undefined ? -1 : (model.courses[section.course]?.grade ?? -1),
      ),
      structural: {
        student: structuralAt('student'),
        teacher: structuralAt('teacher'),
        room: structuralAt('room'),
        load: structuralAt('load'),
        unplaced: structuralAt('unplaced'),
        kind: structuralAt('kind'),
        qualified: structuralAt('qualified'),
        line: structuralAt('line'),
      },
    }),
  };
  const lineKey = (section: CompiledSection): number => lineKeyOf(model, section);
  return {
    problem,
    sections,
    lessons,
    ruleIds: [...STRUCTURAL, ...model.rules.map((it) => it.id)],
    ruleTypes: [...STRUCTURAL, ...model.rules.map((it) => it.type)],
    lineOf: Int32Array.from(sections, lineKey),
    givenLineOf: Int32Array.from(sections, (section) => (section.lineId === undefined ? -1 : lineKey(section))),
  };
}
