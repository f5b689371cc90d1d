/**
 * 课程不相邻 `course.notAdjacent`: per pair of the selected sections of two courses that share a student, and week of the cycle, pairs of
 * lessons of which one begins in the period after the other ends, without a noon or end break between (by the grade of the earlier one).
 * `ordered`: only where the course of the earlier lesson stands earlier in `courses`. params: count.
 */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { slotIdsOf, type JudgedLesson, type Week } from '../week.ts';
import { isFollowed } from './halves.ts';
import { lessonsInWeek, slotsInWeek, weeksOf } from './occurrences.ts';
import type { RuleJudge } from './rule-judge.ts';
import { sharingPairs } from './sharing.ts';

function isDirectlyBefore(week: Week, one: JudgedLesson, other: JudgedLesson): boolean {
  const last = one.start + one.filled.length - 1;
  return last + 1 === other.start && isFollowed(week, one.section.course.grade, last);
}

export const judgeCourseNotAdjacent: RuleJudge = (week, rule) => {
  const placeOf = (lesson: JudgedLesson): number => (rule.courses ?? []).indexOf(lesson.section.course.id);
  const counts = (one: JudgedLesson, other: JudgedLesson): boolean =>
    isDirectlyBefore(week, one, other) && (rule['ordered'] !== true || placeOf(one) < placeOf(other));
  return sharingPairs(week, selectSections(week, rule)).flatMap(([a, b]) => {
    const found = weeksOf(week).flatMap((inWeek) =>
      lessonsInWeek(a, inWeek).flatMap((one) =>
        lessonsInWeek(b, inWeek)
          .filter((other) => counts(one, other) || counts(other, one))
          .map((other) => [...slotsInWeek(week, one, inWeek), ...slotsInWeek(week, other, inWeek)]),
      ),
    );
    if (found.length === 0) return [];
    const who = [sectionWho(week, a), sectionWho(week, b)];
    return [{ who, slots: slotIdsOf(week, found.flat()), deviation: found.length, params: { count: found.length } }];
  });
};
