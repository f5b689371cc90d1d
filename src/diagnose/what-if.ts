/**
 * Staffing and caps, what if: for a class-size cap, an enrolment and shares of combinations, the sections, teachers and rooms that there
 * must be at least. Everything here is a lower bound by counting; students weigh what the scenario makes of them.
 */
import type { SchoolModel } from '../school/model.ts';
import type { School } from '../school/types.ts';
import { makeSituation, roomCap, type CourseNeed, type Situation } from './situation.ts';
import { countOf, periodsOf } from './windows.ts';

export interface WhatIf {
  /** most students of a homeroom or section */
  cap: number;
  /** per cent of the present students */
  enrolment: number;
  /** combination as shorts → per cent of the students who choose; those not named share the rest as they do now */
  shares?: Readonly<Record<string, number>>;
}

export interface SubjectStaff {
  subject: string;
  /** at least */
  sections: number;
  periods: number;
  /** Σ load.max of the subject's teachers, a week */
  supply: number;
  /** teachers of the subject's mean load.max that are missing (positive) or to spare (negative) */
  short: number;
}

export interface KindRooms {
  kind: string;
  /** at once, at least */
  needed: number;
  rooms: number;
  short: number;
}

export interface ScenarioCount {
  students: number;
  homerooms: number;
  sections: number;
  walkingSections: number;
  periods: number;
  subjects: SubjectStaff[];
  rooms: KindRooms[];
}

/** A combination by its shorts, in file order of the subjects. */
export function combinationOf({ school }: SchoolModel, choices: ReadonlySet<number>): string {
  return school.subjects.map(({ short }, s) => (choices.has(s) ? (short ?? '') : '')).join('');
}

