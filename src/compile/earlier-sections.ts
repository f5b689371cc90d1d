/**
 * What a run from an earlier week takes over from it: sections with their students, times, teachers.
 */
import type { SchoolModel } from '../school/model.ts';
import { lessonSlots } from '../school/slots.ts';
import type { CourseUnits, Pool } from '../school/takers.ts';
import type { EarlierWeek } from '../school/earlier-week.ts';
import { lineTimes } from './assemble.ts';
import { boundSections } from './bound-students.ts';
import { capOf } from './rule-rows.ts';
import { linesOf, walkingCap } from './plan-problem.ts';
import type { CompiledRole } from './roles.ts';
import { FIRST_TIME } from './times.ts';
import { homeSections, inCourseOrder, type CompiledSection } from './sections.ts';
import { seatNewcomers } from './seat-newcomers.ts';

/** The slots of each section in the earlier week. */
function earlierSlots(model: SchoolModel, base: EarlierWeek): Map<string, Set<number>> {
  const slots = new Map<string, Set<number>>();
  for (const { section, slot, length, weeks } of base.lessons) {
    const first = model.grid.slotById.get(slot);
    if (first === undefined) continue;
    const known = slots.get(section) ?? new Set<number>();
    for (const at of lessonSlots(model.grid, first, length, weeks)) known.add(at);
    slots.set(section, known);
  }
  return slots;
}

/** The earlier walking sections of a pool with the takers they keep; sections that nobody needs any more are gone. */
function keptSections(
  model: SchoolModel,
  base: EarlierWeek,
  course: number,
  pool: Pool,
  homeIds: Set<string>,
): CompiledSection[] {
  const takers = new Set(pool.takers);
  const id = model.school.courses[course]?.id;
  const lines = linesOf(model, model.courses[course]?.grade ?? -1);
  const bound = boundSections(model, [{ course, takers: pool.takers }]).get(course);
  return base.sections.flatMap((section): CompiledSection[] => {
    if (section.course !== id || homeIds.has(section.id)) return [];
    // Whom a lock or a given section now holds goes there, wherever (s)he was.
    const stays = (student: number): boolean => (bound?.get(student)?.id ?? section.id) === section.id;
    const earlier = section.students.flatMap((student) => model.studentOf.get(student) ?? []);
    const joins = [...(bound ?? [])].flatMap(([student, held]) => (held.id === section.id ? [student] : []));
    const students = [...new Set([...earlier, ...joins])].filter((student) => takers.has(student) && stays(student));
    if (students.length === 0) return [];
    const given = model.school.sections?.find((it) => it.id === section.id);
    const line = lines?.findIndex((it) => it.id === section.line) ?? -1;
    return [
      {
        id: section.id,
        course,
        homeroom: -1,
        pool: pool.index,
        students: students.sort((a, b) => a - b),
        size: students.length,
        line,
        ...(line >= 0 && section.line !== undefined ? { lineId: section.line } : {}),
        ...(given ? { given } : {}),
      },
    ];
  });
}

export interface Newcomer {
  student: number;
  /** the sections of the pool, as they were */
  sections: CompiledSection[];
  cap: number;
}

export interface KeptWeek {
  /** home sections, then the earlier walking sections with those who stay in them */
  sections: CompiledSection[];
  /** takers who have no section yet */
  newcomers: Newcomer[];
}

/** null where a pool has no section to keep. */
export function keptWeek(model: SchoolModel, units: CourseUnits[]): KeptWeek | null {
  const { base } = model;
  if (!base || base.sections.length === 0) return null;
  const homes = homeSections(model, units);
  const homeIds = new Set(homes.map((section) => section.id));
  const sections = [...homes];
  const newcomers: Newcomer[] = [];
  for (const unit of units) {
    for (const pool of unit.pools) {
      const kept = keptSections(model, base, unit.course, pool, homeIds);
      if (kept.length === 0) return null;
      const seated = new Set(kept.flatMap((section) => section.students));
      const cap = walkingCap(model, unit.course);
      sections.push(...kept);
      for (const student of pool.takers) if (!seated.has(student)) newcomers.push({ student, sections: kept, cap });
    }
  }
  return { sections, newcomers };
}

