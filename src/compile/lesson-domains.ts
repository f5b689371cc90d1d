/** The week's slots as the engine sees them, and where a lesson may start. */
import { HALF, makeCsr, type Problem } from '../../solver/index.ts';
import type { FilledLesson, SchoolModel } from '../school/model.ts';
import type { CompiledSection } from './sections.ts';

export function slotTable(model: SchoolModel): Problem['slots'] {
  const { grid } = model;
  const period = (slot: number): number => slot % grid.periodsPerDay;
  const slots = Array.from({ length: grid.slotCount }, (_, slot) => slot);
  return {
    count: grid.slotCount,
    weeks: 1,
    perWeek: grid.slotCount,
    days: grid.days,
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

/** Start slots of a lesson: open for the grade all along, no noon or day's end inside, within `allowed`. */
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
  for (let slot = 0; slot < grid.slotCount; slot++) {
    const period = slot % grid.periodsPerDay;
    let good = period + lesson.length <= grid.periodsPerDay;
    for (let k = 0; good && k < lesson.length; k++) {
      good =
        fits(slot + k) && (k + 1 === lesson.length || runsOn(breaks?.[period + k], period + k, grid.periodsPerDay));
    }
    domain[slot] = good ? 1 : 0;
  }
  return domain;
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
