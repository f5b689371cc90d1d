/**
 * How large and how tight a school is, before anything is solved. Every figure is counted from the file or is a lower bound that its
 * docstring gives the formula of; nothing here is an estimate. Units: periods and slots of the week, or of the cycle of two weeks.
 */
import { formsHomerooms } from './complete.ts';
import { makeSchoolModel, sizeBandOf, type SchoolModel } from './model.ts';
import { provisionalSchool } from './provisional.ts';
import { slotMask } from './slots.ts';
import { courseUnits, type CourseUnits } from './takers.ts';
import type { Rule } from './types.ts';

export interface SchoolTotals {
  students: number;
  homerooms: number;
  courses: number;
  teachers: number;
  rooms: number;
  /** weeks of the cycle that periods and slots are counted over: 1, or 2 where weeks are odd and even */
  weeks: number;
  /** pairs of a student and a course that the student takes */
  studentCourses: number;
  /**
   * sections at home + Σ over pools ⌈students ÷ cap⌉, or the number the course states where that is more; of homerooms that are still
   * to be formed, ⌈students ÷ most in a homeroom⌉
   */
  sectionsAtLeast: number;
}

export interface HomeroomTightness {
  homeroom: string;
  name: string;
  grade: string;
  students: number;
  openSlots: number;
  /** periods of its students */
  periodsMin: number;
  periodsMax: number;
  /** slots in which somebody of the homeroom is taught, at least: the periods of its busiest student */
  usedSlots: number;
  /** usedSlots ÷ openSlots */
  tightness: number;
  /** student periods free while others of the homeroom are taught (部分学生空堂), at least: Σ (usedSlots − periods of the student) */
  partlyFree: number;
}

export interface TeachingBalance {
  /** subject id, or absent in the total */
  subject?: string;
  name?: string;
  /** teachers who may teach a course of the subject; in the total, each teacher once */
  teachers: number;
  /** Σ over courses: sections at least × periods × (loadPercent of its teacher, if it has one, and 100 % of each who comes with) */
  demand: number;
  /** Σ load.max of those teachers, × weeks of the cycle; a teacher of two subjects counts in both, and once in the total */
  supply: number;
  /** demand ÷ supply; Infinity (null in JSON) without supply */
  ratio: number;
}

export interface RoomPressure {
  /** absent in the total over all kinds */
  kind?: string;
  rooms: number;
  /** sections at once: Σ concurrent */
  places: number;
  /** lesson periods that need this kind, with sections at least */
  periods: number;
  /** slots of the week in which a grade with such lessons is open */
  openSlots: number;
  /** room periods there are in these slots: Σ concurrent × slots in which the room is available */
  available: number;
  /**
   * places needed at once in the busiest slot, at least: the most of
   * - ⌈periods ÷ openSlots⌉: they cannot all be below the mean;
   * - for lessons that all must lie in the same stated `slots`, ⌈their periods ÷ these slots⌉ (班会 in one slot);
   * - for a grade whose lines all state their slots, ⌈its walking periods ÷ slots of the lines⌉: it walks in lockstep then.
   * A grade whose lines are a bare number gives no more than the mean: when its lines lie is the solver's choice.
   */
  atOnce: number;
  by: 'mean' | 'slots' | 'lines';
  /** atOnce ÷ places; Infinity (null in JSON) without rooms */
  ratio: number;
}

export interface SchoolSummary {
  name: string;
  totals: SchoolTotals;
  homerooms: HomeroomTightness[];
  teaching: { subjects: TeachingBalance[]; total: TeachingBalance };
  rooms: { kinds: RoomPressure[]; total: RoomPressure };
}

interface Load {
  unit: CourseUnits;
  homeSections: number;
  walkingSections: number;
  /** sections that ask for teachers and rooms, at least: those taught together with others (合班) do not */
  taughtSections: number;
}

/** Sections of the course that are taught with another one that leads them. */
function followers({ school, rules }: SchoolModel, courseId: string): number {
  const isOf = (address: NonNullable<Rule['sections']>[number]): boolean => {
    if (typeof address !== 'string') return address.course === courseId;
    const given = school.sections?.find(({ id }) => id === address)?.course;
    return given === undefined ? address.startsWith(`${courseId}/`) : given === courseId;
  };
  const joined = rules.filter(({ type }) => type === 'sections.joint');
  return joined.reduce((sum, { rule }) => sum + (rule.sections ?? []).slice(1).filter(isOf).length, 0);
}

