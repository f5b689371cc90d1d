/**
 * 同时开课 `sections.sameSlot`: the selected sections of one pool (the same homerooms of a grade, whatever the course), and those at home
 * of one grade, are a set each. Per set of n sections: slots that each takes, summed, − n × the slots common to all. params: sections,
 * common.
 */
import { gradeWho, sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { slotIdsOf, type JudgedSection, type Week } from '../week.ts';
import { takenBy } from './occurrences.ts';
import type { RuleJudge } from './rule-judge.ts';

/** Levels of a subject share a pool, though each course has pools of its own. */
function poolName({ model }: Week, { courseIndex, course, home, pool }: JudgedSection): string {
  if (home) return `${course.grade} home`;
  const grouping = model.school.courses[courseIndex]?.grouping;
  const homerooms = Array.isArray(grouping) ? (grouping[pool] ?? []) : [];
  return JSON.stringify([course.grade, homerooms.toSorted()]);
}

export const judgeSectionsSameSlot: RuleJudge = (week, rule) => {
  const pools = new Map<string, JudgedSection[]>();
  for (const section of selectSections(week, rule)) {
    const name = poolName(week, section);
    pools.set(name, [...(pools.get(name) ?? []), section]);
  }
  return [...pools.values()].flatMap((sections) => {
    const taken = sections.map(takenBy);
    const common = [...(taken[0] ?? [])].filter((slot) => taken.every((slots) => slots.has(slot)));
    const deviation = taken.reduce((sum, { size }) => sum + size, 0) - sections.length * common.length;
    if (deviation === 0) return [];
    const apart = taken.flatMap((slots) => [...slots]).filter((slot) => !common.includes(slot));
    const who = [
      gradeWho(week, sections[0]?.course.grade ?? -1),
      ...sections.map((section) => sectionWho(week, section)),
    ];
    const params = { sections: sections.length, common: common.length };
    return [{ who, slots: slotIdsOf(week, apart), deviation, params }];
  });
};
