/** Columns on a terminal: a Chinese character takes two. */

const isWide = (char: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char);

export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += isWide(char) ? 2 : 1;
  return width;
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The longest beginning that is at most `width` columns wide. */
export function cut(text: string, width: number): string {
  let used = 0;
  let kept = '';
  for (const char of text) {
    used += isWide(char) ? 2 : 1;
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
    if (line !== '' && widthOf(line) + widthOf(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || piece.trim() !== '') line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