const loadWith = (model: SchoolModel, counts: Omit<Load, 'taughtSections'>): Load => {
  const joint = followers(model, model.school.courses[counts.unit.course]?.id ?? '');
  return { ...counts, taughtSections: Math.max(0, counts.homeSections + counts.walkingSections - joint) };
};

const ratioOf = (part: number, whole: number): number => (part === 0 ? 0 : part / whole);

/** The most students a section of the course can have: size.max, and the largest room of each kind its lessons need. */
function capOf(model: SchoolModel, c: number): number {
  const course = model.courses[c];
  if (!course) return 1;
  let cap = course.size.max;
  for (const kind of new Set(course.lessons.map((lesson) => lesson.roomKind))) {
    const seats = model.school.rooms.flatMap((room) =>
      room.kind === kind ? [Math.min(room.seats, room.maxSize ?? room.seats)] : [],
    );
    if (seats.length > 0) cap = Math.min(cap, Math.max(...seats));
  }
  return Math.max(1, cap);
}

/** `known`: the homerooms that the school gives, which stand first. */
function loadOf(model: SchoolModel, unit: CourseUnits, known: number): Load {
  const stated = model.school.courses[unit.course]?.sections;
  const grade = model.school.grades[model.courses[unit.course]?.grade ?? -1];
  const ofForming = grade?.formHomerooms === undefined ? 0 : sizeBandOf(grade.formHomerooms.size).max;
  // Which of the two a formed homeroom will be, at home or walking, is not known yet.
  const cap = Math.max(capOf(model, unit.course), ofForming);
  const walkingSections = unit.pools.reduce((sum, pool) => {
    const least = Math.ceil(pool.takers.length / cap);
    return sum + (typeof stated === 'number' ? Math.max(least, stated) : least);
  }, 0);
  if (ofForming === 0) return loadWith(model, { unit, homeSections: unit.homes.length, walkingSections });
  // Homerooms to be formed are dealt out here anyhow, but may be formed of those who chose alike: only their size is sure.
  const given = unit.homes.filter(({ homeroom }) => homeroom < known);
  const formed = unit.homes.filter(({ homeroom }) => homeroom >= known);
  const takers = formed.reduce((sum, home) => sum + home.takers.length, 0);
  return loadWith(model, { unit, homeSections: given.length + Math.ceil(takers / ofForming), walkingSections });
}

function summariseHomerooms(model: SchoolModel, units: CourseUnits[]): HomeroomTightness[] {
  const periods = new Float64Array(model.school.students.length);
  for (const { course, takers } of units) {
    const each = model.courses[course]?.periods ?? 0;
    for (const student of takers) periods[student] = (periods[student] ?? 0) + each;
  }
  const bySize = new Map<number, number>();
  for (const { course, homes } of units) {
    for (const { homeroom } of homes) {
      if (model.school.homerooms[homeroom]?.size === undefined) continue;
      bySize.set(homeroom, (bySize.get(homeroom) ?? 0) + (model.courses[course]?.periods ?? 0));
    }
  }
  return model.school.homerooms.map((homeroom, h) => {
    const whole = bySize.get(h);
    const own =
      whole !== undefined ? [whole] : (model.homeroomStudents[h] ?? []).map((student) => periods[student] ?? 0);
    const openSlots = countOpen(model.gradeOpen[model.gradeOf.get(homeroom.grade) ?? -1] ?? new Uint8Array(0));
    const periodsMax = own.reduce((most, each) => Math.max(most, each), 0);
    return {
      homeroom: homeroom.id,
      name: homeroom.name,
      grade: homeroom.grade,
      students: homeroom.size ?? own.length,
      openSlots,
      periodsMin: own.reduce((least, each) => Math.min(least, each), periodsMax),
      periodsMax,
      usedSlots: periodsMax,
      tightness: ratioOf(periodsMax, openSlots),
      partlyFree: own.reduce((sum, each) => sum + periodsMax - each, 0),
    };
  });
}

const countOpen = (mask: Uint8Array): number => mask.reduce((sum, bit) => sum + bit, 0);

