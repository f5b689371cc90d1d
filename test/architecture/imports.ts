/** Every import of the source, read from the text: there is no compiler API to ask. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** relative to the repository, with `/` */
  file: string;
  /** as written */
  specifier: string;
  typesOnly: boolean;
}

const STATEMENT =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)|\brequire\s*\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+\.[jt]s)['"]/gm;

/** The text without comments; what stands in strings is left alone as far as imports need it. */
export const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');

/** `import { type A, type B } from` brings types only as well. */
const bringsTypesOnly = (statement: string): boolean => {
  const names = /\{([^}]*)\}\s*from/.exec(statement)?.[1];
  return names !== undefined && names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
};

export function importsIn(file: string, text: string): Import[] {
  return [...withoutComments(text).matchAll(STATEMENT)].map((match) => ({
    file,
    specifier: match[2] ?? match[3] ?? match[4] ?? match[5] ?? '',
    typesOnly: match[1] !== undefined || bringsTypesOnly(match[0]),
  }));
}

export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort();
}

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The file an import leads to, relative to the repository; undefined for packages. */
export function targetOf({ file, specifier }: Import): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return relative(root, join(root, dirname(file), specifier)).replaceAll('\\', '/');
}

/** `src/judge/rules/a.ts` → judge; `solver/…` → solver; `src/index.ts` → entry. */
export function roomOf(file: string): string {
  const [top = '', room = '', ...rest] = file.split('/');
  if (top === 'solver') return 'solver';
  if (top !== 'src') return `outside (${top})`;
  return rest.length === 0 ? 'entry' : room;
}
