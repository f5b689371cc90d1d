/** `sections.lines` and `sections.slots`: courses with one section each, no two of which a student of both can attend at once. */
import type { Book, CourseEntry, Where } from './book.ts';
import { shortage, total, type CountKind } from './counted.ts';
import { linesHolding } from './students.ts';
import { slotsOfCourses } from './time.ts';

function isSingle({ model }: Book, entry: CourseEntry): boolean {
  const { forming, homes, joined, pools, given } = entry;
  if (forming || joined > 0 || homes.size > 0 || pools.length !== 1) return false;
  const asked = model.school.courses[entry.index]?.sections;
  return asked === 'given' ? given.length === 1 : asked === 1 && given.length < 2;
}

const meet = (a: Iterable<number>, b: ReadonlySet<number>): boolean => {
  for (const student of a) if (b.has(student)) return true;
  return false;
};

/** The most of them that have nobody in common, by trying all sets. */
function mostAtOnce(groups: readonly ReadonlySet<number>[]): number {
  const clash = groups.map((a, i) =>
    groups.reduce((mask, b, j) => (i !== j && meet(a, b) ? mask | (1 << j) : mask), 0),
  );
  let most = 0;
  for (let set = 1; set < 1 << groups.length; set++) {
    let size = 0;
    let apart = true;
    for (let i = 0; i < groups.length && apart; i++) {
      if (!((set >> i) & 1)) continue;
      size++;
      apart = ((clash[i] ?? 0) & set) === 0;
    }
    if (apart) most = Math.max(most, size);
  }
  return most;
}

const MOST_COURSES = 20;

export const countSectionLines: CountKind = (book, evidence) => {
  const { courses } = evidence;
  const grade = courses[0]?.course.grade ?? -1;
  if (courses.length < 2 || courses.length > MOST_COURSES) return null;
  if (courses.some((entry) => entry.course.grade !== grade || !isSingle(book, entry))) return null;
  const lines = linesHolding(
    book,
    grade,
    courses.map(({ course }) => course.id),
  );
  if (lines === null) return null;
  const atOnce = mostAtOnce(courses.map(({ all }) => all));
  return shortage([...courses.map(({ course }) => `course:${course.id}`), ...lines], evidence, {
    needed: courses.length,
    available: atOnce * lines.length,
    atOnce,
    lines: lines.length,
  });
};

export const countSectionSlots: CountKind = (book, evidence) => {
  const { courses, sections, rules } = evidence;
  if (
    courses.some((entry) => !isSingle(book, entry)) ||
    sections.some(({ entry, homeroom }) => homeroom === undefined || entry.joined > 0)
  )
    return null;
  const groups = [
    ...courses.map((entry) => ({
      name: `course:${entry.course.id}`,
      entry,
      where: 'walking' as Where,
      students: entry.all,
    })),
    ...sections.map(({ fact, entry, homeroom }) => ({
      name: fact,
      entry,
      where: (entry.where === 'mixed' ? 'mixed' : 'homeroom') as Where,
      students: new Set(entry.homes.get(homeroom ?? -1) ?? []),
    })),
  ];
  // One after the other: every two have somebody in common.
  const all = groups.every((a, i) => groups.slice(i + 1).every((b) => meet(a.students, b.students)));
  if (groups.length < 2 || !all) return null;
  const sums: Record<string, number> & { needed: number; available: number } = {
    needed: total(groups.map(({ entry }) => entry.course.periods)),
    available: slotsOfCourses(book, groups, rules).size,
  };
  for (const { name, entry } of groups) sums[name] = entry.course.periods;
  return shortage(
    groups.map(({ name }) => name),
    evidence,
    sums,
  );
};
