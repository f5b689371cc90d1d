/**
 * 连堂 `course.doubles`: per section and week of the cycle, doubles (lessons of two or more periods) with a period outside `slots`, doubles
 * across a long break of the grade unless `acrossLong`, and with `alternateDays` pairs of doubles on the same or on adjacent days; the week
 * does not wrap. params: outside, across, close.
 */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { dayOf, slotIdsOf, type JudgedLesson, type Week } from '../week.ts';
import { breakAfter } from './halves.ts';
import { isDouble, lessonsInWeek, slotsInWeek, weeksOf } from './occurrences.ts';
import type { RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';

function goesAcrossLong(week: Week, { section, slots, heldIn }: JudgedLesson): boolean {
  const once = slots.slice(0, slots.length / heldIn.length);
  return once.slice(0, -1).some((slot) => breakAfter(week, section.course.grade, slot) === 'long');
}

/** The lessons of all pairs that are too close to each other. */
function closePairs(week: Week, doubles: JudgedLesson[]): JudgedLesson[][] {
  return doubles.flatMap((one, i) =>
    doubles.slice(i + 1).flatMap((other) => {
      const days = Math.abs(dayOf(week, one.start) - dayOf(week, other.start));
      return days <= 1 ? [[one, other]] : [];
    }),
  );
}

export const judgeCourseDoubles: RuleJudge = (week, rule) => {
  const inside = rule['slots'] === undefined ? () => true : insideSlots(week, rule);
  return selectSections(week, rule).flatMap((section) => {
    const counted = { outside: 0, across: 0, close: 0 };
    const about: number[] = [];
    for (const inWeek of weeksOf(week)) {
      const doubles = lessonsInWeek(section, inWeek).filter(isDouble);
      const outside = doubles.filter((lesson) => !slotsInWeek(week, lesson, inWeek).every(inside));
      const across = rule['acrossLong'] === true ? [] : doubles.filter((lesson) => goesAcrossLong(week, lesson));
      const close = rule['alternateDays'] === true ? closePairs(week, doubles) : [];
      counted.outside += outside.length;
      counted.across += across.length;
      counted.close += close.length;
      for (const lesson of [...outside, ...across, ...close.flat()]) about.push(...slotsInWeek(week, lesson, inWeek));
    }
    const deviation = counted.outside + counted.across + counted.close;
    if (deviation === 0) return [];
    return [{ who: [sectionWho(week, section)], slots: slotIdsOf(week, about), deviation, params: counted }];
  });
};
