/**
 * 1 per lesson in a wrong room: none where one is needed, one where none is, a room the school does not have, of another kind than the
 * lesson's, other than the one the lesson or the given section names, or kept for other homerooms.
 * A section's given room binds its lessons of the room's kind that name no room themselves (all lessons, if none is of that kind).
 * params: index, kind, reason = missing · unneeded · unknown · kind · named · given · homerooms.
 */
import type { Breach } from '../judgement.ts';
import { roomWho, sectionWho } from '../names.ts';
import { boundByRoom } from '../room-binding.ts';
import { slotIdsOf, type JudgedLesson, type Week } from '../week.ts';

function reasonAgainst({ model }: Week, lesson: JudgedLesson): string | undefined {
  const { filled, section } = lesson;
  if (!lesson.roomNamed) return filled.roomKind === 'none' ? undefined : 'missing';
  if (filled.roomKind === 'none') return 'unneeded';
  const room = model.school.rooms[lesson.room];
  if (room === undefined) return 'unknown';
  if (room.kind !== filled.roomKind) return 'kind';
  if (filled.room !== undefined && filled.room !== lesson.room) return 'named';
  const given = section.given?.room === undefined ? undefined : model.roomOf.get(section.given.room);
  if (given !== undefined && given !== lesson.room && boundByRoom(model, section, given).includes(filled))
    return 'given';
  const allowed = room.homerooms;
  const homerooms = section.seated.map((homeroom) => model.school.homerooms[homeroom]?.id ?? '');
  if (allowed !== undefined && !homerooms.every((id) => allowed.includes(id))) return 'homerooms';
  return undefined;
}

export function judgeKinds(week: Week): Breach[] {
  return week.lessons.flatMap((lesson) => {
    const reason = reasonAgainst(week, lesson);
    if (reason === undefined) return [];
    return [
      {
        who: [sectionWho(week, lesson.section), ...(lesson.room < 0 ? [] : [roomWho(week, lesson.room)])],
        slots: slotIdsOf(week, lesson.slots),
        deviation: 1,
        params: { index: lesson.filled.index, kind: lesson.filled.roomKind, reason },
      },
    ];
  });
}
