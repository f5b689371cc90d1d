import { lessonKindsOf, type SchoolModel } from '../model.ts';
import { suggestion } from '../nearest.ts';
import type { Course, Lock, WeekChoice } from '../types.ts';
import { slotName } from '../slots.ts';
import { mayBePresent, mostTeachers } from './candidates.ts';
import type { Draft, Entry } from './draft.ts';
import { lessonRoomKinds } from './homerooms.ts';
import { findSection, homeSection, suggestSection, type SectionPlace } from './section-ids.ts';
import type { Whole } from './whole.ts';

/** What a lock may hold, apart from a student in a section. */
const HELD = ['slot', 'weeks', 'room', 'teachers'] as const;

/** Keys that contradict each other: one address, something held, and a student only in a section. */
export function checkLockKeys(draft: Draft): void {
  for (const { item: lock, path } of draft.locks) {
    const { report } = draft.faults;
    if (lock.section !== undefined && (lock.course !== undefined || lock.homeroom !== undefined)) {
      report('lock.two-addresses', path);
    } else if (lock.section === undefined && (lock.course === undefined || lock.homeroom === undefined)) {
      report('lock.no-address', path);
    } else if (lock.student !== undefined) {
      const other = [...HELD, 'index' as const].find((key) => lock[key] !== undefined);
      if (other !== undefined) report('lock.student-and-more', `${path}.${other}`, lock[other], { key: other });
    } else if (HELD.every((key) => lock[key] === undefined)) {
      report('lock.holds-nothing', path);
    }
    if (draft.grid && lock.slot !== undefined && !draft.grid.slotById.has(lock.slot)) {
      report('lock.slot-unknown', `${path}.slot`, lock.slot, () => ({
        slot: lock.slot ?? '',
        ...suggestion(lock.slot ?? '', draft.grid?.slotIds ?? []),
      }));
    }
  }
}

const describe = (lock: Lock): string =>
  typeof lock.section === 'string'
    ? lock.section
    : `${lock.section?.course ?? lock.course}/${lock.section?.homeroom ?? lock.homeroom}`;

function placeOf(draft: Draft, whole: Whole, { item: lock, path }: Entry<Lock>): SectionPlace | undefined {
  if (typeof lock.section === 'string') {
    const found = findSection(draft, whole, lock.section);
    if (found) return found;
    const params = { section: lock.section, ...suggestSection(draft, whole, lock.section) };
    if (draft.allSound('courses')) draft.faults.report('lock.section-unknown', `${path}.section`, lock.section, params);
    return undefined;
  }
  const course = lock.section?.course ?? lock.course ?? '';
  const homeroom = lock.section?.homeroom ?? lock.homeroom ?? '';
  const found = homeSection(draft, whole, course, homeroom);
  if (!found && whole.courseOf.has(course)) {
    const where = lock.section === undefined ? `${path}.homeroom` : `${path}.section`;
    draft.faults.report('lock.no-home-section', where, homeroom, { course, homeroom });
  }
  return found;
}

/** Where locks point to, whether that can be held, and whether two of them hold it in different places. */
export function checkLocks(draft: Draft, whole: Whole): void {
  const held = new Map<string, { value: string; path: string }>();
  for (const entry of draft.locks) {
    if (!draft.faults.isClean(entry.path)) continue;
    const place = placeOf(draft, whole, entry);
    const course = place && whole.courses[place.course]?.item;
    if (!place || !course) continue;
    if (entry.item.student !== undefined) checkStudent(draft, whole, entry, place, course);
    else {
      checkLesson(draft, whole.model, entry, course);
      checkRoom(draft, entry, place, course);
      checkTeachers(draft, entry, place, course);
    }
    checkContradictions(draft, entry, course, held);
  }
}

function checkStudent(draft: Draft, whole: Whole, entry: Entry<Lock>, place: SectionPlace, course: Course): void {
  const { item: lock, path } = entry;
  const student = whole.studentOf.get(lock.student ?? '');
  if (student === undefined) return;
  const unit = whole.units[place.course];
  const params = { student: lock.student ?? '', course: course.id, section: describe(lock) };
  if (!unit?.takers.includes(student)) {
    draft.faults.report('lock.student-does-not-take', `${path}.student`, lock.student, params);
    return;
  }
  const home = unit.homes.find(({ takers }) => takers.includes(student));
  const homeId = home && draft.school.homerooms[home.homeroom]?.id;
  const elsewhere = place.homeroom === undefined ? homeId !== undefined : homeId !== place.homeroom;
  const otherSection = draft.sections.find(
    ({ item }) =>
      item.course === course.id && item.id !== place.given?.id && item.students?.includes(lock.student ?? ''),
  );
  if (place.given === undefined ? elsewhere : otherSection !== undefined) {
    draft.faults.report('lock.student-elsewhere', `${path}.section`, describe(lock), params);
  }
}

