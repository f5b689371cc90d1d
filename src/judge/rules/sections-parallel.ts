/**
 * 不同时开课 `sections.notSameSlot` and 同时开课限制、场地容量 `sections.maxParallel` (sets): per slot of the cycle (inside `slots` where
 * stated), selected sections with a lesson then, over one or over `max`. `teachers` and `rooms` select the lessons. One finding per slot.
 * params: count, max.
 */
import type { Rule } from '../../school/types.ts';
import type { Breach } from '../judgement.ts';
import { sectionWho } from '../names.ts';
import { selectLessons } from '../selectors.ts';
import { slotIdsOf, type JudgedSection, type Week } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';

function overParallel(week: Week, rule: Rule, max: number, counts: (slot: number) => boolean): Breach[] {
  const bySlot = new Map<number, Set<JudgedSection>>();
  for (const lesson of selectLessons(week, rule)) {
    for (const slot of lesson.slots.filter(counts)) {
      const there = bySlot.get(slot) ?? new Set();
      bySlot.set(slot, there.add(lesson.section));
    }
  }
  return [...bySlot]
    .filter(([, sections]) => sections.size > max)
    .toSorted(([a], [b]) => a - b)
    .map(([slot, sections]) => ({
      who: [...sections].map((section) => sectionWho(week, section)),
      slots: slotIdsOf(week, [slot]),
      deviation: sections.size - max,
      params: { count: sections.size, max },
    }));
}

export const judgeSectionsNotSameSlot: RuleJudge = (week, rule) => overParallel(week, rule, 1, () => true);

export const judgeSectionsMaxParallel: RuleJudge = (week, rule) => {
  const counts = rule['slots'] === undefined ? () => true : insideSlots(week, rule);
  return overParallel(week, rule, countOf(rule['max'], Number.POSITIVE_INFINITY), counts);
};
