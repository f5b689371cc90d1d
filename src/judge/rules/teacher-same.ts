/**
 * 同一教师 `teacher.same`: 1 per homeroom of which no teacher has all the selected sections at home in `courses`; a section without any
 * teacher is not looked at. params: none.
 */
import { homeroomWho, sectionWho, teacherWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import type { RuleJudge } from './rule-judge.ts';

export const judgeTeacherSame: RuleJudge = (week, rule) => {
  const atHome = selectSections(week, rule).filter(({ home, teachers }) => home && teachers.length > 0);
  return week.model.school.homerooms.flatMap((_, homeroom) => {
    const sections = atHome.filter((section) => section.homerooms.includes(homeroom));
    const everywhere = sections[0]?.teachers.filter((one) => sections.every(({ teachers }) => teachers.includes(one)));
    if (everywhere === undefined || everywhere.length > 0) return [];
    const teachers = [...new Set(sections.flatMap((section) => section.teachers))];
    const who = [
      homeroomWho(week, homeroom),
      ...sections.map((section) => sectionWho(week, section)),
      ...teachers.map((teacher) => teacherWho(week, teacher)),
    ];
    return [{ who, slots: [], deviation: 1, params: {} }];
  });
};
