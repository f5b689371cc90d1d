import { suggestion } from '../nearest.ts';
import { lessonKindsOf, qualifiedTeachers, sizeBandOf } from '../model.ts';
import type { Break, Course, Grade, LessonKind, WeekChoice } from '../types.ts';
import { openInWeeks } from './lesson-slots.ts';
import { checkBand, checkSlots, countOf, openSlotsOf, type Draft, type Entry } from './draft.ts';

export function checkCourses(draft: Draft): void {
  const givenCourses = new Set(draft.sections.map(({ item }) => item.course));
  const openOf = new Map(draft.grades.map(({ item }) => [item.id, openSlotsOf(draft, item)]));
  for (const entry of draft.courses) {
    const { item: course, path } = entry;
    const grade = draft.grade.get(course.grade)?.item;
    checkFor(draft, entry);
    checkHomerooms(draft, entry);
    if (course.size) checkBand(draft, sizeBandOf(grade?.size, course.size), `${path}.size`);
    if (checkAmount(draft, entry)) checkLessons(draft, entry, grade, openOf.get(course.grade));
    checkWeeks(draft, entry);
    checkTeachers(draft, entry);
    checkWith(draft, entry);
    if (course.sections === 'given' && !givenCourses.has(course.id) && draft.allSound('sections')) {
      draft.faults.report('course.sections-not-given', `${path}.sections`, course.sections, { course: course.id });
    }
    if (typeof course.sections === 'number' && course.grouping === 'homeroom') {
      draft.faults.report('course.sections-of-homerooms', `${path}.sections`, course.sections, { course: course.id });
    }
  }
}

function checkFor(draft: Draft, { item: course, path }: Entry<Course>): void {
  if (course.for !== 'chosen' && course.for !== 'unchosen') return;
  const groups = draft.choiceGroups.get(course.grade);
  if (!groups) return;
  if (groups.some((group) => group.from.includes(course.subject))) return;
  const params = { course: course.id, subject: course.subject, grade: course.grade };
  draft.faults.report('course.for-without-choice', `${path}.for`, course.for, params);
}

function checkHomerooms(draft: Draft, { item: course, path }: Entry<Course>): void {
  const otherGrade = (id: string, where: string): void => {
    const homeroom = draft.homeroom.get(id)?.item;
    if (!homeroom || homeroom.grade === course.grade) return;
    const params = { course: course.id, homeroom: id, grade: course.grade };
    draft.faults.report('course.other-grade', where, id, params);
  };
  if (typeof course.homerooms === 'string') otherGrade(course.homerooms, `${path}.homerooms`);
  else course.homerooms?.forEach((id, index) => otherGrade(id, `${path}.homerooms[${index}]`));
  if (!Array.isArray(course.grouping)) return;
  const poolOf = new Map<string, number>();
  course.grouping.forEach((pool, p) =>
    pool.forEach((id, index) => {
      const other = poolOf.get(id);
      if (other !== undefined && other !== p) {
        const params = { course: course.id, homeroom: id, other };
        draft.faults.report('course.pool-overlap', `${path}.grouping[${p}][${index}]`, id, params);
      } else poolOf.set(id, p);
    }),
  );
}

/** Periods or lessons, not both; doubles fit into the periods. */
function checkAmount(draft: Draft, { item: course, path }: Entry<Course>): boolean {
  const { report } = draft.faults;
  if (course.lessons && (course.periods !== undefined || course.doubles !== undefined)) {
    const key = course.periods === undefined ? 'doubles' : 'periods';
    report('course.periods-and-lessons', `${path}.${key}`, course[key], { course: course.id });
    return false;
  }
  if (!course.lessons && course.periods === undefined) {
    report('course.no-lessons', path, undefined, { course: course.id });
    return false;
  }
  const { periods = 0, doubles = 0 } = course;
  if (2 * doubles > periods && !course.lessons) {
    report('course.doubles', `${path}.doubles`, doubles, { course: course.id, periods, doubles });
    return false;
  }
  return true;
}

/** Weeks of lessons have a cycle to lie in, and `other` is the opposite of something. */
function checkWeeks(draft: Draft, { item: course, path }: Entry<Course>): void {
  const has = (weeks: WeekChoice): boolean => (course.lessons ?? []).some((lesson) => lesson.weeks === weeks);
  course.lessons?.forEach((lesson, index) => {
    const { weeks } = lesson;
    const params = { course: course.id, weeks: weeks ?? '' };
    if (weeks === undefined || weeks === 'every') return;
    const where = `${path}.lessons[${index}].weeks`;
    if (draft.grid?.weeks === 1) draft.faults.report('course.no-cycle', where, weeks, params);
    else if (weeks === 'other' && !has('either')) draft.faults.report('course.other-of-nothing', where, weeks, params);
  });
}

