import type { Part } from '../types.ts';
import { countOf, type Draft } from './draft.ts';

const ID = /^[\p{L}\p{M}\p{Nd}_-]+$/u;
const PART_ORDER: readonly Part[] = ['early', 'morning', 'afternoon', 'evening'];

/** Ids of days and periods stand in slot patterns, so they have no dots, bars, slashes or blanks. */
export function checkCalendar(draft: Draft): void {
  const { school, faults, grid } = draft;
  if (!grid) return;
  const { days, periods } = school.calendar;
  const checkIds = (list: readonly { id: string }[], path: string): void =>
    list.forEach(({ id }, index) => {
      if (!ID.test(id)) faults.report('id.form', `${path}[${index}].id`, id, { id });
    });
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
