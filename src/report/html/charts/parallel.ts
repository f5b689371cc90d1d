/** How many sections are taught at the same time, slot by slot. */
import { reportText } from '../../../text/report.ts';
import { fill } from '../../../text/catalogue.ts';
import type { ReportContext } from '../../context.ts';
import { say } from '../words.ts';
import { niceStep } from './histogram.ts';
import { figure, round, slotAxis, svg, text, weeksOfCycle } from './svg.ts';

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
  const barAt = (slot: number): string => {
    const sections = slots[slot]?.sections ?? 0;
    if (!context.open[slot] && sections === 0) return '';
    const h = (sections / busiest) * 130;
    const x = axis.x(slot);
    return (
      `<rect x="${x + 1}" y="${round(base - h)}" width="${cell - 3}" height="${round(h)}" fill="#3f78ad"/>` +
      text(x + cell / 2, base - h - 3, String(sections), { anchor: 'middle', kind: 'tiny' })
    );
  };
  const openSlots = slots.filter((_, slot) => context.open[slot]).map((slot) => slot.sections);
  const alt = fill(reportText.parallelAlt[context.lang], {
    max: Math.max(0, ...openSlots),
    min: openSlots.length === 0 ? 0 : Math.min(...openSlots),
  });
  const pictures = weeksOfCycle(context).map(({ heading, slots: shown }) => {
    const body = lines.join('') + shown.map(barAt).join('') + axis.head(height - 8);
    return heading + svg({ width: axis.width + 8, height, wide: true, alt, body });
  });
  return figure(say('parallel'), pictures);
}
