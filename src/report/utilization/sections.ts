/** Section sizes of each course: 班额 against min, target, max, 大班额 and small-class caps. */
import type { CourseSizes } from '../../timetable/types.ts';
import type { Week } from '../week.ts';

/** 大班额 from here on. */
export const OVERSIZED_FROM = 56;

/** The tightest small-class cap among the rooms that a section uses; Infinity where none has one. */
export function smallClassCap(week: Week, section: number): number {
  const { rooms } = week.model.school;
  const kept = week.timetable.sections[section]?.room;
  const used = new Set((week.lessons[section] ?? []).map((lesson) => lesson.room));
  if (kept !== undefined) used.add(week.model.roomOf.get(kept) ?? -1);
  return [...used].reduce((cap, room) => Math.min(cap, rooms[room]?.maxSize ?? Infinity), Infinity);
}

/** Courses without a section are left out. */
export function courseSizes(week: Week): CourseSizes[] {
  const { model } = week;
  const sectionsOf: number[][] = model.courses.map(() => []);
  week.course.forEach((course, section) => sectionsOf[course]?.push(section));
  return model.courses.flatMap((course, c) => {
    const sections = sectionsOf[c] ?? [];
    if (sections.length === 0) return [];
    const size = (section: number): number => week.size[section] ?? 0;
    const counts = new Map<number, number>();
    for (const section of sections) counts.set(size(section), (counts.get(size(section)) ?? 0) + 1);
    const histogram = [...counts].sort(([a], [b]) => a - b);
    const { min, target, max } = course.size;
    const over = (limit: (section: number) => number): number =>
      sections.filter((section) => size(section) > limit(section)).length;
    return [
      {
        course: course.id,
        sections: sections.length,
        students: sections.reduce((sum, section) => sum + size(section), 0),
        smallest: histogram[0]?.[0] ?? 0,
        largest: histogram.at(-1)?.[0] ?? 0,
        ...(min > 0 ? { min } : {}),
        target,
        max,
        histogram,
        overMax: over(() => max),
        oversized: over(() => OVERSIZED_FROM - 1),
        overSmallClassCap: over((section) => smallClassCap(week, section)),
      },
    ];
  });
}
