/** Which rooms a lesson may use. */
import type { FilledLesson, SchoolModel } from '../school/model.ts';
import type { CompiledSection } from './sections.ts';

/** Most students a section in the room may have: min(seats, maxSize). */
export function roomCap(model: SchoolModel, room: number): number {
  const it = model.school.rooms[room];
  return it ? Math.min(it.seats, it.maxSize ?? it.seats) : 0;
}

/** The homerooms of a section's students. */
export function homesOf(model: SchoolModel, section: CompiledSection): number[] {
  if (section.homeroom >= 0) return [section.homeroom];
  return [...new Set(section.students.map((student) => model.studentHomeroom[student] ?? -1))].sort((a, b) => a - b);
}

/** The room that a lesson of the section is bound to: by its lesson kind, or by the section where the kind fits; −1: none. */
export function boundRoom(model: SchoolModel, section: CompiledSection, lesson: FilledLesson): number {
  if (lesson.room !== undefined) return lesson.room;
  const given = section.given?.room === undefined ? undefined : model.roomOf.get(section.given.room);
  return given !== undefined && model.school.rooms[given]?.kind === lesson.roomKind ? given : -1;
}

/** Rooms that fit by kind, size and who may use them, ascending; a bound room alone where there is one. */
export function roomsFor(
  model: SchoolModel,
  section: CompiledSection,
  lesson: FilledLesson,
  homes: number[],
): number[] {
  const bound = boundRoom(model, section, lesson);
  if (bound >= 0) return [bound];
  return model.school.rooms.flatMap((room, index) => {
    if (room.kind !== lesson.roomKind || roomCap(model, index) < section.size) return [];
    const may = room.homerooms;
    return !may || homes.every((home) => may.includes(model.school.homerooms[home]?.id ?? '')) ? [index] : [];
  });
}
