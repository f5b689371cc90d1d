#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// The V8 of Node 20 hands whatever is a little warm to its optimising compiler: a thousand functions in the first five seconds, most of them never
// called again, on the cores that the threads need. Here a function must be eight times as warm. Later versions have a compiler in between.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=540000');

// The program in a few files: reading the several hundred of dist/src/ takes a third of a second more, in every thread.
const main = new URL('../dist/program/cli/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write('zouban is not built yet. Run: npm run build\n');
  process.exitCode = 1;
}
