/**
 * 优先教室 `room.prefer`: selected lessons that need a room of the kind of one of `rooms` and are in a room not among them; a lesson of every
 * week counts once. One finding per section. params: count.
 */
import { roomWho } from '../names.ts';
import { selectLessons } from '../selectors.ts';
import type { JudgedLesson } from '../week.ts';
import { lessonsAway } from './lessons-away.ts';
import type { RuleJudge } from './rule-judge.ts';

export const judgeRoomPrefer: RuleJudge = (week, rule) => {
  const { rooms: ids, ...others } = rule;
  const preferred = new Set((ids ?? []).flatMap((id) => week.model.roomOf.get(id) ?? []));
  const kinds = new Set([...preferred].map((room) => week.model.school.rooms[room]?.kind));
  const isAway = ({ room, filled }: JudgedLesson): boolean =>
    room >= 0 && !preferred.has(room) && kinds.has(filled.roomKind);
  return lessonsAway(week, selectLessons(week, others), isAway, (_section, away) => ({
    who: [...new Set(away.map(({ room }) => room))].map((room) => roomWho(week, room)),
    params: {},
  }));
};
