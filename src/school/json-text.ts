/** Bytes or text to a JSON value; what goes wrong on the way is reported with its line and column. */
import type { FaultList } from './fault-list.ts';
import { keyPath } from './path.ts';
import { findRepeatedKeys, jsonSyntaxError } from './json-syntax.ts';

/** Deeper documents are no schools, and would break every recursive walk. */
const MAX_DEPTH = 64;

/** The text without a byte order mark; null where the bytes are not UTF-8. */
export function decodeText(input: string | Uint8Array): string | null {
  if (typeof input === 'string') return input.startsWith('\uFEFF') ? input.slice(1) : input;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(input);
  } catch {
    return null;
  }
}

/** The same, with a fault where the bytes are not UTF-8. */
export function decode(input: string | Uint8Array, faults: FaultList): string | null {
  const text = decodeText(input);
  if (text === null && typeof input !== 'string') {
    faults.report('file.encoding', '', undefined, { guess: guessEncoding(input) });
  }
  return text;
}

function guessEncoding(bytes: Uint8Array): string {
  const start = `${bytes[0]} ${bytes[1]}`;
  if (start === '255 254' || start === '254 255') return 'UTF-16';
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return 'GB18030';
  } catch {
    return '?';
  }
}

/** Half of a character outside the basic plane: it cannot be written as UTF-8, and two of them would come out the same. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The value, or undefined where there is none to work with. */
export function parseJson(input: string | Uint8Array, faults: FaultList): unknown {
  const text = decode(input, faults);
  if (text === null) return undefined;
  if (text.trim() === '') {
    faults.report('file.empty', '');
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { line, column, found, reason } = jsonSyntaxError(text);
    faults.report('json.syntax', '', undefined, { line, column, found, reason });
    return undefined;
  }
  if (!isBounded(value, faults) || !isShallow(value, faults)) return undefined;
  for (const { path, key } of findRepeatedKeys(text)) faults.report('key.twice', path, undefined, { key });
  const isPlain = !MAY_BE_ODD.test(text) && !(typeof input === 'string' && LONE_SURROGATE.test(text));
  return isPlain ? value : withoutNulls(value, '', faults);
}

/** In a text without these is nothing that `withoutNulls` leaves out or reports. An escape may be half a character, or part of `__proto__`; bytes hold no half ones. */
const MAY_BE_ODD = /null|__proto__|\\u/u;

/** Longer lists are not of one school, and are not looked into. */
const LONGEST = 100_000;

function isBounded(document: unknown, faults: FaultList): boolean {
  if (typeof document !== 'object' || document === null) return true;
  let bounded = true;
  for (const [key, list] of Object.entries(document)) {
    if (!Array.isArray(list) || list.length <= LONGEST) continue;
    faults.report('list.too-long', key, undefined, { key, count: list.length, most: LONGEST });
    bounded = false;
  }
  return bounded;
}

/** Without recursion, so that a million brackets are a fault and not a crash. */
function isShallow(root: unknown, faults: FaultList): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) next.push(child);
    }
    if (next.length === 0) return true;
    level = next;
  }
  faults.report('json.too-deep', '', undefined, { max: MAX_DEPTH });
  return false;
}

/**
 * `null` and missing are the same: keys with null go away (a null in a list stays, to keep the indexes; the shape reports it).
 * The integrator's own `x-` values are left as they are. A key `__proto__` is a fault and never reaches an object we make.
 */
function withoutNulls(value: unknown, path: string, faults: FaultList): unknown {
  if (Array.isArray(value)) return value.map((item, index) => withoutNulls(item, `${path}[${index}]`, faults));
  if (typeof value === 'string' && LONE_SURROGATE.test(value)) faults.report('text.half-character', path, undefined);
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    if (key === '__proto__') faults.report('key.unknown', keyPath(path, key), undefined, { key });
    else if (LONE_SURROGATE.test(key)) faults.report('text.half-character', path, undefined);
    else if (key.startsWith('x-')) kept[key] = child;
    else if (child !== null) kept[key] = withoutNulls(child, keyPath(path, key), faults);
  }
  return kept;
}
