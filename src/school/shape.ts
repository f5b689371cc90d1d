/**
 * The shape language of the documents: each shape is a constant that fastest-validator compiles, with a little more on top of it
 * (what is not read yet, which keys are known). One table per document says it all.
 */
export type Shape = (
  | { type: 'any' }
  | { type: 'string'; empty?: false }
  | { type: 'number'; integer?: true; min?: number; max?: number }
  | { type: 'boolean' }
  | { type: 'enum'; values: string[]; later?: string[] }
  | { type: 'array'; items: Shape; min?: number }
  | { type: 'object'; props: Record<string, Shape>; open?: true }
  | { type: 'record'; value: Shape }
  | { type: 'multi'; rules: Shape[]; expected: string }
) & { optional?: true; /** in the contract, but refused by name until it is read */ notRead?: true };

// Factories, because fastest-validator takes a constant that occurs twice for a cycle.
export const any = (): Shape => ({ type: 'any' });
export const text = (): Shape => ({ type: 'string' });
export const id = (): Shape => ({ type: 'string', empty: false });
export const amount = (): Shape => ({ type: 'number' });
export const count = (min: number, max?: number): Shape => ({
  type: 'number',
  integer: true,
  min,
  ...(max === undefined ? {} : { max }),
});
export const yesNo = (): Shape => ({ type: 'boolean' });
export const oneOf = (...values: string[]): Shape => ({ type: 'enum', values });
export const list = (items: Shape, min = 0): Shape => ({ type: 'array', items, ...(min > 0 ? { min } : {}) });
export const record = (value: Shape): Shape => ({ type: 'record', value });
export const object = (props: Record<string, Shape>): Shape => ({ type: 'object', props });
/** An object whose further keys another pass looks at. */
export const openObject = (props: Record<string, Shape>): Shape => ({ type: 'object', props, open: true });
/** `expected` is a word that text/faults.ts explains */
export const either = (expected: string, ...rules: Shape[]): Shape => ({ type: 'multi', expected, rules });
export const maybe = (shape: Shape): Shape => ({ ...shape, optional: true });
export const later = (): Shape => ({ type: 'any', optional: true, notRead: true });

export const idOrIds = (): Shape => either('text-or-list', id(), list(id()));
export const slotSet = (): Shape => either('text-or-list', id(), list(id()));

/** Places of a shape that are refused by name until they are read: a key (`groups`, `courses[].with`), or one word of it (`….weeks=either`). */
export function withLater(shape: Shape, places: readonly string[]): Shape {
  for (const place of places) {
    const [path = '', word] = place.split('=');
    let here: Shape = shape;
    const keys = path.replaceAll('[]', '.[]').split('.');
    const last = keys.pop() ?? '';
    const inside = (key: string): Shape => {
      const found =
        key === '[]' && here.type === 'array' ? here.items : here.type === 'object' ? here.props[key] : undefined;
      if (!found) throw new Error(`The shape has no ${place}.`);
      return found;
    };
    for (const key of keys) here = inside(key);
    const found = inside(last);
    if (word !== undefined && found.type === 'enum') found.later = [...(found.later ?? []), word];
    else if (here.type === 'object') here.props[last] = later();
  }
  return shape;
}
