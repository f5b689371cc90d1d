/**
 * 学生空堂 `student.gaps`: per student and half day, free periods (open slots of the grade without a lesson) between the first and the last
 * lesson of the half, over `max`. One finding per student. params: gaps (the most of a half day), max.
 */
import { studentWho } from '../names.ts';
import { slotIdsOf } from '../week.ts';
import { between, halvesOfDay } from './halves.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { lessonsBySlot, selectStudents } from './students.ts';
import { daysOf } from './teacher-days.ts';

export const judgeStudentGaps: RuleJudge = (week, rule) => {
  const max = countOf(rule['max'], Number.POSITIVE_INFINITY);
  return selectStudents(week, rule).flatMap((student) => {
    const lessons = lessonsBySlot(week, student);
    const open = week.model.gradeOpen[week.model.studentGrade[student] ?? -1];
    const halves = daysOf(week).flatMap((day) => halvesOfDay(week, day));
    const gaps = halves
      .map((half) => between(half, (slot) => lessons[slot] !== undefined).filter((slot) => open?.[slot] === 1))
      .filter(({ length }) => length > max);
    if (gaps.length === 0) return [];
    const deviation = gaps.reduce((sum, { length }) => sum + length - max, 0);
    const params = { gaps: Math.max(...gaps.map(({ length }) => length)), max };
    return [{ who: [studentWho(week, student)], slots: slotIdsOf(week, gaps.flat()), deviation, params }];
  });
};
