/** Says of faults what they are about: the line in the file, and the ids and names of the things that the path only counts. */
import type { Fault, NamedPlace } from './fault.ts';
import { decodeText } from './json-text.ts';
import { linesOf } from './json-places.ts';
import { stepsOf, type Step } from './path.ts';

type Raw = Record<string, unknown>;

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Longer names are cut: they stand inside a sentence. */
const LONGEST = 40;

const words = (...values: unknown[]): string =>
  values
    .filter((value) => typeof value === 'string' && value !== '')
    .join(' ')
    .slice(0, LONGEST);

const addressOf = (value: unknown): string =>
  isObject(value) ? words(value['course'], value['homeroom']) : words(value);

/** The id and name of an item; of one without an id (a lock, a lesson, a rule) what it is about. */
function labelOf(item: Raw): { id?: string; name?: string } {
  const id = words(item['id']);
  const name = words(item['name']) || (isObject(item['load']) ? '' : words(item['type']));
  const about =
    id === '' && name === ''
      ? words(item['student'], addressOf(item['section']), item['course'], item['homeroom'])
      : name;
  return { ...(id === '' ? {} : { id }), ...(about === '' || about === id ? {} : { name: about }) };
}

function namedPlaces(document: unknown, steps: readonly Step[]): NamedPlace[] {
  const places: NamedPlace[] = [];
  let here: unknown = document;
  for (const { step, path } of steps) {
    if (typeof step === 'number') here = Array.isArray(here) ? (here as unknown[])[step] : undefined;
    else here = isObject(here) && Object.hasOwn(here, step) ? here[step] : undefined;
    if (here === undefined) break;
    if (typeof step !== 'number' || !isObject(here)) continue;
    const label = labelOf(here);
    if (Object.keys(label).length > 0) places.push({ path, ...label });
  }
  return places;
}

/** A counted kind of faults (`students[].choices`) has no place of its own. */
const hasPlace = ({ path }: Fault): boolean => path !== '' && !path.includes('[]');

/** `document` is what the text holds; faults that have no place in it stay as they are. A text of one line needs no lines. */
export function locateFaults(faults: readonly Fault[], input: string | Uint8Array, document: unknown): Fault[] {
  if (document === undefined || !faults.some(hasPlace)) return [...faults];
  const text = decodeText(input) ?? '';
  const steps = faults.map((fault) => (hasPlace(fault) ? stepsOf(fault.path) : []));
  const lines = text.trimEnd().includes('\n')
    ? linesOf(
        text,
        steps.map((path) => path.map(({ step }) => step)),
      )
    : [];
  return faults.map((fault, index) => {
    if (!hasPlace(fault)) return fault;
    const line = lines[index];
    const about = namedPlaces(document, steps[index] ?? []);
    return { ...fault, ...(line === undefined ? {} : { line }), ...(about.length === 0 ? {} : { about }) };
  });
}
