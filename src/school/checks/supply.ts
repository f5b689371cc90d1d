/**
 * Whether there are teachers and rooms enough, by counting: what is needed at least against what there is at most. A shortage here is
 * certain, but it is told as a warning: a search still gives the best week there can be, and says what is missing in it.
 */
import { modelOf } from '../model.ts';
import { rememberUnits } from '../takers.ts';
import { formsHomerooms } from '../complete.ts';
import type { Whole } from './whole.ts';
import { summariseSchool, type RoomPressure, type TeachingBalance } from '../summary.ts';
import type { Draft } from './draft.ts';

/** Fractions of a period (from `loadPercent`) are shown to the hundredth. */
const rounded = (periods: number): number => Math.round(periods * 100) / 100;

function checkTeachers(draft: Draft, balance: TeachingBalance, path: string, span: string): boolean {
  const { teachers, demand, supply, name } = balance;
  if (demand <= supply) return false;
  const params = { teachers, demand: rounded(demand), supply, short: rounded(demand - supply), span };
  if (name === undefined) draft.faults.warn('supply.teachers-all', path, undefined, params);
  else draft.faults.warn('supply.teachers', path, undefined, { ...params, subject: name });
  return true;
}

function checkRooms(draft: Draft, pressure: RoomPressure, span: string): void {
  const { kind = '', rooms, periods, available, atOnce, places, openSlots } = pressure;
  // That there is none of the kind is a fault of the course.
  if (rooms === 0) return;
  const params = { roomKind: kind, rooms, periods, available, atOnce, places, openSlots, span };
  if (periods > available) draft.faults.warn('supply.room-periods', 'rooms', undefined, params);
  else if (atOnce > places) draft.faults.warn('supply.rooms-at-once', 'rooms', undefined, params);
}

/** For a school without faults: then all of its items are sound, and who takes what has been found. */
export function checkSupply(draft: Draft, { units }: Whole): void {
  const model = modelOf(draft.school);
  if (!formsHomerooms(draft.school)) rememberUnits(model, units);
  const { teaching, rooms, totals } = summariseSchool(model);
  const span = totals.weeks > 1 ? 'cycle' : 'week';
  const short = teaching.subjects.map((balance) =>
    checkTeachers(draft, balance, `subjects[${model.subjectOf.get(balance.subject ?? '') ?? 0}]`, span),
  );
  if (!short.includes(true)) checkTeachers(draft, teaching.total, 'teachers', span);
  for (const kind of rooms.kinds) checkRooms(draft, kind, span);
}
