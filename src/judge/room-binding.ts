import type { FilledLesson, SchoolModel } from '../school/model.ts';
import type { JudgedSection } from './week.ts';

/**
 * The lessons that a room held for a whole section binds: those of the room's kind that name no room themselves; where none is of that
 * kind, every lesson that needs a room, so that the hold is never without effect.
 */
export function boundByRoom(model: SchoolModel, section: JudgedSection, room: number): FilledLesson[] {
  const needing = section.course.lessons.filter((lesson) => lesson.roomKind !== 'none' && lesson.room === undefined);
  const ofKind = needing.filter((lesson) => lesson.roomKind === model.school.rooms[room]?.kind);
  return ofKind.length > 0 ? ofKind : needing;
}
