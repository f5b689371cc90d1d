/**
 * 优先教室 `room.prefer`: selected lessons that need a room of the kind of one of `rooms` and are in a room not among them; a lesson of every
 * week counts once. One finding per section. params: count.
 */
import { roomWho, sectionWho } from '../names.ts';
import { selectLessons } from '../selectors.ts';
import { slotIdsOf, type JudgedLesson, type JudgedSection } from '../week.ts';
import type { RuleJudge } from './rule-judge.ts';

export const judgeRoomPrefer: RuleJudge = (week, rule) => {
  const { rooms: ids, ...others } = rule;
  const preferred = new Set((ids ?? []).flatMap((id) => week.model.roomOf.get(id) ?? []));
  const kinds = new Set([...preferred].map((room) => week.model.school.rooms[room]?.kind));
  const away = new Map<JudgedSection, JudgedLesson[]>();
  for (const lesson of selectLessons(week, others)) {
    if (lesson.room < 0 || preferred.has(lesson.room) || !kinds.has(lesson.filled.roomKind)) continue;
    away.set(lesson.section, [...(away.get(lesson.section) ?? []), lesson]);
  }
  return [...away].map(([section, lessons]) => ({
    who: [
      sectionWho(week, section),
      ...[...new Set(lessons.map(({ room }) => room))].map((room) => roomWho(week, room)),
    ],
    slots: slotIdsOf(
      week,
      lessons.flatMap((lesson) => lesson.slots),
    ),
    deviation: lessons.length,
    params: { count: lessons.length },
  }));
};
