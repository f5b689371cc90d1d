import type { SchoolModel } from '../../school/model.ts';
import { selectSections, type LowerRule } from '../context.ts';

/** The first slot of each day of the week that is open for the grade and not early. */
function firstSlots({ grid, gradeOpen }: SchoolModel, grade: number, week: number): Uint8Array {
  const mask = new Uint8Array(grid.slotCount);
  for (let day = 0; day < grid.days; day++) {
    const from = week * grid.slotsPerWeek + day * grid.periodsPerDay;
    for (let period = 0; period < grid.periodsPerDay; period++) {
      if (grid.parts[period] === 'early' || gradeOpen[grade]?.[from + period] !== 1) continue;
      mask[from + period] = 1;
      break;
    }
  }
  return mask;
}

/** 各班首节不重复: per homeroom, week and course, days on which it is first, over one. */
export const lowerFirstSlotVary: LowerRule = (filled, rule, context) => {
  const { monitors, model, sections } = context;
  const byCourse = new Map<string, number[]>();
  for (const event of selectSections(filled, context)) {
    const section = sections[event];
    if (!section || section.homeroom < 0) continue;
    const key = `${section.homeroom} ${section.course}`;
    byCourse.set(key, [...(byCourse.get(key) ?? []), event]);
  }
  for (const events of byCourse.values()) {
    const grade = model.courses[sections[events[0] ?? -1]?.course ?? -1]?.grade ?? -1;
    for (let week = 0; week < model.grid.weeks; week++) {
      const set = monitors.slotSet(firstSlots(model, grade, week));
      monitors.eventCount(
        { rule, least: 0, most: 1, whole: 1 },
        events.map((event) => ({ event, set })),
      );
    }
  }
};
