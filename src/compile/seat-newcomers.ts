/**
 * Seats in the walking sections of an earlier week for those who have none: everyone who still takes a course stays in its section, and
 * newcomers join where they clash least. Where all are full and a cap holds the others, a section more is opened; where a clash is left, one student who has a seat
 * takes another. Grade by grade: one that does not work out must be planned anew, the others stay.
 */
import type { SchoolModel } from '../school/model.ts';
import type { CourseUnits, Pool } from '../school/takers.ts';
import type { Section } from '../school/types.ts';
import { boundSections, poolOfGiven } from './bound-students.ts';
import { linesOf, walkingCap } from './plan-problem.ts';
import type { CompiledSection } from './sections.ts';

/** Two sections of a student in one of the school's lines: worse than any number of shared slots. */
const SAME_LINE = 1000;

/** The sections of one pool as they come to be. */
interface PoolSeats {
  course: number;
  pool: Pool;
  sections: CompiledSection[];
  /** most students of a section */
  cap: number;
  /** sections that the course states, null: as many as are needed */
  stated: number | null;
  bound: Map<number, Section>;
}

export interface Seating {
  model: SchoolModel;
  units: CourseUnits[];
  /** earlier walking sections of a pool with the takers whom they keep */
  keptOf: (course: number, pool: Pool) => CompiledSection[];
  homes: CompiledSection[];
  /** slots of each section in the earlier week */
  slots: ReadonlyMap<string, ReadonlySet<number>>;
  /** ids that no new section may have */
  taken: Set<string>;
  /** students who may be moved for the sake of newcomers, as caps allow; Infinity: nothing is capped */
  mostChanges: number;
}

/** A student goes from one section of a course to another. */
interface Step {
  who: number;
  from: CompiledSection;
  to: CompiledSection;
}

const join = (section: CompiledSection, student: number): void => {
  section.students = [...section.students, student].sort((a, b) => a - b);
  section.size++;
};

const leave = (section: CompiledSection, student: number): void => {
  section.students = section.students.filter((other) => other !== student);
  section.size--;
};

function newSection(
  seating: Seating,
  seats: Omit<PoolSeats, 'cap' | 'stated'>,
  given?: Section,
): CompiledSection | null {
  const { model, taken } = seating;
  const courseId = model.school.courses[seats.course]?.id ?? '';
  const lines = linesOf(model, model.courses[seats.course]?.grade ?? -1);
  const used = (line: number): number => seats.sections.filter((section) => section.line === line).length;
  const open = (lines ?? []).flatMap((line, index) => {
    const asked = given?.line === undefined || given.line === line.id;
    return asked && (line.courses?.includes(courseId) ?? true) ? [index] : [];
  });
  const [line = -1] = open.toSorted((a, b) => used(a) - used(b) || a - b);
  if (lines !== null && line < 0) return null;
  let number = 1;
  while (taken.has(`${courseId}/${number}`)) number++;
  const id = given?.id ?? `${courseId}/${number}`;
  taken.add(id);
  const lineId = lines?.[line]?.id;
  return {
    id,
    course: seats.course,
    homeroom: -1,
    pool: seats.pool.index,
    students: [],
    size: 0,
    line,
    ...(lineId === undefined ? {} : { lineId }),
    ...(given ? { given } : {}),
  };
}

/** The pool's sections: those it keeps, those the school gives now, and as many more as the course states or its takers need. */
function openPool(seating: Seating, course: number, pool: Pool): PoolSeats | null {
  const { model, units } = seating;
  const sections = seating.keptOf(course, pool);
  const cap = walkingCap(model, course);
  // The line of a section may be gone.
  const hasLines = linesOf(model, model.courses[course]?.grade ?? -1) !== null;
  if (hasLines && sections.some(({ lineId }) => lineId === undefined)) return null;
  const asked = model.school.courses[course]?.sections;
  const stated = typeof asked === 'number' ? asked : null;
  const bound = boundSections(model, [{ course, takers: pool.takers }]).get(course) ?? new Map<number, Section>();
  const seats = { course, pool, sections, cap, stated, bound };
  for (const given of model.school.sections ?? []) {
    const isHere = model.courseOf.get(given.course) === course && poolOfGiven(model, units, given) === pool.index;
    if (!isHere || sections.some(({ id }) => id === given.id)) continue;
    const section = newSection(seating, seats, given);
    if (!section) return null;
    for (const [student, held] of bound) if (held.id === given.id) join(section, student);
    sections.push(section);
  }
  // Who is too many leaves, the last in file order first; those who are bound stay.
  for (const section of sections) {
    if (section.given) continue;
    for (const student of section.students.toReversed()) {
      if (section.size > cap && !bound.has(student)) leave(section, student);
    }
  }
  const wanted = stated ?? (sections.length > 0 ? 0 : Math.ceil(pool.takers.length / cap));
  while (sections.length < wanted) {
    const section = newSection(seating, seats);
    if (!section) return null;
    sections.push(section);
  }
  return stated !== null && sections.length > stated ? null : seats;
}

