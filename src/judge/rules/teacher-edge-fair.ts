/**
 * 边缘节次公平 `teacher.edgeFair` (a set): per teacher max(0, edge − ⌈ratio × E × L ÷ (100 × all)⌉), edge and L the teacher's periods inside
 * `slots` and in all, E and all those of the set. params: edge, most.
 */
import { teacherWho } from '../names.ts';
import { selectTeachers } from '../selectors.ts';
import { slotIdsOf } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

export const judgeTeacherEdgeFair: RuleJudge = (week, rule) => {
  const inside = insideSlots(week, rule);
  const ratio = countOf(rule['ratio'], 100);
  const members = selectTeachers(week, rule).map((teacher) => {
    const periods = (week.lessonsOfTeacher[teacher] ?? []).flatMap((lesson) => lesson.slots);
    return { teacher, load: periods.length, edge: periods.filter(inside) };
  });
  const edges = sum(members.map(({ edge }) => edge.length));
  const all = sum(members.map(({ load }) => load));
  return members.flatMap(({ teacher, load, edge }) => {
    const most = all === 0 ? 0 : Math.floor((ratio * edges * load + 100 * all - 1) / (100 * all));
    if (edge.length <= most) return [];
    const params = { edge: edge.length, most };
    return [{ who: [teacherWho(week, teacher)], slots: slotIdsOf(week, edge), deviation: edge.length - most, params }];
  });
};
