/** Rules on where lessons are held. */
import { NO_LIMIT } from '../../../solver/index.ts';
import type { FilledRule } from '../../school/model.ts';
import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { intParameter, selectSections, type LowerRule } from '../context.ts';
import { homesOf } from '../room-sets.ts';

/** 固定教室 */
export const lowerRoomStable: LowerRule = (filled, rule, context) => {
  for (const event of selectSections(filled, context)) context.monitors.stableRoom({ rule, event });
};

/** 本班教室: lessons of home sections that need a room of the own room's kind. */
export const lowerRoomOwn: LowerRule = (filled, rule, context) => {
  const { model, sections, demandsOf, monitors } = context;
  for (const event of selectSections(filled, context)) {
    const own = model.school.homerooms[sections[event]?.homeroom ?? -1]?.room;
    const room = own === undefined ? undefined : model.roomOf.get(own);
    if (room === undefined) continue;
    for (const { demand, roomKind } of demandsOf[event] ?? []) {
      if (roomKind === model.school.rooms[room]?.kind) monitors.ownRoom({ rule, demand, room });
    }
  }
};

/** The rule without its rooms, where these select nothing. */
function withoutRooms(filled: FilledRule): FilledRule {
  const { rooms: _rooms, ...rule } = filled.rule;
  return { ...filled, rule };
}

/** 优先教室: lessons that need a room of the kind of one of `rooms`. */
export const lowerRoomPrefer: LowerRule = (filled, rule, context) => {
  const { model, demandsOf, monitors } = context;
  const rooms = [...new Set((filled.rule.rooms ?? []).flatMap((id) => model.roomOf.get(id) ?? []))].sort(
    (a, b) => a - b,
  );
  const kinds = new Set(rooms.map((room) => model.school.rooms[room]?.kind));
  for (const event of selectSections(withoutRooms(filled), context)) {
    for (const { demand, roomKind } of demandsOf[event] ?? []) {
      if (!kinds.has(roomKind)) continue;
      monitors.preferRoom(rule, demand, rooms);
      if (filled.strength === 'must') context.keepRooms(demand, rooms, true);
    }
  }
};

/** 就近教室 */
export const lowerRoomNear: LowerRule = (filled, rule, context) => {
  const { model, sections, demandsOf, monitors } = context;
  const { rooms, homerooms } = model.school;
  const floors = intParameter(filled, 'floors', NO_LIMIT);
  for (const event of selectSections(filled, context)) {
    const section = sections[event];
    if (!section) continue;
    const given = section.given?.homerooms?.map((id) => model.homeroomOf.get(id) ?? -1);
    const homes = given ?? homesOf(model, section);
    const own = homes.flatMap((home) => model.roomOf.get(homerooms[home]?.room ?? '') ?? []);
    const byStudents = given || section.pool < 0 ? 0 : 1;
    monitors.nearRoom({ rule, event, floors, byStudents }, byStudents ? [] : own);
    if (filled.strength !== 'must') continue;
    const isNear = (room: number): boolean =>
      own.some((home) => {
        const [here, there] = [rooms[home], rooms[room]];
        if (here?.building === undefined || here.building !== there?.building) return false;
        const apart = Math.abs((here.floor ?? 0) - (there.floor ?? 0));
        return here.floor === undefined || there.floor === undefined || apart <= floors;
      });
    const near = rooms.flatMap((room, index) => (room.building === undefined || isNear(index) ? [index] : []));
    if (own.some((home) => rooms[home]?.building !== undefined))
      for (const { demand } of demandsOf[event] ?? []) context.keepRooms(demand, near, true);
  }
};

/** 预留教室: open slots of the calendar, the rooms of one kind. */
export const lowerRoomReserve: LowerRule = (filled, rule, context) => {
  const { model, monitors } = context;
  const { kind, slots, rooms } = filled.rule;
  const closed = slotMask(model.grid, model.school.calendar.closed);
  const within = slots === undefined ? null : slotMask(model.grid, slots as SlotSet);
  const mask = closed.map((shut, slot) => (shut === 0 && (within === null || within[slot] === 1) ? 1 : 0));
  const among = model.school.rooms.flatMap((room, index) =>
    room.kind === (kind ?? 'classroom') && (rooms?.includes(room.id) ?? true) ? [index] : [],
  );
  const least = intParameter(filled, 'count', 0);
  monitors.reserveRoom({ rule, least, set: monitors.slotSet(mask) }, among);
  context.reserveRooms(rule, among, least, mask);
};
