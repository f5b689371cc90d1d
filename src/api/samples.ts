/** The sample schools' settings that come with the repository: datasets/settings/NAME.json. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The folder lies at another depth for src/ than for dist/src/; an installed package may be without it. */
const folder = ['../../datasets/settings/', '../../../datasets/settings/']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(url));

export function sampleNames(): string[] {
  if (!folder) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** The settings' bytes; throws where there is no such sample. */
export function readSample(name: string): Uint8Array {
  if (!folder || !sampleNames().includes(name)) throw new Error(`There is no sample school ${name}.`);
  return readFileSync(new URL(`${name}.json`, folder));
}
