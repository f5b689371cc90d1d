/** docs/rules.md has an entry for every rule type that is read, with its parameters, and the table of defaults. */
import { describe, expect, it } from 'vitest';
import { ruleTable } from '../../src/judge/rules/table.ts';
import { defaultRules } from '../../src/school/default-rules.ts';
import { RULE_TABLE, RULE_TYPES, SELECTORS } from '../../src/school/rule-table.ts';
import type { School } from '../../src/school/types.ts';
import { examplesOf } from './examples.ts';
import { firstColumn, partsOf, quoted, rowsOf, type PagePart } from './page-tables.ts';
import { runExamples } from './run-examples.ts';

const PAGE = 'docs/rules.md';
const parts = partsOf(PAGE);
const part = (title: string): PagePart => {
  const found = parts.find((each) => each.title === title);
  if (!found) throw new Error(`${PAGE} has no heading ${title}`);
  return found;
};

/** Keys that every rule has: selectors, id, type, strength, note. */
const COMMON = ['id', 'type', 'strength', 'note', ...SELECTORS];

it('the keys of every rule are in the first table', () => {
  expect(firstColumn(part('Rules')).toSorted()).toEqual(COMMON.toSorted());
});

it('entries are the types of the contract, in the order of the table, and the judge counts all of them', () => {
  const entries = parts.map(({ title }) => title).filter((title) => /^\w+\.\w+$/.test(title));
  expect(entries).toEqual(RULE_TYPES);
  expect([...ruleTable.keys()]).toEqual(RULE_TYPES);
});

it('the index has every type in its family', () => {
  const families = rowsOf(part('The types')).map(([, types = '']) => quoted(types));
  const order = [...new Set(RULE_TABLE.map(({ family }) => family))];
  expect(families).toEqual(
    order.map((family) => RULE_TABLE.filter((row) => row.family === family).map(({ type }) => type)),
  );
});

describe.each(RULE_TYPES)('%s', (type) => {
  it('has exactly its parameters, a Chinese name, a deviation and an example of its own', () => {
    const text = part(type).lines.join('\n');
    const row = RULE_TABLE.find((one) => one.type === type);
    expect(firstColumn(part(type)).toSorted()).toEqual(Object.keys(row?.parameters() ?? {}).toSorted());
    expect(text).toMatch(/^\*\*[\u4e00-\u9fff（）、N ]+\*\* – /m);
    expect(text).toMatch(/Deviation[:,]/);
    const stated = examplesOf(PAGE, 'docs/format.md').find(({ title }) => title === `\`${type}\``);
    expect(JSON.stringify(stated?.school)).toContain(`"type":"${type}"`);
  });
});

it('the defaults are those of the program', () => {
  const school = {
    calendar: {
      days: [{ id: 'mon', name: '' }],
      periods: [
        { id: '1', name: '', part: 'morning' },
        { id: '2', name: '', part: 'afternoon' },
      ],
    },
    subjects: [
      { id: 'a', name: '', kind: 'main' },
      { id: 'b', name: '', kind: 'pe' },
    ],
  } as unknown as School;
  const rows = rowsOf(part('Defaults')).map(([id = '', type = '', words = '', strength]) => ({
    id: quoted(id)[0],
    type: quoted(type)[0],
    numbers: [...words.matchAll(/(maxPerDay|max|share) (\d+)/g)].map(([, key, n]) => [key, Number(n)]),
    words: ['subjects', 'grouping', 'slots'].filter((key) => words.includes(key)),
    strength,
  }));
  const expected = defaultRules(school).map(({ id, type, strength, ...rest }) => ({
    id,
    type,
    numbers: ['maxPerDay', 'max', 'share'].flatMap((key) => (rest[key] === undefined ? [] : [[key, rest[key]]])),
    words: ['subjects', 'grouping', 'slots'].filter((key) => rest[key] !== undefined),
    strength,
  }));
  expect(rows).toEqual(expected);
});

runExamples(PAGE, 'docs/format.md');