/** `index` counts the lessons of a section from 0, kind by kind. */
function lessonsOf(course: Course): { length: number; weeks: WeekChoice }[] {
  return lessonKindsOf(course).flatMap((kind) =>
    Array.from({ length: kind.count }, () => ({
      length: kind.length ?? 1,
      weeks: kind.weeks ?? 'every',
    })),
  );
}

/** A lock on the weeks decides between the two that the solver would choose from, or repeats what the course says. */
function checkWeeks(draft: Draft, lock: Lock, lessons: { weeks: WeekChoice }[], path: string): void {
  const { weeks } = lock;
  if (weeks === undefined) return;
  const params = { section: describe(lock), weeks };
  if (weeks !== 'every' && draft.grid?.weeks === 1) {
    draft.faults.report('lock.no-cycle', `${path}.weeks`, weeks, params);
    return;
  }
  const held = lock.index === undefined ? lessons : lessons.slice(lock.index, lock.index + 1);
  const against = held.find((lesson) => lesson.weeks !== weeks && (weeks === 'every' || !isFree(lesson.weeks)));
  if (against) draft.faults.report('lock.weeks', `${path}.weeks`, weeks, { ...params, stated: against.weeks });
}

const isFree = (weeks: WeekChoice): boolean => weeks === 'either' || weeks === 'other';

function checkLesson(draft: Draft, model: SchoolModel, { item: lock, path }: Entry<Lock>, course: Course): void {
  const { report } = draft.faults;
  const lessons = lessonsOf(course);
  const params = { section: describe(lock), count: lessons.length };
  if (lock.index !== undefined && lock.index >= lessons.length) {
    report('lock.index', `${path}.index`, lock.index, { ...params, last: lessons.length - 1 });
    return;
  }
  checkWeeks(draft, lock, lessons, path);
  if (lock.slot === undefined) return;
  if (lock.index === undefined && lessons.length > 1) {
    report('lock.slot-without-index', `${path}.slot`, lock.slot, params);
    return;
  }
  const index = lock.index ?? 0;
  const grade = model.gradeOf.get(course.grade) ?? -1;
  const first = model.grid.slotById.get(lock.slot) ?? -1;
  const length = lessons[index]?.length ?? 1;
  const allowed = model.courses[model.courseOf.get(course.id) ?? -1]?.lessons[index]?.slots;
  const room = lock.room === undefined ? undefined : model.roomUnavailable[model.roomOf.get(lock.room) ?? -1];
  const { slotsPerWeek, periodsPerDay } = model.grid;
  /** why the lesson cannot start at `first` in this week; undefined where it can */
  const against = (week: number): FaultOfSlot | undefined => {
    for (let step = 0; step < length; step++) {
      const slot = week * slotsPerWeek + first + step;
      const breakBefore = step === 0 ? 'short' : model.gradeBreaks[grade]?.[(first + step - 1) % periodsPerDay];
      const leavesDay = Math.floor((first + step) / periodsPerDay) !== Math.floor(first / periodsPerDay);
      if (leavesDay || breakBefore === 'noon' || breakBefore === 'end')
        return { code: 'lock.slot-too-late', why: '', slot };
      if (!model.gradeOpen[grade]?.[slot]) return { code: 'lock.slot-closed', why: 'grade', slot };
      if (allowed && !allowed[slot]) return { code: 'lock.slot-closed', why: 'lesson', slot };
      if (room?.[slot]) return { code: 'lock.slot-closed', why: 'room', slot };
      const away = (lock.teachers ?? []).some((id) => model.teacherUnavailable[model.teacherOf.get(id) ?? -1]?.[slot]);
      if (away) return { code: 'lock.slot-closed', why: 'teacher', slot };
    }
    return undefined;
  };
  const choices = weekChoices(model, lock.weeks ?? lessons[index]?.weeks ?? 'every').map((weeks) =>
    weeks.flatMap((week) => against(week) ?? []),
  );
  const [fault] = choices.every((faults) => faults.length > 0) ? (choices[0] ?? []) : [];
  if (fault?.code === 'lock.slot-too-late')
    report('lock.slot-too-late', `${path}.slot`, lock.slot, { ...params, length });
  else if (fault) {
    const closed = { ...params, slot: slotName(model.grid, fault.slot), why: fault.why };
    report('lock.slot-closed', `${path}.slot`, lock.slot, closed);
  }
}

