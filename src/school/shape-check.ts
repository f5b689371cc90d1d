/** Checks a document against a shape and says every fault with its path: types by fastest-validator, keys by our own walk. */
import Validator from 'fastest-validator';
import type { ValidationError, ValidationSchema } from 'fastest-validator';
import type { FaultList } from './fault-list.ts';
import { nearestAll, suggestion, suggestionOf } from './nearest.ts';
import { keyPath } from './path.ts';
import type { Shape } from './shape.ts';

export type ShapeCheck = (document: unknown, root: string, faults: FaultList) => void;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): Shape['type'] =>
  Array.isArray(value) ? 'array' : value === null ? 'any' : (typeof value as Shape['type']);

/** Whether a value could be meant for this alternative of a union. */
function suits(shape: Shape, value: unknown): boolean {
  const type = typeOf(value);
  if (type === 'string') return shape.type === 'string' || shape.type === 'enum';
  if (type === 'object') return shape.type === 'object' || shape.type === 'record';
  return shape.type === type;
}

/** What the walk over the keys leaves to say about fastest-validator's errors. */
interface Walked {
  /** paths of keys that a misspelt one was probably meant for: not missing as well */
  meant: Set<string>;
  /** paths of lists with null among the items, for which fastest-validator has no index */
  nullsIn: Set<string>;
}

/** Reports unknown keys, nulls in lists, and what is not read yet. */
function checkKeys(shape: Shape, value: unknown, path: string, faults: FaultList, walked: Walked): void {
  if (value === undefined || value === null || shape.notRead) return;
  if (shape.type === 'multi') {
    const chosen = shape.rules.find((rule) => suits(rule, value));
    if (chosen) checkKeys(chosen, value, path, faults, walked);
  } else if (shape.type === 'enum' && shape.later?.includes(value as string)) {
    faults.report('value.not-read', path, value);
  } else if (shape.type === 'array' && Array.isArray(value)) {
    value.forEach((item, index) => {
      const here = `${path}[${index}]`;
      if (item === null) {
        walked.nullsIn.add(path);
        faults.report('shape.missing', here, undefined, { key: `[${index}]` });
      } else checkKeys(shape.items, item, here, faults, walked);
    });
  } else if (shape.type === 'record' && isObject(value)) {
    for (const key of Object.keys(value)) checkKeys(shape.value, value[key], keyPath(path, key), faults, walked);
  } else if (shape.type === 'object' && isObject(value)) {
    for (const key of Object.keys(value)) {
      const known = Object.hasOwn(shape.props, key) ? shape.props[key] : undefined;
      if (known?.notRead) faults.report('key.not-read', keyPath(path, key), value[key], { key });
      else if (known) checkKeys(known, value[key], keyPath(path, key), faults, walked);
      else if (!shape.open && !key.startsWith('x-'))
        reportUnknownKey(shape.props, value, key, path, faults, walked.meant);
    }
  }
}

function reportUnknownKey(
  props: Record<string, Shape>,
  value: Record<string, unknown>,
  key: string,
  path: string,
  faults: FaultList,
  meant: Set<string>,
): void {
  const near = nearestAll(
    key,
    Object.keys(props).filter((known) => !Object.hasOwn(value, known)),
  );
  for (const known of near) meant.add(keyPath(path, known));
  faults.report('key.unknown', keyPath(path, key), value[key], { key, ...suggestionOf(near) });
}

/** The shapes passed on the way to a field of fastest-validator (`rooms[3].seats`), and the nearest union with its path. */
function shapeAt(root: Shape, field: string): { shape?: Shape; union?: { field: string; shape: Shape } } {
  let shape: Shape | undefined = root;
  let union: { field: string; shape: Shape } | undefined;
  let walked = '';
  const tokens: string[] = field.match(/[^.[\]]+|\[\d+\]/g) ?? [];
  for (const token of tokens) {
    if (shape?.type === 'multi') {
      const wanted: string[] = token.startsWith('[') ? ['array'] : ['object', 'record'];
      shape = shape.rules.find((rule) => wanted.includes(rule.type));
    }
    if (shape?.type === 'array') shape = shape.items;
    else if (shape?.type === 'record') shape = shape.value;
    else if (shape?.type === 'object') shape = Object.hasOwn(shape.props, token) ? shape.props[token] : undefined;
    else return union ? { union } : {};
    walked += token.startsWith('[') || walked === '' ? token : `.${token}`;
    if (shape?.type === 'multi') union = { field: walked, shape };
  }
  return { ...(shape ? { shape } : {}), ...(union ? { union } : {}) };
}

const looksLikeNumber = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));

const takesNumber = (shape: Shape): boolean =>
  shape.type === 'number' || (shape.type === 'multi' && shape.rules.some((rule) => rule.type === 'number'));

