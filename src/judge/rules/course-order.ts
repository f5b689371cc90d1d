/**
 * 先后 `course.order`: per section of `first` and section of `then` that are selected and share a student, and week of the cycle, lessons
 * of `then` that begin before the first lesson of `first` in that week; a week without one asks for nothing. params: count.
 */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { slotIdsOf } from '../week.ts';
import { lessonsInWeek, slotsInWeek, weeksOf } from './occurrences.ts';
import type { RuleJudge } from './rule-judge.ts';
import { sharingPairs } from './sharing.ts';

export const judgeCourseOrder: RuleJudge = (week, rule) => {
  const [first, then] = [rule['first'], rule['then']];
  const either = selectSections(week, rule).filter(({ course }) => course.id === first || course.id === then);
  return sharingPairs(week, either).flatMap(([a, b]) => {
    const [leads, follows] = a.course.id === first ? [a, b] : [b, a];
    const early = weeksOf(week).flatMap((inWeek) => {
      const begins = lessonsInWeek(leads, inWeek)[0]?.start ?? -1;
      const before = lessonsInWeek(follows, inWeek).filter(({ start }) => start < begins);
      return before.map((lesson) => slotsInWeek(week, lesson, inWeek));
    });
    if (early.length === 0) return [];
    const who = [sectionWho(week, follows), sectionWho(week, leads)];
    return [{ who, slots: slotIdsOf(week, early.flat()), deviation: early.length, params: { count: early.length } }];
  });
};
