/** Periods, over the cycle of weeks, of lessons that stand nowhere in it. params: index, periods. */
import type { Unplaced } from '../../timetable/types.ts';
import type { Breach } from '../judgement.ts';
import { sectionWho } from '../names.ts';
import { periodsInCycle, type JudgedSection, type Week } from '../week.ts';

const missingLessons = ({ model }: Week, section: JudgedSection): { index: number; periods: number }[] =>
  section.course.lessons
    .filter((filled) => !section.lessons.some((lesson) => lesson.filled === filled))
    .map((filled) => ({ index: filled.index, periods: periodsInCycle(model.grid, filled) }));

/** Nothing in scope `sections`, which places no lessons. */
export const listUnplaced = (week: Week): Unplaced[] =>
  week.scope === 'sections'
    ? []
    : week.sections.flatMap((section) =>
        missingLessons(week, section).map((lesson) => ({ section: section.id, ...lesson })),
      );

export const judgeUnplaced = (week: Week): Breach[] =>
  week.scope === 'sections'
    ? []
    : week.sections.flatMap((section) =>
        missingLessons(week, section).map(({ index, periods }) => ({
          who: [sectionWho(week, section)],
          slots: [],
          deviation: periods,
          params: { index, periods },
        })),
      );