/** The walking sections of one grade, everybody seated with at most `left` students moved; null where that cannot be had by keeping what was. */
function seatGrade(
  seating: Seating,
  grade: number,
  left: number,
): { sections: CompiledSection[]; changes: number } | null {
  const { model, slots, homes } = seating;
  const pools: PoolSeats[] = [];
  for (const { course, pools: own } of seating.units) {
    if (model.courses[course]?.grade !== grade) continue;
    for (const pool of own) {
      const seats = openPool(seating, course, pool);
      if (!seats) return null;
      pools.push(seats);
    }
  }
  const attends = new Map<number, CompiledSection[]>();
  const attend = (student: number, section: CompiledSection): void =>
    void attends.set(student, [...(attends.get(student) ?? []), section]);
  for (const section of [...homes, ...pools.flatMap(({ sections }) => sections)]) {
    for (const student of section.students) attend(student, section);
  }
  const poolOf = new Map(pools.flatMap((seats) => seats.sections.map((section) => [section, seats] as const)));
  let changes = 0;
  const overlap = (one: CompiledSection, other: CompiledSection): number => {
    const sameLine = one.lineId !== undefined && one.lineId === other.lineId ? SAME_LINE : 0;
    const taken = slots.get(other.id);
    let shared = 0;
    for (const slot of taken === undefined ? [] : (slots.get(one.id) ?? [])) if (taken?.has(slot)) shared++;
    return sameLine + shared;
  };
  /** what it costs a student to be in the section, beside all others but `except` and itself */
  const clashes = (student: number, section: CompiledSection, except?: CompiledSection): number =>
    (attends.get(student) ?? []).reduce(
      (sum, other) => (other === except || other === section ? sum : sum + overlap(section, other)),
      0,
    );
  const mayJoin = (student: number, { given }: CompiledSection): boolean =>
    given?.students === undefined &&
    (given?.homerooms?.includes(model.school.homerooms[model.studentHomeroom[student] ?? -1]?.id ?? '') ?? true);
  const bestFor = (student: number, seats: PoolSeats, except?: CompiledSection): CompiledSection | undefined => {
    const rated = seats.sections
      .filter((section) => section !== except && section.size < seats.cap && mayJoin(student, section))
      .map((section) => ({ section, cost: clashes(student, section, except) }))
      .filter(({ cost }) => cost < SAME_LINE);
    return rated.toSorted((a, b) => a.cost - b.cost || a.section.size - b.section.size)[0]?.section;
  };
  const move = (student: number, from: CompiledSection, to: CompiledSection): void => {
    leave(from, student);
    join(to, student);
    attends.set(student, [...(attends.get(student) ?? []).filter((other) => other !== from), to]);
  };
  /** Somebody who has a seat takes another, so that the newcomer can have one at `less` than this many clashes. */
  const makeRoom = (student: number, seats: PoolSeats, less: number): CompiledSection | undefined => {
    const places = seats.sections.filter((section) => mayJoin(student, section));
    let best: { cost: number; section: CompiledSection; steps: Step[] } | undefined;
    const offer = (section: CompiledSection, cost: number, ...steps: Step[]): void => {
      if (cost < (best?.cost ?? less)) best = { cost, section, steps };
    };
    for (const section of places) {
      if (best?.cost === 0) break;
      if (section.size >= seats.cap) {
        const cost = clashes(student, section);
        if (cost >= (best?.cost ?? less)) continue;
        for (const other of section.students) {
          const to = seats.bound.has(other) ? undefined : bestFor(other, seats, section);
          if (!to || clashes(other, to, section) > clashes(other, section, section)) continue;
          offer(section, cost, { who: other, from: section, to });
          break;
        }
        continue;
      }
      // Another course of the newcomer's own gives way.
      for (const from of attends.get(student) ?? []) {
        const own = poolOf.get(from);
        if (!own || own === seats || own.bound.has(student)) continue;
        const cost = clashes(student, section, from);
        if (cost >= (best?.cost ?? less)) continue;
        for (const to of own.sections) {
          if (to === from || to.size >= own.cap || !mayJoin(student, to)) continue;
          offer(section, cost + clashes(student, to, from) + overlap(to, section), { who: student, from, to });
        }
      }
    }
    for (const { who, from, to } of best?.steps ?? []) move(who, from, to);
    changes += best?.steps.length ?? 0;
    return best?.section;
  };
  for (const seats of pools) {
    const seated = new Set(seats.sections.flatMap(({ students }) => students));
    for (const student of seats.pool.takers) {
      if (seated.has(student)) continue;
      let place = bestFor(student, seats);
      const isFull = seats.sections.every((section) => section.size >= seats.cap || !mayJoin(student, section));
      // A section more finds its times hard in weeks that are full: better a plan anew, unless that would break a cap.
      if (!place && isFull && seats.stated === null && seating.mostChanges < Number.POSITIVE_INFINITY) {
        const more = newSection(seating, seats);
        if (!more) return null;
        seats.sections.push(more);
        poolOf.set(more, seats);
        place = bestFor(student, seats);
      }
      const cost = place ? clashes(student, place) : SAME_LINE;
      if (cost > 0 && changes < left) place = makeRoom(student, seats, cost) ?? place;
      if (!place) return null;
      join(place, student);
      attend(student, place);
    }
    if (seats.sections.some(({ size }) => size === 0)) return null;
  }
  return { sections: pools.flatMap(({ sections }) => sections), changes };
}

