import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainSchool } from '../../src/school/explain.ts';
import { jsonSyntaxError } from '../../src/school/json-syntax.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import { editDistance, nearestAll } from '../../src/school/nearest.ts';
import { readSchool } from '../../src/school/read.ts';
import { summariseSchool } from '../../src/school/summary.ts';
import { courseUnits } from '../../src/school/takers.ts';
import { describeFault } from '../../src/text/faults.ts';
import { formal } from '../support/formal-faults.ts';
import { fullSchool } from '../support/full-school.ts';

/** Damage can reach every optional thing. */
const FULL = fullSchool();

type Place = (string | number)[];

/** Every place of a document, however deep. */
function places(value: unknown, here: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, child]) => places(child, [...here, key]))];
}

function damaged(document: unknown, place: Place, value: unknown): unknown {
  if (place.length === 0) return value;
  const copy = structuredClone(document);
  let node = copy as Record<string, unknown>;
  for (const key of place.slice(0, -1)) {
    const next = node[key];
    if (typeof next !== 'object' || next === null) return copy;
    node = next as Record<string, unknown>;
  }
  const last = String(place.at(-1));
  if (value === undefined && Array.isArray(node)) node.splice(Number(last), 1);
  else if (value === undefined) delete node[last];
  else node[last] = value;
  return copy;
}

const PLACES = places(FULL);
const LEAVES = PLACES.map((place) =>
  place.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], FULL),
);

const junk = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(
    null,
    true,
    '',
    '物',
    'x',
    '@g',
    '*.*',
    'mon.1',
    'mon',
    -1,
    0,
    1,
    2.5,
    1e9,
    [],
    {},
    [null],
    [[]],
    [{}],
  ),
  // Values of the school itself, in the wrong place, are the most treacherous.
  fc.constantFrom(...LEAVES),
  fc.json({ maxDepth: 2 }).map((text): unknown => JSON.parse(text)),
);

const damage = fc.array(fc.tuple(fc.constantFrom(...PLACES), junk), { minLength: 1, maxLength: 3 });

function readsSafely(document: unknown): boolean {
  const { school, faults } = readSchool(JSON.stringify(document) ?? '');
  expect(school === null).toBe(faults.some(({ severity }) => severity === 'fault'));
  for (const fault of faults) expect(describeFault(fault, 'en')).not.toMatch(/Unknown fault/);
  if (school === null) return false;
  const model = makeSchoolModel(school);
  courseUnits(model, (code) => expect.fail(`${code} in a school that was read without fault`));
  summariseSchool(model);
  return true;
}

test('the school that is damaged is sound before', () => {
  expect(formal(readSchool(JSON.stringify(FULL)).faults)).toEqual([]);
});

test('damage anywhere never throws, and a school without fault can be worked with', () => {
  let usable = 0;
  fc.assert(
    fc.property(damage, (edits) => {
      if (readsSafely(edits.reduce<unknown>((document, [place, value]) => damaged(document, place, value), FULL))) {
        usable += 1;
      }
    }),
    { numRuns: 1500, seed: 20 },
  );
  // Some damage is harmless (a name, a room less): else the property would say little.
  expect(usable).toBeGreaterThan(20);
});

test('each value deleted, one at a time, never throws', () => {
  for (const place of PLACES) readsSafely(damaged(FULL, place, undefined));
});

test('explaining a school changes nothing in who takes what, and is done once', () => {
  const school = readSchool(JSON.stringify(FULL)).school;
  if (!school) return expect.fail('the full school has faults');
  const explained = explainSchool(school);
  const again = readSchool(JSON.stringify(explained));
  expect(formal(again.faults)).toEqual([]);
  expect(courseUnits(makeSchoolModel(explained))).toEqual(courseUnits(makeSchoolModel(school)));
  expect(again.school && explainSchool(again.school)).toEqual(explained);
});

test('any text that JSON.parse refuses has a place and a reason', () => {
  const valid = JSON.stringify(FULL, null, 1);
  const broken = fc
    .tuple(
      fc.nat(valid.length),
      fc.nat(3),
      fc.constantFrom('', ',', '"', '}', ']', '{', ':', '\\', '\n', '01', 'nul', '-'),
    )
    .map(([at, cut, put]) => valid.slice(0, at) + put + valid.slice(at + cut));
  fc.assert(
    fc.property(broken, (text) => {
      let accepted = true;
      try {
        JSON.parse(text);
      } catch {
        accepted = false;
      }
      if (accepted) return;
      const { line, column, found } = jsonSyntaxError(text);
      const lines = text.split('\n');
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeLessThanOrEqual([...(lines[line - 1] ?? '')].length + 1);
      if (found !== '' && found !== '\n') expect([...(lines[line - 1] ?? '')][column - 1]).toContain(found);
    }),
    { numRuns: 500, seed: 20 },
  );
});

test('the nearest word is one of the known, and a slip of one letter finds its word', () => {
  const known = ['teacher', 'subject', 'homeroom', 'calendar'];
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.nat(), fc.constantFrom('', 'x', 'q'), (word, at, put) => {
      const place = at % word.length;
      expect(nearestAll(word.slice(0, place) + put + word.slice(place + 1), known)).toEqual([word]);
    }),
    { seed: 20 },
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.nat(6), (a, b, limit) => {
      const full = editDistance(a, b);
      expect(editDistance(b, a)).toBe(full);
      expect(editDistance(a, b, limit)).toBe(full <= limit ? full : Infinity);
    }),
    { seed: 20 },
  );
});
