/**
 * 不排同一天 `course.notSameDay`: per pair of the selected sections of two courses that share a student, days of the cycle with both.
 * params: days.
 */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { dayOf, slotIdsOf, type JudgedSection } from '../week.ts';
import { takenBy } from './occurrences.ts';
import type { RuleJudge } from './rule-judge.ts';
import { sharingPairs } from './sharing.ts';

export const judgeCourseNotSameDay: RuleJudge = (week, rule) =>
  sharingPairs(week, selectSections(week, rule)).flatMap((pair) => {
    const daysOfSection = (section: JudgedSection): Set<number> =>
      new Set([...takenBy(section)].map((slot) => dayOf(week, slot)));
    const [days, others] = pair.map(daysOfSection);
    const shared = [...(days ?? [])].filter((day) => others?.has(day));
    if (shared.length === 0) return [];
    const slots = pair.flatMap((section) => [...takenBy(section)]).filter((slot) => shared.includes(dayOf(week, slot)));
    const who = pair.map((section) => sectionWho(week, section));
    return [{ who, slots: slotIdsOf(week, slots), deviation: shared.length, params: { days: shared.length } }];
  });
