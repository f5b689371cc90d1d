/** What a page in docs/ says in its tables: rows by heading, and the codes in backquotes. */
import { textOf } from '../architecture/imports.ts';

export interface PagePart {
  /** the heading without marks */
  title: string;
  lines: string[];
}

/** The parts of a page by heading, code blocks left out. */
export function partsOf(path: string): PagePart[] {
  const parts: PagePart[] = [];
  let inCode = false;
  for (const line of textOf(path).split('\n')) {
    if (line.startsWith('```')) inCode = !inCode;
    else if (inCode) continue;
    else if (line.startsWith('#')) parts.push({ title: line.replace(/^#+ /, '').replaceAll('`', ''), lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}

export const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '');

/** The cells of the table rows of a part, without its head. */
export const rowsOf = (part: PagePart): string[][] =>
  part.lines
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** The words in backquotes of the first column. */
export const firstColumn = (part: PagePart): string[] => rowsOf(part).flatMap(([first = '']) => quoted(first));
