/** What a rule applies to, among sections and lessons that are fixed but for their times. */
import type { SchoolModel } from '../../school/model.ts';
import type { Rule } from '../../school/types.ts';
import type { FixedLesson, FixedSection } from './fixed-sections.ts';

const anyOf = (selector: readonly string[] | undefined, matches: (id: string) => boolean): boolean =>
  selector === undefined || selector.some(matches);

/** Whether an address, an id or a course in a homeroom, names the section. */
export function isSection(
  model: SchoolModel,
  section: FixedSection,
  address: string | { course: string; homeroom: string },
): boolean {
  if (typeof address === 'string') return address === section.id;
  const homeroom = model.homeroomOf.get(address.homeroom) ?? -1;
  return model.courseOf.get(address.course) === section.course && homeroom >= 0 && section.home === homeroom;
}

function isPlaceSelected(model: SchoolModel, rule: Rule, section: FixedSection): boolean {
  const course = model.courses[section.course];
  return (
    anyOf(rule.courses, (id) => id === course?.id) &&
    anyOf(rule.subjects, (id) => model.subjectOf.get(id) === course?.subject) &&
    anyOf(rule.grades, (id) => model.gradeOf.get(id) === course?.grade) &&
    anyOf(rule.homerooms, (id) => section.homerooms.includes(model.homeroomOf.get(id) ?? -1)) &&
    anyOf(rule.students, (id) => section.students.includes(model.studentOf.get(id) ?? -1)) &&
    (rule.sections === undefined || rule.sections.some((address) => isSection(model, section, address))) &&
    (rule.grouping === undefined || (rule.grouping === 'homeroom') === section.home >= 0)
  );
}

const isTaughtBy = (model: SchoolModel, rule: Rule, teachers: readonly number[]): boolean =>
  anyOf(rule.teachers, (id) => teachers.includes(model.teacherOf.get(id) ?? -1));

/** Lessons of the sections that the rule selects, section by section. Rules that select rooms are not for here. */
export function lessonsBySection(
  model: SchoolModel,
  lessons: readonly FixedLesson[],
  rule: Rule,
): Map<FixedSection, FixedLesson[]> {
  const found = new Map<FixedSection, FixedLesson[]>();
  for (const lesson of lessons) {
    if (!isPlaceSelected(model, rule, lesson.section) || !isTaughtBy(model, rule, lesson.teachers)) continue;
    found.set(lesson.section, [...(found.get(lesson.section) ?? []), lesson]);
  }
  return found;
}

const PLACES = ['students', 'courses', 'subjects', 'grades', 'homerooms', 'sections', 'grouping'] as const;

/** Teacher indexes, file order: those named who teach in a place that is selected. */
export function teachersOf(model: SchoolModel, lessons: readonly FixedLesson[], rule: Rule): number[] {
  const there = new Set(
    lessons.filter(({ section }) => isPlaceSelected(model, rule, section)).flatMap(({ teachers }) => teachers),
  );
  const anywhere = PLACES.every((selector) => rule[selector] === undefined);
  return [...model.school.teachers.keys()].filter(
    (teacher) => isTaughtBy(model, rule, [teacher]) && (anywhere || there.has(teacher)),
  );
}
