/**
 * 本班教室 `room.own`: lessons of home sections that need a room of the own room's kind and are in another room. A walking section, a
 * section of several homerooms and a homeroom without a room have none of their own. One finding per section. params: count, room.
 */
import { homeroomWho, roomWho } from '../names.ts';
import { selectLessons } from '../selectors.ts';
import type { JudgedLesson, JudgedSection, Week } from '../week.ts';
import { lessonsAway } from './lessons-away.ts';
import type { RuleJudge } from './rule-judge.ts';

function ownRoom({ model }: Week, section: JudgedSection): number {
  const [homeroom] = section.homerooms;
  if (!section.home || homeroom === undefined || section.homerooms.length > 1) return -1;
  return model.roomOf.get(model.school.homerooms[homeroom]?.room ?? '') ?? -1;
}

export const judgeRoomOwn: RuleJudge = (week, rule) => {
  const isAway = (lesson: JudgedLesson): boolean => {
    const own = week.model.school.rooms[ownRoom(week, lesson.section)];
    const elsewhere = lesson.room >= 0 && lesson.room !== ownRoom(week, lesson.section);
    return own !== undefined && own.kind === lesson.filled.roomKind && elsewhere;
  };
  return lessonsAway(week, selectLessons(week, rule), isAway, (section) => {
    const room = roomWho(week, ownRoom(week, section));
    return { who: [homeroomWho(week, section.homerooms[0] ?? -1), room], params: { room: room.id } };
  });
};
