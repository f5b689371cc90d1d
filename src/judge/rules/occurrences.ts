/** Lessons as they take place in one week of the cycle, in order of time. */
import type { JudgedLesson, JudgedSection, Week } from '../week.ts';

export const weeksOf = ({ model: { grid } }: Week): number[] => [...Array(grid.weeks).keys()];

/** Placed lessons only. */
export const lessonsInWeek = (section: JudgedSection, inWeek: number): JudgedLesson[] =>
  section.lessons
    .filter((lesson) => lesson.start >= 0 && lesson.heldIn.includes(inWeek))
    .toSorted((a, b) => a.start - b.start);

export const isDouble = (lesson: JudgedLesson): boolean => lesson.filled.length >= 2;

/** The slots of the cycle that a lesson takes in one week. */
export function slotsInWeek({ model: { grid } }: Week, lesson: JudgedLesson, inWeek: number): number[] {
  const first = inWeek * grid.slotsPerWeek;
  return lesson.slots.filter((slot) => slot >= first && slot < first + grid.slotsPerWeek);
}

/** The slots that a section takes, each once. */
export const takenBy = (section: JudgedSection): Set<number> =>
  new Set(section.lessons.flatMap((lesson) => lesson.slots));
