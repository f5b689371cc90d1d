/**
 * 空堂 `teacher.maxGap`: per teacher and day, free slots over `max`, where a free slot is open, has neither lesson nor meeting, and lies
 * between the first and the last lesson of its half (am: early and morning, pm: afternoon; the evening has no gaps). The gaps of both
 * halves of a day are added up before `max` is taken off.
 * Decided: open means open in the calendar and in at least one grade that the teacher teaches; a slot in which the teacher is
 * unavailable is not a gap. A meeting is any `teacher.meeting` rule in force that selects the teacher. params: gaps, max.
 */
import { teacherWho } from '../names.ts';
import { selectTeachers } from '../selectors.ts';
import { slotIdsOf, type Week } from '../week.ts';
import { between, halvesOfDay } from './halves.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { daysOf, taughtSlots } from './teacher-days.ts';
import { meetingSlots } from './teacher-meeting.ts';

function isOpenFor({ model, lessonsOfTeacher }: Week, teacher: number): (slot: number) => boolean {
  const grades = new Set((lessonsOfTeacher[teacher] ?? []).map((lesson) => lesson.section.course.grade));
  return (slot) =>
    [...grades].some((grade) => model.gradeOpen[grade]?.[slot] === 1) && !model.teacherUnavailable[teacher]?.[slot];
}

export const judgeTeacherMaxGap: RuleJudge = (week, rule) => {
  const max = countOf(rule['max'], Number.POSITIVE_INFINITY);
  const meetings = meetingSlots(week);
  return selectTeachers(week, rule).flatMap((teacher) => {
    const taught = taughtSlots(week, teacher);
    const isOpen = isOpenFor(week, teacher);
    const isGap = (slot: number): boolean => isOpen(slot) && !meetings[teacher]?.has(slot);
    return daysOf(week).flatMap((day) => {
      const gaps = halvesOfDay(week, day).flatMap((half) => between(half, (slot) => taught.has(slot)).filter(isGap));
      if (gaps.length <= max) return [];
      const params = { gaps: gaps.length, max };
      return [{ who: [teacherWho(week, teacher)], slots: slotIdsOf(week, gaps), deviation: gaps.length - max, params }];
    });
  });
};
