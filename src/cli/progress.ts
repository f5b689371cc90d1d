/** Progress on standard error: a line that rewrites itself on a terminal, JSON lines for programs. */
import type { ProgressEvent } from '../api/index.ts';
import { progressWords } from '../text/cli.ts';
import type { Lang } from '../text/lang.ts';
import { cut } from '../text/width.ts';
import type { Sink } from './world.ts';

export type ProgressKind = 'bar' | 'ndjson' | 'none';

export interface ProgressView {
  show(event: ProgressEvent): void;
  /** clears the line, so that what follows stands alone */
  end(): Promise<void>;
}

const BAR = 10;
const CLEAR_LINE = '\r\u001b[K';

/** 1234567 → 1.2M */
export function shortNumber(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toFixed(1)}M`;
  return value >= 1e3 ? `${(value / 1e3).toFixed(1)}k` : String(Math.round(value));
}

/** 12s, or 12/40s where the end is foreseen. */
function seconds({ elapsedSeconds, expectedEndSeconds }: ProgressEvent): string {
  const end = expectedEndSeconds === null ? '' : `/${Math.round(expectedEndSeconds)}`;
  return `${Math.round(elapsedSeconds)}${end}s`;
}

export function progressLine(event: ProgressEvent, lang: Lang): string {
  const share = event.epochs > 0 ? Math.min(1, event.epoch / event.epochs) : 0;
  const filled = Math.round(share * BAR);
  return [
    `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}]`,
    progressWords.stage[event.stage][lang],
    `${event.epoch}/${event.epochs}`,
    seconds(event),
    `${progressWords.hard[lang]} ${event.hard}`,
    `${progressWords.soft[lang]} ${event.soft} (${progressWords.bound[lang]} ${event.bound})`,
    `${shortNumber(event.movesPerSecond)}/s`,
  ].join('  ');
}

export function makeProgressView(kind: ProgressKind, stderr: Sink, lang: Lang): ProgressView {
  if (kind === 'ndjson') {
    return { show: (event) => void stderr.write(`${JSON.stringify(event)}\n`), end: () => Promise.resolve() };
  }
  if (kind === 'none' || !stderr.isTTY) return { show: () => {}, end: () => Promise.resolve() };
  let shown = false;
  return {
    show: (event) => {
      shown = true;
      void stderr.write(CLEAR_LINE + cut(progressLine(event, lang), (stderr.columns ?? 80) - 1));
    },
    end: () => (shown ? stderr.write(CLEAR_LINE) : Promise.resolve()),
  };
}
