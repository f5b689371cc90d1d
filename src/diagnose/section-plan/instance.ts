/** What a grade with lines asks of its section plan: sections of walking courses, the lines that may hold them, and who takes what. */
import type { Line } from '../../school/types.ts';
import type { CourseNeed, Situation } from '../situation.ts';

/** The students of one pool of a course, or those of one section that the school lists. */
export interface PlanUnit {
  /** index of the course */
  course: number;
  /** sections to lie in lines; null: as many as anyone likes */
  sections: number | null;
  /** most students in a section */
  cap: number;
  /** most students that a section can be of use to: `cap`, or all of them */
  fill: number;
  /** the section of students whom the school lists */
  listed: boolean;
  /** lines that may hold it, as bits */
  lines: number;
  /** sections that the school has put into a line, by line */
  held: number[];
  students: number[];
}

export interface PlanInstance {
  lines: string[];
  units: PlanUnit[];
}

/** Students who take the same units: `units` are indexes, ascending. */
export interface Combination {
  units: number[];
  students: number;
}

/** Lines are bits of an integer. */
const MOST_LINES = 12;

const linesOf = (lines: number | Line[]): Line[] =>
  typeof lines === 'number' ? Array.from({ length: lines }, (_, i) => ({ id: String(i + 1) })) : lines;

/** Students can be anywhere, or sections be taught together: then their sections say nothing for certain. */
function isClear({ unit, given, forming, joint }: CourseNeed): boolean {
  if (forming || joint || unit.pools.length === 0) return false;
  if (given.length > 0 && (unit.homes.length > 0 || unit.pools.length > 1)) return false;
  return given.every(({ homerooms }) => homerooms === undefined);
}

/** A given or locked room may be another than those of the course's kind. */
function roomIsStated({ model }: Situation, { course, given }: CourseNeed): boolean {
  const id = model.courses[course]?.id ?? '';
  const locks = (model.school.locks ?? []).some(({ room, section, course: ofCourse }) => {
    const named = typeof section === 'object' ? section.course : (section ?? '');
    return room !== undefined && (ofCourse === id || named === id || named.startsWith(`${id}/`));
  });
  return locks || given.some(({ room }) => room !== undefined);
}

function unitsOf(situation: Situation, need: CourseNeed, lines: readonly Line[]): PlanUnit[] {
  const { model } = situation;
  const { course, given, unit } = need;
  const id = model.courses[course]?.id ?? '';
  const asked = model.school.courses[course]?.sections;
  const holding = lines.reduce((bits, line, l) => ((line.courses?.includes(id) ?? true) ? bits | (1 << l) : bits), 0);
  const lineOf = (name: string | undefined): number => lines.findIndex((line) => line.id === name);
  const heldBy = (some: readonly { line?: string | undefined }[]): number[] =>
    lines.map((_, l) => some.filter(({ line }) => lineOf(line) === l).length);
  const listed = given.filter(({ students }) => students !== undefined);
  const free = given.filter(({ students }) => students === undefined);
  const named = new Set(listed.flatMap(({ students }) => students ?? []));
  const nameOf = (student: number): string => model.school.students[student]?.id ?? '';
  const limit = asked === 'given' ? given.length : typeof asked === 'number' ? Math.max(asked, given.length) : null;
  const cap = roomIsStated(situation, need) ? (model.courses[course]?.size.max ?? 0) : need.cap;
  const closed = listed.map((section): PlanUnit => {
    const students = need.takers.filter((student) => section.students?.includes(nameOf(student)));
    const line = lineOf(section.line);
    const own = line < 0 ? holding : 1 << line;
    const fill = students.length;
    return { course, sections: 1, cap: fill, fill, listed: true, lines: own, held: heldBy([section]), students };
  });
  const pools = unit.pools.map(({ takers }): PlanUnit => {
    const students = takers.filter((student) => !named.has(nameOf(student)));
    const sections = limit === null ? null : limit - listed.length;
    const held = heldBy(free);
    const own = held.reduce((bits, count, l) => (count > 0 ? bits | (1 << l) : bits), holding);
    return { course, sections, cap, fill: Math.min(cap, students.length), listed: false, lines: own, held, students };
  });
  return [...closed, ...pools].filter(({ students }) => students.length > 0);
}

/** null: the grade has no lines, or no number of sections that could be too few. */
export function planInstance(situation: Situation, grade: number): PlanInstance | null {
  const stated = situation.model.school.grades[grade]?.lines;
  if (stated === undefined) return null;
  const lines = linesOf(stated);
  if (lines.length > MOST_LINES) return null;
  const own = situation.needs.filter((need) => situation.model.courses[need.course]?.grade === grade && isClear(need));
  const units = own.flatMap((need) => unitsOf(situation, need, lines));
  if (units.every(({ sections }) => sections === null)) return null;
  return { lines: lines.map(({ id }) => id), units };
}

export const ofCourses = ({ lines, units }: PlanInstance, courses: ReadonlySet<number>): PlanInstance => ({
  lines,
  units: units.filter(({ course }) => courses.has(course)),
});

/** The largest first. */
export function combinationsOf(units: readonly PlanUnit[]): Combination[] {
  const ofStudent = new Map<number, number[]>();
  units.forEach(({ students }, index) => {
    for (const student of students) ofStudent.set(student, [...(ofStudent.get(student) ?? []), index]);
  });
  const combinations = new Map<string, Combination>();
  for (const taken of ofStudent.values()) {
    const known = combinations.get(taken.join(' '));
    if (known) known.students += 1;
    else combinations.set(taken.join(' '), { units: taken, students: 1 });
  }
  return [...combinations.values()].sort((a, b) => b.units.length - a.units.length);
}

/** In how many ways the sections of a unit can lie in the lines: how many in each of them. */
export function layoutsOfUnit({ sections, lines, held }: PlanUnit): number {
  if (sections === null) return 1;
  const free = sections - held.reduce((sum, count) => sum + count, 0);
  let places = 0;
  for (let bits = lines; bits > 0; bits &= bits - 1) places++;
  let ways = 1;
  for (let i = 1; i < places; i++) ways = (ways * (free + i)) / i;
  return places === 0 && free > 0 ? 0 : ways;
}

export const countLayouts = ({ units }: PlanInstance): number =>
  units.reduce((product, unit) => product * layoutsOfUnit(unit), 1);
