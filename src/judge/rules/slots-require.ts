/**
 * 必排 `slots.require`: per section, the periods missing to `count` (a weekly number; all of its periods, placed or not, if absent) inside
 * `slots`. params: wanted, inside (over the cycle).
 */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import type { RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';

export const judgeSlotsRequire: RuleJudge = (week, rule) => {
  const isInside = insideSlots(week, rule);
  const count = rule['count'];
  return selectSections(week, rule).flatMap((section) => {
    const wanted = typeof count === 'number' ? count * week.model.grid.weeks : section.course.periods;
    const inside = section.lessons.flatMap((lesson) => lesson.slots).filter(isInside).length;
    if (inside >= wanted) return [];
    return [{ who: [sectionWho(week, section)], slots: [], deviation: wanted - inside, params: { wanted, inside } }];
  });
};
