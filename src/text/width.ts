/** Text that fits a terminal, where a Chinese character takes two columns and control characters of a name do nothing. */

const TWO_COLUMNS =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const NO_COLUMN = /\p{Mark}|\p{Format}/u;

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += NO_COLUMN.test(character) ? 0 : TWO_COLUMNS.test(character) ? 2 : 1;
  return width;
}

export type Align = 'left' | 'right';

export function padded(text: string, width: number, align: Align = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** One line: control characters of a file's names must not reach the terminal. */
export const plain = (text: string): string => text.replaceAll(/\p{Control}/gu, ' ');

/** The same for text of several lines. */
export const harmless = (text: string): string => text.replaceAll(/(?!\n)\p{Control}/gu, ' ');

/** The longest beginning that is at most `width` columns wide. */
export function cut(text: string, width: number): string {
  let used = 0;
  let kept = '';
  for (const char of text) {
    used += textWidth(char);
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
    if (line !== '' && textWidth(line) + textWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || piece.trim() !== '') line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
