/** The members of a meeting as its rule selects them: by name, and by what they teach in this timetable. */
import type { FilledRule, SchoolModel } from '../school/model.ts';
import type { TimetableSection } from '../timetable/types.ts';

export function selectTeachersTeaching(
  model: SchoolModel,
  { rule }: FilledRule,
  sections: TimetableSection[],
): string[] {
  const byPlace = [rule.courses, rule.subjects, rule.grades, rule.homerooms].some((selector) => selector !== undefined);
  const teaching = new Set(
    sections
      .filter((section) => {
        const course = model.school.courses[model.courseOf.get(section.course) ?? -1];
        return (
          (rule.courses?.includes(section.course) ?? true) &&
          (rule.subjects?.includes(course?.subject ?? '') ?? true) &&
          (rule.grades?.includes(course?.grade ?? '') ?? true) &&
          (rule.homerooms?.some((id) => section.homerooms.includes(id)) ?? true)
        );
      })
      .flatMap((section) => section.teachers),
  );
  return model.school.teachers
    .filter(({ id }) => (rule.teachers?.includes(id) ?? true) && (!byPlace || teaching.has(id)))
    .map(({ id }) => id);
}
