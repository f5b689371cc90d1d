/** Links of the pages lead somewhere, and what the READMEs and the changelog count is so. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { defaultRules } from '../../src/school/default-rules.ts';
import { readSchool } from '../../src/school/read.ts';
import { RULES_NOT_READ, RULE_TYPES } from '../../src/school/rule-table.ts';
import { FAULT_TEXTS } from '../../src/text/faults.ts';
import { textOf } from '../architecture/imports.ts';
import { partsOf } from './page-tables.ts';

const root = new URL('../..', import.meta.url).pathname;
const PAGES = ['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'docs/format.md', 'docs/rules.md', 'docs/fet.md'];

/** As hosts of Markdown make them: lower case, no punctuation, blanks to hyphens. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

it.each(PAGES)('the links of %s lead to files and headings', (page) => {
  for (const [, target = ''] of textOf(page).matchAll(/\]\(([^)]+)\)/g)) {
    if (target.startsWith('https://')) continue;
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? page : join(dirname(page), file);
    expect(existsSync(join(root, path)), `${page}: ${target}`).toBe(true);
    if (anchor !== undefined) expect(partsOf(path).map(({ title }) => anchorOf(title))).toContain(anchor);
  }
});

it('the page on FET has every code of its faults, and no other', () => {
  const said = [...textOf('docs/fet.md').matchAll(/`(fet\.[a-z-]+)`/g)].map(([, code = '']) => code);
  const codes = Object.keys(FAULT_TEXTS).filter((code) => code.startsWith('fet.'));
  expect([...new Set(said)].toSorted()).toEqual(codes.toSorted());
});

it.each(['README.md', 'README.zh-CN.md'])('%s lists the exit codes of the program', (page) => {
  const codes = [...textOf(page).matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(codes.toSorted((a, b) => a - b)).toEqual(Object.values(EXIT).toSorted((a, b) => a - b));
});

it('the changelog counts the types of rules, and names those that are not read yet', () => {
  const [line = ''] = textOf('CHANGELOG.md')
    .split('\n')
    .filter((each) => each.startsWith('- **Rules**: '));
  expect(line).toContain(`${RULE_TYPES.length} types`);
  const later = /\(not read yet: ([^,)]*)/.exec(line)?.[1] ?? '';
  expect([...later.matchAll(/`([^`]+)`/g)].map(([, type]) => type)).toEqual([...RULES_NOT_READ]);
});

it('the changelog counts defaults as the program does', () => {
  const { school } = readSchool(textOf('datasets/tiny.school.json'));
  if (school === null) throw new Error('tiny is not read');
  const words = ['nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'];
  const spelt = (count: number): string | undefined => words[count - 9];
  expect(textOf('CHANGELOG.md').toLowerCase()).toContain(`${spelt(defaultRules(school).length)} default rules`);
});
