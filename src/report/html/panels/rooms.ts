/** Rooms: what is used of what there is, by kind and by room, over the week. */
import { slotName } from '../../../school/slots.ts';
import { reportText, roomKindText } from '../../../text/report.ts';
import type { ReportContext } from '../../context.ts';
import { roomHeat, roomKindHeat } from '../charts/heat-map.ts';
import { htmlTable } from '../table.ts';
import { both, cycleNote, percent, say } from '../words.ts';

function kindTable({ naming, use }: ReportContext): string {
  const number = true;
  const columns = [
    { head: say('kind') },
    { head: say('numberOfRooms'), number },
    { head: say('used'), number },
    { head: say('available'), number },
    { head: say('ratio'), number },
    { head: say('seatsFilled'), number },
    { head: say('busiest') },
  ];
  const rows = use.roomKinds.map((kind) => {
    const members = use.rooms.filter((room) => room.kind === kind.kind);
    const seated = members.reduce((sum, room) => sum + room.seated, 0);
    const seats = members.reduce((sum, room) => sum + room.seats, 0);
    const most = Math.max(0, ...kind.usedPerSlot);
    const slot = kind.usedPerSlot.indexOf(most);
    const when = naming.slot(slotName(naming.model.grid, slot));
    return {
      cells: [
        both(roomKindText(kind.kind)),
        String(kind.rooms),
        String(kind.used),
        String(kind.available),
        percent(kind.used, kind.available),
        percent(seated, seats),
        most === 0 ? '–' : `${both(when)} · ${most} / ${kind.availablePerSlot[slot] ?? 0}`,
      ],
    };
  });
  return htmlTable(columns, rows, both(reportText.roomKinds));
}

export const roomsPanel = (context: ReportContext): string =>
  cycleNote(context) + kindTable(context) + roomKindHeat(context) + roomHeat(context);
