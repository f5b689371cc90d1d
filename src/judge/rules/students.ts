/** What rules about students look at: whom, when they are free, and in which room they are. */
import type { Rule } from '../../school/types.ts';
import { selectSections } from '../selectors.ts';
import type { JudgedLesson, Week } from '../week.ts';

/**
 * Student indexes in file order. `students`, `grades` and `homerooms` select the students themselves, the other selectors those who sit in
 * such a section.
 */
export function selectStudents(week: Week, rule: Rule): number[] {
  const { model } = week;
  const { students, grades, homerooms, ...places } = rule;
  const { teachers, courses, subjects, sections, rooms, grouping } = places;
  const anywhere = [teachers, courses, subjects, sections, rooms, grouping].every((one) => one === undefined);
  const there = new Set(anywhere ? [] : selectSections(week, places).flatMap((section) => section.students));
  const homeroomId = (student: number): string =>
    model.school.homerooms[model.studentHomeroom[student] ?? -1]?.id ?? '';
  const gradeId = (student: number): string => model.school.grades[model.studentGrade[student] ?? -1]?.id ?? '';
  return [...model.school.students.keys()].filter(
    (student) =>
      (anywhere || there.has(student)) &&
      students?.includes(model.school.students[student]?.id ?? '') !== false &&
      grades?.includes(gradeId(student)) !== false &&
      homerooms?.includes(homeroomId(student)) !== false,
  );
}

/** By slot of the cycle, the student's lesson; of lessons at once the first in the order of the week. */
export function lessonsBySlot(week: Week, student: number): (JudgedLesson | undefined)[] {
  const bySlot: (JudgedLesson | undefined)[] = Array.from({ length: week.model.grid.slotCount });
  for (const section of week.sectionsOfStudent[student] ?? []) {
    for (const lesson of section.lessons) for (const slot of lesson.slots) bySlot[slot] ??= lesson;
  }
  return bySlot;
}

/** Open slots of the student's grade without a lesson. */
export function freeSlots(week: Week, student: number): number[] {
  const open = week.model.gradeOpen[week.model.studentGrade[student] ?? -1];
  return lessonsBySlot(week, student).flatMap((lesson, slot) =>
    lesson === undefined && open?.[slot] === 1 ? [slot] : [],
  );
}
