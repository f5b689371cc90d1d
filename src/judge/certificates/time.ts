/** Slots in which lessons can lie and teachers can teach, from the school and the must rules that a certificate names. */
import type { FilledLesson, FilledRule } from '../../school/model.ts';
import { SELECTORS } from '../../school/rule-table.ts';
import { slotMask } from '../../school/slots.ts';
import type { Rule, SlotSet } from '../../school/types.ts';
import type { Book, CourseEntry, Where } from './book.ts';

export const timesOf = ({ model }: Book, { weeks }: FilledLesson): number => (weeks === 'every' ? model.grid.weeks : 1);

export const periodsOf = (book: Book, lesson: FilledLesson): number => lesson.length * timesOf(book, lesson);

const KNOWN_PLACES: ReadonlySet<string> = new Set(['courses', 'subjects', 'grades', 'grouping']);

/** Whether every section of the course there is surely selected: by course, subject, grade or grouping, and by nothing else. */
export function covers(book: Book, rule: Rule, entry: CourseEntry, where: Where, besides?: 'teachers'): boolean {
  const course = book.model.school.courses[entry.index];
  for (const selector of SELECTORS) {
    if (rule[selector] === undefined || selector === besides) continue;
    if (!KNOWN_PLACES.has(selector)) return false;
  }
  const named = (list: string[] | undefined, id: string | undefined): boolean =>
    list === undefined || (id !== undefined && list.includes(id));
  if (!named(rule.courses, course?.id) || !named(rule.subjects, course?.subject)) return false;
  return named(rule.grades, course?.grade) && (rule.grouping === undefined || rule.grouping === where);
}

export const slotsOfRule = (book: Book, rule: Rule): Set<number> =>
  maskSet(slotMask(book.model.grid, rule['slots'] as SlotSet));

export const maskSet = (mask: Uint8Array | undefined): Set<number> =>
  new Set(mask ? [...mask.keys()].filter((slot) => mask[slot] === 1) : []);

/** The slots of all lines that may hold the course; undefined where a line leaves its slots open. */
function slotsOfLines({ model }: Book, { course }: CourseEntry): Set<number> | undefined {
  const lines = model.school.grades[course.grade]?.lines;
  if (!Array.isArray(lines)) return undefined;
  const slots = new Set<number>();
  for (const line of lines) {
    if (line.courses && !line.courses.includes(course.id)) continue;
    if (line.slots === undefined) return undefined;
    for (const slot of maskSet(slotMask(model.grid, line.slots))) slots.add(slot);
  }
  return slots;
}

/** All slots of the lesson's possible places. */
export function slotsOfLesson(
  book: Book,
  entry: CourseEntry,
  lesson: FilledLesson,
  where: Where,
  rules: readonly FilledRule[],
): Set<number> {
  const { model } = book;
  const { grid } = model;
  const { grade } = entry.course;
  const lines = where === 'walking' ? slotsOfLines(book, entry) : undefined;
  const banned = rules
    .filter(({ type, rule }) => type === 'slots.forbid' && covers(book, rule, entry, where))
    .map(({ rule }) => slotsOfRule(book, rule));
  const may = (slot: number): boolean =>
    model.gradeOpen[grade]?.[slot] === 1 &&
    (lesson.slots === undefined || lesson.slots[slot] === 1) &&
    (lines === undefined || lines.has(slot)) &&
    !banned.some((slots) => slots.has(slot));
  const inWeeks =
    grid.weeks === 1
      ? [[0]]
      : { every: [[0, 1]], odd: [[0]], even: [[1]], either: [[0], [1]], other: [[0], [1]] }[lesson.weeks];
  const slots = new Set<number>();
  for (let day = 0; day < grid.days; day++) {
    for (let first = 0; first + lesson.length <= grid.periodsPerDay; first++) {
      const periods = Array.from({ length: lesson.length }, (_, k) => first + k);
      const broken = periods
        .slice(0, -1)
        .some((period) => ['noon', 'end'].includes(model.gradeBreaks[grade]?.[period] ?? ''));
      if (broken) continue;
      for (const weeks of inWeeks) {
        const taken = weeks.flatMap((week) =>
          periods.map((period) => week * grid.slotsPerWeek + day * grid.periodsPerDay + period),
        );
        if (taken.every(may)) for (const slot of taken) slots.add(slot);
      }
    }
  }
  return slots;
}

