import { describe, expect, it } from 'vitest';
import { arrows } from './arrows.ts';
import { importsIn, roomOf, sourceFiles, targetOf, textOf, withoutComments, type Import } from './imports.ts';

const files = [...sourceFiles('src'), ...sourceFiles('solver')];
const imports = files.flatMap((file) => importsIn(file, textOf(file)));

const inWords = ({ file, specifier }: Import): string => `${file} imports ${specifier}`;

/** `node:fs` and `piscina/x` and `@scope/name/x` by their package. */
const packageOf = (specifier: string): string =>
  specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? specifier);

function breaksArrow(entry: Import): boolean {
  const from = roomOf(entry.file);
  const target = targetOf(entry);
  if (from === 'entry') return target === undefined || roomOf(target) !== 'api';
  const arrow = arrows[from];
  if (!arrow) return true;
  if (target === undefined) return !arrow.packages.includes(packageOf(entry.specifier));
  const to = roomOf(target);
  return !(to === from || arrow.rooms.includes(to) || (entry.typesOnly && (arrow.types ?? []).includes(to)));
}

describe('how imports are read', () => {
  it('finds every way to import', () => {
    const text = `
      import { a } from './a.ts';
      import type { B } from '../b.ts';
      import { type C, type D } from './c.ts';
      import {
        e,
        type F,
      } from './e.ts';
      export * from './g.ts';
      import './h.ts';
      // import x from './comment.ts';
      const lazy = await import('./lazy.ts');
      const worker = new URL('./worker.ts', import.meta.url);
    `;
    expect(importsIn('src/x/y.ts', text).map(({ specifier, typesOnly }) => [specifier, typesOnly])).toEqual([
      ['./a.ts', false],
      ['../b.ts', true],
      ['./c.ts', true],
      ['./e.ts', false],
      ['./g.ts', false],
      ['./h.ts', false],
      ['./lazy.ts', false],
      ['./worker.ts', false],
    ]);
  });

  it('knows a broken arrow', () => {
    const entry = (file: string, specifier: string, typesOnly = false): Import => ({ file, specifier, typesOnly });
    expect(breaksArrow(entry('src/judge/judge.ts', '../compile/index.ts'))).toBe(true);
    expect(breaksArrow(entry('src/judge/judge.ts', '../school/types.ts'))).toBe(false);
    expect(breaksArrow(entry('solver/search/epoch.ts', 'node:fs'))).toBe(true);
    expect(breaksArrow(entry('src/mip/highs.ts', '../../solver/index.ts', true))).toBe(false);
    expect(breaksArrow(entry('src/mip/highs.ts', '../../solver/index.ts', false))).toBe(true);
    expect(breaksArrow(entry('src/nowhere/a.ts', './b.ts'))).toBe(true);
  });
});

describe('the house', () => {
  it('breaks no arrow', () => {
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter(breaksArrow).map(inWords)).toEqual([]);
  });

  it('has a table that agrees with docs/architecture.md', () => {
    const rows = [...textOf('docs/architecture.md').matchAll(/^\| `(?:src\/)?(\w+)\/` \|[^|]*\|([^|]*)\|$/gm)];
    const documented = Object.fromEntries(rows.map((row) => [row[1] ?? '', (row[2] ?? '').trim()]));
    expect(Object.keys(documented).sort()).toEqual(Object.keys(arrows).sort());
    for (const [room, arrow] of Object.entries(arrows)) {
      if (room === 'api') continue;
      const stated = /^(–|nothing)$/.test(documented[room] ?? '')
        ? []
        : (documented[room] ?? '').replaceAll(/\s*\(types\)/g, '').split(', ');
      expect([room, ...[...arrow.rooms, ...(arrow.types ?? [])].sort()]).toEqual([room, ...stated.sort()]);
    }
  });

  it('enters the engine by its door only, types aside', () => {
    const others = imports.filter((entry) => {
      const target = targetOf(entry);
      const enters = target?.startsWith('solver/') === true && !entry.file.startsWith('solver/');
      return enters && !entry.typesOnly && target !== 'solver/index.ts';
    });
    expect(others.map(inWords)).toEqual([]);
  });

  it('has no circles between files', () => {
    const edges = new Map<string, string[]>();
    for (const entry of imports) {
      const target = targetOf(entry);
      if (target === undefined || entry.typesOnly) continue;
      edges.set(entry.file, [...(edges.get(entry.file) ?? []), target]);
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) {
        for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of edges.keys()) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('has no default exports, except those a worker pool calls', () => {
    const found = files.filter((file) => /^\s*export default\b/m.test(withoutComments(textOf(file))));
    expect(found.filter((file) => !/^src\/pool\/.*worker.*\.ts$/.test(file))).toEqual([]);
  });
});

/** What would make a result depend on more than its input and seed. */
const IMPURE: Record<string, RegExp> = {
  randomness: /\bMath\.random\b/,
  'a clock': /\bDate\b|\bperformance\b/,
  'a locale': /\blocaleCompare\b|\bIntl\b|\btoLocale\w+/,
  'inexact mathematics': /\bMath\.(?:exp|log\w*|pow|sin|cos|tan\w*|cbrt|hypot)\b/,
  'the console': /\bconsole\b/,
  'the process': /\bprocess\b|\bglobalThis\b/,
  timers: /\bset(?:Timeout|Interval|Immediate)\b/,
};

describe.each(['solver', 'src/judge', 'src/compile', 'src/public'])(
  '%s depends on nothing but what it is given',
  (folder) => {
    const here = files.filter((file) => file.startsWith(`${folder}/`));

    it.each(Object.keys(IMPURE))('uses no %s', (what) => {
      const pattern = IMPURE[what] ?? /^/;
      // Strings may say what they like.
      const code = (file: string): string =>
        withoutComments(textOf(file)).replaceAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, "''");
      expect(here.filter((file) => pattern.test(code(file)))).toEqual([]);
    });
  },
);
