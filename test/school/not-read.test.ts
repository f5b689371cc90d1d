import { expect, test } from 'vitest';
import { makeFaultList } from '../../src/school/fault-list.ts';
import { shapeCheck } from '../../src/school/shape-check.ts';
import { list, maybe, object, oneOf, text, withLater } from '../../src/school/shape.ts';

const shape = () =>
  object({ name: text(), courses: list(object({ weeks: maybe(oneOf('every', 'odd')), with: maybe(text()) })) });

function faultsOf(document: unknown, later: string[]): string[] {
  const faults = makeFaultList();
  shapeCheck(withLater(shape(), later))(document, '', faults);
  return faults.list().map(({ code, path }) => `${code} ${path}`);
}

test('what is put off is refused by name: a key wherever it stands, and one word of a key', () => {
  const document = { name: 'x', courses: [{ weeks: 'every' }, { weeks: 'odd', with: 'y' }] };
  expect(faultsOf(document, [])).toEqual([]);
  expect(faultsOf(document, ['courses[].with', 'courses[].weeks=odd'])).toEqual([
    'value.not-read courses[1].weeks',
    'key.not-read courses[1].with',
  ]);
});

test('what the shape does not have cannot be put off', () => {
  expect(() => withLater(shape(), ['courses[].wiht'])).toThrow('courses[].wiht');
});
