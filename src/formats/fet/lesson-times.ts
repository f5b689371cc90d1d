/** Where a lesson may start, and what of that FET knows by itself. */
import type { SchoolModel } from '../../school/model.ts';
import { slotMask } from '../../school/slots.ts';
import type { FixedLesson } from './fixed-sections.ts';

/** The slots of the given line of a walking section; undefined where the line leaves them open. */
function lineSlots(model: SchoolModel, { section }: FixedLesson): Uint8Array | undefined {
  const lines = model.school.grades[model.courses[section.course]?.grade ?? -1]?.lines;
  if (!Array.isArray(lines) || section.home >= 0) return undefined;
  const slots = lines.find(({ id }) => id === section.line)?.slots;
  return slots === undefined ? undefined : slotMask(model.grid, slots);
}

const stops = (kind: string | undefined): boolean => kind === 'noon' || kind === 'end';

/** 0/1 by slot: whether a run of `length` periods may start there, all of it inside `fits`, no break that stops inside. */
function starts(
  model: SchoolModel,
  length: number,
  breaks: readonly (string | undefined)[],
  fits: (slot: number) => boolean,
): Uint8Array {
  const { grid } = model;
  return Uint8Array.from({ length: grid.slotsPerWeek }, (_, slot) => {
    const period = slot % grid.periodsPerDay;
    if (period + length > grid.periodsPerDay) return 0;
    for (let k = 0; k < length; k++) {
      if (!fits(slot + k) || (k + 1 < length && stops(breaks[period + k]))) return 0;
    }
    return 1;
  });
}

/** `forbidden`: where a must rule forbids the lesson. */
export function allowedStarts(model: SchoolModel, lesson: FixedLesson, forbidden?: Uint8Array): Uint8Array {
  const grade = model.courses[lesson.section.course]?.grade ?? -1;
  const open = model.gradeOpen[grade];
  const line = lineSlots(model, lesson);
  const own = lesson.filled.slots;
  const fits = (slot: number): boolean =>
    open?.[slot] === 1 && (!own || own[slot] === 1) && (!line || line[slot] === 1) && !forbidden?.[slot];
  return starts(model, lesson.filled.length, model.gradeBreaks[grade] ?? [], fits);
}

/** What FET allows without being told: within a day and not over noon, and where the year is there, in its open slots. */
export function startsOfFet(model: SchoolModel, lesson: FixedLesson, yearClosed: boolean): Uint8Array {
  const grade = model.courses[lesson.section.course]?.grade ?? -1;
  const { breaks } = model.grid;
  const noon = breaks.map((kind) => (kind === 'noon' ? 'noon' : 'short'));
  return starts(model, lesson.filled.length, noon, (slot) => !yearClosed || model.gradeOpen[grade]?.[slot] === 1);
}
