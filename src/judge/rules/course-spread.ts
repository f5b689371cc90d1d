/**
 * 课时分散 `course.spread`: per section, days missing to `minGapDays` between successive lessons, plus lessons over `maxPerDay` on each
 * day. A double is one lesson; each week of the cycle is judged by itself, and does not wrap. params: close (days missing), crowded (lessons over).
 */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { dayOf, slotIdsOf, type JudgedLesson, type Week } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';

interface Excess {
  amount: number;
  lessons: JudgedLesson[];
}

const dayInWeek = (week: Week, lesson: JudgedLesson): number => dayOf(week, lesson.start);

function tooClose(week: Week, ordered: JudgedLesson[], minGapDays: number): Excess {
  const excess: Excess = { amount: 0, lessons: [] };
  ordered.forEach((lesson, i) => {
    const next = ordered[i + 1];
    const missing = next ? minGapDays - (dayInWeek(week, next) - dayInWeek(week, lesson)) : 0;
    if (next === undefined || missing <= 0) return;
    excess.amount += missing;
    excess.lessons.push(lesson, next);
  });
  return excess;
}

function tooMany(week: Week, ordered: JudgedLesson[], maxPerDay: number): Excess {
  const excess: Excess = { amount: 0, lessons: [] };
  for (const day of new Set(ordered.map((lesson) => dayInWeek(week, lesson)))) {
    const onDay = ordered.filter((lesson) => dayInWeek(week, lesson) === day);
    if (onDay.length <= maxPerDay) continue;
    excess.amount += onDay.length - maxPerDay;
    excess.lessons.push(...onDay);
  }
  return excess;
}

export const judgeCourseSpread: RuleJudge = (week, rule) => {
  const minGapDays = countOf(rule['minGapDays'], 0);
  const maxPerDay = countOf(rule['maxPerDay'], Number.POSITIVE_INFINITY);
  return selectSections(week, rule).flatMap((section) => {
    const excesses = [...Array(week.model.grid.weeks).keys()].map((inWeek) => {
      const ordered = section.lessons
        .filter((lesson) => lesson.start >= 0 && lesson.heldIn.includes(inWeek))
        .toSorted((a, b) => a.start - b.start);
      return { close: tooClose(week, ordered, minGapDays), crowded: tooMany(week, ordered, maxPerDay) };
    });
    const close = excesses.reduce((sum, excess) => sum + excess.close.amount, 0);
    const crowded = excesses.reduce((sum, excess) => sum + excess.crowded.amount, 0);
    if (close + crowded === 0) return [];
    const lessons = excesses.flatMap((excess) => [...excess.close.lessons, ...excess.crowded.lessons]);
    return [
      {
        who: [sectionWho(week, section)],
        slots: slotIdsOf(
          week,
          lessons.flatMap((lesson) => lesson.slots),
        ),
        deviation: close + crowded,
        params: { close, crowded },
      },
    ];
  });
};
