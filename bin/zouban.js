#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { flags, keepsCompiled, loadCompiled } from './compiled.js';

for (const flag of flags) setFlagsFromString(flag);

// The program in a few files: reading the several hundred of dist/src/ takes a third of a second more, in every thread.
if (existsSync(new URL('../dist/program/pool/main.cjs', import.meta.url))) {
  const { keep } = loadCompiled('main');
  if (keepsCompiled) process.on('exit', keep);
} else {
  process.stderr.write('zouban is not built yet. Run: npm run build\n');
  process.exitCode = 1;
}
