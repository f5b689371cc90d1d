/** docs/format.md says what the code reads: the keys of every table, what is not read yet, the codes, words and ids. */
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { structuralTable } from '../../src/judge/structural/table.ts';
import { SCHOOL_SHAPE } from '../../src/school/school-shape.ts';
import type { Shape } from '../../src/school/shape.ts';
import { stopReasonText, statusText } from '../../src/text/report.ts';
import { FAULT_TEXTS } from '../../src/text/faults.ts';
import { TIMETABLE_SHAPE } from '../../src/timetable/timetable-shape.ts';
import { firstColumn, partsOf, quoted, type PagePart } from './page-tables.ts';
import { runExamples } from './run-examples.ts';

const PAGE = 'docs/format.md';
const parts = partsOf(PAGE);
const part = (title: string): PagePart => {
  const found = parts.find((each) => each.title === title);
  if (!found) throw new Error(`${PAGE} has no heading ${title}`);
  return found;
};

/** The keys of the objects at a place such as `grades[].lines[]`. */
function propsAt(root: Shape, place: string): Record<string, Shape> {
  let shape: Shape = root;
  const enter = (): void => {
    if (shape.type === 'multi') shape = shape.rules.find(({ type }) => type === 'array' || type === 'object') ?? shape;
  };
  for (const step of place.split('.').filter((name) => name !== '')) {
    enter();
    const key = step.replace('[]', '');
    const next: Shape | undefined = shape.type === 'object' ? shape.props[key] : undefined;
    if (!next) throw new Error(`no ${key} on the way to ${place}`);
    shape = next;
    enter();
    if (step.endsWith('[]') && shape.type === 'array') shape = shape.items;
  }
  if (shape.type !== 'object') throw new Error(`${place} is no object`);
  return shape.props;
}

const KEY_TABLES: [title: string, props: Record<string, Shape>][] = [
  ...[
    ...['', 'calendar', 'calendar.days[]', 'calendar.periods[]', 'buildings[]', 'rooms[]', 'subjects[]', 'groups[]'],
    ...[
      'teachers[]',
      'teachers[].load',
      'grades[]',
      'grades[].formHomerooms',
      'grades[].size',
      'grades[].choice[]',
      'grades[].lines[]',
      'homerooms[]',
    ],
    ...['courses[]', 'courses[].lessons[]', 'students[]', 'sections[]', 'locks[]'],
  ].map((place): [string, Record<string, Shape>] => [place || 'school', propsAt(SCHOOL_SHAPE, place)]),
  ...[
    ...['', 'school', 'run', 'run.observed', 'homerooms[]', 'sections[]', 'lessons[]', 'meetings[]', 'selfStudy[]'],
    ...['score', 'score.rules[]', 'conflicts[]', 'unserved[]', 'unplaced[]', 'plan', 'plan.courses[]'],
    ...['certificates[]', 'utilization'],
  ].map((place): [string, Record<string, Shape>] => [
    place === '' ? 'timetable' : `timetable.${place}`,
    propsAt(TIMETABLE_SHAPE, place),
  ]),
];

const notReadLine = (each: PagePart): string => each.lines.find((line) => line.includes('Not read yet: ')) ?? '';

describe.each(KEY_TABLES)('the table of %s', (title, props) => {
  it('has exactly the keys that are read, each once', () => {
    const read = Object.keys(props).filter((key) => !props[key]?.notRead);
    expect(firstColumn(part(title)).toSorted()).toEqual(read.toSorted());
  });

  it('names the keys that are not read yet', () => {
    const later = Object.keys(props).filter((key) => props[key]?.notRead);
    for (const key of later) expect(quoted(notReadLine(part(title)))).toContain(key);
    if (later.length === 0 && !Object.keys(props).some((key) => notReadLine(part(title)).includes(`\`${key}\``)))
      expect(notReadLine(part(title))).toBe('');
  });
});

it('every fault code that the readers have words for is on the page, and no other', () => {
  const said = new Set(parts.flatMap(({ lines }) => lines.flatMap(quoted)));
  const codes = Object.keys(FAULT_TEXTS).filter((code) => !/^(settings|fet)\./.test(code));
  expect(codes.filter((code) => !said.has(code))).toEqual([]);
  const looksLikeCode = /^(file|json|key|value|shape|id|ref|slot|band|calendar|choice|combination|line|lock)\.[a-z-]+$/;
  const inTables = parts.flatMap(({ lines }) => lines.filter((line) => line.startsWith('|')).flatMap(quoted));
  expect(inTables.filter((word) => looksLikeCode.test(word) && !codes.includes(word))).toEqual([]);
});

it('statuses, stop reasons and exit codes are those of the program', () => {
  const statuses = new Set(Object.keys(statusText).map((key) => key.replace(/\..*$/, '')));
  expect(firstColumn(part('Status')).toSorted()).toEqual([...statuses].toSorted());
  expect(firstColumn(part('Stop reasons')).toSorted()).toEqual(Object.keys(stopReasonText).toSorted());
  const rows = part('Exit codes').lines.filter((line) => /^\| \d/.test(line));
  const said = rows.map((row) => /^\| (\d+) \| `(\w+)`/.exec(row)).map((match) => [match?.[2], Number(match?.[1])]);
  expect(Object.fromEntries(said)).toEqual(EXIT);
});

it('structural rules are those that the judge counts, in its order', () => {
  const ids = [...structuralTable.map(([id]) => id), 'structural.document'];
  expect(firstColumn(part('Structural rules'))).toEqual(ids);
});

runExamples(PAGE);
