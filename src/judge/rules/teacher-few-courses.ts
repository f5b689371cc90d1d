/**
 * 少跨头 `teacher.fewCourses`: per teacher, different courses of the sections (s)he has over `max`. 不跨层次 `teacher.oneLevel`: per teacher
 * and subject, different levels beyond one; the levels that one course lists are one, a course without any does not count.
 * params: count, max; of levels count, subject.
 */
import { courseWho, teacherWho } from '../names.ts';
import { sectionsOfTeacher, selectAssigned } from '../selectors.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';

const inOrder = (indexes: number[]): number[] => [...new Set(indexes)].toSorted((a, b) => a - b);

export const judgeTeacherFewCourses: RuleJudge = (week, rule) => {
  const max = countOf(rule['max'], Number.POSITIVE_INFINITY);
  return selectAssigned(week, rule).flatMap((teacher) => {
    const courses = inOrder(sectionsOfTeacher(week, teacher).map(({ courseIndex }) => courseIndex));
    if (courses.length <= max) return [];
    const who = [teacherWho(week, teacher), ...courses.map((course) => courseWho(week, course))];
    return [{ who, slots: [], deviation: courses.length - max, params: { count: courses.length, max } }];
  });
};

export const judgeTeacherOneLevel: RuleJudge = (week, rule) => {
  const levelOf = (course: number): string | undefined => {
    const level = week.model.school.courses[course]?.level;
    return level === undefined ? undefined : JSON.stringify([level].flat().toSorted());
  };
  return selectAssigned(week, rule).flatMap((teacher) => {
    const courses = inOrder(sectionsOfTeacher(week, teacher).map(({ courseIndex }) => courseIndex));
    const levelled = courses.filter((course) => levelOf(course) !== undefined);
    const subjects = inOrder(levelled.map((course) => week.model.courses[course]?.subject ?? -1));
    return subjects.flatMap((subject) => {
      const own = levelled.filter((course) => week.model.courses[course]?.subject === subject);
      const count = new Set(own.map(levelOf)).size;
      if (count <= 1) return [];
      const who = [teacherWho(week, teacher), ...own.map((course) => courseWho(week, course))];
      const params = { count, subject: week.model.school.subjects[subject]?.id ?? '' };
      return [{ who, slots: [], deviation: count - 1, params }];
    });
  });
};
