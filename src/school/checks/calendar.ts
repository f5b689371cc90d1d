import type { Part } from '../types.ts';
import { countOf, type Draft } from './draft.ts';

const ID = /^[\p{L}\p{M}\p{Nd}_-]+$/u;
const PART_ORDER: readonly Part[] = ['early', 'morning', 'afternoon', 'evening'];

const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** Minutes after midnight; null where the time is none (reported). */
function minutes(draft: Draft, time: string | undefined, path: string): number | null {
  if (time === undefined) return null;
  const [, hour, minute] = TIME.exec(time) ?? [];
  if (hour === undefined || minute === undefined) draft.faults.report('calendar.time-form', path, time, { time });
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
}

/** A period ends after it starts, and starts when those before it have ended. */
function checkTimes(draft: Draft): void {
  let ended: { at: number; period: string } | undefined;
  draft.school.calendar.periods.forEach((period, index) => {
    const path = `calendar.periods[${index}]`;
    const start = minutes(draft, period.start, `${path}.start`);
    const end = minutes(draft, period.end, `${path}.end`);
    const first = start ?? end;
    if (start !== null && end !== null && end <= start) {
      draft.faults.report('calendar.time-order', `${path}.end`, period.end, {
        period: period.id,
        start: period.start ?? '',
      });
    } else if (first !== null && ended && first < ended.at) {
      const key = start === null ? 'end' : 'start';
      draft.faults.report('calendar.times-overlap', `${path}.${key}`, period[key], {
        period: period.id,
        other: ended.period,
      });
    }
    const last = end ?? start;
    if (last !== null && (!ended || last > ended.at)) ended = { at: last, period: period.id };
  });
}

/** Ids of days and periods stand in slot patterns, so they have no dots, bars, slashes or blanks. */
export function checkCalendar(draft: Draft): void {
  const { school, faults, grid } = draft;
  if (!grid) return;
  const { days, periods } = school.calendar;
  const checkIds = (list: readonly { id: string }[], path: string): void =>
    list.forEach(({ id }, index) => {
      if (!ID.test(id)) faults.report('id.form', `${path}[${index}].id`, id, { id });
    });
  const { weeks } = school.calendar;
  if (weeks && weeks.join() !== 'odd,even') draft.faults.report('calendar.weeks-both', 'calendar.weeks', weeks);
  checkTimes(draft);
  checkIds(days, 'calendar.days');
  checkIds(periods, 'calendar.periods');
  periods.forEach((period, index) => {
    const next = periods[index + 1];
    if (!next) return;
    const here = PART_ORDER.indexOf(period.part);
    const there = PART_ORDER.indexOf(next.part);
    if (there < here) {
      faults.report('calendar.parts-order', `calendar.periods[${index + 1}].part`, next.part, { before: period.part });
    } else if (next.part === 'afternoon' && here < there && !['noon', 'end'].includes(period.breakAfter ?? 'short')) {
      faults.warn('calendar.no-noon', `calendar.periods[${index}].breakAfter`, period.breakAfter, {
        period: period.id,
      });
    }
  });
  if (countOf(draft.open) === 0) faults.report('calendar.all-closed', 'calendar.closed', school.calendar.closed);
}
