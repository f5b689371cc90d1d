/** School and earlier week → the question of a small repair: the sections as they were, everyone new to one still to be seated. */
import { itemsOf, makeCsr, type RepairedWeek, type RepairTask } from '../../solver/index.ts';
import type { EarlierWeek } from '../school/earlier-week.ts';
import type { SchoolModel } from '../school/model.ts';
import { courseUnits, type CourseUnits } from '../school/takers.ts';
import { lineKeyOf } from './assemble.ts';
import { boundSections } from './bound-students.ts';
import { keptWeek } from './earlier-sections.ts';
import { compileWeek } from './problem.ts';
import { roomsFor, homesOf } from './room-sets.ts';
import { compileRoles, type CompiledRole } from './roles.ts';
import { inCourseOrder, occupantsOf, type CompiledSection } from './sections.ts';

export interface RepairQuestion {
  task: RepairTask;
  /** in the order of the task's events; walking sections hold only those who were there */
  sections: CompiledSection[];
  /** student–course pairs of home sections that are in another section than before, whatever is done */
  forced: number;
}

/** More students than any section has. */
const NO_CAP = 1_000_000;

/** null where the earlier week's sections do not serve: a course walks that had no walking section. */
export function repairQuestion(model: SchoolModel): RepairQuestion | null {
  const { base } = model;
  // The exact search knows one teacher and one room of each section.
  if (!base || model.rules.some(({ type }) => type === 'sections.joint')) return null;
  const units = courseUnits(model);
  const kept = keptWeek(model, units);
  if (!kept) return null;
  const sections = inCourseOrder(kept.sections);
  const roles = compileRoles(model, sections);
  const { problem, lessons } = compileWeek(model, sections, 0, roles);
  const eventOf = new Map(sections.map((section, event) => [section.id, event]));
  const before = seatsBefore(base, eventOf);
  const isWalking = ({ pool }: CompiledSection): boolean => pool >= 0;
  return {
    sections,
    forced: forcedMoves(model, sections, before),
    task: {
      problem,
      ...earlierLessons(model, base, sections, lessons),
      ...earlierTeachers(model, base, sections, roles),
      rooms: roomsWhateverTheSize(model, sections, problem.roomDemands, lessons),
      residents: makeCsr(sections.map((section) => (isWalking(section) ? [] : occupantsOf(model, section)))),
      unlisted: Int32Array.from(sections, (section) =>
        isWalking(section) ? 0 : section.size - occupantsOf(model, section).length,
      ),
      cap: Int32Array.from(sections, (section) =>
        isWalking(section) && !section.given?.students ? (model.courses[section.course]?.size.max ?? NO_CAP) : NO_CAP,
      ),
      line: Int32Array.from(sections, (section) => (section.lineId === undefined ? -1 : lineKeyOf(model, section))),
      seats: seatTable(model, units, sections, before),
    },
  };
}

/** The event that each student had in a course, by `student course`; sections that are gone are left out. */
function seatsBefore(base: EarlierWeek, eventOf: Map<string, number>): Map<string, number> {
  const before = new Map<string, number>();
  for (const { id, course, students } of base.sections) {
    const event = eventOf.get(id);
    if (event !== undefined) for (const student of students) before.set(`${student} ${course}`, event);
  }
  return before;
}

const pairKey = (model: SchoolModel, student: number, course: number): string =>
  `${model.school.students[student]?.id} ${model.school.courses[course]?.id}`;

function forcedMoves(model: SchoolModel, sections: CompiledSection[], before: Map<string, number>): number {
  return sections.reduce((sum, section, event) => {
    if (section.pool >= 0) return sum;
    const moved = section.students.filter((student) => {
      const was = before.get(pairKey(model, student, section.course));
      return was !== undefined && was !== event;
    });
    return sum + moved.length;
  }, 0);
}

/** Slots and rooms of the lessons that the earlier week had under the same number and length. */
function earlierLessons(
  { grid, roomOf, courses }: SchoolModel,
  base: EarlierWeek,
  sections: CompiledSection[],
  lessons: { section: number; index: number }[],
): Pick<RepairTask, 'baseSlot' | 'baseRoom'> {
  const byName = new Map<string, EarlierWeek['lessons'][number]>(
    base.lessons.map((it) => [`${it.section} ${it.index}`, it] as const),
  );
  const baseSlot = new Int32Array(lessons.length).fill(-1);
  const baseRoom: number[] = [];
  lessons.forEach(({ section, index }, lesson) => {
    const filled = courses[sections[section]?.course ?? -1]?.lessons[index];
    const was = byName.get(`${sections[section]?.id} ${index}`);
    const alike =
      was?.length === filled?.length && (was?.weeks === 'every') === (filled?.weeks === 'every' || grid.weeks === 1);
    const first = alike && was ? (grid.slotById.get(was.slot) ?? -1) : -1;
    if (first >= 0) baseSlot[lesson] = was?.weeks === 'even' ? first + grid.slotsPerWeek : first;
    if (filled && filled.roomKind !== 'none') baseRoom.push(first >= 0 ? (roomOf.get(was?.room ?? '') ?? -1) : -1);
  });
  return { baseSlot, baseRoom: Int32Array.from(baseRoom) };
}

/**
 * Teachers role by role: of those the section had, the first who may fill it, else the one in its place. Those who were beside them in
 * a single lesson may be changed freely: no rule counts them.
 */