/** Who may teach the course: its candidates, or the head teachers of its homerooms, and those of `with`. */
function teachersOf(model: SchoolModel, load: Load): number[] {
  const course = model.courses[load.unit.course];
  const beside = [...(course?.with ?? []), ...(course?.lessons ?? []).flatMap((lesson) => lesson.with)].flat();
  // A given section may have a teacher who is no candidate.
  const given = (model.school.sections ?? []).flatMap((section) =>
    section.course === course?.id ? (section.teachers ?? []).flatMap((id) => model.teacherOf.get(id) ?? []) : [],
  );
  return [...mainTeachersOf(model, load), ...beside, ...given];
}

function mainTeachersOf(model: SchoolModel, { unit }: Load): number[] {
  const teachers = model.courses[unit.course]?.teachers;
  if (teachers === 'none' || teachers === undefined) return [];
  if (teachers !== 'head') return teachers;
  return unit.homes.flatMap(({ homeroom }) => {
    const head = model.school.homerooms[homeroom]?.headTeacher;
    return head === undefined ? [] : [model.teacherOf.get(head) ?? -1];
  });
}

function summariseTeaching(model: SchoolModel, loads: Load[]): SchoolSummary['teaching'] {
  const maxLoad = (teachers: Iterable<number>): number =>
    [...teachers].reduce((sum, t) => sum + (model.school.teachers[t]?.load.max ?? 0) * model.grid.weeks, 0);
  const demandOf = (load: Load): number => {
    const course = model.courses[load.unit.course];
    if (!course) return 0;
    const own = course.teachers === 'none' ? 0 : course.loadPercent;
    const beside = course.lessons.reduce(
      (sum, { length, weeks, with: lists }) =>
        sum + length * (weeks === 'every' ? model.grid.weeks : 1) * (course.with.length + lists.length),
      0,
    );
    return load.taughtSections * ((course.periods * own) / 100 + beside);
  };
  const taught = loads.filter(
    (load) => teachersOf(model, load).length > 0 || model.courses[load.unit.course]?.teachers !== 'none',
  );
  const subjects = model.school.subjects.flatMap((subject, s): TeachingBalance[] => {
    const own = taught.filter(({ unit }) => model.courses[unit.course]?.subject === s);
    if (own.length === 0) return [];
    const teachers = new Set(own.flatMap((load) => teachersOf(model, load)));
    const demand = own.reduce((sum, load) => sum + demandOf(load), 0);
    const supply = maxLoad(teachers);
    return [
      {
        subject: subject.id,
        name: subject.name,
        teachers: teachers.size,
        demand,
        supply,
        ratio: ratioOf(demand, supply),
      },
    ];
  });
  const demand = taught.reduce((sum, load) => sum + demandOf(load), 0);
  const supply = maxLoad(model.school.teachers.keys());
  const total = { teachers: model.school.teachers.length, demand, supply, ratio: ratioOf(demand, supply) };
  return { subjects, total };
}

/** The slots of a grade's lines, where every line states its own; else null. */
function lineSlots(model: SchoolModel, grade: number): number | null {
  const lines = model.school.grades[grade]?.lines;
  if (!Array.isArray(lines)) return null;
  const slots = new Set<number>();
  for (const line of lines) {
    if (line.slots === undefined) return null;
    const mask = slotMask(model.grid, line.slots);
    mask.forEach((bit, slot) => {
      if (bit && model.gradeOpen[grade]?.[slot]) slots.add(slot);
    });
  }
  return slots.size;
}

