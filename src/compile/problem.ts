/** School and sections → the engine's problem: events, lessons, roles, rooms and monitors as typed arrays. */
import { makeCsr, restrictDomains, type Problem } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import { slotMask } from '../school/slots.ts';
import type { Lock } from '../school/types.ts';
import { lineKeyOf } from './assemble.ts';
import type { Lowering } from './context.ts';
import { lessonParity, makeDomains, slotTable, startDomain } from './lesson-domains.ts';
import { gradeTables } from './grade-tables.ts';
import { makeMonitorBuilder } from './monitor-builder.ts';
import { linesOf } from './plan-problem.ts';
import { enrolmentTable } from './enrolments.ts';
import { earlierLessonSlots } from './earlier-sections.ts';
import { compileRoles, loadUnit, type CompiledRole } from './roles.ts';
import { locksOf, roomWishes } from './room-wishes.ts';
import { poolTable, roomTable, type Reserve } from './room-tables.ts';
import { joinedSections, leadingSections, shareWithFollowers } from './joint.ts';
import { LOWER_RULE } from './rules/index.ts';
import { ruleRows, type RuleRow } from './rule-rows.ts';
import { fixedDeviations, oversize } from './settled.ts';
import { STRUCTURAL } from './structural.ts';
import { occupantsOf, type CompiledSection } from './sections.ts';
import { togetherKeys, withTogether } from './together.ts';

export interface CompiledWeek {
  problem: Problem;
  sections: CompiledSection[];
  /** per lesson of the problem: the section and the lesson's index in it */
  lessons: { section: number; index: number }[];
  /** ids by rule number: the structural ones, then the school's, each followed by that of its caps */
  ruleIds: string[];
  ruleTypes: string[];
  /** per section: group of sections that run at the same times by the school's own lines or by a must rule, −1: none */
  givenLineOf: Int32Array;
  /** per section: group by any line, −1: none */
  lineOf: Int32Array;
}

/** Rules whose `rooms` are those they speak of, not a way to select lessons. */
const NAMES_ROOMS: ReadonlySet<string> = new Set(['room.prefer', 'room.reserve']);

/** Teachers and rooms that narrow the rules on lessons and sections; rules on teachers name their teachers monitor by monitor. */
function narrowed(model: SchoolModel, rows: RuleRow[]): Pick<Problem['rules'], 'onlyTeachers' | 'onlyRooms'> {
  const known = (ids: string[] | undefined, indexOf: Map<string, number>): number[] =>
    (ids ?? []).flatMap((id) => indexOf.get(id) ?? []);
  return {
    onlyTeachers: makeCsr(
      rows.map(({ type, filled }) =>
        type.startsWith('teacher.') ? [] : known(filled?.rule.teachers, model.teacherOf),
      ),
    ),
    onlyRooms: makeCsr(
      rows.map(({ type, filled }) => (NAMES_ROOMS.has(type) ? [] : known(filled?.rule.rooms, model.roomOf))),
    ),
  };
}

/** Whether a lock that holds the lesson in a slot or week lets it start here. */
function allowsStart({ grid }: SchoolModel, lock: Lock, slot: number): boolean {
  if (lock.slot !== undefined && grid.slotIds[slot] !== lock.slot) return false;
  const week = lock.weeks ?? 'every';
  return week === 'every' || grid.weeks === 1 || (week === 'odd') === slot < grid.slotsPerWeek;
}