function earlierTeachers(
  model: SchoolModel,
  base: EarlierWeek,
  sections: CompiledSection[],
  roles: CompiledRole[],
): Pick<RepairTask, 'baseTeacher' | 'roleCounts'> {
  const indexes = (ids: string[]): number[] => ids.map((id) => model.teacherOf.get(id) ?? -1);
  const ofSection = new Map(base.sections.map(({ id, teachers }) => [id, indexes(teachers)] as const));
  const own = new Map(base.sections.map(({ id, teachers }) => [id, teachers] as const));
  const ofLesson = new Map<string, number[]>(
    base.lessons.map(({ section, index, teachers }) => {
      const beside = (teachers ?? []).filter((id) => !own.get(section)?.includes(id));
      return [`${section} ${index}`, indexes(beside)] as const;
    }),
  );
  const firstRole = new Map<number, number>();
  roles.forEach(({ section }, index) => firstRole.set(section, firstRole.get(section) ?? index));
  const baseTeacher = new Int32Array(roles.length).fill(-1);
  const roleCounts = new Uint8Array(roles.length);
  roles.forEach((role, index) => {
    const section = sections[role.section];
    const course = model.courses[section?.course ?? -1];
    const place = index - (firstRole.get(role.section) ?? index);
    const whole = place < (course?.teachers === 'none' ? 0 : 1) + (course?.with.length ?? 0);
    const had = whole ? ofSection.get(section?.id ?? '') : ofLesson.get(`${section?.id} ${role.lessons[0]}`);
    if (!had) return;
    const fitting = had.findIndex((teacher) => teacher >= 0 && role.candidates.includes(teacher));
    const [teacher = -1] = had.splice(Math.max(0, fitting), 1);
    baseTeacher[index] = teacher;
    roleCounts[index] = whole && teacher >= 0 ? 1 : 0;
  });
  return { baseTeacher, roleCounts };
}

/** The rooms that fit a lesson were the section smaller or larger; a locked or bound one alone. */
function roomsWhateverTheSize(
  model: SchoolModel,
  sections: CompiledSection[],
  demands: RepairTask['problem']['roomDemands'],
  lessons: { section: number; index: number }[],
): RepairTask['rooms'] {
  const held = new Set(demands.held.demands.item);
  const known = new Map<string, number[]>();
  return makeCsr(
    Array.from(demands.lesson, (lesson, demand) => {
      if (held.has(demand)) {
        const set = demands.set[demand] ?? 0;
        return [...itemsOf(demands.sets, set)];
      }
      const { section: event = -1, index = -1 } = lessons[lesson] ?? {};
      const section = sections[event];
      const filled = model.courses[section?.course ?? -1]?.lessons[index];
      if (!section || !filled) return [];
      const homes = homesOf(model, section);
      const key = `${filled.roomKind} ${filled.room} ${section.given?.room} ${homes.join(',')}`;
      // Rooms kept for other homerooms come last: a walking section may lose the students who bar it.
      const forAll = (among: number[]): number[] => roomsFor(model, { ...section, size: 0 }, filled, among);
      const rooms = known.get(key) ?? [...new Set([...forAll(homes), ...(section.pool < 0 ? [] : forAll([]))])];
      known.set(key, rooms);
      return rooms;
    }),
  );
}

/** Every taker of every pool: the sections (s)he may be in, and the one before. */
function seatTable(
  model: SchoolModel,
  units: CourseUnits[],
  sections: CompiledSection[],
  before: Map<string, number>,
): RepairTask['seats'] {
  const student: number[] = [];
  const base: number[] = [];
  const options: number[][] = [];
  for (const { course, pools } of units) {
    for (const pool of pools) {
      const events = sections.flatMap((section, event) =>
        section.course === course && section.pool === pool.index ? [event] : [],
      );
      const bound = boundSections(model, [{ course, takers: pool.takers }]).get(course);
      for (const taker of pool.takers) {
        const was = before.get(pairKey(model, taker, course)) ?? -1;
        student.push(taker);
        base.push(events.includes(was) ? was : -1);
        options.push(events.filter((event) => mayTake(model, sections[event], taker, bound?.get(taker)?.id)));
      }
    }
  }
  return {
    count: student.length,
    student: Int32Array.from(student),
    base: Int32Array.from(base),
    options: makeCsr(options),
  };
}

function mayTake(
  model: SchoolModel,
  section: CompiledSection | undefined,
  student: number,
  bound: string | undefined,
): boolean {
  if (!section) return false;
  if (bound !== undefined) return section.id === bound;
  const { given } = section;
  const home = model.school.homerooms[model.studentHomeroom[student] ?? -1]?.id;
  if (given?.students) return false;
  return given?.homerooms === undefined || home === undefined || given.homerooms.includes(home);
}

/** The sections with the students whom the repaired week seats in them. */
export function repairedSections({ task, sections }: RepairQuestion, { seat }: RepairedWeek): CompiledSection[] {
  const students: number[][] = sections.map(() => []);
  seat.forEach((event, index) => students[event]?.push(task.seats.student[index] ?? -1));
  return sections.map((section, event) => {
    if (section.pool < 0) return section;
    const own = (students[event] ?? []).toSorted((a, b) => a - b);
    return { ...section, students: own, size: own.length };
  });
}
