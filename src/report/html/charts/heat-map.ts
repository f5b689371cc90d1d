/** Rooms over the week: every kind with its number in use per slot, and every single room. */
import { slotName } from '../../../school/slots.ts';
import { reportText, roomKindText } from '../../../text/report.ts';
import type { RoomKindUse } from '../../../timetable/types.ts';
import type { ReportContext } from '../../context.ts';
import { percent } from '../../figures.ts';
import { roomGrid } from '../../utilization/rooms.ts';
import { escapeText } from '../escape.ts';
import { both, say } from '../words.ts';
import { figure, slotAxis, svg, text, weeksOfCycle, words } from './svg.ts';

const HEAD = 34;

/** From paper white to deep blue; every step differs in lightness, so it survives a black-and-white printer. */
const SHADES = ['#f4f7fa', '#dbe7f2', '#bfd5e9', '#98bbdb', '#6b9ac6', '#3f78ad', '#1d5288'];
const HATCH =
  '<defs><pattern id="closed" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#f3f3f1"/><path d="M0 0v5" stroke="#cfcfca" stroke-width="1.5"/></pattern></defs>';

const shadeOf = (used: number, available: number): number =>
  used === 0 ? 0 : Math.min(SHADES.length - 1, 1 + Math.floor((used / Math.max(available, 1)) * (SHADES.length - 2)));

export function roomKindHeat(context: ReportContext): string {
  const { roomKinds } = context.use;
  const left = 150;
  const cell = 20;
  const row = 24;
  const axis = slotAxis(context, left, cell);
  const { grid } = context.naming.model;
  const cellAt = (kind: RoomKindUse, slot: number, y: number): string => {
    const used = kind.usedPerSlot[slot] ?? 0;
    const available = kind.availablePerSlot[slot] ?? 0;
    const x = axis.x(slot);
    const shade = shadeOf(used, available);
    const fill = available === 0 && used === 0 ? 'url(#closed)' : SHADES[shade];
    const when = context.naming.slot(slotName(grid, slot))[context.lang];
    const number =
      used === 0
        ? ''
        : text(x + (cell - 1) / 2, y + 15, String(used), { anchor: 'middle', kind: shade >= 4 ? 'light' : 'cell' });
    return `<g><title>${escapeText(`${when} ${used}/${available}`)}</title><rect x="${x}" y="${y}" width="${cell - 1}" height="${row - 2}" fill="${fill}"/>${number}</g>`;
  };
  const pictures = weeksOfCycle(context).map(({ heading, slots }) => {
    const lines = roomKinds.map((kind, k) => {
      const y = HEAD + k * row;
      const total = (of: readonly number[]): number => slots.reduce((sum, slot) => sum + (of[slot] ?? 0), 0);
      return (
        text(left - 8, y + 15, `${words(roomKindText(kind.kind))} · ${kind.rooms}`, { anchor: 'end' }) +
        slots.map((slot) => cellAt(kind, slot, y)).join('') +
        text(axis.width + 8, y + 15, percent(total(kind.usedPerSlot), total(kind.availablePerSlot)), { kind: 'strong' })
      );
    });
    const picture = svg({
      width: axis.width + 56,
      height: HEAD + roomKinds.length * row,
      wide: true,
      alt: reportText.roomKindHeat[context.lang],
      body: HATCH + axis.head(HEAD - 3) + lines.join(''),
    });
    return heading + picture;
  });
  return figure(`${say('roomKindHeat')}<small>${say('heatLegend')}</small>`, pictures);
}

/** One path for all cells of a room that look alike keeps a hundred rooms small. */
export function roomHeat(context: ReportContext): string {
  const { rooms } = context.school;
  const grid = roomGrid(context.week);
  const left = 150;
  const cell = 16;
  const row = 15;
  const axis = slotAxis(context, left, cell);
  const byKind = context.use.roomKinds.map(({ kind }) => rooms.flatMap((room, r) => (room.kind === kind ? [r] : [])));
  const weeks = weeksOfCycle(context);
  const pictureOf = (members: readonly number[], week: (typeof weeks)[number]): string => {
    const kind = roomKindText(rooms[members[0] ?? 0]?.kind ?? '');
    const lines = members.map((r, line) => {
      const y = HEAD + line * row;
      const paths = new Map<string, string>();
      week.slots.forEach((slot) => {
        const used = grid.used[r]?.[slot] ?? 0;
        const available = grid.available[r]?.[slot] ?? 0;
        const over = used > Math.max(1, rooms[r]?.concurrent ?? 1);
        const fill = over
          ? '#b3261e'
          : used > 0
            ? (SHADES[shadeOf(used, available)] ?? '')
            : available === 0
              ? 'url(#closed)'
              : '#f4f7fa';
        const box = `M${axis.x(slot)} ${y}h${cell - 1}v${row - 2}h-${cell - 1}z`;
        paths.set(fill, (paths.get(fill) ?? '') + box);
      });
      const total = (of: Uint16Array[]): number => week.slots.reduce((sum, slot) => sum + (of[r]?.[slot] ?? 0), 0);
      return (
        `<a href="#week/room/${r}">${text(left - 8, y + 11, escapeText(rooms[r]?.name ?? ''), { anchor: 'end', kind: 'link' })}</a>` +
        [...paths].map(([fill, d]) => `<path d="${d}" fill="${fill}"/>`).join('') +
        text(axis.width + 8, y + 11, percent(total(grid.used), total(grid.available)), { kind: 'faint' })
      );
    });
    const picture = svg({
      width: axis.width + 56,
      height: HEAD + members.length * row,
      alt: `${kind[context.lang]}：${reportText.roomHeatAlt[context.lang]}`,
      body: axis.head(HEAD - 3) + lines.join(''),
    });
    return `<h4>${both(kind)}${week.name ? ` · ${both(week.name)}` : ''}</h4>${picture}`;
  };
  const pictures = byKind.flatMap((members) => weeks.map((week) => pictureOf(members, week)));
  return figure(say('roomHeat'), pictures);
}
