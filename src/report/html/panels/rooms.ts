/** Rooms: what is used of what there is, by kind and by room, over the week. */
import { reportText, roomKindText } from '../../../text/report.ts';
import type { ReportContext } from '../../context.ts';
import { busiestSlot, percent } from '../../figures.ts';
import { roomHeat, roomKindHeat } from '../charts/heat-map.ts';
import { htmlTable } from '../table.ts';
import { both, cycleNote, say } from '../words.ts';

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
    const busiest = busiestSlot(naming, kind);
    return {
      cells: [
        both(roomKindText(kind.kind)),
        String(kind.rooms),
        String(kind.used),
        String(kind.available),
        percent(kind.used, kind.available),
        percent(seated, seats),
        busiest ? `${both(busiest.when)} · ${busiest.used} / ${busiest.available}` : '–',
      ],
    };
  });
  return htmlTable(columns, rows, both(reportText.roomKinds));
}

export const roomsPanel = (context: ReportContext): string =>
  cycleNote(context) + kindTable(context) + roomKindHeat(context) + roomHeat(context);
