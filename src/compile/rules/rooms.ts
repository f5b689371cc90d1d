import { selectSections, type LowerRule } from '../context.ts';

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