export function slotsOfCourses(
  book: Book,
  courses: readonly { entry: CourseEntry; where: Where }[],
  rules: readonly FilledRule[],
): Set<number> {
  const slots = new Set<number>();
  for (const { entry, where } of courses) {
    for (const lesson of entry.course.lessons) {
      for (const slot of slotsOfLesson(book, entry, lesson, where, rules)) slots.add(slot);
    }
  }
  return slots;
}

/** Whether a rule about teachers binds this one as soon as (s)he teaches any of the courses. */
function binds(book: Book, rule: Rule, teacher: number, courses: readonly CourseEntry[]): boolean {
  const id = book.model.school.teachers[teacher]?.id ?? '';
  if (rule.teachers !== undefined && !rule.teachers.includes(id)) return false;
  const places = SELECTORS.filter((selector) => selector !== 'teachers' && rule[selector] !== undefined);
  return places.length === 0 || courses.every((entry) => covers(book, rule, entry, entry.where, 'teachers'));
}

/** Those of the slots in which the teacher can be with these courses. */
export function freeOf(
  book: Book,
  teacher: number,
  courses: readonly CourseEntry[],
  slots: Iterable<number>,
  rules: readonly FilledRule[],
): number[] {
  const away = maskSet(book.model.teacherUnavailable[teacher]);
  for (const { type, rule } of rules) {
    const shuts =
      (type === 'teacher.meeting' && rule['length'] === undefined) ||
      (type === 'slots.forbid' && rule.teachers !== undefined);
    if (shuts && binds(book, rule, teacher, courses)) for (const slot of slotsOfRule(book, rule)) away.add(slot);
  }
  return [...slots].filter((slot) => !away.has(slot));
}

/** Slots in a row within a day, by the calendar's breaks. */
function runsOf({ model: { grid } }: Book, slots: readonly number[]): number[] {
  const runs: number[] = [];
  let before = Number.NaN;
  for (const slot of [...slots].sort((a, b) => a - b)) {
    const breakBefore = grid.breaks[before % grid.periodsPerDay] ?? 'end';
    const adjacent = slot === before + 1 && slot % grid.periodsPerDay > 0 && !['noon', 'end'].includes(breakBefore);
    if (adjacent) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(1);
    before = slot;
  }
  return runs;
}

/** The most periods of these courses that the teacher can give in the slots. */
export function periodsOfTeacher(
  book: Book,
  teacher: number,
  courses: readonly CourseEntry[],
  slots: Iterable<number>,
  rules: readonly FilledRule[],
  countsLoad = true,
): number {
  const { grid, school } = book.model;
  const limit = (wanted: string): number =>
    Math.min(
      ...rules.flatMap(({ type, rule }) =>
        type === wanted && typeof rule['max'] === 'number' && binds(book, rule, teacher, courses) ? [rule['max']] : [],
      ),
    );
  const perDay = new Map<number, number[]>();
  for (const slot of freeOf(book, teacher, courses, slots, rules)) {
    const day = Math.floor(slot / grid.periodsPerDay);
    perDay.set(day, [...(perDay.get(day) ?? []), slot]);
  }
  const [most, row, days] = [limit('teacher.maxPerDay'), limit('teacher.maxConsecutive'), limit('teacher.maxDays')];
  const taught = [...perDay.values()].map((free) => {
    // After `row` slots taught in a row one stays free.
    const held = Number.isFinite(row)
      ? runsOf(book, free).reduce((sum, run) => sum + run - Math.floor(run / (row + 1)), 0)
      : free.length;
    return Math.min(held, most);
  });
  const chosen = Number.isFinite(days) ? taught.toSorted((a, b) => b - a).slice(0, days * grid.weeks) : taught;
  const total = chosen.reduce((sum, periods) => sum + periods, 0);
  return countsLoad ? Math.min(total, (school.teachers[teacher]?.load.max ?? 0) * grid.weeks) : total;
}
