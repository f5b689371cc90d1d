/**
 * 教师互斥、师徒 `teacher.apart` (a set): per two of the selected teachers, slots of the cycle in which both teach, over `maxShared` (0 if
 * absent; a weekly limit). params: shared, maxShared (over the cycle).
 */
import { teacherWho } from '../names.ts';
import { selectTeachers } from '../selectors.ts';
import { slotIdsOf } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { taughtSlots } from './teacher-days.ts';

export const judgeTeacherApart: RuleJudge = (week, rule) => {
  const maxShared = countOf(rule['maxShared'], 0) * week.model.grid.weeks;
  const taught = selectTeachers(week, rule).map((teacher) => ({ teacher, slots: taughtSlots(week, teacher) }));
  return taught.flatMap((one, i) =>
    taught.slice(i + 1).flatMap((other) => {
      const shared = [...one.slots].filter((slot) => other.slots.has(slot));
      if (shared.length <= maxShared) return [];
      return [
        {
          who: [teacherWho(week, one.teacher), teacherWho(week, other.teacher)],
          slots: slotIdsOf(week, shared),
          deviation: shared.length - maxShared,
          params: { shared: shared.length, maxShared },
        },
      ];
    }),
  );
};
