/**
 * 单双周 `weeks.pair`: per homeroom, over its own sections at home in the two `courses`, lessons of odd or of even weeks for which no lesson
 * of the other course takes the same slots in the opposite weeks. params: count.
 */
import { homeroomWho, sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { slotIdsOf, type JudgedLesson } from '../week.ts';
import type { RuleJudge } from './rule-judge.ts';

const isHalf = ({ weeks, start }: JudgedLesson): boolean => weeks !== 'every' && start >= 0;

/** The other one has all slots of the first in the opposite weeks; in every week it has them there too. */
const takesTurns = (one: JudgedLesson, other: JudgedLesson): boolean =>
  one.section.courseIndex !== other.section.courseIndex &&
  other.start >= 0 &&
  other.start <= one.start &&
  other.start + other.filled.length >= one.start + one.filled.length &&
  one.weeks !== other.weeks;

export const judgeWeeksPair: RuleJudge = (week, rule) => {
  const atHome = selectSections(week, rule).filter(({ home }) => home);
  return week.model.school.homerooms.flatMap((_, homeroom) => {
    const lessons = atHome
      .filter((section) => section.homerooms.includes(homeroom))
      .flatMap((section) => section.lessons);
    const alone = lessons.filter(isHalf).filter((lesson) => !lessons.some((other) => takesTurns(lesson, other)));
    if (alone.length === 0) return [];
    const sections = [...new Set(alone.map((lesson) => lesson.section))].map((section) => sectionWho(week, section));
    return [
      {
        who: [homeroomWho(week, homeroom), ...sections],
        slots: slotIdsOf(
          week,
          alone.flatMap((lesson) => lesson.slots),
        ),
        deviation: alone.length,
        params: { count: alone.length },
      },
    ];
  });
};
