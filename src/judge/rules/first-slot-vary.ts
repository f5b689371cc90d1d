/**
 * 各班首节不重复 `firstSlot.vary`: per homeroom and week of the cycle, Σ over courses max(0, days it is first − 1). A course is first on a day
 * if a selected section at home of the homeroom has a lesson in the first slot of the day that is open for the grade and not part early.
 * One finding per homeroom and course. params: days (the most of a week).
 */
import { courseWho, homeroomWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { slotIdsOf, type Week } from '../week.ts';
import { takenBy, weeksOf } from './occurrences.ts';
import type { RuleJudge } from './rule-judge.ts';
import { slotsOfDay } from './teacher-days.ts';

/** The first slots of a week's days, for a grade. */
function firstSlots(week: Week, grade: number, inWeek: number): number[] {
  const { grid, gradeOpen } = week.model;
  const counts = (slot: number): boolean =>
    gradeOpen[grade]?.[slot] === 1 && grid.parts[slot % grid.periodsPerDay] !== 'early';
  return Array.from({ length: grid.days }, (_, day) => slotsOfDay(week, inWeek * grid.days + day).find(counts)).flatMap(
    (slot) => slot ?? [],
  );
}

export const judgeFirstSlotVary: RuleJudge = (week, rule) => {
  const atHome = selectSections(week, rule).filter(({ home }) => home);
  return week.model.school.homerooms.flatMap((_, homeroom) => {
    const sections = atHome.filter((section) => section.homerooms.includes(homeroom));
    const courses = [...new Set(sections.map(({ courseIndex }) => courseIndex))];
    return courses.flatMap((courseIndex) => {
      const own = sections.filter((section) => section.courseIndex === courseIndex);
      const taken = new Set(own.flatMap((section) => [...takenBy(section)]));
      const first = weeksOf(week).map((inWeek) =>
        firstSlots(week, own[0]?.course.grade ?? -1, inWeek).filter((slot) => taken.has(slot)),
      );
      const deviation = first.reduce((sum, days) => sum + Math.max(0, days.length - 1), 0);
      if (deviation === 0) return [];
      const days = Math.max(...first.map(({ length }) => length));
      const who = [homeroomWho(week, homeroom), courseWho(week, courseIndex)];
      return [{ who, slots: slotIdsOf(week, first.flat()), deviation, params: { days } }];
    });
  });
};
