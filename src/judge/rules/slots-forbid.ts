/** 禁排 `slots.forbid`: periods of the selected lessons inside `slots`; one finding per section. params: count. */
import { sectionWho } from '../names.ts';
import { selectLessons } from '../selectors.ts';
import { slotIdsOf, type JudgedSection } from '../week.ts';
import type { RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';

export const judgeSlotsForbid: RuleJudge = (week, rule) => {
  const inside = insideSlots(week, rule);
  const bySection = new Map<JudgedSection, number[]>();
  for (const lesson of selectLessons(week, rule)) {
    const slots = lesson.slots.filter(inside);
    if (slots.length > 0) bySection.set(lesson.section, [...(bySection.get(lesson.section) ?? []), ...slots]);
  }
  return [...bySection].map(([section, slots]) => ({
    who: [sectionWho(week, section)],
    slots: slotIdsOf(week, slots),
    deviation: slots.length,
    params: { count: slots.length },
  }));
};
