/** Teachers' loads, one bar each, with ticks at the agreed minimum, target and maximum. */
import type { TeacherUse } from '../../../timetable/types.ts';
import { loadState } from '../../utilization/teachers.ts';
import { escapeText } from '../escape.ts';
import { round, svg, text } from './svg.ts';

export interface LoadBar extends TeacherUse {
  name: string;
  /** index among the school's teachers */
  index: number;
}

export const LOAD_COLOURS = { within: '#3f78ad', over: '#b3261e', under: '#c98a1b' };

const LEFT = 66;
const RIGHT = 54;
const ROW = 17;

/** `longest` is the length of the scale in periods, the same for every picture of a page. */
export function loadBars(bars: readonly LoadBar[], longest: number, alt: string): string {
  const width = 340;
  const scale = (width - LEFT - RIGHT) / Math.max(1, longest);
  const lines = bars.map((bar, line) => {
    const y = line * ROW;
    const tick = (value: number | undefined, style: string): string =>
      value === undefined ? '' : `<path d="M${round(LEFT + value * scale)} ${y + 1}v13" ${style}/>`;
    return (
      `<a href="#week/teacher/${bar.index}">${text(LEFT - 6, y + 12, escapeText(bar.name), { anchor: 'end', kind: 'link' })}</a>` +
      `<rect x="${LEFT}" y="${y + 3}" width="${round(bar.load * scale)}" height="9" fill="${LOAD_COLOURS[loadState(bar)]}"/>` +
      tick(bar.min, 'stroke="#5c6670" stroke-dasharray="2 2"') +
      tick(bar.target, 'stroke="#1c2733" stroke-width="1"') +
      tick(bar.max, 'stroke="#b3261e" stroke-width="2"') +
      text(width - RIGHT + 8, y + 12, `${bar.load} / ${bar.max}`, { kind: 'faint' })
    );
  });
  return svg({ width, height: Math.max(1, bars.length) * ROW + 2, alt, body: lines.join('') });
}
