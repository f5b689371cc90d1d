/** JSON paths as people read them: `courses[3].periods`, `students[0].levels["the key"]`. */

const PLAIN_KEY = /^[\p{L}\p{M}\p{Nd}_$-]+$/u;

export function keyPath(path: string, key: string): string {
  if (!PLAIN_KEY.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

export interface Step {
  /** a key, or an index */
  step: string | number;
  /** the path up to and with this step */
  path: string;
}

const STEP = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([^.[\]]+)/y;

/** The steps of a path that `keyPath` and indexes made; as many as can be read. */
export function stepsOf(path: string): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < path.length; at = STEP.lastIndex) {
    STEP.lastIndex = at;
    const match = STEP.exec(path);
    if (!match) break;
    const [, index, quoted, key] = match;
    const step =
      index === undefined ? (quoted === undefined ? (key ?? '') : (JSON.parse(quoted) as string)) : Number(index);
    steps.push({ step, path: path.slice(0, STEP.lastIndex) });
  }
  return steps;
}