function reportError(error: ValidationError, shape: Shape | undefined, path: string, faults: FaultList): void {
  const { type, actual: value, expected } = error;
  if (type === 'required' && path === '') {
    faults.report('shape.type', path, undefined, { expected: 'object' });
  } else if (type === 'required') {
    faults.report('shape.missing', path, undefined, { key: path.replace(/^.*[.\]](?=[^.\]]+$)/, '') });
  } else if (type === 'numberInteger') {
    faults.report('shape.integer', path, value);
  } else if (type === 'numberMin') {
    faults.report('shape.least', path, value, { least: expected });
  } else if (type === 'numberMax') {
    faults.report('shape.most', path, value, { most: expected });
  } else if (type === 'stringEmpty' || type === 'arrayMin') {
    faults.report('shape.empty', path);
  } else if (shape && takesNumber(shape) && looksLikeNumber(value)) {
    faults.report('shape.number-as-text', path, value, { number: String(Number(value)) });
  } else if (type === 'enumValue' && typeof value === 'string') {
    const rule = shape?.type === 'multi' ? shape.rules.find((each) => each.type === 'enum') : shape;
    const values = rule?.type === 'enum' ? rule.values : [];
    faults.report('shape.one-of', path, value, { allowed: values.join(' · '), ...suggestion(value, values) });
  } else {
    const expects =
      shape?.type === 'multi' ? shape.expected : shape?.type === 'enum' ? 'string' : (shape?.type ?? 'string');
    faults.report('shape.type', path, value, { expected: expects });
  }
}

/** Of the errors that the alternatives of one union gave at its own place, the one that tells most; none where it lies deeper. */
function tellingError(errors: ValidationError[], shape: Shape): ValidationError | undefined {
  const value: unknown = errors.find((error) => error.type !== 'arrayMin')?.actual;
  const telling: Record<string, string[]> = {
    string: ['stringEmpty', 'enumValue'],
    number: ['numberInteger', 'numberMin', 'numberMax'],
    array: ['arrayMin'],
  };
  const rules = shape.type === 'multi' ? shape.rules : [];
  if (rules.some((rule) => suits(rule, value)) || errors.some((error) => error.type === 'arrayMin')) {
    const wanted = telling[typeOf(value)] ?? [];
    const found = errors.find((error) => wanted.includes(error.type) || error.type === 'arrayMin');
    if (found) return found;
  }
  return errors.find((error) => error.type !== 'enumValue') ?? errors[0];
}

/** The fields that the field lies in: `a[3].b` lies in `a[3]` and in `a`. */
const containers = (field: string): string[] =>
  [...field.matchAll(/[.[]/g)].map(({ index }) => field.slice(0, index)).filter((it) => it !== '');

/** Compiles on first use; the check mutates nothing that the document's reader would notice (no conversion is asked for). */
export function shapeCheck(shape: Shape): ShapeCheck {
  let compiled: ((value: unknown) => true | ValidationError[]) | undefined;
  return (document, root, faults) => {
    const place = (field: string): string =>
      root === '' ? field : field === '' || field.startsWith('[') ? root + field : `${root}.${field}`;
    const walked: Walked = { meant: new Set(), nullsIn: new Set() };
    checkKeys(shape, document, root, faults, walked);
    const saidAlready = ({ type, field }: ValidationError): boolean =>
      type === 'required' && (walked.meant.has(place(field)) || walked.nullsIn.has(place(field)));
    compiled ??= new Validator().compile({ $$root: true, ...shape } as ValidationSchema) as (
      value: unknown,
    ) => true | ValidationError[];
    const result = compiled(document);
    if (result === true) return;
    const atUnion = new Map<string, { errors: ValidationError[]; shape: Shape }>();
    const insideUnion = new Set<string>();
    for (const error of result) {
      const field = error.field ?? '';
      const { shape: own, union } = field === '' ? { shape, union: undefined } : shapeAt(shape, field);
      if (union && union.field === field) {
        const group = atUnion.get(field) ?? { errors: [], shape: union.shape };
        group.errors.push(error);
        atUnion.set(field, group);
        continue;
      }
      if (union) insideUnion.add(union.field);
      if (saidAlready(error)) {
        faults.spoil(place(field));
        continue;
      }
      reportError(error, own, place(field), faults);
    }
    // A union within another: what is wrong lies in the inner one.
    const around = new Set([...atUnion.keys(), ...insideUnion].flatMap(containers));
    for (const [field, group] of atUnion) {
      if (insideUnion.has(field) || around.has(field) || group.errors.some(saidAlready)) continue;
      const error = tellingError(group.errors, group.shape);
      if (error) reportError(error, group.shape, place(field), faults);
    }
  };
}
