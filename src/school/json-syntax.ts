/**
 * What JSON.parse does not tell: where and why a text is no JSON (asked only after it has refused the text; the engines' own messages
 * often lack the place), and keys that stand twice in one object (of which it silently keeps the last).
 */
import { keyPath } from './path.ts';

export interface JsonSyntaxError {
  line: number;
  column: number;
  /** the character found, or "" at the end of the text */
  found: string;
  /** a word that text/faults.ts explains */
  reason:
    | 'value'
    | 'string'
    | 'key'
    | 'colon'
    | 'comma'
    | 'trailing-comma'
    | 'escape'
    | 'control'
    | 'number'
    | 'end'
    | 'extra';
}

const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Reason = JsonSyntaxError['reason'];

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The end of the string that opens at `at`, or the fault in it. */
function readString(text: string, at: number): number | { at: number; reason: Reason } {
  for (let next = at + 1; ;) {
    next = matchAt(PLAIN_TEXT, text, next);
    const here = text[next];
    if (here === '"') return next + 1;
    if (here === undefined) return { at, reason: 'string' };
    if (here !== '\\') return { at: next, reason: 'control' };
    const end = matchAt(ESCAPE, text, next);
    if (end < 0) return { at: next, reason: 'escape' };
    next = end;
  }
}

/** A small automaton with an explicit stack: deep nesting is no danger to it. */
function findFault(text: string): { at: number; reason: Reason } {
  const open: ('{' | '[')[] = [];
  let expected: 'value' | 'first-value' | 'key' | 'first-key' | 'after' = 'value';
  let at = 0;
  for (;;) {
    at = matchAt(BLANK, text, at);
    const here = text[at];
    if (expected === 'after') {
      const inside = open.at(-1);
      if (inside === undefined) return { at, reason: 'extra' };
      if (here === ',') expected = inside === '{' ? 'key' : 'value';
      else if (here === (inside === '{' ? '}' : ']')) open.pop();
      else return { at, reason: here === undefined ? 'end' : 'comma' };
      at += 1;
    } else if (here === undefined) {
      return { at, reason: 'end' };
    } else if (expected === 'key' || expected === 'first-key') {
      if (here === '}' && expected === 'first-key') {
        open.pop();
        expected = 'after';
        at += 1;
        continue;
      }
      if (here !== '"') return { at, reason: here === '}' ? 'trailing-comma' : 'key' };
      const end = readString(text, at);
      if (typeof end !== 'number') return end;
      at = matchAt(BLANK, text, end);
      if (text[at] !== ':') return { at, reason: 'colon' };
      at += 1;
      expected = 'value';
    } else if (here === ']' && expected === 'first-value') {
      open.pop();
      expected = 'after';
      at += 1;
    } else if (here === '{' || here === '[') {
      open.push(here);
      expected = here === '{' ? 'first-key' : 'first-value';
      at += 1;
    } else {
      const end = here === '"' ? readString(text, at) : Math.max(matchAt(NUMBER, text, at), matchAt(WORD, text, at));
      if (typeof end !== 'number') return end;
      if (end < 0) return { at, reason: here === ']' ? 'trailing-comma' : /[-+.\d]/.test(here) ? 'number' : 'value' };
      at = end;
      expected = 'after';
    }
  }
}

/** For a text that is known to be no JSON: the first fault, with line and column (1-based, in characters). */
export function jsonSyntaxError(text: string): JsonSyntaxError {
  const { at, reason } = findFault(text);
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    line: before.split('\n').length,
    column: [...before.slice(lineStart)].length + 1,
    found: text.slice(at, at + 1),
    reason,
  };
}

interface OpenObject {
  /** of the object or list itself, from the one around it */
  step: string | number;
  /** keys so far; null for a list */
  keys: Set<string> | null;
  /** of the value that is being read */
  inside: string | number;
}

/** At most this many are told: a file that repeats more was not written by hand or by a JSON writer. */
const MOST_REPEATED = 20;

/** Keys that stand twice in one object, in the order of the text, of a text that is known to be JSON. */
export function findRepeatedKeys(text: string): { path: string; key: string }[] {
  const repeated: { path: string; key: string }[] = [];
  const open: OpenObject[] = [];
  const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/gy;
  const SKIP = /[^"{}[\],]*/y;
  let expectsKey = false;
  for (let at = matchAt(SKIP, text, 0); at < text.length; at = matchAt(SKIP, text, at)) {
    const end = matchAt(TOKEN, text, at);
    if (end < 0 || repeated.length >= MOST_REPEATED) break;
    const token = text[at];
    const here = open.at(-1);
    if (token === '{' || token === '[') {
      open.push({ step: here?.inside ?? '', keys: token === '{' ? new Set() : null, inside: 0 });
      expectsKey = token === '{';
    } else if (token === '}' || token === ']') {
      open.pop();
      expectsKey = false;
    } else if (token === ',') {
      expectsKey = here?.keys !== null;
      if (here && typeof here.inside === 'number') here.inside += 1;
    } else if (expectsKey && here?.keys) {
      const raw = text.slice(at + 1, end - 1);
      const key = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
      if (here.keys.has(key)) repeated.push({ path: keyPath(pathOf(open), key), key });
      here.keys.add(key);
      here.inside = key;
      expectsKey = false;
    }
    at = end;
  }
  return repeated;
}

const pathOf = (open: readonly OpenObject[]): string =>
  open.slice(1).reduce((path, { step }) => (typeof step === 'number' ? `${path}[${step}]` : keyPath(path, step)), '');
