import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFaultList } from '../../src/school/fault-list.ts';
import { parseJson } from '../../src/school/json-text.ts';

const read = (text: string, asBytes = true): { value: unknown; codes: string[] } => {
  const faults = makeFaultList();
  const value = parseJson(asBytes ? new TextEncoder().encode(text) : text, faults);
  return { value, codes: faults.list().map(({ code }) => code) };
};

describe('a text becomes a document', () => {
  it('without keys that are null, wherever they stand', () => {
    expect(read('{"a": null, "b": [{"c": null, "d": 1}, null]}').value).toEqual({ b: [{ d: 1 }, null] });
    expect(read('{"x-own": {"c": null}}').value).toEqual({ 'x-own': { c: null } });
    expect(read('{"name": "null"}').value).toEqual({ name: 'null' });
  });

  it('with a fault for half a character, in a value or a key, as an escape or as it is', () => {
    for (const text of [String.raw`{"a": "\ud83d"}`, String.raw`{"\ud83d": 1}`, String.raw`[["\uDE00"]]`])
      expect(read(text).codes).toEqual(['text.half-character']);
    expect(read('{"a": "\ud83d"}', false).codes).toEqual(['text.half-character']);
    expect(read(String.raw`{"a": "\ud83d\ude00 😀"}`)).toEqual({ value: { a: '😀 😀' }, codes: [] });
  });

  it('with a fault for __proto__, however it is written', () => {
    for (const text of ['{"__proto__": {"a": 1}}', String.raw`{"\u005f_proto__": {"a": 1}}`]) {
      expect(read(text).codes).toEqual(['key.unknown']);
      expect(Object.keys(read(text).value as object)).toEqual([]);
    }
  });

  it('the same whether anything in it is odd or not', () => {
    const plain = fc
      .jsonValue({ noUnicodeString: false })
      .filter((value) => !/null|__proto__|\\u/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(plain, (value) => {
        const alone = read(JSON.stringify([value]));
        const besideNull = read(JSON.stringify([value, { gone: null }]));
        expect(besideNull.codes).toEqual(alone.codes);
        if (alone.value !== undefined) expect(besideNull.value).toEqual([...(alone.value as unknown[]), {}]);
      }),
    );
  });
});
