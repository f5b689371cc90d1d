/** What a student's week, or the sections of a course, cannot hold. */
import type { FilledRule } from '../../school/model.ts';
import { slotMask } from '../../school/slots.ts';
import { capOf, capOfRoom, sectionsOf, type Book, type CourseEntry, type Where } from './book.ts';
import { shortage, total, type CountKind } from './counted.ts';
import type { Evidence } from './evidence.ts';
import { covers, periodsOf, slotsOfLesson, slotsOfRule, timesOf } from './time.ts';

/** Where the student, or the homeroom given by size, has the course; undefined where not at all. */
function whereFor(book: Book, entry: CourseEntry, { students, homerooms }: Evidence): Where | undefined {
  const [student] = students;
  const [homeroom] = homerooms;
  if (student === undefined && homeroom !== undefined) {
    const bySize = book.model.school.homerooms[homeroom]?.size !== undefined;
    return bySize && entry.homes.has(homeroom) ? 'homeroom' : undefined;
  }
  if (student === undefined || !entry.all.has(student)) return undefined;
  if (entry.forming) return 'mixed';
  return [...entry.homes.values()].some((takers) => takers.includes(student)) ? 'homeroom' : 'walking';
}

/** How many students take all of the courses. */
function countTakers({ model }: Book, courses: readonly CourseEntry[]): number {
  const [first, ...rest] = courses;
  if (!first) return 0;
  const listed = [...first.all].filter((student) => rest.every(({ all }) => all.has(student))).length;
  const bySize = [...first.homes.keys()].filter((homeroom) => rest.every(({ homes }) => homes.has(homeroom)));
  return listed + total(bySize.map((homeroom) => model.school.homerooms[homeroom]?.size ?? 0));
}

const isOne = ({ students, homerooms }: Evidence): boolean => students.length + homerooms.length === 1;

const personFacts = (book: Book, { students, homerooms }: Evidence): string[] => [
  ...students.map((student) => `student:${book.model.school.students[student]?.id}`),
  ...homerooms.map((homeroom) => `homeroom:${book.model.school.homerooms[homeroom]?.id}`),
];

/** Lessons of one section by the slots they can take; a named slots.prefer rule sets its share of a uniform course apart. */
function pieces(
  book: Book,
  entry: CourseEntry,
  where: Where,
  rules: readonly FilledRule[],
): { slots: Set<number>; periods: number }[] {
  const byPlace = new Map<string, { slots: Set<number>; periods: number }>();
  for (const lesson of entry.course.lessons) {
    const slots = slotsOfLesson(book, entry, lesson, where, rules);
    const key = [...slots].sort((a, b) => a - b).join();
    const piece = byPlace.get(key) ?? { slots, periods: 0 };
    piece.periods += periodsOf(book, lesson);
    byPlace.set(key, piece);
  }
  const all = [...byPlace.values()];
  const [only] = all;
  const wish = rules.find(({ type, rule }) => type === 'slots.prefer' && covers(book, rule, entry, where));
  if (!only || all.length > 1 || !wish) return all;
  const share = typeof wish.rule['share'] === 'number' ? wish.rule['share'] : 100;
  const inside = Math.min(only.periods, Math.ceil((share * only.periods) / 100));
  const wished = slotsOfRule(book, wish.rule);
  return [
    { slots: new Set([...only.slots].filter((slot) => wished.has(slot))), periods: inside },
    { slots: only.slots, periods: only.periods - inside },
  ].filter(({ periods }) => periods > 0);
}

function countPeriods(book: Book, evidence: Evidence, whereOf: (entry: CourseEntry) => Where | undefined) {
  const { courses, rules, slots } = evidence;
  const used = new Set<number>();
  const sums: Record<string, number> & { needed: number; available: number } = { needed: 0, available: 0 };
  for (const entry of courses) {
    const where = whereOf(entry);
    if (where === undefined) return null;
    const counted = pieces(book, entry, where, rules).filter(
      (piece) => slots === null || [...piece.slots].every((slot) => slots.has(slot)),
    );
    const periods = total(counted.map((piece) => piece.periods));
    for (const piece of counted) for (const slot of piece.slots) used.add(slot);
    sums[`course:${entry.course.id}`] = periods;
    sums.needed += periods;
  }
  // Slots named beyond those that the lessons can take would only make it look better.
  sums.available = slots === null ? used.size : slots.size;
  return sums;
}

export const countStudentPeriods: CountKind = (book, evidence) => {
  const { courses } = evidence;
  if (!isOne(evidence) || courses.length < 2) return null;
  const sums = countPeriods(book, evidence, (entry) => whereFor(book, entry, evidence));
  if (sums === null) return null;
  sums['students'] = countTakers(book, courses);
  return shortage(
    [...personFacts(book, evidence), ...courses.map(({ course }) => `course:${course.id}`)],
    evidence,
    sums,
  );
};

