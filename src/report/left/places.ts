/** Where a lesson may lie by what its grade and course say, before anyone else's lessons are looked at. */
import type { FilledLesson, SchoolModel } from '../../school/model.ts';
import { lessonSlots } from '../../school/slots.ts';

export interface Place {
  /** slot of one week */
  start: number;
  weeks: 'every' | 'odd' | 'even';
  /** of the cycle */
  slots: number[];
}

type Weeks = Place['weeks'];

function weeksOf(model: SchoolModel, lesson: FilledLesson, held: Weeks | undefined): Weeks[] {
  if (held !== undefined) return [held];
  if (model.grid.weeks === 1 || lesson.weeks === 'every') return ['every'];
  return lesson.weeks === 'odd' || lesson.weeks === 'even' ? [lesson.weeks] : ['odd', 'even'];
}

/** Slot order. `held`: the weeks that it is held in already. */
export function placesOf(model: SchoolModel, grade: number, lesson: FilledLesson, held?: Weeks): Place[] {
  const { grid } = model;
  const open = model.gradeOpen[grade];
  const breaks = model.gradeBreaks[grade] ?? [];
  const places: Place[] = [];
  for (let start = 0; start < grid.slotsPerWeek; start++) {
    const period = start % grid.periodsPerDay;
    if (period + lesson.length > grid.periodsPerDay) continue;
    const within = breaks.slice(period, period + lesson.length - 1);
    if (within.includes('noon') || within.includes('end')) continue;
    for (const weeks of weeksOf(model, lesson, held)) {
      const slots = lessonSlots(grid, start, lesson.length, weeks);
      if (slots.every((slot) => open?.[slot] && (lesson.slots?.[slot] ?? 1))) places.push({ start, weeks, slots });
    }
  }
  return places;
}