/** Students who may change sections by the caps of all rules; none where the rules say that nobody may. */
function mostChanges(model: SchoolModel): number {
  const limits = model.rules
    .filter(({ type }) => type === 'keep.student')
    .flatMap((filled) => {
      if (capOf(filled, 'maxEach') === 0 || filled.strength === 'must') return [0];
      return capOf(filled, 'max') ?? [];
    });
  return Math.min(Number.POSITIVE_INFINITY, ...limits);
}

export interface EarlierSections {
  /** all home sections, and the walking sections of the grades that keep theirs */
  sections: CompiledSection[];
  /** grades whose walking sections must be planned anew */
  anew: ReadonlySet<number>;
}

/**
 * null without an earlier week, and where some grade must be planned anew while no cap holds the students: a plan of the whole school
 * closes more easily.
 */
export function earlierSections(model: SchoolModel, units: CourseUnits[]): EarlierSections | null {
  const { base } = model;
  if (!base || base.sections.length === 0) return null;
  const homes = homeSections(model, units);
  const homeIds = new Set(homes.map((section) => section.id));
  const most = mostChanges(model);
  const seated = seatNewcomers({
    model,
    units,
    homes,
    keptOf: (course, pool) => keptSections(model, base, course, pool, homeIds),
    slots: earlierSlots(model, base),
    mostChanges: most,
    taken: new Set([
      ...homeIds,
      ...base.sections.map(({ id }) => id),
      ...(model.school.sections ?? []).map(({ id }) => id),
    ]),
  });
  if (seated.anew.size > 0 && most === Number.POSITIVE_INFINITY) return null;
  return { sections: inCourseOrder([...homes, ...seated.sections]), anew: seated.anew };
}

/** [lessons] first slots of the earlier week, −1 where a lesson is new; `starts` says whether a lesson may still start there. */
export function earlierLessonSlots(
  model: SchoolModel,
  sections: CompiledSection[],
  lessons: readonly { section: number; index: number }[],
  starts: (lesson: number, slot: number) => boolean,
): Int32Array {
  const before = new Map(
    (model.base?.lessons ?? []).map(({ section, index, slot, weeks }) => {
      const first = model.grid.slotById.get(slot) ?? -1;
      return [`${section} ${index}`, first >= 0 && weeks === 'even' ? first + model.grid.slotsPerWeek : first] as const;
    }),
  );
  return Int32Array.from(lessons, ({ section, index }, lesson) => {
    const slot = before.get(`${sections[section]?.id} ${index}`) ?? -1;
    return slot >= 0 && starts(lesson, slot) ? slot : -1;
  });
}

/** Times for a teacher plan that fits the slots of the earlier week: beside the line of a section its slots. */
export function earlierTimes(model: SchoolModel): (section: CompiledSection) => number[] {
  const slots = model.base ? earlierSlots(model, model.base) : new Map<string, Set<number>>();
  return (section) => [
    ...lineTimes(model, section),
    ...[...(slots.get(section.id) ?? [])].map((slot) => FIRST_TIME.slot + slot),
  ];
}

/** [roles] teachers of the earlier week where they may still take the role, −1 where nobody of then may. */
export function earlierTeachers(
  model: SchoolModel,
  sections: CompiledSection[],
  roles: readonly CompiledRole[],
): Int32Array {
  const teachersOf = new Map(
    (model.base?.sections ?? []).map(
      ({ id, teachers }) => [id, teachers.flatMap((t) => model.teacherOf.get(t) ?? [])] as const,
    ),
  );
  return Int32Array.from(
    roles,
    ({ section, candidates }) => candidates.find((t) => teachersOf.get(sections[section]?.id ?? '')?.includes(t)) ?? -1,
  );
}
