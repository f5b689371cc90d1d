/** Where in a JSON text the places of some paths stand; a scan over the text that goes along those paths only. */

/** A path in steps: keys and indexes. */
export type Steps = readonly (string | number)[];

interface Mark {
  /** offset of the key, or of the list's item; -1 where the text does not have it */
  at: number;
  inside: Map<string | number, Mark>;
}

interface Open {
  mark: Mark | undefined;
  isObject: boolean;
  /** of a list: the item that is being read */
  index: number;
  /** what the value that is being read is to be marked at */
  child: Mark | undefined;
}

const newMark = (): Mark => ({ at: -1, inside: new Map() });

function marksOf(paths: readonly Steps[]): Mark {
  const root = newMark();
  root.at = 0;
  for (const steps of paths) {
    let here = root;
    for (const step of steps) {
      const next = here.inside.get(step) ?? newMark();
      here.inside.set(step, next);
      here = next;
    }
  }
  return root;
}

/** Marks what the text has; of a key that stands twice, the last, as JSON.parse does. `text` is known to be JSON. */
function scan(text: string, root: Mark): void {
  const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;
  const BLANK = /[ \t\n\r]*/y;
  const open: Open[] = [];
  let expectsKey = false;
  const itemAt = (list: Open, offset: number): void => {
    BLANK.lastIndex = offset;
    BLANK.test(text);
    list.child = list.mark?.inside.get(list.index);
    if (list.child) list.child.at = BLANK.lastIndex;
  };
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token] = match;
    const here = open.at(-1);
    if (token === '{' || token === '[') {
      const opened: Open = {
        mark: here ? here.child : root,
        isObject: token === '{',
        index: 0,
        child: undefined,
      };
      open.push(opened);
      expectsKey = opened.isObject;
      if (!opened.isObject && opened.mark) itemAt(opened, TOKEN.lastIndex);
    } else if (token === '}' || token === ']') {
      open.pop();
      expectsKey = false;
    } else if (token === ',') {
      expectsKey = here?.isObject ?? false;
      if (here && !here.isObject) {
        here.index += 1;
        if (here.mark) itemAt(here, TOKEN.lastIndex);
      }
    } else if (expectsKey && here) {
      expectsKey = false;
      here.child = here.mark?.inside.get(token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1));
      if (here.child) here.child.at = match.index;
    }
  }
}

/** The line (from 1) of each path, or of the nearest place around it that the text has. */
export function linesOf(text: string, paths: readonly Steps[]): number[] {
  const root = marksOf(paths);
  scan(text, root);
  const offsets = paths.map((steps) => {
    let here = root;
    for (const step of steps) {
      const next = here.inside.get(step);
      if (!next || next.at < 0) break;
      here = next;
    }
    return here.at;
  });
  const lines = new Map<number, number>();
  let line = 1;
  let end = text.indexOf('\n');
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    while (end >= 0 && end < offset) {
      line += 1;
      end = text.indexOf('\n', end + 1);
    }
    lines.set(offset, line);
  }
  return offsets.map((offset) => lines.get(offset) ?? 1);
}
