/** Rules on the days of students: 学生空堂, 自习, 走动, 换楼. */
import { NO_LIMIT, STUDENT_SHAPE } from '../../../solver/index.ts';
import type { FilledRule } from '../../school/model.ts';
import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { intParameter, selectSections, type LowerRule, type Lowering } from '../context.ts';

interface Watched {
  students: number[];
  /** only who attends one of these; null: all */
  events: number[] | null;
}

/** `students`, `grades` and `homerooms` select the students themselves, the other selectors those who sit in such a section. */
function watchedStudents(filled: FilledRule, context: Lowering): Watched {
  const { model } = context;
  const { students, grades, homerooms, ...rest } = filled.rule;
  const chosen = model.school.students.flatMap((student, index) => {
    const grade = model.school.grades[model.studentGrade[index] ?? -1]?.id ?? '';
    const selected =
      (students?.includes(student.id) ?? true) &&
      (grades?.includes(grade) ?? true) &&
      (homerooms?.includes(student.homeroom ?? '') ?? true);
    return selected ? [index] : [];
  });
  const { courses, subjects, sections, teachers, rooms, grouping } = rest;
  const byPlace = [courses, subjects, sections, teachers, rooms, grouping].some((selector) => selector !== undefined);
  return { students: chosen, events: byPlace ? selectSections({ ...filled, rule: rest }, context) : null };
}

/** 学生空堂, 走动, 换楼 */
const lowerDays =
  (shape: number, parameter: string, fallback: number): LowerRule =>
  (filled, rule, context) => {
    const { students, events } = watchedStudents(filled, context);
    const max = intParameter(filled, parameter, fallback);
    context.monitors.studentDay({ rule, shape, max, set: -1 }, students, events);
  };

export const lowerStudentGaps = lowerDays(STUDENT_SHAPE.gaps, 'max', 0);
export const lowerWalkingMoves = lowerDays(STUDENT_SHAPE.moves, 'max', 0);
export const lowerBuildingChange = lowerDays(STUDENT_SHAPE.buildings, 'floors', NO_LIMIT);

/** 自习: where and how much students may be free, and with what. */
export const lowerStudentFree: LowerRule = (filled, rule, context) => {
  const { monitors, model } = context;
  const { students, events } = watchedStudents(filled, context);
  const { slots, maxPerDay, supervised } = filled.rule;
  const add = (shape: number, max: number, set: number): void =>
    monitors.studentDay({ rule, shape, max, set }, students, events);
  if (slots !== undefined) add(STUDENT_SHAPE.outside, 0, monitors.slotSet(slotMask(model.grid, slots as SlotSet)));
  if (typeof maxPerDay === 'number') add(STUDENT_SHAPE.perDay, maxPerDay, -1);
  if (typeof supervised === 'boolean') add(STUDENT_SHAPE.study, supervised ? 1 : 0, -1);
};