export const countCoursePeriods: CountKind = (book, evidence) => {
  const [entry, ...more] = evidence.courses;
  if (!entry || more.length > 0 || sectionsOf(book, entry) === 0) return null;
  // A course with sections of both kinds: what is impossible must be so for one of them.
  const places: Where[] = entry.where === 'mixed' && !entry.forming ? ['homeroom', 'walking'] : [entry.where];
  const counts = places.map((where) => countPeriods(book, evidence, () => where));
  const sums = counts.find((it) => it !== null && it.needed > it.available) ?? counts[0];
  return sums ? shortage([`course:${entry.course.id}`], evidence, sums) : null;
};

/** Pairs of open slots in a row in the grade's week that do not overlap, over the cycle. */
function pairsOf({ model }: Book, grade: number): number {
  const { grid } = model;
  let pairs = 0;
  for (let week = 0; week < grid.weeks; week++) {
    for (let day = 0; day < grid.days; day++) {
      const runs = [0];
      for (let period = 0; period < grid.periodsPerDay; period++) {
        const slot = week * grid.slotsPerWeek + day * grid.periodsPerDay + period;
        if (model.gradeOpen[grade]?.[slot] === 1) runs.push((runs.pop() ?? 0) + 1);
        else runs.push(0);
        if (['noon', 'end'].includes(model.gradeBreaks[grade]?.[period] ?? '')) runs.push(0);
      }
      pairs += total(runs.map((run) => Math.floor(run / 2)));
    }
  }
  return pairs;
}

export const countDoubles: CountKind = (book, evidence) => {
  const { courses } = evidence;
  const [first] = courses;
  if (!isOne(evidence) || !first || courses.some((entry) => whereFor(book, entry, evidence) === undefined)) return null;
  const grade =
    evidence.students[0] === undefined
      ? first.course.grade
      : (book.model.studentGrade[evidence.students[0]] ?? first.course.grade);
  if (courses.some(({ course }) => course.grade !== grade)) return null;
  const sums: Record<string, number> & { needed: number; available: number } = {
    needed: 0,
    available: pairsOf(book, grade),
    students: countTakers(book, courses),
  };
  for (const { course } of courses) {
    const doubles = total(course.lessons.map((lesson) => (lesson.length < 2 ? 0 : timesOf(book, lesson))));
    sums[`course:${course.id}`] = doubles;
    sums.needed += doubles;
  }
  return shortage(
    [...personFacts(book, evidence), ...courses.map(({ course }) => `course:${course.id}`)],
    evidence,
    sums,
  );
};

export const countSpread: CountKind = (book, evidence) => {
  const [entry, ...more] = evidence.courses;
  const [only, ...others] = evidence.rules;
  if (!entry || !only || more.length + others.length > 0 || only.type !== 'course.spread') return null;
  if (sectionsOf(book, entry) === 0 || !covers(book, only.rule, entry, entry.where)) return null;
  const weekly = entry.course.lessons.filter(({ weeks }) => weeks === 'every');
  const { grid } = book.model;
  const days = new Set<number>();
  for (const lesson of weekly) {
    for (const slot of slotsOfLesson(book, entry, lesson, entry.where, [])) {
      if (slot < grid.slotsPerWeek) days.add(Math.floor(slot / grid.periodsPerDay));
    }
  }
  const limits: number[] = [];
  const { maxPerDay, minGapDays } = only.rule;
  if (typeof maxPerDay === 'number') limits.push(maxPerDay * days.size);
  if (typeof minGapDays === 'number' && minGapDays > 0) {
    const list = [...days].sort((a, b) => a - b);
    limits.push(list.length === 0 ? 1 : 1 + Math.floor(((list.at(-1) ?? 0) - (list[0] ?? 0)) / minGapDays));
  }
  if (limits.length === 0) return null;
  const name = `course:${entry.course.id}`;
  return shortage([name], evidence, {
    needed: weekly.length,
    available: Math.min(...limits),
    days: days.size,
    [name]: weekly.length,
  });
};

export const countSectionSeats: CountKind = (book, evidence) => {
  const [entry, ...more] = evidence.courses;
  if (!entry || more.length > 0 || entry.forming || entry.homes.size > 0 || entry.pools.length !== 1) return null;
  const asked = book.model.school.courses[entry.index]?.sections;
  if (entry.given.some(({ students, homerooms }) => students ?? homerooms)) return null;
  const cap = capOf(book, entry);
  const number =
    asked === 'given' ? entry.given.length : typeof asked === 'number' ? Math.max(asked, entry.given.length) : null;
  if (number === null) return null;
  const sums: Record<string, number> & { needed: number; available: number } = {
    needed: entry.all.size,
    available: (number - entry.given.length) * cap,
    sections: number,
    cap,
  };
  for (const { id, room: roomId } of entry.given) {
    const room = roomId === undefined ? undefined : book.model.school.rooms[book.model.roomOf.get(roomId) ?? -1];
    const seats = room ? Math.min(cap, capOfRoom(room)) : cap;
    sums[`section:${id}`] = seats;
    sums.available += seats;
  }
  return shortage([`course:${entry.course.id}`, ...entry.given.map(({ id }) => `section:${id}`)], evidence, sums);
};