interface FaultOfSlot {
  code: 'lock.slot-closed' | 'lock.slot-too-late';
  why: string;
  slot: number;
}

/** Weeks of the cycle that a lesson is held in; where the solver chooses, each choice. */
function weekChoices({ grid }: SchoolModel, weeks: WeekChoice): number[][] {
  if (grid.weeks === 1) return [[0]];
  if (weeks === 'every') return [[0, 1]];
  return weeks === 'odd' ? [[0]] : weeks === 'even' ? [[1]] : [[0], [1]];
}

function checkRoom(draft: Draft, { item: lock, path }: Entry<Lock>, place: SectionPlace, course: Course): void {
  const room = lock.room === undefined ? undefined : draft.room.get(lock.room)?.item;
  if (!room) return;
  const kinds = lessonRoomKinds(draft, course);
  const lessonKinds = lessonKindsOf(course).flatMap((kind, k) =>
    Array.from({ length: kind.count }, () => kinds[k] ?? ''),
  );
  const wanted = lock.index === undefined ? lessonKinds : [lessonKinds[lock.index] ?? ''];
  const params = { section: describe(lock), room: room.id, kind: room.kind, kinds: [...new Set(wanted)].join(' · ') };
  if (!wanted.includes(room.kind)) draft.faults.report('lock.room-kind', `${path}.room`, room.id, params);
  const given = place.given?.room;
  if (given !== undefined && given !== room.id && lock.index === undefined) {
    draft.faults.report('lock.against-section', `${path}.room`, room.id, {
      section: describe(lock),
      held: room.id,
      given,
    });
  }
}

function checkTeachers(draft: Draft, { item: lock, path }: Entry<Lock>, place: SectionPlace, course: Course): void {
  lock.teachers?.forEach((teacher, index) => {
    const where = `${path}.teachers[${index}]`;
    const params = { section: describe(lock), course: course.id, teacher };
    if (!mayBePresent(draft, course, index, teacher, place.homeroom)) {
      draft.faults.warn('lock.teacher-not-candidate', where, teacher, params);
    }
  });
  const { teachers } = lock;
  const most = mostTeachers(course);
  if (teachers && teachers.length > most) {
    const params = { section: describe(lock), course: course.id, most };
    draft.faults.report('section.teachers-many', `${path}.teachers`, teachers, params);
  }
  const given = place.given?.teachers;
  if (!teachers || !given || given.length === 0 || [...given].sort().join() === [...teachers].sort().join()) return;
  const params = { section: describe(lock), held: teachers.join(' · '), given: given.join(' · ') };
  draft.faults.report('lock.against-section', `${path}.teachers`, teachers, params);
}

/** Two locks that hold one thing in two places, or two lessons of one section in one slot. */
function checkContradictions(
  draft: Draft,
  { item: lock, path }: Entry<Lock>,
  course: Course,
  held: Map<string, { value: string; path: string }>,
): void {
  const section = describe(lock);
  // Rooms of two kinds do not contradict each other: a room held for a section is for its lessons of that kind.
  const lesson = `${section} ${lock.index ?? (lessonsOf(course).length === 1 ? 0 : '')}`;
  const claims: [key: string, value: string, name: string][] = [];
  if (lock.student !== undefined) claims.push([`student ${lock.student} ${course.id}`, section, 'section']);
  if (lock.slot !== undefined) {
    claims.push([`slot ${lesson}`, lock.slot, 'slot']);
    const weeks = lock.weeks ?? lessonsOf(course)[lock.index ?? 0]?.weeks ?? 'every';
    const inWeeks = weeks === 'every' ? ['odd', 'even'] : isFree(weeks) ? [] : [weeks];
    for (const week of inWeeks) claims.push([`lesson ${section} ${lock.slot} ${week}`, lesson, 'slot']);
  }
  if (lock.weeks !== undefined) claims.push([`weeks ${lesson}`, lock.weeks, 'weeks']);
  if (lock.student === undefined && lock.room !== undefined)
    claims.push([`room ${lesson} ${draft.room.get(lock.room)?.item.kind}`, lock.room, 'room']);
  if (lock.student === undefined && lock.teachers) {
    claims.push([`teachers ${section}`, [...lock.teachers].sort().join(' · '), 'teachers']);
  }
  for (const [key, value, name] of claims) {
    const earlier = held.get(key);
    if (earlier === undefined) held.set(key, { value, path });
    else if (earlier.value !== value) {
      draft.faults.report('lock.contradiction', `${path}.${name}`, lock[name as keyof Lock], {
        section,
        other: earlier.path,
      });
      return;
    }
  }
}
