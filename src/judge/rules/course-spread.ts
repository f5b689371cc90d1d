/**
 * 课时分散 `course.spread`: per section, days missing to `minGapDays` between successive lessons, plus lessons over `maxPerDay` on each
 * day. A double is one lesson; days are numbered in the calendar, and the week does not wrap. params: close (days missing), crowded (lessons over).
 */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { slotIdsOf, type JudgedLesson } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';

interface Excess {
  amount: number;
  lessons: JudgedLesson[];
}

function tooClose(ordered: JudgedLesson[], minGapDays: number): Excess {
  const excess: Excess = { amount: 0, lessons: [] };
  ordered.forEach((lesson, i) => {
    const next = ordered[i + 1];
    const missing = next ? minGapDays - (next.day - lesson.day) : 0;
    if (next === undefined || missing <= 0) return;
    excess.amount += missing;
    excess.lessons.push(lesson, next);
  });
  return excess;
}

function tooMany(ordered: JudgedLesson[], maxPerDay: number): Excess {
  const excess: Excess = { amount: 0, lessons: [] };
  for (const day of new Set(ordered.map((lesson) => lesson.day))) {
    const onDay = ordered.filter((lesson) => lesson.day === day);
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
    const ordered = section.lessons.filter((lesson) => lesson.start >= 0).toSorted((a, b) => a.start - b.start);
    const close = tooClose(ordered, minGapDays);
    const crowded = tooMany(ordered, maxPerDay);
    if (close.amount + crowded.amount === 0) return [];
    const slots = [...close.lessons, ...crowded.lessons].flatMap((lesson) => lesson.slots);
    return [
      {
        who: [sectionWho(week, section)],
        slots: slotIdsOf(week, slots),
        deviation: close.amount + crowded.amount,
        params: { close: close.amount, crowded: crowded.amount },
      },
    ];
  });
};
