/** The frame of every picture: a figure with a caption, and an SVG that says in words what it shows. */
import type { Words } from '../../../text/lang.ts';
import { weekMark } from '../../../text/weeks.ts';
import type { ReportContext } from '../../context.ts';
import { dayName, periodName } from '../../naming.ts';
import { escapeText } from '../escape.ts';
import { both, svgBoth } from '../words.ts';

export interface Picture {
  width: number;
  height: number;
  /** for those who do not see it */
  alt: string;
  body: string;
  /** as wide as the page allows */
  wide?: boolean;
}

export const svg = ({ width, height, alt, body, wide }: Picture): string =>
  `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"${wide ? ' class="wide"' : ''} role="img" aria-label="${escapeText(alt)}">${body}</svg>`;

export const figure = (caption: string, pictures: readonly string[]): string =>
  `<figure><figcaption>${caption}</figcaption>${pictures.join('')}</figure>`;

/** The slots of each week of the cycle; a heading where there are two. */
export function weeksOfCycle({
  naming,
}: ReportContext): { heading: string; slots: number[]; name: Words | undefined }[] {
  const { weeks, slotsPerWeek } = naming.model.grid;
  return Array.from({ length: weeks }, (_, week) => {
    const name = weeks === 1 ? undefined : weekMark[week === 0 ? 'odd' : 'even'].long;
    const slots = Array.from({ length: slotsPerWeek }, (__, slot) => week * slotsPerWeek + slot);
    return { heading: name ? `<h4>${both(name)}</h4>` : '', slots, name };
  });
}

interface TextOptions {
  anchor?: 'start' | 'middle' | 'end';
  kind?: string;
}

export function text(x: number, y: number, content: string, { anchor = 'start', kind }: TextOptions = {}): string {
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}"${anchored}${kind ? ` class="${kind}"` : ''}>${content}</text>`;
}

export const round = (value: number): number => Math.round(value * 100) / 100;

export const words = (value: Words): string => svgBoth(value);

export interface SlotAxis {
  /** left edge by slot of the cycle: each week stands in a picture of its own */
  x: (slot: number) => number;
  cell: number;
  width: number;
  /** names of days and periods, two lines, ending at `y` */
  head: (y: number) => string;
}

const DAY_GAP = 6;

/** Slots from left to right, a gap between days. */
export function slotAxis(context: ReportContext, left: number, cell: number): SlotAxis {
  const { days, periods } = context.school.calendar;
  const dayWidth = periods.length * cell + DAY_GAP;
  const { slotsPerWeek } = context.naming.model.grid;
  const x = (slot: number): number =>
    left + Math.floor((slot % slotsPerWeek) / periods.length) * dayWidth + (slot % periods.length) * cell;
  const head = (y: number): string =>
    days
      .map((day, d) => {
        const first = x(d * periods.length);
        const title = text(first + (periods.length * cell) / 2, y - 15, words(dayName(day.id, day.name)), {
          anchor: 'middle',
          kind: 'strong',
        });
        const numbers = periods.map((period, p) => {
          const short = periodName(period.id, period.name).en.replace(/^P/, '');
          const label = short.length > 2 ? period.id.slice(0, 2) : short;
          return text(first + (p + 0.5) * cell, y - 2, escapeText(label), { anchor: 'middle', kind: 'faint' });
        });
        return title + numbers.join('');
      })
      .join('');
  return { x, cell, width: left + days.length * dayWidth - DAY_GAP, head };
}
