import { intParameter, selectTeachers, type LowerRule } from '../context.ts';
import { loadUnit } from '../roles.ts';

/** 课时均衡: the selected teachers as one set. */
export const lowerTeacherLoadFair: LowerRule = (filled, rule, context) => {
  const { model, monitors } = context;
  const perCycle = model.grid.weeks * loadUnit(model);
  const members = selectTeachers(filled, context).map(({ teacher, whileIn }) => {
    const target = model.school.teachers[teacher]?.load.target;
    return { teacher, target: target === undefined ? -1 : target * perCycle, whileIn };
  });
  monitors.staff.fair(rule, intParameter(filled, 'tolerance', 0) * perCycle, members);
};
