/** N 日内上完 `lessons.finishBy`: periods of the selected lessons on days after `day`; one finding per section. params: count, day. */
import { sectionWho } from '../names.ts';
import { selectLessons } from '../selectors.ts';
import { dayOf, slotIdsOf, type JudgedSection } from '../week.ts';
import type { RuleJudge } from './rule-judge.ts';

export const judgeLessonsFinishBy: RuleJudge = (week, rule) => {
  const { grid } = week.model;
  const day = String(rule['day']);
  const last = grid.dayIds.indexOf(day);
  const late = new Map<JudgedSection, number[]>();
  for (const { section, slots } of selectLessons(week, rule)) {
    const after = slots.filter((slot) => dayOf(week, slot) % grid.days > last);
    if (after.length > 0) late.set(section, [...(late.get(section) ?? []), ...after]);
  }
  return [...late].map(([section, slots]) => ({
    who: [sectionWho(week, section)],
    slots: slotIdsOf(week, slots),
    deviation: slots.length,
    params: { count: slots.length, day },
  }));
};
