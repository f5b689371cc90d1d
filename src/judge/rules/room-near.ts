/**
 * 就近教室 `room.near`: lessons in a room that is near none of the section's homerooms: outside the building of the homeroom's own room, or
 * more than `floors` away from it. Homerooms whose room states no building, and rooms that state none, are not looked at; a lesson of every
 * week counts once. One finding per section. params: count.
 */
import type { Room } from '../../school/types.ts';
import { homeroomWho, roomWho } from '../names.ts';
import { selectLessons } from '../selectors.ts';
import type { JudgedLesson, JudgedSection } from '../week.ts';
import { lessonsAway } from './lessons-away.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';

function isNear(home: Room, room: Room, floors: number): boolean {
  if (home.building !== room.building) return false;
  return home.floor === undefined || room.floor === undefined || Math.abs(home.floor - room.floor) <= floors;
}

export const judgeRoomNear: RuleJudge = (week, rule) => {
  const floors = countOf(rule['floors'], Number.POSITIVE_INFINITY);
  const { rooms, homerooms } = week.model.school;
  const homesOf = (section: JudgedSection): Room[] =>
    section.homerooms.flatMap((homeroom) => {
      const own = rooms[week.model.roomOf.get(homerooms[homeroom]?.room ?? '') ?? -1];
      return own?.building === undefined ? [] : [own];
    });
  const isAway = ({ room: index, section }: JudgedLesson): boolean => {
    const room = rooms[index];
    const homes = homesOf(section);
    return room?.building !== undefined && homes.length > 0 && !homes.some((home) => isNear(home, room, floors));
  };
  return lessonsAway(week, selectLessons(week, rule), isAway, (section, away) => ({
    who: [
      ...section.homerooms.map((homeroom) => homeroomWho(week, homeroom)),
      ...[...new Set(away.map(({ room }) => room))].map((room) => roomWho(week, room)),
    ],
    params: {},
  }));
};