function pressure(model: SchoolModel, loads: Load[], kind: string | undefined): RoomPressure {
  const rooms = model.school.rooms.filter((room) => kind === undefined || room.kind === kind);
  const periodsOf = (course: number): number =>
    (model.courses[course]?.lessons ?? []).reduce((sum, { length, roomKind, weeks }) => {
      const counts = kind === undefined ? roomKind !== 'none' : roomKind === kind;
      return counts ? sum + length * (weeks === 'every' ? model.grid.weeks : 1) : sum;
    }, 0);
  const open = new Uint8Array(model.grid.slotCount);
  const walking = new Map<number, number>();
  let periods = 0;
  for (const { unit, walkingSections, taughtSections } of loads) {
    const each = periodsOf(unit.course);
    const grade = model.courses[unit.course]?.grade ?? -1;
    const own = each * taughtSections;
    if (own === 0) continue;
    periods += own;
    walking.set(grade, (walking.get(grade) ?? 0) + each * Math.min(walkingSections, taughtSections));
    model.gradeOpen[grade]?.forEach((bit, slot) => {
      if (bit) open[slot] = 1;
    });
  }
  const openSlots = countOpen(open);
  const mean = periods === 0 ? 0 : Math.ceil(periods / openSlots);
  const byLines = [...walking].map(([grade, own]) => {
    const slots = lineSlots(model, grade);
    return slots === null || slots === 0 ? 0 : Math.ceil(own / slots);
  });
  const bySlots = confinedTo(model, loads, kind);
  const atOnce = Math.max(mean, bySlots, ...byLines);
  const places = rooms.reduce((sum, room) => sum + (room.concurrent ?? 1), 0);
  const available = model.school.rooms.reduce((sum, room, r) => {
    if (kind !== undefined && room.kind !== kind) return sum;
    const away = model.roomUnavailable[r];
    return sum + (room.concurrent ?? 1) * countOpen(open.map((bit, slot) => (bit && !away?.[slot] ? 1 : 0)));
  }, 0);
  return {
    ...(kind === undefined ? {} : { kind }),
    rooms: rooms.length,
    places,
    periods,
    openSlots,
    available,
    atOnce,
    by: atOnce === mean ? 'mean' : atOnce === bySlots ? 'slots' : 'lines',
    ratio: ratioOf(atOnce, places),
  };
}

/** The most periods per slot that lessons of one stated slot set need there, rounded up. */
function confinedTo(model: SchoolModel, loads: Load[], kind: string | undefined): number {
  const confined = new Map<string, { periods: number; slots: number }>();
  for (const { unit, taughtSections } of loads) {
    const course = model.courses[unit.course];
    for (const { length, roomKind, slots, weeks } of course?.lessons ?? []) {
      if (!slots || roomKind === 'none' || (kind !== undefined && roomKind !== kind)) continue;
      const open = slots.map((inside, slot) => (inside && model.gradeOpen[course?.grade ?? -1]?.[slot] ? 1 : 0));
      const key = open.join('');
      const sum = confined.get(key) ?? { periods: 0, slots: countOpen(open) };
      sum.periods += length * (weeks === 'every' ? model.grid.weeks : 1) * taughtSections;
      confined.set(key, sum);
    }
  }
  return Math.max(
    0,
    ...[...confined.values()].map(({ periods, slots }) => (slots > 0 ? Math.ceil(periods / slots) : 0)),
  );
}

/** Kinds in file order of the rooms, then kinds that only courses name. */
function kindsOf(model: SchoolModel): string[] {
  const needed = model.courses.flatMap((course) => course.lessons.map((lesson) => lesson.roomKind));
  return [...new Set([...model.school.rooms.map((room) => room.kind), ...needed.filter((kind) => kind !== 'none')])];
}

/** Students of homerooms given by size who take the course. */
const sizeOf = ({ school }: SchoolModel, { homes }: CourseUnits): number =>
  homes.reduce((sum, { homeroom }) => sum + (school.homerooms[homeroom]?.size ?? 0), 0);

/** Homerooms that are still to be formed are counted, and have no rows: who will be in them is not known. */
export function summariseSchool(given: SchoolModel): SchoolSummary {
  const model = formsHomerooms(given.school) ? makeSchoolModel(provisionalSchool(given.school)) : given;
  const { school } = model;
  const units = courseUnits(model);
  const loads = units.map((unit) => loadOf(model, unit, given.school.homerooms.length));
  return {
    name: school.name,
    totals: {
      students: school.students.length + school.homerooms.reduce((sum, { size = 0 }) => sum + size, 0),
      homerooms: school.homerooms.length,
      courses: school.courses.length,
      teachers: school.teachers.length,
      rooms: school.rooms.length,
      weeks: model.grid.weeks,
      studentCourses: units.reduce((sum, unit) => sum + unit.takers.length + sizeOf(model, unit), 0),
      sectionsAtLeast: loads.reduce((sum, load) => sum + load.homeSections + load.walkingSections, 0),
    },
    homerooms: summariseHomerooms(model, units).slice(0, given.school.homerooms.length),
    teaching: summariseTeaching(model, loads),
    rooms: {
      kinds: kindsOf(model).map((kind) => pressure(model, loads, kind)),
      total: pressure(model, loads, undefined),
    },
  };
}
