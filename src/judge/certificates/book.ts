/**
 * What a recount of a certificate looks up: the school's model and who sits where, derived as the judge derives it. Nothing here is
 * shared with the finders of certificates.
 */
import { makeSchoolModel, type FilledCourse, type SchoolModel } from '../../school/model.ts';
import type { Room, School, Section } from '../../school/types.ts';
import { deriveTakers, placeOf } from '../takers.ts';

export type Where = 'homeroom' | 'walking' | 'mixed';

export interface CourseEntry {
  index: number;
  course: FilledCourse;
  all: Set<number>;
  /** homerooms that have it at home, each with its takers; empty while homerooms are still to be formed */
  homes: Map<number, number[]>;
  /** takers of each walking pool that has any */
  pools: number[][];
  forming: boolean;
  where: Where;
  given: Section[];
  /** sections of it that a rule joins with others: what two of them need together is not known here, and not counted */
  joined: number;
}

export interface Book {
  model: SchoolModel;
  entries: CourseEntry[];
}

export const capOfRoom = (room: Room): number => Math.min(room.seats, room.maxSize ?? room.seats);

function whereOf(entry: Pick<CourseEntry, 'forming' | 'homes' | 'pools'>): Where {
  if (entry.forming) return 'mixed';
  if (entry.homes.size === 0) return 'walking';
  return entry.pools.length === 0 ? 'homeroom' : 'mixed';
}

function joinedSections({ rules, school }: SchoolModel, course: string): number {
  let count = 0;
  for (const { type, rule } of rules) {
    if (type !== 'sections.joint') continue;
    for (const section of rule.sections ?? []) {
      if (typeof section !== 'string') count += section.course === course ? 1 : 0;
      else {
        const given = school.sections?.find(({ id }) => id === section);
        count += (given ? given.course === course : section.startsWith(`${course}/`)) ? 1 : 0;
      }
    }
  }
  return count;
}

export function openBook(school: School): Book {
  const model = makeSchoolModel(school);
  const entries = deriveTakers(model).map((takers, index): CourseEntry => {
    const course = model.courses[index] as FilledCourse;
    const forming = model.school.grades[course.grade]?.formHomerooms !== undefined;
    const homes = new Map<number, number[]>();
    const pools: number[][] = Array.from({ length: takers.pools }, () => []);
    if (!forming) {
      for (const homeroom of takers.unlisted) homes.set(homeroom, []);
      for (const student of takers.takers) {
        const place = placeOf(model, takers, student);
        const homeroom = model.studentHomeroom[student] ?? -1;
        if (place === 'home' && homeroom >= 0) homes.set(homeroom, [...(homes.get(homeroom) ?? []), student]);
        else if (typeof place === 'number') pools[place]?.push(student);
      }
    }
    const base = { homes, pools: pools.filter((pool) => pool.length > 0), forming };
    const given = (model.school.sections ?? []).filter((section) => section.course === course.id);
    const joined = joinedSections(model, course.id);
    return { index, course, all: takers.takers, given, where: whereOf(base), joined, ...base };
  });
  return { model, entries };
}

/** The homeroom whose own section a given one is; undefined where it walks. */
export function homeOfGiven({ model }: Book, entry: CourseEntry, section: Section): number | undefined {
  const [only, ...more] = section.homerooms ?? [];
  const homeroom = only === undefined || more.length > 0 ? undefined : model.homeroomOf.get(only);
  return homeroom !== undefined && entry.homes.has(homeroom) ? homeroom : undefined;
}

/** What a walking section that the solver forms can hold: size.max, and a room of every kind that its lessons need. */
export function capOf({ model }: Book, { course }: CourseEntry): number {
  let cap = course.size.max;
  for (const lesson of course.lessons) {
    if (lesson.roomKind === 'none') continue;
    const rooms =
      lesson.room === undefined
        ? model.school.rooms.filter(({ kind }) => kind === lesson.roomKind)
        : model.school.rooms.slice(lesson.room, lesson.room + 1);
    cap = Math.min(
      cap,
      rooms.reduce((largest, room) => Math.max(largest, capOfRoom(room)), 0),
    );
  }
  return cap;
}

/** Sections that there are at least, whatever a solver does. */
export function sectionsOf(book: Book, entry: CourseEntry): number {
  const { model } = book;
  const cap = Math.max(1, capOf(book, entry));
  const form = model.school.grades[entry.course.grade]?.formHomerooms;
  if (form) return Math.ceil(entry.all.size / Math.max(cap, form.size.max ?? 50));
  const walkingGiven = entry.given.filter((section) => homeOfGiven(book, entry, section) === undefined);
  if (entry.pools.length === 0) return entry.homes.size;
  const asked = model.school.courses[entry.index]?.sections;
  if (asked === 'given') return entry.homes.size + walkingGiven.length;
  if (typeof asked === 'number') return entry.homes.size + Math.max(asked * entry.pools.length, walkingGiven.length);
  const seated = new Set(walkingGiven.flatMap(({ students }) => students ?? []));
  let bySize = 0;
  for (const pool of entry.pools) {
    const unseated = pool.filter((student) => !seated.has(model.school.students[student]?.id ?? ''));
    bySize += Math.ceil(unseated.length / cap);
  }
  return entry.homes.size + Math.max(bySize, walkingGiven.length);
}

/** The same, without those that are taught together with others. */
export const sectionsApart = (book: Book, entry: CourseEntry): number =>
  Math.max(0, sectionsOf(book, entry) - entry.joined);

/** Everyone who may teach a section of the course, or is given or locked to one. */
export function teachersOf(book: Book, entry: CourseEntry): Set<number> {
  const { model } = book;
  const { school } = model;
  const { teachers } = entry.course;
  if (teachers === 'none') return new Set();
  const ids: (string | undefined)[] = entry.given.flatMap((section) => section.teachers ?? []);
  for (const lock of school.locks ?? []) {
    const address = typeof lock.section === 'object' ? lock.section.course : lock.course;
    const byId = typeof lock.section === 'string' ? lock.section : undefined;
    const course =
      address ?? school.sections?.find(({ id }) => id === byId)?.course ?? byId?.slice(0, byId.lastIndexOf('/'));
    if (course === entry.course.id) ids.push(...(lock.teachers ?? []));
  }
  if (teachers === 'head') for (const h of entry.homes.keys()) ids.push(school.homerooms[h]?.headTeacher);
  const named = ids.flatMap((id) => (id === undefined ? [] : (model.teacherOf.get(id) ?? [])));
  return new Set([...(teachers === 'head' ? [] : teachers), ...named]);
}
