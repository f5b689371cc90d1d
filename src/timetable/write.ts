/** The timetable document as bytes: one canonical form, one section or lesson a line, so that two weeks can be compared by line. */
import { createHash } from 'node:crypto';
import type { Timetable } from './types.ts';

const KEY_ORDER: readonly string[] = [
  'format',
  'school',
  'scope',
  'status',
  'run',
  'score',
  'plan',
  'certificates',
  'modes',
  'scenarios',
  'homerooms',
  'sections',
  'lessons',
  'meetings',
  'selfStudy',
  'conflicts',
  'unserved',
  'unplaced',
  'utilization',
];

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTable = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);

/** A table takes one line per row, an object that holds tables one line per key, everything else a single line. */
function layOut(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  if (isTable(value)) {
    return `[\n${value.map((item) => deeper + JSON.stringify(item)).join(',\n')}\n${indent}]`;
  }
  if (isPlain(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.some(([, item]) => isTable(item))) {
      const lines = entries.map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${layOut(item, deeper)}`);
      return `{\n${lines.join(',\n')}\n${indent}}`;
    }
  }
  return JSON.stringify(value);
}

/** The document's text: contract keys in the contract's order, then keys of others (`x-…`), and a newline at the end. */
export function writeTimetable(timetable: Timetable): string {
  const document: Plain = { ...timetable };
  const known = KEY_ORDER.filter((key) => document[key] !== undefined);
  const others = Object.keys(document).filter((key) => !KEY_ORDER.includes(key) && document[key] !== undefined);
  const lines = [...known, ...others].map((key) => `  ${JSON.stringify(key)}: ${layOut(document[key], '  ')}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** JSON without blanks, keys of every object in code unit order: the same bytes whoever wrote the document. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (!isPlain(value)) return JSON.stringify(value);
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${fields.join(',')}}`;
}

/** sha256, as 64 hexadecimal digits. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * What two runs must agree on: sha256 of the document without `run.observed` and `run.digest`, as JSON without blanks and with sorted
 * keys.
 */
export function digestOf(timetable: Timetable): string {
  const run: Plain = { ...timetable.run };
  delete run['observed'];
  delete run['digest'];
  return sha256Of(canonicalJson({ ...timetable, run }));
}
