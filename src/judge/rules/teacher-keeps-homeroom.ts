/**
 * 班主任任本班 `teacher.keepsHomeroom`: 1 per homeroom whose head teacher has none of the selected sections at home of the homeroom. Courses
 * that are the head teacher's anyway do not count, and a homeroom without a selected section is not looked at; nor does `teachers` select
 * sections here, but head teachers. params: none.
 */
import { homeroomWho, teacherWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import type { RuleJudge } from './rule-judge.ts';

export const judgeTeacherKeepsHomeroom: RuleJudge = (week, rule) => {
  const { teachers, ...places } = rule;
  const atHome = selectSections(week, places).filter(({ home, course }) => home && course.teachers !== 'head');
  return week.model.school.homerooms.flatMap(({ id, headTeacher }, homeroom) => {
    const sections = atHome.filter((section) => section.homerooms.includes(homeroom));
    const head = week.model.teacherOf.get(headTeacher ?? '');
    if (head === undefined || sections.length === 0) return [];
    if (rule.homerooms?.includes(id) === false || teachers?.includes(headTeacher ?? '') === false) return [];
    if (sections.some((section) => section.teachers.includes(head))) return [];
    return [{ who: [homeroomWho(week, homeroom), teacherWho(week, head)], slots: [], deviation: 1, params: {} }];
  });
};