/** Each list finds a teacher of its own beside the course's teacher and the other lists. */
function checkWith(draft: Draft, { item: course, path }: Entry<Course>): void {
  const own = Array.isArray(course.teachers) ? [course.teachers] : [];
  const check = (lists: readonly string[][], before: readonly string[][], where: string): void =>
    lists.forEach((list, index) => {
      // One name in two places: where each has no other, nobody is there twice.
      const [only] = list;
      const earlier = [...before, ...lists.slice(0, index)];
      if (list.length !== 1 || only === undefined || !earlier.some((other) => other.join() === only)) return;
      const params = { course: course.id, teacher: only };
      draft.faults.report('course.with-twice', `${where}[${index}]`, list, params);
    });
  check(course.with ?? [], own, `${path}.with`);
  course.lessons?.forEach((lesson, index) => {
    check(lesson.with ?? [], [...own, ...(course.with ?? [])], `${path}.lessons[${index}].with`);
  });
}

/** The longest run of consecutive open slots of a week of a grade without noon or end between. */
function longestRun(draft: Draft, grade: Grade | undefined, open: Uint8Array): number {
  const { grid } = draft;
  if (!grid) return Infinity;
  let longest = 0;
  for (let day = 0; day < grid.days; day++) {
    let run = 0;
    for (let period = 0; period < grid.periodsPerDay; period++) {
      run = open[day * grid.periodsPerDay + period] ? run + 1 : 0;
      longest = Math.max(longest, run);
      const after: Break = grade?.breakAfter?.[grid.periodIds[period] ?? ''] ?? grid.breaks[period] ?? 'short';
      if (after === 'noon' || after === 'end') run = 0;
    }
  }
  return longest;
}

function checkLessons(
  draft: Draft,
  entry: Entry<Course>,
  grade: Grade | undefined,
  open: Uint8Array | undefined,
): void {
  const { item: course, path } = entry;
  if (course.room === 'none' && course.roomKind !== undefined) {
    draft.faults.report('course.room-none-and-kind', `${path}.roomKind`, course.roomKind, { course: course.id });
  }
  checkKind(draft, course, course.roomKind, `${path}.roomKind`);
  lessonKindsOf(course).forEach((lesson, index) => {
    const where = course.lessons ? `${path}.lessons[${index}]` : path;
    checkLessonRoom(draft, course, lesson, where);
    const mask = lesson.slots === undefined ? null : checkSlots(draft, lesson.slots, `${where}.slots`);
    if (!draft.grid || !open || countOf(open) === 0) return;
    const weekly = openInWeeks(
      draft.grid,
      mask ? open.map((bit, slot) => (bit && mask[slot] ? 1 : 0)) : open,
      lesson.weeks ?? 'every',
    );
    const available = Math.max(...weekly.map(countOf));
    const length = lesson.length ?? 1;
    const needed = lesson.count * length;
    const params = { course: course.id, needed, available };
    const key = lesson.slots !== undefined ? `${where}.slots` : course.lessons ? `${where}.count` : `${path}.periods`;
    const run = Math.max(...weekly.map((free) => longestRun(draft, grade, free)));
    if (needed > available) draft.faults.report('course.slots-too-few', key, lesson.slots ?? needed, params);
    else if (length > run) {
      const place = course.lessons ? `${where}.length` : `${path}.doubles`;
      draft.faults.report('course.lesson-too-long', place, length, { course: course.id, length, run });
    }
  });
}

function checkKind(draft: Draft, course: Course, kind: string | undefined, where: string): void {
  if (kind === undefined || draft.roomKinds.has(kind)) return;
  const known = [...draft.roomKinds].join(' · ');
  const params = { course: course.id, kind, known, ...suggestion(kind, draft.roomKinds) };
  draft.faults.report('course.no-room-of-kind', where, kind, params);
}

function checkLessonRoom(draft: Draft, course: Course, lesson: LessonKind, where: string): void {
  const room = lesson.room === undefined ? undefined : draft.room.get(lesson.room)?.item;
  const stated = lesson.roomKind ?? course.roomKind;
  if (lesson.roomKind !== undefined) checkKind(draft, course, lesson.roomKind, `${where}.roomKind`);
  else if (stated === undefined && lesson.room === undefined && course.room !== 'none') {
    checkKind(draft, course, 'classroom', where);
  }
  if (course.room === 'none' && (lesson.room !== undefined || lesson.roomKind !== undefined)) {
    const key = lesson.room === undefined ? 'roomKind' : 'room';
    draft.faults.report('course.room-none-and-kind', `${where}.${key}`, lesson[key], { course: course.id });
  } else if (room && stated !== undefined && room.kind !== stated) {
    const params = { course: course.id, room: room.id, kind: room.kind, stated };
    draft.faults.report('course.room-of-other-kind', `${where}.room`, room.id, params);
  }
}

function checkTeachers(draft: Draft, { item: course, path }: Entry<Course>): void {
  if (course.teachers === 'head' && (course.grouping === 'walking' || Array.isArray(course.grouping))) {
    draft.faults.report('course.head-walks', `${path}.teachers`, course.teachers, { course: course.id });
  }
  if (course.teachers !== undefined || !draft.allSound('teachers')) return;
  if (qualifiedTeachers(draft.school, course).length > 0) return;
  const params = { course: course.id, subject: course.subject, grade: course.grade };
  draft.faults.report('course.no-teacher', path, undefined, params);
}
