/** `sections.plan`: tried anew, all distributions of the sections over the lines, by a search of its own. */
import type { Book } from './book.ts';
import type { CountKind, Counted } from './counted.ts';
import { gradeLines, groupsOf, type Group } from './plan-groups.ts';
import { canBePlanned } from './plan-search.ts';
import { linesHolding } from './students.ts';

/** Steps of a search, without seats and with them together. */
const STEPS = 60_000_000;

/** Beyond so many ways for one group its number of sections is not held against it; that can only make a plan look possible. */
const MOST_PLACES = 20_000;

interface Outcome {
  /** false: none of them */
  answer: boolean | null;
  /** whether seats had to be counted for it */
  seats: boolean;
}

const outcomes = new WeakMap<Book, Map<string, Outcome>>();

/** Once for the same courses. */
function search(book: Book, groups: readonly Group[]): Outcome {
  const key = [...new Set(groups.map(({ entry }) => entry.index))].sort((a, b) => a - b).join(' ');
  const known = outcomes.get(book) ?? new Map<string, Outcome>();
  outcomes.set(book, known);
  const before = known.get(key);
  if (before) return before;
  const allowance = { steps: STEPS };
  const few = groups.map((group) => (waysToPlace(group) > MOST_PLACES ? { ...group, sections: undefined } : group));
  const bare = canBePlanned(few, false, allowance);
  const outcome =
    bare === false ? { answer: bare, seats: false } : { answer: canBePlanned(few, true, allowance), seats: true };
  known.set(key, outcome);
  return outcome;
}

/** Ways of putting what is not yet in a line into any that may hold it. */
function waysToPlace({ sections, allowed, put }: Group): number {
  if (sections === undefined) return 1;
  const free = sections - put.reduce((sum, count) => sum + count, 0);
  // by number of sections so far, line after line
  let ways: number[] = Array.from({ length: Math.max(0, free) + 1 }, (_, left) => (left === 0 ? 1 : 0));
  for (const is of allowed) {
    if (!is) continue;
    let sum = 0;
    ways = ways.map((count) => (sum += count));
  }
  return ways.at(-1) ?? 0;
}

export const countSectionPlan: CountKind = (book, evidence): Counted | null => {
  const { courses } = evidence;
  const grade = courses[0]?.course.grade ?? -1;
  const lines = gradeLines(book, grade);
  if (lines === null || courses.some(({ course }) => course.grade !== grade)) return null;
  const groups: Group[] = [];
  for (const entry of courses) {
    const own = groupsOf(book, entry, lines);
    if (own === null) return null;
    groups.push(...own);
  }
  const ids = courses.map(({ course }) => course.id);
  const held = linesHolding(book, grade, ids) ?? [];
  const { answer, seats } = search(book, groups);
  const memberships = new Map<number, string>();
  const several = new Map<number, string>();
  for (const [g, { students }] of groups.entries()) {
    for (const student of students) {
      const before = memberships.get(student);
      if (before !== undefined) several.set(student, `${before} ${g}`);
      memberships.set(student, before === undefined ? `${g}` : `${before} ${g}`);
    }
  }
  const sums: Record<string, number> = {
    lines: held.length,
    layouts: groups.reduce((product, group) => product * waysToPlace(group), 1),
    combinations: new Set(several.values()).size,
    students: several.size,
  };
  for (const { entry, students, sections, cap, listed } of groups) {
    const name = `course:${entry.course.id}`;
    sums[name] = (sums[name] ?? 0) + students.size;
    if (sections !== undefined) sums[`sections ${name}`] = (sums[`sections ${name}`] ?? 0) + sections;
    if (seats && sections !== undefined && !listed) sums[`cap ${name}`] = cap;
  }
  const given = courses.flatMap((entry) => entry.given.map(({ id }) => `section:${id}`));
  return {
    facts: [...ids.map((id) => `course:${id}`), ...given, ...held],
    sums,
    impossible: answer === false,
    ...(answer === null ? { unfinished: true } : {}),
  };
};
