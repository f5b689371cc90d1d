/** What students' days look like by their grades: open slots and breaks. */
import { BREAK, type Problem } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import type { Break } from '../school/types.ts';

const breakOf = (after: Break): number =>
  after === 'short' ? BREAK.short : after === 'long' ? BREAK.long : BREAK.pause;

/** `slotSet` gives the row of a mask. */
export function gradeTables(
  model: SchoolModel,
  slotSet: (mask: Uint8Array) => number,
): Pick<Problem['students'], 'grade' | 'gradeOpen' | 'gradeBreak'> {
  const { school, grid } = model;
  const last = grid.periodsPerDay - 1;
  return {
    grade: Int32Array.from([
      ...model.studentGrade,
      ...school.homerooms.map(({ grade }) => model.gradeOf.get(grade) ?? -1),
    ]),
    gradeOpen: Int32Array.from(model.gradeOpen, slotSet),
    gradeBreak: Uint8Array.from(
      model.gradeBreaks.flatMap((breaks) =>
        breaks.map((after, period) => (period === last ? BREAK.pause : breakOf(after))),
      ),
    ),
  };
}
