/**
 * 课时均衡 `teacher.loadFair` (a set): per teacher max(0, |load − target| − tolerance), target `load.target`, without one the mean load of
 * the set, rounded down to a period; part loads in hundredths, the deviation rounded up. Target and tolerance are weekly numbers.
 * params: load, target (periods over the cycle, load rounded up).
 */
import { teacherWho } from '../names.ts';
import { selectAssigned } from '../selectors.ts';
import { loadsOf, PERIOD } from '../structural/load.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';

export const judgeTeacherLoadFair: RuleJudge = (week, rule) => {
  const { weeks } = week.model.grid;
  const tolerance = countOf(rule['tolerance'], 0) * weeks;
  const loads = loadsOf(week);
  const members = selectAssigned(week, rule);
  const total = members.reduce((sum, teacher) => sum + (loads[teacher] ?? 0), 0);
  const mean = members.length === 0 ? 0 : Math.floor(total / (members.length * PERIOD));
  return members.flatMap((teacher) => {
    const stated = week.model.school.teachers[teacher]?.load.target;
    const target = stated === undefined ? mean : stated * weeks;
    const load = loads[teacher] ?? 0;
    const deviation = Math.ceil((Math.abs(load - target * PERIOD) - tolerance * PERIOD) / PERIOD);
    if (deviation <= 0) return [];
    const params = { load: Math.ceil(load / PERIOD), target };
    return [{ who: [teacherWho(week, teacher)], slots: [], deviation, params }];
  });
};
