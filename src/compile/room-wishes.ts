/** What a section's lessons ask of their rooms: which would do, and which a lock holds. */
import type { FilledLesson, SchoolModel } from '../school/model.ts';
import type { Lock } from '../school/types.ts';
import { holdsRoom, isWrongRoom } from './held-rooms.ts';
import { homesOf, roomsFor } from './room-sets.ts';
import { namesSection } from './section-address.ts';
import type { CompiledSection } from './sections.ts';

export const locksOf = (model: SchoolModel, section: CompiledSection): Lock[] =>
  (model.school.locks ?? []).filter((lock) => namesSection(model, section, lock));

/** What a lesson asks of its room. */
export interface RoomWish {
  rooms: number[];
  /** locks that hold it in one */
  holding: Lock[];
  isWrong(room: number): boolean;
}

/** The wishes of a section's lessons, where so many are in the room. */
export function roomWishes(model: SchoolModel, section: CompiledSection, size: number): (index: number) => RoomWish {
  const homes = section.given?.homerooms?.map((id) => model.homeroomOf.get(id) ?? -1) ?? homesOf(model, section);
  const locks = locksOf(model, section);
  const inRoom = { ...section, size };
  /** by what of a lesson decides about its rooms */
  const known = new Map<string, number[]>();
  const fitting = (lesson: FilledLesson): number[] => {
    const key = `${lesson.roomKind} ${lesson.room}`;
    const found = known.get(key) ?? roomsFor(model, inRoom, lesson, homes);
    known.set(key, found);
    return found;
  };
  return (index) => {
    const lesson = model.courses[section.course]?.lessons[index];
    if (lesson === undefined) return { rooms: [], holding: [], isWrong: () => false };
    const holding = locks.filter((lock) => holdsRoom(model, lock, lesson));
    // A lock on one lesson goes before one on all.
    const lock = holding.find(({ index: one }) => one !== undefined) ?? holding[0];
    const locked = lock?.room === undefined ? undefined : model.roomOf.get(lock.room);
    return {
      rooms: locked === undefined ? fitting(lesson) : [locked],
      holding,
      isWrong: (room) => isWrongRoom(model, section, lesson, room),
    };
  };
}
