/** Rooms that locks hold lessons in, and whether a room a lesson is bound to is one it may have. */
import type { FilledLesson, SchoolModel } from '../school/model.ts';
import type { Lock } from '../school/types.ts';
import { boundRoom, homesOf } from './room-sets.ts';
import type { CompiledSection } from './sections.ts';

/** Whether the lock holds this lesson in its room: the lesson it names, else all that need a room of the kind and name none. */
export function holdsRoom(model: SchoolModel, lock: Lock, lesson: FilledLesson): boolean {
  if (lock.room === undefined || lesson.roomKind === 'none') return false;
  if (lock.index !== undefined) return lock.index === lesson.index;
  const room = model.school.rooms[model.roomOf.get(lock.room) ?? -1];
  return room?.kind === lesson.roomKind && lesson.room === undefined;
}

/** Whether a lesson in this room is in a wrong one: other than it names or the given section has, or kept for other homerooms. */
export function isWrongRoom(
  model: SchoolModel,
  section: CompiledSection,
  lesson: FilledLesson,
  roomIndex: number,
): boolean {
  const room = model.school.rooms[roomIndex];
  if (room?.kind !== lesson.roomKind) return true;
  const bound = boundRoom(model, section, lesson);
  if (bound >= 0 && bound !== roomIndex) return true;
  const homes =
    section.given?.homerooms ?? homesOf(model, section).flatMap((home) => model.school.homerooms[home]?.id ?? []);
  return room.homerooms !== undefined && !homes.every((id) => room.homerooms?.includes(id));
}
