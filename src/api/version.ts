import { readFileSync } from 'node:fs';

/** Version of the program, from its package.json: one folder higher for built files than for sources. */
export function version(): string {
  const up = import.meta.url.endsWith('.ts') ? '../../package.json' : '../../../package.json';
  const { version: found } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as { version: string };
  return found;
}
