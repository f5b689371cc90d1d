/** Rooms of the hidden plan: homeroom lessons at home, walking sections in one room of their line, special lessons by kind. */
import { CLASSROOM } from './resources.ts';
import { lineSlots } from './line-slots.ts';
import { tooFewRooms, type RoomLack } from '../lack-of-rooms.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { HiddenPlan, PlanSection } from './plan.ts';

interface Use {
  /** room × slot: sections in it */
  taken: Int32Array;
  slotCount: number;
}

const seatsOf = (model: SchoolModel, room: number): number => {
  const found = model.school.rooms[room];
  return found ? Math.min(found.seats, found.maxSize ?? found.seats) : 0;
};

function isFree(model: SchoolModel, use: Use, room: number, slots: number[]): boolean {
  const concurrent = model.school.rooms[room]?.concurrent ?? 1;
  return slots.every(
    (slot) => (use.taken[room * use.slotCount + slot] ?? 0) < concurrent && !model.roomUnavailable[room]?.[slot],
  );
}

function take(use: Use, room: number, slots: number[]): void {
  for (const slot of slots) {
    const at = room * use.slotCount + slot;
    use.taken[at] = (use.taken[at] ?? 0) + 1;
  }
}

const slotsFrom = (slot: number, length: number): number[] => Array.from({ length }, (_, i) => slot + i);

/**
 * Classrooms of one line: its grade's own rooms first, then spare ones, capped rooms last; then the smallest sections take the
 * smallest of the rooms needed. Returns the sections left without.
 */
function roomsOfLine(model: SchoolModel, plan: HiddenPlan, line: number, use: Use): PlanSection[] {
  const found = plan.lines[line];
  if (!found) return [];
  const without: PlanSection[] = [];
  const slots = lineSlots(found);
  const gradeId = model.school.grades[found.grade]?.id;
  const owner = new Map(model.school.homerooms.map((homeroom) => [homeroom.room, homeroom.grade]));
  const rank = (room: number): number => {
    const { id, maxSize } = model.school.rooms[room] ?? {};
    const grade = owner.get(id);
    if (grade === gradeId) return 0;
    if (grade !== undefined) return 3;
    return maxSize === undefined ? 1 : 2;
  };
  const sections = found.sections
    .flatMap((index) => plan.sections[index] ?? [])
    .filter((section) => model.courses[section.course]?.lessons.some((lesson) => lesson.roomKind === CLASSROOM))
    .sort((a, b) => a.students.length - b.students.length);
  const rooms = model.school.rooms
    .flatMap((room, index) => (room.kind === CLASSROOM && isFree(model, use, index, slots) ? [index] : []))
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, sections.length)
    .sort((a, b) => seatsOf(model, a) - seatsOf(model, b) || a - b);
  sections.forEach((section, i) => {
    const room = rooms[i];
    if (room === undefined || seatsOf(model, room) < section.students.length) {
      without.push(section);
      return;
    }
    take(use, room, slots);
    model.courses[section.course]?.lessons.forEach((lesson) => {
      if (lesson.roomKind === CLASSROOM) section.rooms[lesson.index] = room;
    });
  });
  return without;
}

/** The line that lacks most says how many classrooms are missing. */
function roomsOfLines(model: SchoolModel, plan: HiddenPlan, use: Use): void {
  const without = [...plan.lines.keys()]
    .map((line) => roomsOfLine(model, plan, line, use))
    .reduce<PlanSection[]>((most, list) => (list.length > most.length ? list : most), []);
  const [first] = without;
  if (!first) return;
  const lack: RoomLack = {
    roomKind: CLASSROOM,
    rooms: without.length,
    seats: Math.max(...without.map(({ students }) => students.length)),
  };
  throw tooFewRooms(`No classroom for ${first.students.length} students of ${first.id} in its line.`, lack);
}

function specialRooms(model: SchoolModel, plan: HiddenPlan, use: Use): void {
  const wanted: { section: PlanSection; index: number; slots: number[]; kind: string }[] = [];
  for (const section of plan.sections) {
    for (const lesson of model.courses[section.course]?.lessons ?? []) {
      if (lesson.roomKind === CLASSROOM || lesson.roomKind === 'none') continue;
      const slots = slotsFrom(section.slots[lesson.index] ?? -1, lesson.length);
      wanted.push({ section, index: lesson.index, slots, kind: lesson.roomKind });
    }
  }
  wanted.sort((a, b) => (a.slots[0] ?? 0) - (b.slots[0] ?? 0) || b.section.students.length - a.section.students.length);
  for (const { section, index, slots, kind } of wanted) {
    const room = model.school.rooms.findIndex(
      (candidate, r) =>
        candidate.kind === kind && seatsOf(model, r) >= section.students.length && isFree(model, use, r, slots),
    );
    if (room < 0) {
      const seats = section.students.length;
      throw tooFewRooms(`No ${kind} for ${seats} students of ${section.id}.`, { roomKind: kind, rooms: 1, seats });
    }
    take(use, room, slots);
    section.rooms[index] = room;
  }
}

export function placeRooms(model: SchoolModel, plan: HiddenPlan): void {
  const { slotCount } = model.grid;
  const use: Use = { taken: new Int32Array(model.school.rooms.length * slotCount), slotCount };
  for (const section of plan.sections) {
    if (section.homeroom < 0) continue;
    const room = model.roomOf.get(model.school.homerooms[section.homeroom]?.room ?? '') ?? -1;
    for (const lesson of model.courses[section.course]?.lessons ?? []) {
      if (lesson.roomKind !== CLASSROOM) continue;
      if (seatsOf(model, room) < section.students.length)
        throw new Error(`The own room of ${section.id} is too small.`);
      section.rooms[lesson.index] = room;
      take(use, room, slotsFrom(section.slots[lesson.index] ?? -1, lesson.length));
    }
  }
  roomsOfLines(model, plan, use);
  specialRooms(model, plan, use);
}