/** Sections that a size band allows: at least as many as its upper end asks for, at most as many as its lower end lets the students fill. */
export const countSizeBand: CountKind = (book, evidence) => {
  const [entry, ...more] = evidence.courses;
  const [only, ...others] = evidence.rules;
  if (!entry || !only || more.length + others.length > 0 || only.type !== 'size.band') return null;
  if (entry.forming || entry.homes.size > 0 || entry.pools.length !== 1 || !covers(book, only.rule, entry, entry.where))
    return null;
  if (entry.given.some(({ students }) => students)) return null;
  const asked = book.model.school.courses[entry.index]?.sections;
  const fixed = asked === 'given' || typeof asked === 'number';
  if (!fixed && entry.given.length > 0) return null;
  const number = Math.max(entry.given.length, typeof asked === 'number' ? asked : 0);
  const { min, target, max } = entry.course.size;
  const { tolerance } = only.rule;
  const by = typeof tolerance === 'number' ? tolerance : max;
  const [least, most] = [Math.max(min, target - by), Math.min(capOf(book, entry), target + by)];
  if (least <= 0 || most <= 0) return null;
  const students = entry.all.size;
  const lowest = Math.ceil(students / most);
  const highest = Math.floor(students / least);
  return shortage([`course:${entry.course.id}`], evidence, {
    needed: fixed ? Math.max(lowest, number) : Math.max(lowest, 1),
    available: fixed ? Math.min(highest, number) : highest,
    students,
    least,
    most,
  });
};

export const countStudentLines: CountKind = (book, evidence) => {
  const { courses, lines } = evidence;
  if (!isOne(evidence) || courses.length === 0 || evidence.students.length !== 1) return null;
  if (courses.some((entry) => whereFor(book, entry, evidence) !== 'walking')) return null;
  const grade = book.model.studentGrade[evidence.students[0] ?? -1] ?? -1;
  if (courses.some(({ course }) => course.grade !== grade) || lines.some((line) => line.grade !== grade)) return null;
  const facts = linesHolding(
    book,
    grade,
    courses.map(({ course }) => course.id),
  );
  if (facts === null) return null;
  const people = personFacts(book, evidence);
  return shortage([...people, ...courses.map(({ course }) => `course:${course.id}`), ...facts], evidence, {
    needed: courses.length,
    available: facts.length,
    students: countTakers(book, courses),
  });
};

/** Lines of the grade that may hold any of the courses, as facts; null where it has none. */
export function linesHolding({ model }: Book, grade: number, courses: readonly string[]): string[] | null {
  const { id = '', lines } = model.school.grades[grade] ?? {};
  if (lines === undefined) return null;
  if (typeof lines === 'number') return Array.from({ length: lines }, (_, i) => `line:${id}/${i + 1}`);
  return lines
    .filter((line) => line.courses === undefined || courses.some((course) => line.courses?.includes(course)))
    .map((line) => `line:${id}/${line.id}`);
}

export const countCourseLine: CountKind = (book, evidence) => {
  const [entry, ...more] = evidence.courses;
  if (!entry || more.length > 0 || entry.forming || entry.homes.size > 0 || entry.pools.length === 0) return null;
  const { lines } = book.model.school.grades[entry.course.grade] ?? {};
  const facts = linesHolding(book, entry.course.grade, [entry.course.id]);
  if (!Array.isArray(lines) || facts === null || facts.length === 0) return null;
  const possible = new Set(
    entry.course.lessons.flatMap((lesson) => [...slotsOfLesson(book, entry, lesson, 'walking', [])]),
  );
  const sums: Record<string, number> & { needed: number; available: number } = {
    needed: entry.course.periods,
    available: 0,
  };
  for (const line of lines) {
    const name = `line:${book.model.school.grades[entry.course.grade]?.id}/${line.id}`;
    if (!facts.includes(name)) continue;
    if (line.slots === undefined) return null;
    const mask = slotMask(book.model.grid, line.slots);
    const room = [...possible].filter((slot) => mask[slot] === 1).length;
    sums[name] = room;
    sums.available = Math.max(sums.available, room);
  }
  return shortage([`course:${entry.course.id}`, ...facts], evidence, sums);
};
