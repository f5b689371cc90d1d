/** Groups of students and their sections, as a section plan over a grade's lines has to place them; read from the school's file. */
import { capOf, type Book, type CourseEntry } from './book.ts';

export interface Group {
  entry: CourseEntry;
  students: Set<number>;
  /** undefined: not limited */
  sections: number | undefined;
  cap: number;
  /** the school lists who sits there */
  listed: boolean;
  /** by line: whether it may hold them, and sections that the school has put there */
  allowed: boolean[];
  put: number[];
}

export interface LineOf {
  id: string;
  courses?: string[] | undefined;
}

/** null: the grade has no lines */
export function gradeLines({ model }: Book, grade: number): LineOf[] | null {
  const { lines } = model.school.grades[grade] ?? {};
  if (lines === undefined) return null;
  if (typeof lines !== 'number') return lines;
  const list: LineOf[] = [];
  for (let number = 1; number <= lines; number++) list.push({ id: `${number}` });
  return list;
}

/** Where a room is stated for a section it need not be of the course's kind, and only size.max is certain. */
function hasOwnRoom({ model }: Book, { course, given }: CourseEntry): boolean {
  if (given.some(({ room }) => room !== undefined)) return true;
  for (const lock of model.school.locks ?? []) {
    if (lock.room === undefined) continue;
    if (lock.course === course.id) return true;
    if (typeof lock.section === 'object' && lock.section.course === course.id) return true;
    if (typeof lock.section === 'string' && `${lock.section}/`.startsWith(`${course.id}/`)) return true;
  }
  return false;
}

/** null: who sits in which sections of the course is not for certain */
export function groupsOf(book: Book, entry: CourseEntry, lines: readonly LineOf[]): Group[] | null {
  const { model } = book;
  const { given, pools } = entry;
  if (entry.forming || entry.joined > 0 || pools.length === 0) return null;
  if (given.some(({ homerooms }) => homerooms !== undefined)) return null;
  if (given.length > 0 && (entry.homes.size > 0 || pools.length > 1)) return null;
  const asked = model.school.courses[entry.index]?.sections;
  let sections: number | undefined;
  if (typeof asked === 'number') sections = Math.max(asked, given.length);
  if (asked === 'given') sections = given.length;
  const groups: Group[] = [];
  const may = lines.map(({ courses }) => courses === undefined || courses.includes(entry.course.id));
  const seated = new Set<number>();
  const open = lines.map(() => 0);
  for (const { students, line } of given) {
    const at = lines.findIndex(({ id }) => id === line);
    if (students === undefined) {
      if (at >= 0) open[at] = (open[at] ?? 0) + 1;
      continue;
    }
    if (sections !== undefined) sections -= 1;
    const own = new Set(students.flatMap((id) => model.studentOf.get(id) ?? []).filter((s) => entry.all.has(s)));
    for (const student of own) seated.add(student);
    groups.push({
      entry,
      students: own,
      sections: 1,
      cap: own.size,
      listed: true,
      allowed: at < 0 ? may : lines.map((_, l) => l === at),
      put: lines.map((_, l) => (l === at ? 1 : 0)),
    });
  }
  const cap = hasOwnRoom(book, entry) ? entry.course.size.max : capOf(book, entry);
  for (const pool of pools) {
    const students = new Set(pool.filter((student) => !seated.has(student)));
    const allowed = may.map((is, l) => is || (open[l] ?? 0) > 0);
    groups.push({ entry, students, sections, cap, listed: false, allowed, put: open });
  }
  return groups.filter(({ students }) => students.size > 0);
}
