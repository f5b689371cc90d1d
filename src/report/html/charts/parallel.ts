/** How many sections are taught at the same time, slot by slot. */
import { reportText } from '../../../text/report.ts';
import { fill } from '../../../text/catalogue.ts';
import type { ReportContext } from '../../context.ts';
import { say } from '../words.ts';
import { niceStep } from './histogram.ts';
import { figure, round, slotAxis, text } from './svg.ts';

export function parallelSections(context: ReportContext): string {
  const { slots } = context.use;
  const left = 40;
  const cell = 20;
  const height = 198;
  const base = 150;
  const axis = slotAxis(context, left, cell);
  const busiest = Math.max(1, ...slots.map((slot) => slot.sections));
  const step = niceStep(busiest);
  const lines: string[] = [];
  for (let value = 0; value <= busiest; value += step) {
    const y = round(base - (value / busiest) * 130);
    lines.push(`<path d="M${left} ${y}H${axis.width}" stroke="${value === 0 ? '#5c6670' : '#e3e6e8'}"/>`);
    lines.push(text(left - 6, y + 4, String(value), { anchor: 'end', kind: 'faint' }));
  }
  const bars = slots.map((use, slot) => {
    if (!context.open[slot] && use.sections === 0) return '';
    const h = (use.sections / busiest) * 130;
    const x = axis.x(slot);
    return (
      `<rect x="${x + 1}" y="${round(base - h)}" width="${cell - 3}" height="${round(h)}" fill="#3f78ad"/>` +
      text(x + cell / 2, base - h - 3, String(use.sections), { anchor: 'middle', kind: 'tiny' })
    );
  });
  const openSlots = slots.filter((_, slot) => context.open[slot]).map((slot) => slot.sections);
  return figure({
    width: axis.width + 8,
    height,
    wide: true,
    alt: fill(reportText.parallelAlt[context.lang], {
      max: Math.max(0, ...openSlots),
      min: openSlots.length === 0 ? 0 : Math.min(...openSlots),
    }),
    caption: say('parallel'),
    body: lines.join('') + bars.join('') + axis.head(height - 8),
  });
}
