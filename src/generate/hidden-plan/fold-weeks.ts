/**
 * The school as the hidden plan sees it: one week, in which a slot is open to a lesson if it is open in every week that the lesson is
 * held. Lessons of opposite weeks share a slot as a block (see blocks.ts); periods are per week, so that 1.5 is possible.
 */
import type { SchoolModel } from '../../school/model.ts';

export function foldWeeks(model: SchoolModel): SchoolModel {
  const { grid } = model;
  if (grid.weeks === 1) return model;
  const { slotsPerWeek } = grid;
  const fold = (mask: Uint8Array, holds: (bits: number[]) => boolean): Uint8Array =>
    Uint8Array.from({ length: slotsPerWeek }, (_, slot) =>
      holds(Array.from({ length: grid.weeks }, (__, week) => mask[week * slotsPerWeek + slot] ?? 0)) ? 1 : 0,
    );
  const some = (bits: number[]): boolean => bits.includes(1);
  return {
    ...model,
    grid: {
      ...grid,
      weekIds: [],
      weeks: 1,
      slotCount: slotsPerWeek,
      slotIds: grid.slotIds.slice(0, slotsPerWeek),
    },
    gradeOpen: model.gradeOpen.map((open) => fold(open, some)),
    teacherUnavailable: model.teacherUnavailable.map((shut) => fold(shut, some)),
    roomUnavailable: model.roomUnavailable.map((shut) => fold(shut, some)),
    courses: model.courses.map((course) => {
      const open = model.gradeOpen[course.grade] ?? new Uint8Array(0);
      return {
        ...course,
        periods: course.periods / grid.weeks,
        lessons: course.lessons.map((lesson) => {
          const mask = open.map((bit, slot) => (bit && (lesson.slots?.[slot] ?? 1) ? 1 : 0));
          const week = lesson.weeks === 'odd' ? 0 : lesson.weeks === 'even' ? 1 : -1;
          return { ...lesson, slots: fold(mask, (bits) => (week < 0 ? !bits.includes(0) : bits[week] === 1)) };
        }),
      };
    }),
  };
}
