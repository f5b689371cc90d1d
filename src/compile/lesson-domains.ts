/** The week's slots as the engine sees them, and where a lesson may start. */
import { HALF, makeCsr, type Problem } from '../../solver/index.ts';
import type { FilledLesson, SchoolModel } from '../school/model.ts';
import type { WeekChoice } from '../school/types.ts';
import type { CompiledSection } from './sections.ts';

export function slotTable(model: SchoolModel): Problem['slots'] {
  const { grid } = model;
  const period = (slot: number): number => slot % grid.periodsPerDay;
  const slots = Array.from({ length: grid.slotCount }, (_, slot) => slot);
  return {
    count: grid.slotCount,
    weeks: grid.weeks,
    perWeek: grid.slotsPerWeek,
    days: grid.weeks * grid.days,
    daysPerWeek: grid.days,
    slotsPerDay: grid.periodsPerDay,
    day: Int32Array.from(slots, (slot) => Math.floor(slot / grid.periodsPerDay)),
    half: Uint8Array.from(slots, (slot) => {
      const part = grid.parts[period(slot)];
      return part === 'afternoon' ? HALF.pm : part === 'evening' ? HALF.evening : HALF.am;
    }),
    runsOn: Uint8Array.from(slots, (slot) =>
      runsOn(grid.breaks[period(slot)], period(slot), grid.periodsPerDay) ? 1 : 0,
    ),
  };
}

/** Whether a lesson may go on into the next period of the day. */
const runsOn = (breakAfter: string | undefined, period: number, periodsPerDay: number): boolean =>
  period + 1 < periodsPerDay && breakAfter !== 'noon' && breakAfter !== 'end';

/** In which weeks (0-based) a lesson of this kind may start; an every-week lesson starts in the first and repeats. */
function startWeeks(weeks: WeekChoice, count: number): number[] {
  if (count === 1 || weeks === 'every' || weeks === 'odd') return [0];
  return weeks === 'even' ? [1] : [0, 1];
}

/** Start slots of a lesson: open for the grade all along, no noon or day's end inside, in every week it is held. */
export function startDomain(
  model: SchoolModel,
  section: CompiledSection,
  lesson: FilledLesson,
  lineSlots: Uint8Array | null,
): Uint8Array {
  const { grid } = model;
  const grade = model.courses[section.course]?.grade ?? -1;
  const open = model.gradeOpen[grade];
  const breaks = model.gradeBreaks[grade];
  const fits = (slot: number): boolean =>
    open?.[slot] === 1 && (!lesson.slots || lesson.slots[slot] === 1) && (!lineSlots || lineSlots[slot] === 1);
  const domain = new Uint8Array(grid.slotCount);
  const held = lesson.weeks === 'every' ? grid.weeks : 1;
  const startsWell = (slot: number): boolean => {
    const period = slot % grid.periodsPerDay;
    if (period + lesson.length > grid.periodsPerDay) return false;
    for (let k = 0; k < lesson.length; k++) {
      if (k + 1 < lesson.length && !runsOn(breaks?.[period + k], period + k, grid.periodsPerDay)) return false;
      for (let week = 0; week < held; week++) if (!fits(slot + k + week * grid.slotsPerWeek)) return false;
    }
    return true;
  };
  for (const week of startWeeks(lesson.weeks, grid.weeks)) {
    for (let slot = week * grid.slotsPerWeek; slot < (week + 1) * grid.slotsPerWeek; slot++) {
      domain[slot] = startsWell(slot) ? 1 : 0;
    }
  }
  return domain;
}

/** Lessons held in the week of the section's choice (1) and in the other (−1), where they must agree; 0: free. */
export function lessonParity(lessons: FilledLesson[]): number[] {
  const tied = lessons.filter(({ weeks }) => weeks === 'either' || weeks === 'other').length > 1;
  return lessons.map(({ weeks }) => (!tied ? 0 : weeks === 'either' ? 1 : weeks === 'other' ? -1 : 0));
}

/** Rows of equal masks kept once. */
export function makeDomains(slotCount: number) {
  const rows: Uint8Array[] = [];
  const rowOf = new Map<string, number>();
  return {
    row(mask: Uint8Array): number {
      const key = mask.join('');
      const known = rowOf.get(key);
      if (known !== undefined) return known;
      rowOf.set(key, rows.length);
      return rows.push(mask) - 1;
    },
    build(): Pick<Problem['lessons'], 'domains' | 'starts'> {
      const domains = new Uint8Array(rows.length * slotCount);
      rows.forEach((row, index) => domains.set(row, index * slotCount));
      return { domains, starts: makeCsr(rows.map((row) => [...row.keys()].filter((slot) => row[slot] === 1))) };
    },
  };
}