/** Combinations that students have, with their numbers, the commonest first. */
export function combinations(school: School): Map<string, number> {
  const { model } = makeSituation(school);
  const counts = new Map<string, number>();
  for (const choices of model.studentChoices) {
    const key = combinationOf(model, choices);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

/** What each student stands for. */
function weightsOf({ model }: Situation, { enrolment, shares }: WhatIf): number[] {
  const all = enrolment / 100;
  if (!shares) return model.school.students.map(() => all);
  const keys = model.studentChoices.map((choices) => combinationOf(model, choices));
  const byGrade = model.school.grades.map(() => new Map<string, number>());
  keys.forEach((key, student) => {
    const counts = byGrade[model.studentGrade[student] ?? -1];
    if (key !== '') counts?.set(key, (counts.get(key) ?? 0) + 1);
  });
  const asked = Object.values(shares).reduce((sum, share) => sum + share, 0) / 100;
  return keys.map((key, student) => {
    const counts = byGrade[model.studentGrade[student] ?? -1];
    if (key === '' || !counts) return all;
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const share = shares[key];
    if (share !== undefined) return (all * (share / 100) * total) / (counts.get(key) ?? 1);
    const others = [...counts].reduce((sum, [name, count]) => sum + (shares[name] === undefined ? count : 0), 0);
    return others === 0 ? 0 : (all * (1 - asked) * total) / others;
  });
}

const EPSILON = 1e-6;
const up = (amount: number): number => Math.ceil(amount - EPSILON);

/** The cap of the scenario, below what the course states of its own and what its rooms hold. */
function capIn({ model }: Situation, { course, cap }: CourseNeed, asked: number): number {
  const stated = model.school.courses[course]?.size?.max ?? Number.POSITIVE_INFINITY;
  const bySize = model.courses[course]?.size.max ?? 0;
  // Where rooms hold less than size.max, they are the cap.
  const byRooms = cap < bySize ? cap : largestRooms(model, course);
  return Math.max(1, Math.min(asked, stated, byRooms));
}

function largestRooms(model: SchoolModel, course: number): number {
  return (model.courses[course]?.lessons ?? []).reduce((least, { roomKind, room }) => {
    if (roomKind === 'none') return least;
    const caps = model.school.rooms.flatMap((it, r) =>
      room === undefined ? (it.kind === roomKind ? [roomCap(model, r)] : []) : r === room ? [roomCap(model, r)] : [],
    );
    return Math.min(least, Math.max(1, ...caps));
  }, Number.POSITIVE_INFINITY);
}

export function countScenario(situation: Situation, scenario: WhatIf): ScenarioCount {
  const { model, needs } = situation;
  const { school, grid } = model;
  const weights = weightsOf(situation, scenario);
  const weigh = (students: readonly number[]): number => students.reduce((sum, s) => sum + (weights[s] ?? 0), 0);
  const bySize = (homes: readonly { homeroom: number }[]): number =>
    (scenario.enrolment / 100) * homes.reduce((sum, { homeroom }) => sum + (school.homerooms[homeroom]?.size ?? 0), 0);
  const inGrade = school.grades.map((_, grade) => {
    const listed = [...school.students.keys()].filter((s) => model.studentGrade[s] === grade);
    const unlisted = [...school.homerooms.keys()].filter(
      (h) => model.gradeOf.get(school.homerooms[h]?.grade ?? '') === grade,
    );
    return weigh(listed) + bySize(unlisted.map((homeroom) => ({ homeroom })));
  });
  const homerooms = inGrade.map((students) => up(students / scenario.cap));
  const counted = needs.map((need) => {
    const cap = capIn(situation, need, scenario.cap);
    const home = need.forming
      ? weigh(need.takers)
      : weigh(need.unit.homes.flatMap(({ takers }) => takers)) + bySize(need.unit.homes);
    const walking = need.forming ? 0 : need.unit.pools.reduce((sum, { takers }) => sum + up(weigh(takers) / cap), 0);
    const { sections: stated } = school.courses[need.course] ?? {};
    const pools = need.unit.pools.length;
    return {
      need,
      home: up(home / scenario.cap),
      walking: typeof stated === 'number' ? Math.max(walking, stated * pools) : walking,
    };
  });
  const periodsOfCourse = (course: number): number => (model.courses[course]?.periods ?? 0) / grid.weeks;
  // What a head teacher, or anybody, teaches is nobody's subject.
  const isOfSubject = (course: number): boolean => {
    const { teachers } = school.courses[course] ?? {};
    return teachers === undefined || Array.isArray(teachers);
  };
  const subjects = school.subjects.flatMap((subject, s): SubjectStaff[] => {
    const own = counted.filter(({ need }) => model.courses[need.course]?.subject === s && isOfSubject(need.course));
    const sections = own.reduce((sum, { home, walking }) => sum + home + walking, 0);
    if (sections === 0) return [];
    const periods = up(
      own.reduce((sum, { need, home, walking }) => {
        const percent = model.courses[need.course]?.loadPercent ?? 100;
        return sum + ((home + walking) * periodsOfCourse(need.course) * percent) / 100;
      }, 0),
    );
    const able = school.teachers.filter(({ subjects: taught }) => taught.includes(subject.id));
    const supply = able.reduce((sum, { load }) => sum + load.max, 0);
    const mean = able.length === 0 ? 12 : supply / able.length;
    const gap = (periods - supply) / mean;
    return [
      { subject: subject.id, sections, periods, supply, short: gap > 0 ? up(gap) : 0 - Math.floor(-gap + EPSILON) },
    ];
  });
  const total = (of: (it: (typeof counted)[number]) => number): number => counted.reduce((sum, it) => sum + of(it), 0);
  return {
    students: Math.round(inGrade.reduce((sum, students) => sum + students, 0)),
    homerooms: homerooms.reduce((sum, count) => sum + count, 0),
    sections: total(({ home, walking }) => home + walking),
    walkingSections: total(({ walking }) => walking),
    periods: subjects.reduce((sum, { periods }) => sum + periods, 0),
    subjects,
    rooms: roomsOf(situation, counted, homerooms),
  };
}

function roomsOf(
  { model }: Situation,
  counted: readonly { need: CourseNeed; home: number; walking: number }[],
  homerooms: readonly number[],
): KindRooms[] {
  const { school } = model;
  const own = school.homerooms.some(({ room }) => room !== undefined);
  return [...new Set(school.rooms.map(({ kind }) => kind))].map((kind): KindRooms => {
    const open = new Uint8Array(model.grid.slotCount);
    let periods = 0;
    for (const { need, home, walking } of counted) {
      const course = model.courses[need.course];
      const lessons = (course?.lessons ?? []).filter(({ roomKind }) => roomKind === kind);
      if (lessons.length === 0 || home + walking === 0) continue;
      periods += (home + walking) * lessons.reduce((sum, lesson) => sum + periodsOf(model, lesson), 0);
      model.gradeOpen[course?.grade ?? -1]?.forEach((bit, slot) => {
        if (bit) open[slot] = 1;
      });
    }
    const atOnce = periods === 0 ? 0 : Math.ceil(periods / countOf(open));
    // A homeroom is at home in a room of its own.
    const needed = kind === 'classroom' && own ? Math.max(atOnce, ...[homerooms.reduce((a, b) => a + b, 0)]) : atOnce;
    const rooms = school.rooms.reduce((sum, room) => sum + (room.kind === kind ? (room.concurrent ?? 1) : 0), 0);
    return { kind, needed, rooms, short: Math.max(0, needed - rooms) };
  });
}

/** The school with the cap in the place of every grade's, for a real section plan. */
export const withCap = (school: School, cap: number): School => ({
  ...school,
  grades: school.grades.map((grade) => ({
    ...grade,
    size: {
      max: cap,
      ...(grade.size?.target === undefined ? {} : { target: Math.min(grade.size.target, cap) }),
      ...(grade.size?.min === undefined ? {} : { min: Math.min(grade.size.min, cap) }),
    },
  })),
});
