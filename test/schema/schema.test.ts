/** The published schemas and the readers agree on what has the right shape, in both directions; ajv is the oracle. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSchool } from '../../src/school/read.ts';
import { readTimetable } from '../../src/timetable/read.ts';
import { writeTimetable } from '../../src/timetable/write.ts';
import { week } from '../judge/valid-week.ts';
import { editDocument } from '../support/edit-document.ts';
import { formal } from '../support/formal-faults.ts';
import { fullSchool } from '../support/full-school.ts';
import { schemaFiles } from './schema-files.ts';

const published = (name: string): string => readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8');

const byOracle = (name: string): ((document: unknown) => boolean) => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(published(name)) as object);
  return (document) => validate(document);
};

/** What the readers say about keys and types; ids, slots and sense are beyond a schema. */
const isOfShape = (code: string): boolean => /^(shape|key|value)\.|^rule\.type-unknown$/.test(code);

const FULL_WEEK = editDocument(JSON.parse(writeTimetable(week)), {
  'x-note': 1,
  $schema: 'urn:zouban:timetable:1',
  'school.term': '秋',
  'lessons[0].teachers': ['t1'],
  'lessons[0].weeks': 'odd',
  'sections[0].size': 3,
  'sections[0].line': 'A',
  meetings: [{ rule: 'm', slots: ['mon.1'], teachers: [] }],
  selfStudy: [{ slot: 'mon.1', weeks: 'even', room: 'r1', teacher: 't', students: [] }],
  unserved: [{ student: 's', course: 'c' }],
  unplaced: [{ section: 's', index: 0, periods: 1 }],
  'score.hardBound': { value: 0, method: 'trivial' },
  conflicts: [
    {
      rule: 'structural.room',
      type: 'structural.room',
      strength: 'must',
      who: [{ kind: 'room', id: 'r1', name: '101' }],
      slots: ['mon.1'],
      deviation: 1,
      text: { zh: '', en: '' },
    },
  ],
  certificates: [{ kind: 'k', proof: 'recounted', facts: [], sums: { a: 1 }, text: { zh: '', en: '' } }],
});

const DOCUMENTS = {
  school: {
    document: fullSchool(),
    schema: byOracle('school.schema.json'),
    reader: (document: unknown) => readSchool(JSON.stringify(document)).faults,
  },
  timetable: {
    document: FULL_WEEK,
    schema: byOracle('timetable.schema.json'),
    reader: (document: unknown) => readTimetable(JSON.stringify(document)).faults,
  },
};

type Place = string[];

function places(value: unknown, here: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, child]) => places(child, [...here, key]))];
}

/** A copy with the value at the place; without it where the value is undefined. */
function changed(document: unknown, place: Place, value: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return value;
  if (typeof document !== 'object' || document === null) return document;
  const copy = (Array.isArray(document) ? [...document] : { ...document }) as Record<string, unknown>;
  const put = changed(copy[key], rest, value);
  if (put === undefined && Array.isArray(copy)) (copy as unknown as unknown[]).splice(Number(key), 1);
  else if (put === undefined) delete copy[key];
  else copy[key] = put;
  return copy;
}

describe.each(Object.entries(DOCUMENTS))('the schema of a %s', (name, { document, schema, reader }) => {
  const all = places(document);
  const valueAt = (place: Place): unknown =>
    place.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);

  test('is published as it is generated', () => {
    expect(published(`${name}.schema.json`)).toBe(schemaFiles()[`${name}.schema.json`]);
  });

  test('takes the full document, as the reader does', () => {
    expect(formal(reader(document)).filter(({ code }) => name === 'school' || isOfShape(code))).toEqual([]);
    expect(schema(document)).toBe(true);
  });

  /** What both say, which is the same. */
  function verdict(changedDocument: unknown): boolean {
    const faults = reader(changedDocument).filter(({ code }) => isOfShape(code));
    const accepted = schema(changedDocument);
    if (accepted !== (faults.length === 0)) expect({ accepted, faults }).toEqual({ accepted: faults.length === 0 });
    return accepted;
  }

  test('agrees with the reader on every key left out, one at a time', () => {
    let accepted = 0;
    for (const place of all) if (place.length > 0 && verdict(changed(document, place, undefined))) accepted += 1;
    expect(accepted).toBeGreaterThan(20);
    expect(accepted).toBeLessThan(all.length - 20);
  });

  test('agrees with the reader on anything put anywhere', () => {
    const junk = fc.oneof(
      fc.constantFrom<unknown>(undefined, null, true, '', '物', 'every', -1, 0, 1, 2.5, 101, 1e12, [], {}, [null], [[]], [{}]),
      fc.constantFrom(...all.filter((place) => place.length > 0).map(valueAt)),
    );
    const key = fc.constantFrom('x-own', 'nme', 'size', 'weeks', 'with', 'teachers', 'id');
    const put = fc.tuple(fc.constantFrom(...all), junk);
    const added = fc
      .tuple(fc.constantFrom(...all), key, junk)
      // an unknown key with null counts as left out by the reader; a schema cannot say so and still name misspelt keys
      .filter(([, , value]) => value !== null)
      .map(([place, name, value]): [Place, unknown] => [[...place, name], value]);
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(fc.oneof(put, added), { minLength: 1, maxLength: 2 }), (edits) => {
        const next = edits.reduce<unknown>((node, [place, value]) => changed(node, place, value), document);
        if (next === undefined) return;
        seen[verdict(next) ? 'accepted' : 'refused'] += 1;
      }),
      { numRuns: 1000, seed: 20 },
    );
    expect(seen.accepted).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(100);
  });
});
