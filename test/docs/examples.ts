/**
 * The examples of a page in docs/: JSON blocks named after what they are. `school` is the base school, `fragment` is laid over it by
 * the rule the page states, `change` over the school of the example before, `result` is a part of what comes out. The line after a fragment says what the program makes of it.
 */
import { textOf } from '../architecture/imports.ts';

export type Plain = Record<string, unknown>;

export interface Example {
  /** the heading above */
  title: string;
  school: Plain;
  /** `solve --base` starts from the week of `base` */
  command: 'solve' | 'solve --base' | 'plan' | 'validate';
  base: Plain;
  /** the words after the command: `complete`, or codes with their places */
  says: string;
  results: Plain[];
}

interface Block {
  kind: string;
  title: string;
  text: string;
  /** the line after it that is not empty */
  after: string;
}

function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let title = '';
  const lines = page.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.startsWith('#')) title = line.replace(/^#+ /, '');
    if (!line.startsWith('```')) continue;
    const end = lines.indexOf('```', at + 1);
    const kind = line.startsWith('```json ') ? line.slice('```json '.length) : '';
    const after = lines.slice(end + 1).find((next) => next !== '') ?? '';
    if (line.startsWith('```json')) blocks.push({ kind, title, text: lines.slice(at + 1, end).join('\n'), after });
    at = end;
  }
  return blocks;
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasIds = (list: unknown): list is (Plain & { id: string })[] =>
  Array.isArray(list) && list.length > 0 && list.every((item) => isPlain(item) && typeof item['id'] === 'string');

/** Objects key by key, lists of things with ids id by id; everything else replaces, and null takes away. */
export function layOver(base: unknown, over: unknown): unknown {
  if (hasIds(base) && hasIds(over)) {
    const laid = base.map((item) => {
      const same = over.find(({ id }) => id === item.id);
      return same === undefined ? item : layOver(item, same);
    });
    return [...laid, ...over.filter(({ id }) => !base.some((item) => item.id === id))];
  }
  if (!isPlain(base) || !isPlain(over)) return over;
  const laid: Plain = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete laid[key];
    else laid[key] = layOver(base[key], value);
  }
  return laid;
}

const SAYS = /^→ `(solve|solve --base|plan|validate)`: (.+)$/;

/** `basePath`: the page whose base school the fragments are laid over, where it is another one. */
export function examplesOf(path: string, basePath?: string): Example[] {
  const blocks = blocksOf(textOf(path));
  let base: Plain = basePath === undefined ? {} : (examplesOf(basePath)[0]?.school ?? {});
  const examples: Example[] = [];
  for (const { kind, title, text, after } of blocks) {
    const document = JSON.parse(text) as Plain;
    if (kind === 'result') examples.at(-1)?.results.push(document);
    if (kind !== 'school' && kind !== 'fragment' && kind !== 'change') continue;
    const under = kind === 'change' ? (examples.at(-1)?.school ?? {}) : base;
    if (kind === 'school') base = document;
    const [, command = '', says = ''] = SAYS.exec(after) ?? [];
    if (command === '') throw new Error(`${path}, ${title}: the line after the example does not say what it gives`);
    const school = (kind === 'school' ? document : layOver(under, document)) as Plain;
    const from = kind === 'change' ? under : base;
    examples.push({ title, school, command: command as Example['command'], base: from, says, results: [] });
  }
  const stray = blocks.find(({ kind }) => !['school', 'fragment', 'change', 'result'].includes(kind));
  if (stray)
    throw new Error(`${path}, ${stray.title}: a JSON block that is neither school, fragment, change nor result`);
  return examples;
}

/** Whether `part` is found in `whole`: objects by the keys of the part, each object of a list somewhere in the list. */
export function isPartOf(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part) && part.some(isPlain)) {
    return Array.isArray(whole) && part.every((item) => whole.some((other) => isPartOf(item, other)));
  }
  if (isPlain(part)) return isPlain(whole) && Object.entries(part).every(([key, value]) => isPartOf(value, whole[key]));
  return JSON.stringify(part) === JSON.stringify(whole);
}