/** `unserved`: student–course pairs without a seat, known from the section plan. */
export function compileWeek(
  model: SchoolModel,
  sections: CompiledSection[],
  unserved: number,
  roles: CompiledRole[] = compileRoles(model, sections),
): CompiledWeek {
  const { school, grid } = model;
  const slots = slotTable(model);
  const rooms = roomTable(model);
  const monitors = makeMonitorBuilder(grid.slotCount);
  const domains = makeDomains(grid.slotCount);
  const lessons: CompiledWeek['lessons'] = [];
  const columns = {
    event: [] as number[],
    length: [] as number[],
    span: [] as number[],
    parity: [] as number[],
    domain: [] as number[],
  };
  const demand = {
    lesson: [] as number[],
    set: [] as number[],
    own: [] as number[],
    earlier: [] as number[],
    wrong: [] as number[],
  };
  /** demands that a lock holds in its room */
  const heldBy = new Map<Lock, number[]>();
  const demandsOfLesson: number[][] = [];
  const demandsOf: Lowering['demandsOf'] = [];
  const sets: number[][] = [];
  const setOf = new Map<string, number>();
  const setRow = (set: number[]): number => {
    const key = set.join(' ');
    const known = setOf.get(key);
    if (known !== undefined) return known;
    setOf.set(key, sets.length);
    return sets.push(set) - 1;
  };
  const lessonsOf: number[][] = [];
  const leads = leadingSections(model, sections);
  const joined = joinedSections(leads);
  const earlierRoom = new Map(
    (model.base?.lessons ?? []).map(({ section, index, room }) => [`${section} ${index}`, room] as const),
  );

  sections.forEach((section, event) => {
    const course = model.courses[section.course];
    const locks = locksOf(model, section);
    // One room for all who are taught together, and what binds one of them binds them.
    const together = (joined[event] ?? []).flatMap((one) => sections[one] ?? []);
    const size = together.reduce((sum, one) => sum + one.size, 0);
    const wishesOf = together.map((one) => roomWishes(model, one, size));
    const line = section.lineId === undefined ? undefined : linesOf(model, course?.grade ?? -1)?.[section.line];
    const lineSlots = line?.slots === undefined ? null : slotMask(grid, line.slots);
    const own = school.homerooms[section.homeroom]?.room;
    const ownRoom = own === undefined ? -1 : (model.roomOf.get(own) ?? -1);
    lessonsOf.push([]);
    demandsOf.push([]);
    const parity = lessonParity(course?.lessons ?? []);
    for (const lesson of course?.lessons ?? []) {
      const held = locks.filter((lock) => lock.index === undefined || lock.index === lesson.index);
      const domain = startDomain(model, section, lesson, lineSlots).map((good, at) =>
        good && held.every((lock) => allowsStart(model, lock, at)) ? 1 : 0,
      );
      const index = lessons.length;
      lessons.push({ section: event, index: lesson.index });
      lessonsOf[event]?.push(index);
      columns.event.push(event);
      columns.length.push(lesson.length);
      columns.span.push(lesson.weeks === 'every' ? grid.weeks : 1);
      columns.parity.push(parity[lesson.index] ?? 0);
      columns.domain.push(domains.row(domain));
      demandsOfLesson.push([]);
      if (lesson.roomKind === 'none' || (leads[event] ?? -1) >= 0) continue;
      const [wish, ...others] = wishesOf.map((wishOf) => wishOf(lesson.index));
      if (!wish) continue;
      const wishes = [wish, ...others];
      for (const lock of wishes.flatMap(({ holding }) => holding))
        heldBy.set(lock, [...(heldBy.get(lock) ?? []), demand.lesson.length]);
      const set = others.reduce((left, { rooms: fit }) => left.filter((room) => fit.includes(room)), wish.rooms);
      demandsOfLesson[index]?.push(demand.lesson.length);
      demandsOf[event]?.push({ demand: demand.lesson.length, roomKind: lesson.roomKind });
      demand.lesson.push(index);
      demand.set.push(setRow(set));
      demand.own.push(set.includes(ownRoom) ? ownRoom : -1);
      demand.earlier.push(model.roomOf.get(earlierRoom.get(`${section.id} ${lesson.index}`) ?? '') ?? -1);
      demand.wrong.push(set.length === 1 ? wishes.filter(({ isWrong }) => isWrong(set[0] ?? -1)).length : 0);
    }
  });
  const lessonLeads = Int32Array.from(lessons, ({ section, index }) => lessonsOf[leads[section] ?? -1]?.[index] ?? -1);
  shareWithFollowers(demandsOf, leads);
  shareWithFollowers(demandsOfLesson, lessonLeads);

  const rolesOf: number[][] = sections.map(() => []);
  const rolesOfLesson: number[][] = lessons.map(() => []);
  roles.forEach((role, index) => {
    rolesOf[role.section]?.push(index);
    for (const lesson of role.lessons) rolesOfLesson[lessonsOf[role.section]?.[lesson] ?? -1]?.push(index);
  });
  shareWithFollowers(rolesOf, leads);
  shareWithFollowers(rolesOfLesson, lessonLeads);
  const candidates = roles.map((role) => role.candidates);
  const rows = ruleRows(model);
  /** per demand: rooms that its section should keep, and whether it may have no other */
  const kept = demand.set.map((): { rooms: number[]; always: boolean } => ({ rooms: [], always: false }));
  const keepRooms: Lowering['keepRooms'] = (one, kind, always) => {
    const own = kept[one];
    const fits = sets[demand.set[one] ?? -1] ?? [];
    if (!own) return;
    const wanted = kind.filter((room) => fits.includes(room));
    // Of several rules the rooms that suit them all, where there are any.
    const both = wanted.filter((room) => own.rooms.includes(room));
    own.rooms = own.rooms.length === 0 || both.length > 0 ? (own.rooms.length === 0 ? wanted : both) : own.rooms;
    own.always ||= always;
  };
  const reserves: Reserve[] = [];
  const reserveRooms: Lowering['reserveRooms'] = (rule, among, count, mask) => {
    reserves.push({ rule, rooms: among, count, mask });
  };
  const context: Lowering = { model, sections, rolesOf, candidates, demandsOf, monitors, keepRooms, reserveRooms };

  const structuralAt = (name: string): number => STRUCTURAL.indexOf(`structural.${name}`);
  model.teacherUnavailable.forEach((away, teacher) => {
    if (away.some((is) => is === 1)) {
      monitors.teacherInside({ rule: structuralAt('slot'), teacher, set: monitors.slotSet(away), whileIn: -1 });
    }
  });
  rows.forEach(({ type, filled, isCap }, rule) => {
    if (filled === null || isCap) return;
    LOWER_RULE[type]?.(filled, rule, context, rows[rule + 1]?.isCap ? rule + 1 : -1);
  });
  const pooled = demand.set.map((row, one) => {
    const { rooms: rest, always } = kept[one] ?? { rooms: [], always: false };
    const open = rest.filter((room) => model.roomUnavailable[room]?.includes(0));
    return always && open.length > 0 ? setRow(open) : row;
  });

  const students = makeCsr(sections.map((section) => occupantsOf(model, section)));
  const starts = domains.build();
  const openSet = Int32Array.from(sections, (section) =>
    monitors.slotSet(model.gradeOpen[model.courses[section.course]?.grade ?? -1] ?? new Uint8Array(grid.slotCount)),
  );
  const roomSets = makeCsr(sets);
  const events = sections.map((section) => model.courses[section.course]);
  const mayStart = (lesson: number, slot: number): boolean =>
    starts.domains[(columns.domain[lesson] ?? 0) * grid.slotCount + slot] === 1;
  const problem: Problem = {
    key: 'week',
    slots,
    teachers: {
      count: school.teachers.length,
      loadMax: Int32Array.from(school.teachers, (teacher) => teacher.load.max * grid.weeks * loadUnit(model)),
      loadUnit: loadUnit(model),
    },
    rooms,
    events: {
      count: sections.length,
      duration: Int32Array.from(events, (course) => course?.periods ?? 0),
      minPieces: Int32Array.from(events, (course) => course?.lessons.length ?? 0),
      maxPieces: Int32Array.from(events, (course) => course?.lessons.length ?? 0),
      lessons: makeCsr(lessonsOf),
      roles: makeCsr(rolesOf),
      students,
      size: Int32Array.from(sections, (section) => section.size),
      openSet,
      oversize: Int32Array.from(sections, (section) => oversize(model, section)),
      lead: leads,
    },
    lessons: {
      count: lessons.length,
      event: Int32Array.from(columns.event),
      length: Int32Array.from(columns.length),
      span: Int32Array.from(columns.span),
      parity: Int32Array.from(columns.parity),
      earlier: earlierLessonSlots(model, sections, lessons, mayStart),
      roles: makeCsr(rolesOfLesson),
      domain: Int32Array.from(columns.domain),
      ...starts,
      rooms: makeCsr(demandsOfLesson),
    },
    roles: {
      count: candidates.length,
      workload: Int32Array.from(roles, (role) => role.workload),
      candidates: makeCsr(candidates),
    },
    roomDemands: {
      count: demand.lesson.length,
      lesson: Int32Array.from(demand.lesson),
      set: Int32Array.from(demand.set),
      own: Int32Array.from(demand.own),
      earlier: Int32Array.from(demand.earlier),
      kept: makeCsr(kept.map(({ rooms: some }) => some)),
      pooled: Int32Array.from(pooled),
      wrong: Uint8Array.from(demand.wrong),
      held: {
        room: Int32Array.from(heldBy.keys(), (lock) => model.roomOf.get(lock.room ?? '') ?? -1),
        demands: makeCsr([...heldBy.values()]),
      },
      sets: roomSets,
    },
    pools: poolTable(rooms, grid.slotCount, sets, reserves),
    students: {
      count: school.students.length + school.homerooms.length,
      home: Int32Array.from([...model.studentHomeroom, ...school.homerooms.keys()]),
      ...gradeTables(model, (mask) => monitors.slotSet(mask)),
      homeRoom: Int32Array.from(school.homerooms, ({ room }) => model.roomOf.get(room ?? '') ?? -1),
    },
    enrolments: enrolmentTable(model, sections, {
      demandsOf,
      set: demand.set,
      sets,
      places: rooms.places,
      compared: new Set([...monitors.comparedEvents(), ...joined.filter(({ length }) => length > 1).flat()]),
    }),
    rules: {
      count: rows.length,
      weight: Int32Array.from(rows, ({ strength }) => (strength === 'must' ? 0 : strength)),
      required: Uint8Array.from(rows, ({ strength }) => (strength === 'must' ? 1 : 0)),
      fixed: fixedDeviations(model, sections, unserved, rows.length),
      ...narrowed(model, rows),
    },
    monitors: monitors.build(
      {
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
          size: structuralAt('size'),
          lock: structuralAt('lock'),
        },
      },
      students,
    ),
  };
  const lineKey = (section: CompiledSection): number => lineKeyOf(model, section);
  return {
    problem: restrictDomains(problem),
    sections,
    lessons,
    ruleIds: rows.map(({ id }) => id),
    ruleTypes: rows.map(({ type }) => type),
    lineOf: withTogether(Int32Array.from(sections, lineKey), togetherKeys(model, sections, false), true),
    givenLineOf: withTogether(
      Int32Array.from(sections, (section) => (section.lineId === undefined ? -1 : lineKey(section))),
      togetherKeys(model, sections, true),
      false,
    ),
  };
}
