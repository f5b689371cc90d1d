/**
 * 预留教室 `room.reserve` (a set): per slot of the cycle that the calendar leaves open (inside `slots` where stated), rooms of `kind`
 * (classroom if absent; `rooms` selects among them) short of `count` that are available and have neither lesson nor self-study. One finding
 * per slot. params: free, count, kind.
 */
import { slotMask } from '../../school/slots.ts';
import type { Rule } from '../../school/types.ts';
import { slotIdsOf, type Week } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';

/** By room: the slots of the cycle in which somebody is in it. */
function usedSlots(week: Week): Set<number>[] {
  const used = week.lessonsOfRoom.map((lessons) => new Set(lessons.flatMap((lesson) => lesson.slots)));
  for (const { slots, room } of week.study) for (const slot of slots) used[room]?.add(slot);
  return used;
}

function roomsOfKind({ model }: Week, rule: Rule, kind: string): number[] {
  const isSelected = (id: string): boolean => rule.rooms?.includes(id) !== false;
  return [...model.school.rooms.keys()].filter((room) => {
    const one = model.school.rooms[room];
    return one?.kind === kind && isSelected(one.id);
  });
}

export const judgeRoomReserve: RuleJudge = (week, rule) => {
  const { grid, school, roomUnavailable } = week.model;
  const kind = typeof rule['kind'] === 'string' ? rule['kind'] : 'classroom';
  const count = countOf(rule['count'], 0);
  const closed = slotMask(grid, school.calendar.closed);
  const counts = rule['slots'] === undefined ? () => true : insideSlots(week, rule);
  const rooms = roomsOfKind(week, rule, kind);
  const used = usedSlots(week);
  return [...grid.slotIds.keys()].flatMap((slot) => {
    if (closed[slot] === 1 || !counts(slot)) return [];
    const free = rooms.filter((room) => roomUnavailable[room]?.[slot] !== 1 && !used[room]?.has(slot)).length;
    if (free >= count) return [];
    return [{ who: [], slots: slotIdsOf(week, [slot]), deviation: count - free, params: { free, count, kind } }];
  });
};
