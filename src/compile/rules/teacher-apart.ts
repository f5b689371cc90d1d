import { intParameter, selectTeachers, type LowerRule } from '../context.ts';

/** 教师互斥、师徒: slots that the selected teachers, taken two and two, both teach. */
export const lowerTeacherApart: LowerRule = (filled, rule, context) => {
  const teachers = selectTeachers(filled, context).map(({ teacher }) => teacher);
  const maxShared = intParameter(filled, 'maxShared', 0) * context.model.grid.weeks;
  teachers.forEach((one, index) => {
    for (const other of teachers.slice(index + 1)) context.monitors.apart({ rule, one, other, maxShared });
  });
};
