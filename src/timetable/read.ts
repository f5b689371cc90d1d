/** Reads a timetable document: its text, its keys and types, and that its slots are slots. Whether it fits a school, the judge says. */
import type { Fault } from '../school/fault.ts';
import { makeFaultList } from '../school/fault-list.ts';
import { parseJson } from '../school/json-text.ts';
import { locateFaults } from '../school/locate.ts';
import { isOtherDocument } from '../school/other-document.ts';
import { shapeCheck } from '../school/shape-check.ts';
import { TIMETABLE_SHAPE } from './timetable-shape.ts';
import type { Timetable } from './types.ts';

export interface TimetableReading {
  /** null where there is a fault */
  timetable: Timetable | null;
  faults: Fault[];
}

const checkShape = shapeCheck(TIMETABLE_SHAPE);

/** One slot, `"mon.3"`: no stars, no bars, no weeks. */
const SLOT = /^[\p{L}\p{M}\p{Nd}_-]+\.[\p{L}\p{M}\p{Nd}_-]+$/u;

/** Never throws on what a file may hold. */
export function readTimetable(input: string | Uint8Array): TimetableReading {
  const faults = makeFaultList();
  const document = parseJson(input, faults);
  const found = (): Fault[] => locateFaults(faults.list(), input, document);
  if (document !== undefined && !isOtherDocument(document, 'timetable', faults)) checkShape(document, '', faults);
  if (document === undefined || faults.hasFaults()) return { timetable: null, faults: found() };
  const timetable = document as Timetable;
  const checkSlot = (slot: string, path: string): void => {
    if (!SLOT.test(slot)) faults.report('week.slot-form', path, slot, { slot });
  };
  timetable.lessons.forEach(({ slot }, index) => checkSlot(slot, `lessons[${index}].slot`));
  timetable.selfStudy.forEach(({ slot }, index) => checkSlot(slot, `selfStudy[${index}].slot`));
  timetable.meetings.forEach(({ slots }, meeting) =>
    slots.forEach((slot, index) => checkSlot(slot, `meetings[${meeting}].slots[${index}]`)),
  );
  return { timetable: faults.hasFaults() ? null : timetable, faults: found() };
}
