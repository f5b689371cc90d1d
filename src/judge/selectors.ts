/**
 * What a rule applies to. Within a selector any, between selectors all; no selector: everything.
 * On rules about lessons and sections, `teachers` and `rooms` select the lessons held by or in them (a rule that judges whole sections
 * takes the sections that have such a lesson, and the teacher of a section before its lessons are placed); the others select sections.
 * On rules about teachers, every selector but `teachers` selects those who teach such a section in this timetable.
 */
import type { Rule } from '../school/types.ts';
import { isAddressed } from './find-section.ts';
import type { JudgedLesson, JudgedSection, Week } from './week.ts';

const anyOf = (selector: string[] | undefined, matches: (id: string) => boolean): boolean =>
  selector === undefined || selector.some(matches);

function isPlaceSelected(week: Week, rule: Rule, section: JudgedSection): boolean {
  const { model } = week;
  const { course } = section;
  const isHomeroom = (id: string): boolean => section.homerooms.includes(model.homeroomOf.get(id) ?? -1);
  return (
    anyOf(rule.courses, (id) => id === course.id) &&
    anyOf(rule.subjects, (id) => model.subjectOf.get(id) === course.subject) &&
    anyOf(rule.grades, (id) => model.gradeOf.get(id) === course.grade) &&
    anyOf(rule.homerooms, isHomeroom) &&
    anyOf(rule.students, (id) => section.students.includes(model.studentOf.get(id) ?? -1)) &&
    (rule.sections === undefined ||
      rule.sections.some((address) => isAddressed(week, section, { section: address }))) &&
    (rule.grouping === undefined || (rule.grouping === 'homeroom') === section.home)
  );
}

const isHeldIn = ({ model }: Week, rule: Rule, lesson: JudgedLesson): boolean =>
  anyOf(rule.rooms, (id) => lesson.room >= 0 && model.roomOf.get(id) === lesson.room);

const isTaughtBy = ({ model }: Week, rule: Rule, teachers: number[]): boolean =>
  anyOf(rule.teachers, (id) => teachers.includes(model.teacherOf.get(id) ?? -1));

export const selectLessons = (week: Week, rule: Rule): JudgedLesson[] =>
  week.sections
    .filter((section) => isPlaceSelected(week, rule, section))
    .flatMap((section) => section.lessons)
    .filter((lesson) => isHeldIn(week, rule, lesson) && isTaughtBy(week, rule, lesson.teachers));

export const selectSections = (week: Week, rule: Rule): JudgedSection[] =>
  week.sections.filter(
    (section) =>
      isPlaceSelected(week, rule, section) &&
      isTaughtBy(week, rule, section.teachers) &&
      (rule.rooms === undefined || section.lessons.some((lesson) => isHeldIn(week, rule, lesson))),
  );

const PLACE_SELECTORS = [
  'students',
  'courses',
  'subjects',
  'grades',
  'homerooms',
  'sections',
  'grouping',
  'rooms',
] as const;

/** Teacher indexes in file order; who teaches nothing has nothing to be judged. */
export function selectTeachers(week: Week, rule: Rule): number[] {
  const anywhere = PLACE_SELECTORS.every((selector) => rule[selector] === undefined);
  const there = new Set<number>();
  for (const section of week.sections) {
    if (anywhere || !isPlaceSelected(week, rule, section)) continue;
    for (const lesson of section.lessons) {
      if (isHeldIn(week, rule, lesson)) for (const teacher of lesson.teachers) there.add(teacher);
    }
  }
  return [...week.model.school.teachers.keys()].filter(
    (teacher) => isTaughtBy(week, rule, [teacher]) && (anywhere || there.has(teacher)),
  );
}

/**
 * For rules about who teaches what, which sections alone decide: teachers of the selected sections, by the sections' own lists. Without
 * any selector but `teachers` everybody, who has none too.
 */
export function selectAssigned(week: Week, rule: Rule): number[] {
  const { teachers: _, ...places } = rule;
  const anywhere = PLACE_SELECTORS.every((selector) => rule[selector] === undefined);
  const there = new Set(anywhere ? [] : selectSections(week, places).flatMap((section) => section.teachers));
  return [...week.model.school.teachers.keys()].filter(
    (teacher) => isTaughtBy(week, rule, [teacher]) && (anywhere || there.has(teacher)),
  );
}

/** The sections that a teacher has. */
export const sectionsOfTeacher = (week: Week, teacher: number): JudgedSection[] =>
  week.sections.filter((section) => section.teachers.includes(teacher));
