/** Text that fits a terminal, where a Chinese character takes two columns. */
import { columnsOf } from '../text/columns.ts';

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

/** Control characters of a file's names must not reach the terminal; line ends may. */
export const harmless = (text: string): string => text.replaceAll(/(?!\n)\p{Control}/gu, ' ');

/** The longest beginning that is at most `width` columns wide. */
export function cut(text: string, width: number): string {
  let used = 0;
  let kept = '';
  for (const char of text) {
    used += columnsOf(char);
    if (used > width) break;
    kept += char;
  }
  return kept;
}

const OPENING = '“‘（《';
const CLOSING = '，。；：、）》”’！？';
const WIDE = '\u2e80-\uffef';

/** Blanks; a Chinese character with the marks that cling to it; a word of other letters with its closing marks. */
const PIECE = new RegExp(
  `\\s+|[${OPENING}]*(?:[^\\s${WIDE}${OPENING}${CLOSING}]+|[${WIDE}])[${CLOSING}]*|[${OPENING}${CLOSING}]+`,
  'gu',
);

/** Lines of at most `width` columns; breaks at blanks and between Chinese characters, never before a closing mark or after an opening one. */
export function fold(text: string, width: number): string[] {
  const pieces = text.match(PIECE) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && columnsOf(line) + columnsOf(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || piece.trim() !== '') line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
