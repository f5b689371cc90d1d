/** Words in both languages side by side; the style sheet shows the language of the page, the switch turns it over. */
import { fillWords, type TextParams } from '../../text/catalogue.ts';
import type { Words } from '../../text/lang.ts';
import { reportText, type ReportKey } from '../../text/report.ts';
import type { ReportContext } from '../context.ts';
import { escapeText } from './escape.ts';

/** For text that both languages write alike, one span is saved. */
export const both = (words: Words): string =>
  words.zh === words.en
    ? escapeText(words.zh)
    : `<span lang="zh">${escapeText(words.zh)}</span><span lang="en">${escapeText(words.en)}</span>`;

export const filled = (key: ReportKey, params: TextParams): Words => fillWords(reportText[key], params);

/** Where a cycle has two weeks, that figures are of both. */
export const cycleNote = ({ naming }: ReportContext): string =>
  naming.model.grid.weeks === 1 ? '' : `<p class="note">${both(reportText.cycleNote)}</p>`;

export const say = (key: ReportKey, params: TextParams = {}): string => both(filled(key, params));

/** The same inside an SVG text element. */
export const svgBoth = (words: Words): string =>
  words.zh === words.en
    ? escapeText(words.zh)
    : `<tspan lang="zh">${escapeText(words.zh)}</tspan><tspan lang="en">${escapeText(words.en)}</tspan>`;

export const decimal = (value: number): string => value.toFixed(1);
