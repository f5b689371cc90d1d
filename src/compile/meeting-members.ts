/** The members of a meeting as its rule selects them: by name, and by what they teach in the week as it is. */
import type { FilledRule, SchoolModel } from '../school/model.ts';
import { courseUnits } from '../school/takers.ts';
import type { Lesson, TimetableSection } from '../timetable/types.ts';

/** Whether the section is one of homerooms at home. */
function isHome(model: SchoolModel, { course, homerooms }: TimetableSection): boolean {
  const homes = courseUnits(model)[model.courseOf.get(course) ?? -1]?.homes ?? [];
  const isOwn = (id: string): boolean => homes.some(({ homeroom }) => homeroom === model.homeroomOf.get(id));
  return homerooms.length > 0 && homerooms.every(isOwn);
}

function isSelected(model: SchoolModel, { rule }: FilledRule, section: TimetableSection): boolean {
  const course = model.school.courses[model.courseOf.get(section.course) ?? -1];
  const isNamed = (rule.sections ?? [section.id]).some((it) =>
    typeof it === 'string' ? it === section.id : it.course === course?.id && section.homerooms.includes(it.homeroom),
  );
  return (
    isNamed &&
    (rule.courses?.includes(section.course) ?? true) &&
    (rule.subjects?.includes(course?.subject ?? '') ?? true) &&
    (rule.grades?.includes(course?.grade ?? '') ?? true) &&
    (rule.homerooms?.some((id) => section.homerooms.includes(id)) ?? true) &&
    (rule.students?.some((id) => section.students.includes(id)) ?? true) &&
    (rule.grouping === undefined || (rule.grouping === 'homeroom') === isHome(model, section))
  );
}

/** Teacher ids in file order. Where somebody teaches does not make a member, nor does a section without a lesson. */
export function meetingMembers(
  model: SchoolModel,
  filled: FilledRule,
  sections: TimetableSection[],
  lessons: Lesson[],
): string[] {
  const { courses, subjects, grades, homerooms, sections: named, students, grouping, teachers } = filled.rule;
  const byPlace = [courses, subjects, grades, homerooms, named, students, grouping].some((it) => it !== undefined);
  const selected = new Map(
    sections.filter((section) => byPlace && isSelected(model, filled, section)).map((it) => [it.id, it]),
  );
  const teaching = new Set(
    lessons.flatMap((lesson) =>
      selected.has(lesson.section) ? (lesson.teachers ?? selected.get(lesson.section)?.teachers ?? []) : [],
    ),
  );
  return model.school.teachers
    .filter(({ id }) => (teachers?.includes(id) ?? true) && (!byPlace || teaching.has(id)))
    .map(({ id }) => id);
}
