/**
 * 教研、备课组活动 `teacher.meeting` (a set): periods that the members teach inside `slots`; one finding per member. params: count.
 */
import { teacherWho } from '../names.ts';
import { selectTeachers } from '../selectors.ts';
import { slotIdsOf, type Week } from '../week.ts';
import type { RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';

export const judgeTeacherMeeting: RuleJudge = (week, rule) => {
  const inside = insideSlots(week, rule);
  return selectTeachers(week, rule).flatMap((teacher) => {
    const taught = (week.lessonsOfTeacher[teacher] ?? []).flatMap((lesson) => lesson.slots).filter(inside);
    if (taught.length === 0) return [];
    const params = { count: taught.length };
    return [{ who: [teacherWho(week, teacher)], slots: slotIdsOf(week, taught), deviation: taught.length, params }];
  });
};

/** By teacher: the slots of the meetings (s)he is a member of. */
export function meetingSlots(week: Week): Set<number>[] {
  const slots = week.model.school.teachers.map(() => new Set<number>());
  for (const { type, rule } of week.model.rules) {
    if (type !== 'teacher.meeting') continue;
    const inside = insideSlots(week, rule);
    const meeting = [...week.model.grid.slotIds.keys()].filter(inside);
    for (const teacher of selectTeachers(week, rule)) for (const slot of meeting) slots[teacher]?.add(slot);
  }
  return slots;
}
