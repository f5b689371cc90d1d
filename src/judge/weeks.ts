/**
 * Odd and even weeks: in which a lesson has to be. All `either` lessons of a section are in one week and all `other` ones in the opposite
 * one; where a section does not keep to that, the wrong ones are the fewer (of equally many, those of the odd week count as right).
 */
import type { JudgedLesson, JudgedSection, Week } from './week.ts';

/** The periods of a section's tied lessons that would be wrong if its `either` lessons belonged to `week`. */
function wrongPeriods(section: JudgedSection, week: 'odd' | 'even'): number {
  return section.lessons.reduce((sum, { filled, weeks }) => {
    const tied = filled.weeks === 'either' || filled.weeks === 'other';
    const right = (weeks === week) === (filled.weeks === 'either') && weeks !== 'every';
    return tied && !right ? sum + filled.length : sum;
  }, 0);
}

function weekDue(lesson: JudgedLesson): JudgedLesson['weeks'] {
  const { weeks } = lesson.filled;
  if (weeks === 'every' || weeks === 'odd' || weeks === 'even') return weeks;
  const eithers = wrongPeriods(lesson.section, 'odd') <= wrongPeriods(lesson.section, 'even') ? 'odd' : 'even';
  const opposite = eithers === 'odd' ? 'even' : 'odd';
  return weeks === 'either' ? eithers : opposite;
}

/** Where there is one kind of week, none is wrong. */
export const isInWrongWeek = ({ model }: Week, lesson: JudgedLesson): boolean =>
  model.grid.weeks > 1 && lesson.weeks !== weekDue(lesson);
