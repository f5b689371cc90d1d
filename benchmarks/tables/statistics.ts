/** Figures of several runs, and how they are written. */

/** The middle value, of two the mean; throws on nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('the median of no values');
  return (lower + upper) / 2;
}

/** 1234 → 1230, 12345 → 12 300, 12.345 → 12.3: three figures are as many as a shared machine gives. */
export function figure(value: number): string {
  const short = Number(value.toPrecision(3));
  if (Math.abs(short) < 10_000) return String(short);
  return String(short).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}

/** `5.2 (4.8–6.1)`: the median and the ends; one figure where all agree; `–` where there is none. */
export function spread(values: readonly number[], write: (value: number) => string = figure): string {
  if (values.length === 0) return '–';
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map(write);
  return least === most ? String(middle) : `${middle} (${least}–${most})`;
}

export const percent = (share: number): string => `${figure(100 * share)} %`;
