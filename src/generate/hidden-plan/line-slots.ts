/** When the lines run: blocks of one line on different days, no two lines of a grade at once, and no two at all where that can be. */
import { shuffled, type Random } from '../random.ts';
import { blockStarts } from './times.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { HiddenPlan, Line } from './plan.ts';

const TRIES = 200;

/** 1 where the line may run: open, no meeting of its teachers, no homeroom lesson of the grade fixed there, inside lesson `slots`. */
function allowedSlots(model: SchoolModel, plan: HiddenPlan, line: Line, meetings: Uint8Array[]): Uint8Array {
  const allowed = Uint8Array.from(model.gradeOpen[line.grade] ?? []);
  const close = (closed: (slot: number) => boolean): void => {
    for (let slot = 0; slot < allowed.length; slot++) if (closed(slot)) allowed[slot] = 0;
  };
  for (const index of line.sections) {
    const course = model.courses[plan.sections[index]?.course ?? -1];
    if (!course) continue;
    const meeting = meetings[course.subject];
    close((slot) => meeting?.[slot] === 1);
    for (const lesson of course.lessons) if (lesson.slots) close((slot) => lesson.slots?.[slot] !== 1);
  }
  for (const course of model.courses) {
    if (course.grade !== line.grade) continue;
    for (const lesson of course.lessons) {
      const { slots } = lesson;
      const open = slots ? slots.reduce((sum, bit) => sum + bit, 0) : 0;
      if (slots && open <= course.periods) close((slot) => slots[slot] === 1);
    }
  }
  return allowed;
}

function placeLine(
  model: SchoolModel,
  line: Line,
  allowed: Uint8Array,
  taken: (slot: number) => boolean,
  random: Random,
): boolean {
  const usedDays = new Set<number>();
  const own = new Set<number>();
  const byLength = line.blocks
    .map((_, i) => i)
    .sort((a, b) => (line.blocks[b]?.length ?? 0) - (line.blocks[a]?.length ?? 0));
  for (const i of byLength) {
    const block = line.blocks[i];
    if (!block) continue;
    const starts = blockStarts(model, line.grade, block.length);
    const free = shuffled(
      random,
      [...allowed.keys()].filter((slot) => {
        if (!starts[slot]) return false;
        for (let s = slot; s < slot + block.length; s++) if (!allowed[s] || taken(s) || own.has(s)) return false;
        return true;
      }),
    );
    const day = (slot: number): number => Math.floor(slot / model.grid.periodsPerDay);
    const slot = free.find((candidate) => !usedDays.has(day(candidate))) ?? free[0];
    if (slot === undefined) return false;
    block.slot = slot;
    usedDays.add(day(slot));
    for (let s = slot; s < slot + block.length; s++) own.add(s);
  }
  return true;
}

export function lineSlots(line: Line): number[] {
  return line.blocks.flatMap((block) => Array.from({ length: block.length }, (_, i) => block.slot + i));
}

/** Periods of homeroom lessons that could not be held where the lines run anyway, as their teachers meet. */
function slotsSaved(model: SchoolModel, plan: HiddenPlan, meetings: Uint8Array[]): number {
  const home = new Set(plan.sections.flatMap(({ line, course }) => (line < 0 ? [course] : [])));
  const courses = [...home].flatMap((course) => model.courses[course] ?? []);
  return plan.lines
    .flatMap((line) => lineSlots(line).map((slot) => ({ slot, grade: line.grade })))
    .reduce(
      (sum, { slot, grade }) =>
        sum +
        courses.reduce(
          (periods, course) =>
            periods + (course.grade === grade && meetings[course.subject]?.[slot] ? course.periods : 0),
          0,
        ),
      0,
    );
}

/** Of `draws` placements, the one that leaves the homerooms most of the slots that their teachers can use. */
export function placeLines(
  model: SchoolModel,
  plan: HiddenPlan,
  meetings: Uint8Array[],
  draws: number,
  random: Random,
): void {
  let best: { saved: number; slots: number[][] } | undefined;
  for (let draw = 0; draw < draws; draw++) {
    drawLines(model, plan, meetings, random);
    const saved = slotsSaved(model, plan, meetings);
    if (best && saved <= best.saved) continue;
    best = { saved, slots: plan.lines.map((line) => line.blocks.map(({ slot }) => slot)) };
  }
  plan.lines.forEach((line, l) =>
    line.blocks.forEach((block, b) => {
      block.slot = best?.slots[l]?.[b] ?? block.slot;
    }),
  );
}

function drawLines(model: SchoolModel, plan: HiddenPlan, meetings: Uint8Array[], random: Random): void {
  const allowed = plan.lines.map((line) => allowedSlots(model, plan, line, meetings));
  for (const apart of [true, false]) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const taken = model.school.grades.map(() => new Set<number>());
      const placed = plan.lines.every((line, index) => {
        const others = (slot: number): boolean =>
          apart ? taken.some((grade) => grade.has(slot)) : (taken[line.grade]?.has(slot) ?? false);
        if (!placeLine(model, line, allowed[index] ?? new Uint8Array(0), others, random)) return false;
        for (const slot of lineSlots(line)) taken[line.grade]?.add(slot);
        return true;
      });
      if (placed) return;
    }
  }
  throw new Error('The lines of the walking grades find no slots: too many meetings or fixed lessons.');
}
