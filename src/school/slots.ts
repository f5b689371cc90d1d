/** Slots (课位) of a calendar and the patterns that name sets of them: `days.periods`, each part `*` or ids joined by `|`. */
import type { ReportFault } from './fault.ts';
import { suggestion } from './nearest.ts';
import type { Break, Calendar, Part, SlotSet } from './types.ts';

export interface SlotGrid {
  dayIds: string[];
  periodIds: string[];
  parts: Part[];
  /** the break after each period of the day, by the calendar */
  breaks: Break[];
  days: number;
  periodsPerDay: number;
  /** days × periodsPerDay; slot = day × periodsPerDay + period */
  slotCount: number;
  /** `"mon.3"` by slot */
  slotIds: string[];
  slotById: Map<string, number>;
}

export function makeSlotGrid(calendar: Calendar): SlotGrid {
  const dayIds = calendar.days.map((day) => day.id);
  const periodIds = calendar.periods.map((period) => period.id);
  const slotIds = dayIds.flatMap((day) => periodIds.map((period) => `${day}.${period}`));
  return {
    dayIds,
    periodIds,
    parts: calendar.periods.map((period) => period.part),
    breaks: calendar.periods.map((period) => period.breakAfter ?? 'short'),
    days: dayIds.length,
    periodsPerDay: periodIds.length,
    slotCount: slotIds.length,
    slotIds,
    slotById: new Map(slotIds.map((id, slot) => [id, slot])),
  };
}

/** Reads one part of a pattern into indexes; unknown ids are reported at `path`. */
function readPart(part: string, ids: string[], kind: 'day' | 'period', path: string, report: ReportFault): number[] {
  if (part === '*') return ids.map((_, index) => index);
  return part.split('|').flatMap((id) => {
    const index = ids.indexOf(id);
    if (index >= 0) return [index];
    report('slot.unknown', path, part, { kind, id, known: ids.join(' '), ...suggestion(id, ids) });
    return [];
  });
}

/** A 0/1 mask over the grid's slots; faults of the pattern are reported at `path` and leave the slots they name out. */
export function readSlotSet(grid: SlotGrid, set: SlotSet | undefined, path: string, report: ReportFault): Uint8Array {
  const mask = new Uint8Array(grid.slotCount);
  const patterns = set === undefined ? [] : typeof set === 'string' ? [set] : set;
  patterns.forEach((pattern, index) => {
    const where = typeof set === 'string' ? path : `${path}[${index}]`;
    const [main = '', weeks] = pattern.split('/');
    if (weeks !== undefined) report('slot.weeks-not-read', where, pattern);
    const [dayPart, periodPart, ...rest] = main.split('.');
    if (!dayPart || !periodPart || rest.length > 0) {
      report('slot.pattern', where, pattern);
      return;
    }
    const days = readPart(dayPart, grid.dayIds, 'day', where, report);
    const periods = readPart(periodPart, grid.periodIds, 'period', where, report);
    for (const day of days) for (const period of periods) mask[day * grid.periodsPerDay + period] = 1;
  });
  return mask;
}

/** For sets that the validator has already accepted. */
export function slotMask(grid: SlotGrid, set: SlotSet | undefined): Uint8Array {
  return readSlotSet(grid, set, '', () => {});
}
