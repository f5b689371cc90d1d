/** Writes schema/ anew after a change of the shapes: `npx tsx test/schema/write-schemas.ts`. */
import { writeFileSync } from 'node:fs';
import { schemaFiles } from './schema-files.ts';

for (const [name, text] of Object.entries(schemaFiles())) {
  writeFileSync(new URL(`../../schema/${name}`, import.meta.url), text);
}
