/** 固定教室 `room.stable`: per section and room kind, rooms used − 1. params: kind, rooms. */
import { roomWho, sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import type { RuleJudge } from './rule-judge.ts';

export const judgeRoomStable: RuleJudge = (week, rule) => {
  const kindOf = (room: number): string => week.model.school.rooms[room]?.kind ?? '';
  return selectSections(week, rule).flatMap((section) => {
    const rooms = [...new Set(section.lessons.map((lesson) => lesson.room).filter((room) => room >= 0))];
    const kinds = [...new Set(rooms.map(kindOf))];
    return kinds.flatMap((kind) => {
      const used = rooms.filter((room) => kindOf(room) === kind);
      if (used.length <= 1) return [];
      return [
        {
          who: [sectionWho(week, section), ...used.map((room) => roomWho(week, room))],
          slots: [],
          deviation: used.length - 1,
          params: { kind, rooms: used.length },
        },
      ];
    });
  });
};
