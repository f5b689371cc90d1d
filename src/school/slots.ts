/**
 * Slots (课位) of a calendar and the patterns that name sets of them: `days.periods[/weeks]`, each part `*` or ids joined by `|`.
 * With odd and even weeks (单双周) a slot is one period of one day of one week of the cycle, and masks span the whole cycle.
 */
import type { ReportFault } from './fault.ts';
import { suggestion } from './nearest.ts';
import type { Break, Calendar, Part, SlotSet } from './types.ts';

export interface SlotGrid {
  dayIds: string[];
  periodIds: string[];
  /** odd, even; empty where there is one kind of week */
  weekIds: string[];
  parts: Part[];
  /** the break after each period of the day, by the calendar */
  breaks: Break[];
  /** of one week */
  days: number;
  periodsPerDay: number;
  /** weeks of the cycle: 1 or 2 */
  weeks: number;
  /** days × periodsPerDay */
  slotsPerWeek: number;
  /** weeks × slotsPerWeek; slot = week × slotsPerWeek + day × periodsPerDay + period */
  slotCount: number;
  /** by slot: `"mon.3"`, the same in every week */
  slotIds: string[];
  /** the slot of the id in the first week */
  slotById: Map<string, number>;
}

export function makeSlotGrid(calendar: Calendar): SlotGrid {
  const dayIds = calendar.days.map((day) => day.id);
  const periodIds = calendar.periods.map((period) => period.id);
  const weekIds: string[] = calendar.weeks ?? [];
  const weeks = Math.max(1, weekIds.length);
  const weekly = dayIds.flatMap((day) => periodIds.map((period) => `${day}.${period}`));
  return {
    dayIds,
    periodIds,
    weekIds,
    parts: calendar.periods.map((period) => period.part),
    breaks: calendar.periods.map((period) => period.breakAfter ?? 'short'),
    days: dayIds.length,
    periodsPerDay: periodIds.length,
    weeks,
    slotsPerWeek: weekly.length,
    slotCount: weeks * weekly.length,
    slotIds: Array.from({ length: weeks }, () => weekly).flat(),
    slotById: new Map(weekly.map((id, slot) => [id, slot])),
  };
}

/** A slot's name where weeks differ: `"mon.3/odd"`; `"mon.3"` where there is one kind of week. */
export function slotName(grid: SlotGrid, slot: number): string {
  const id = grid.slotIds[slot] ?? '';
  return grid.weeks === 1 ? id : `${id}/${grid.weekIds[Math.floor(slot / grid.slotsPerWeek)] ?? ''}`;
}

/** The slots, in every week it is held, that a lesson starting at `slot` of a week covers. */
export function lessonSlots(grid: SlotGrid, first: number, length: number, weeks: 'every' | 'odd' | 'even'): number[] {
  const held = weeks === 'every' ? Array.from({ length: grid.weeks }, (_, week) => week) : [weeks === 'even' ? 1 : 0];
  return held.flatMap((week) => Array.from({ length }, (_, k) => week * grid.slotsPerWeek + first + k));
}

/** Reads one part of a pattern into indexes; unknown ids are reported at `path`. */
function readPart(
  part: string,
  ids: string[],
  kind: 'day' | 'period' | 'week',
  path: string,
  report: ReportFault,
): number[] {
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
    if (weeks !== undefined && grid.weeks === 1) report('slot.no-weeks', where, pattern);
    const [dayPart, periodPart, ...rest] = main.split('.');
    if (!dayPart || !periodPart || rest.length > 0) {
      report('slot.pattern', where, pattern);
      return;
    }
    const days = readPart(dayPart, grid.dayIds, 'day', where, report);
    const periods = readPart(periodPart, grid.periodIds, 'period', where, report);
    const inWeeks = grid.weeks === 1 ? [0] : readPart(weeks ?? '*', grid.weekIds, 'week', where, report);
    for (const week of inWeeks) {
      for (const day of days) {
        for (const period of periods) mask[week * grid.slotsPerWeek + day * grid.periodsPerDay + period] = 1;
      }
    }
  });
  return mask;
}

/** For sets that the validator has already accepted. */
export function slotMask(grid: SlotGrid, set: SlotSet | undefined): Uint8Array {
  return readSlotSet(grid, set, '', () => {});
}
