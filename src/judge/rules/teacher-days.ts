import { dayOf, type Week } from '../week.ts';

/** The slots a teacher teaches in, each once. */
export const taughtSlots = (week: Week, teacher: number): Set<number> =>
  new Set((week.lessonsOfTeacher[teacher] ?? []).flatMap((lesson) => lesson.slots));

/** Slot indexes of a day, in order. */
export const slotsOfDay = ({ model: { grid } }: Week, day: number): number[] =>
  Array.from({ length: grid.periodsPerDay }, (_, period) => day * grid.periodsPerDay + period);

/** Days of the cycle of weeks. */
export const daysOf = ({ model: { grid } }: Week): number[] => [...Array(grid.days * grid.weeks).keys()];

/** The periods a teacher has on a day: two lessons at once are two. */
export const periodsOfDay = (week: Week, teacher: number, day: number): number[] =>
  (week.lessonsOfTeacher[teacher] ?? []).flatMap((lesson) => lesson.slots).filter((slot) => dayOf(week, slot) === day);
