/** `teachers.periods` and `teacher.bound`: what sections need of teachers against what these can give. */
import { sectionsApart, sectionsOf, teachersOf, type Book, type CourseEntry } from './book.ts';
import { shortage, total, type CountKind } from './counted.ts';
import type { SectionRef } from './evidence.ts';
import { periodsOf, periodsOfTeacher, slotsOfCourses, slotsOfLesson } from './time.ts';

/** Whole sections only: the largest of their sums up to `most`. */
function inWholeSections(most: number, lengths: ReadonlySet<number>): number {
  const sums = new Set([0]);
  for (let sum = 0; sum <= most; sum++) {
    if (sums.has(sum)) for (const length of lengths) if (length > 0 && sum + length <= most) sums.add(sum + length);
  }
  return Math.max(...sums);
}

export const countTeacherPeriods: CountKind = (book, evidence) => {
  const { courses, rules, slots } = evidence;
  const { school } = book.model;
  if (courses.length === 0) return null;
  if (courses.some((it) => it.course.teachers === 'none' || it.course.loadPercent !== 100)) return null;
  const useful =
    slots ??
    slotsOfCourses(
      book,
      courses.map((entry) => ({ entry, where: entry.where })),
      rules,
    );
  const sums: Record<string, number> & { needed: number; available: number } = { needed: 0, available: 0 };
  const facts: string[] = [];
  const teachers = new Map<number, CourseEntry[]>();
  for (const entry of courses) {
    const counted = entry.course.lessons.filter(
      (lesson) =>
        slots === null || [...slotsOfLesson(book, entry, lesson, entry.where, rules)].every((slot) => slots.has(slot)),
    );
    const sections = sectionsApart(book, entry);
    const periods = sections * total(counted.map((lesson) => periodsOf(book, lesson)));
    const name = `course:${entry.course.id}`;
    facts.push(name);
    sums[name] = periods;
    sums[`sections ${name}`] = sections;
    sums.needed += periods;
    for (const teacher of teachersOf(book, entry)) teachers.set(teacher, [...(teachers.get(teacher) ?? []), entry]);
  }
  for (const [teacher, own] of teachers) {
    const most = periodsOfTeacher(book, teacher, own, useful, rules);
    const name = `teacher:${school.teachers[teacher]?.id}`;
    facts.push(name);
    sums[name] = slots === null ? inWholeSections(most, new Set(own.map(({ course }) => course.periods))) : most;
    sums.available += sums[name] ?? 0;
  }
  if (slots !== null) sums['slots'] = slots.size;
  return shortage(facts, evidence, sums);
};

/** The one teacher that the school binds the section to. */
function teacherOfSection(book: Book, ref: SectionRef): string | undefined {
  const [first] = ref.teachers;
  if (first !== undefined) return first;
  if (ref.entry.course.teachers !== 'head' || ref.homeroom === undefined) return undefined;
  return book.model.school.homerooms[ref.homeroom]?.headTeacher;
}

export const countBoundTeacher: CountKind = (book, evidence) => {
  const { courses, sections, rules, teachers } = evidence;
  const { school } = book.model;
  const [teacher, ...more] = teachers;
  if (teacher === undefined || more.length > 0 || courses.length + sections.length === 0) return null;
  const id = school.teachers[teacher]?.id;
  const sums: Record<string, number> & { needed: number; available: number } = { needed: 0, available: 0 };
  const facts = [`teacher:${id}`];
  const add = (name: string, periods: number): void => {
    facts.push(name);
    sums[name] = periods;
    sums.needed += periods;
  };
  for (const entry of courses) {
    const all = teachersOf(book, entry);
    if (entry.joined > 0 || all.size !== 1 || !all.has(teacher)) return null;
    add(`course:${entry.course.id}`, sectionsOf(book, entry) * entry.course.periods);
  }
  for (const ref of sections) {
    if (ref.entry.joined > 0 || teacherOfSection(book, ref) !== id || ref.entry.course.teachers === 'none') return null;
    add(ref.fact, ref.entry.course.periods);
  }
  const own = [...new Set([...courses, ...sections.map(({ entry }) => entry)])];
  const slots = slotsOfCourses(
    book,
    own.map((entry) => ({ entry, where: entry.where })),
    rules,
  );
  const whole = own.every(({ course }) => course.loadPercent === 100);
  sums.available = periodsOfTeacher(book, teacher, own, slots, rules, whole);
  return shortage(facts, evidence, sums);
};
