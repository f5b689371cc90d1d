#!/usr/bin/env node
import { existsSync } from 'node:fs';

// The program in a few files: reading the several hundred of dist/src/ takes a third of a second more, in every thread.
const main = new URL('../dist/program/cli/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write('zouban is not built yet. Run: npm run build\n');
  process.exitCode = 1;
}
