/** Counts over a number line: class sizes with their limits, students by free periods. */
import type { Words } from '../../../text/lang.ts';
import { round, svg, text, words } from './svg.ts';

export interface Series {
  label: Words;
  colour: string;
  /** count by value */
  counts: Map<number, number>;
}

export interface Mark {
  at: number;
  /** the line runs before, through or after the bar of `at` */
  side: 'before' | 'on' | 'after';
  label: Words;
  colour: string;
  dash?: string;
}

export interface Histogram {
  alt: string;
  series: Series[];
  marks: Mark[];
  xLabel: Words;
  yLabel: Words;
  width?: number;
  height?: number;
}

const LEFT = 46;
const RIGHT = 16;
const BOTTOM = 40;
const MARK_ROW = 15;

/** 1, 2 or 5 times a power of ten, so that about `wanted` steps reach `top`. */
export function niceStep(top: number, wanted = 4): number {
  const raw = Math.max(top, 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10;
  return Math.max(1, step * power);
}

function axes(
  top: number,
  from: number,
  to: number,
  plot: { w: number; h: number; y: number },
  chart: Histogram,
): string {
  const bar = plot.w / (to - from + 1);
  const step = niceStep(top);
  const lines: string[] = [];
  for (let value = 0; value <= top; value += step) {
    const y = round(plot.y + plot.h - (value / top) * plot.h);
    lines.push(`<path d="M${LEFT} ${y}h${plot.w}" stroke="${value === 0 ? '#5c6670' : '#e3e6e8'}"/>`);
    lines.push(text(LEFT - 6, y + 4, String(value), { anchor: 'end', kind: 'faint' }));
  }
  const xStep = niceStep(to - from, 10);
  for (let value = Math.ceil(from / xStep) * xStep; value <= to; value += xStep) {
    const x = LEFT + (value - from + 0.5) * bar;
    lines.push(text(x, plot.y + plot.h + 14, String(value), { anchor: 'middle', kind: 'faint' }));
  }
  lines.push(text(LEFT + plot.w / 2, plot.y + plot.h + 32, words(chart.xLabel), { anchor: 'middle' }));
  lines.push(text(6, plot.y - 12, words(chart.yLabel), { kind: 'faint' }));
  return lines.join('');
}

export function histogram(chart: Histogram): string {
  const { width = 640, height = 260, series, marks } = chart;
  const values = series.flatMap(({ counts }) => [...counts.keys()]);
  const from = Math.min(...values, ...marks.map((mark) => mark.at)) - 1;
  const to = Math.max(...values, ...marks.map((mark) => mark.at)) + 1;
  if (!Number.isFinite(from) || !Number.isFinite(to)) return '';
  const total = (value: number): number => series.reduce((sum, { counts }) => sum + (counts.get(value) ?? 0), 0);
  const top = Math.max(1, ...values.map(total));
  const headroom = 22 + marks.length * MARK_ROW;
  const plot = { w: width - LEFT - RIGHT, h: height - BOTTOM - headroom, y: headroom };
  const bar = plot.w / (to - from + 1);
  const gap = Math.min(2, bar * 0.2);
  const bars: string[] = [];
  for (let value = from; value <= to; value++) {
    let y = plot.y + plot.h;
    for (const { counts, colour } of series) {
      const count = counts.get(value) ?? 0;
      if (count === 0) continue;
      const h = (count / top) * plot.h;
      y -= h;
      bars.push(
        `<rect x="${round(LEFT + (value - from) * bar + gap / 2)}" y="${round(y)}" width="${round(bar - gap)}" height="${round(h)}" fill="${colour}"><title>${value}: ${count}</title></rect>`,
      );
    }
  }
  const shift = { before: 0, on: 0.5, after: 1 };
  const lines = marks.map((mark, row) => {
    const x = round(LEFT + (mark.at - from + shift[mark.side]) * bar);
    const y = 14 + row * MARK_ROW;
    const end = x > LEFT + plot.w * 0.7;
    const dash = mark.dash ? ` stroke-dasharray="${mark.dash}"` : '';
    return (
      `<path d="M${x} ${y - 9}V${plot.y + plot.h}" stroke="${mark.colour}" stroke-width="1.5"${dash}/>` +
      text(end ? x - 5 : x + 5, y, `${words(mark.label)} ${mark.at}`, { anchor: end ? 'end' : 'start', kind: 'mark' })
    );
  });
  return svg({
    width,
    height,
    alt: chart.alt,
    body: axes(top, from, to, plot, chart) + bars.join('') + lines.join(''),
  });
}