/** Walking sections of the grades that keep theirs, and the grades that must be planned anew. */
export function seatNewcomers(seating: Seating): { sections: CompiledSection[]; anew: Set<number> } {
  const sections: CompiledSection[] = [];
  const anew = new Set<number>();
  let left = seating.mostChanges;
  seating.model.school.grades.forEach((_, grade) => {
    const seated = seatGrade(seating, grade, left);
    if (!seated) anew.add(grade);
    else {
      sections.push(...seated.sections);
      left -= seated.changes;
    }
  });
  return { sections, anew };
}

/** Sections planned anew under the ids of the earlier ones whose students they have most of: then fewest have changed. */
export function underEarlierIds(model: SchoolModel, sections: CompiledSection[]): CompiledSection[] {
  const idOf = new Map<CompiledSection, string>();
  const free = (section: CompiledSection): boolean => section.pool >= 0 && !section.given;
  const fixed = new Set(sections.filter((section) => !free(section)).map(({ id }) => id));
  const shared: { section: CompiledSection; id: string; count: number }[] = [];
  for (const section of sections.filter(free)) {
    const students = new Set(section.students.map((student) => model.school.students[student]?.id ?? ''));
    for (const before of model.base?.sections ?? []) {
      if (before.course !== model.school.courses[section.course]?.id || fixed.has(before.id)) continue;
      const count = before.students.filter((student) => students.has(student)).length;
      if (count > 0) shared.push({ section, id: before.id, count });
    }
  }
  const taken = new Set(fixed);
  for (const { section, id } of shared.toSorted((a, b) => b.count - a.count)) {
    if (idOf.has(section) || taken.has(id)) continue;
    idOf.set(section, id);
    taken.add(id);
  }
  return sections.map((section) => {
    if (!free(section)) return section;
    let id = idOf.get(section) ?? section.id;
    const courseId = model.school.courses[section.course]?.id ?? '';
    for (let number = 1; !idOf.has(section) && taken.has(id); number++) id = `${courseId}/${number}`;
    taken.add(id);
    return { ...section, id };
  });
}
