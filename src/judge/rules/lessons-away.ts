/** Lessons of sections that are held elsewhere than a rule wants: one finding per section. params: count. */
import type { Breach } from '../judgement.ts';
import { sectionWho } from '../names.ts';
import { slotIdsOf, type JudgedLesson, type JudgedSection, type Week } from '../week.ts';

/** `others`: who else is concerned, and what else there is to say. */
export function lessonsAway(
  week: Week,
  lessons: Iterable<JudgedLesson>,
  isAway: (lesson: JudgedLesson) => boolean,
  others: (section: JudgedSection, away: JudgedLesson[]) => Pick<Breach, 'who' | 'params'>,
): Breach[] {
  const away = new Map<JudgedSection, JudgedLesson[]>();
  for (const lesson of lessons) {
    if (isAway(lesson)) away.set(lesson.section, [...(away.get(lesson.section) ?? []), lesson]);
  }
  return [...away].map(([section, own]) => {
    const { who, params } = others(section, own);
    return {
      who: [sectionWho(week, section), ...who],
      slots: slotIdsOf(
        week,
        own.flatMap((lesson) => lesson.slots),
      ),
      deviation: own.length,
      params: { count: own.length, ...params },
    };
  });
}
