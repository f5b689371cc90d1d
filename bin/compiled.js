/**
 * Loads a file of dist/program together with what V8 once compiled of it: without, every command and every thread compiles the same functions
 * again, a quarter of a second and more. V8 refuses the work of another V8, or under other flags, and compiles as ever.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';

const PARAMETERS = 'exports, require, module, __filename, __dirname';

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * V8's flags of this program. The V8 of Node 20 hands whatever is a little warm to its optimising compiler: a thousand functions in the first five
 * seconds, most of them never called again, on the cores that the threads need. With this one a function must be eight times as warm. Later
 * versions have a compiler in between.
 */
export const flags = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=540000'] : [];

/** A file as a function of what Node gives to a module of its kind; esbuild writes ASCII. */
export const wrapped = (path) => `(function (${PARAMETERS}) {${readFileSync(path, 'latin1')}\n})`;

/** The exports of dist/program/pool/<name>.cjs, and how to keep what is compiled of it by now. */
export function loadCompiled(name) {
  const path = fileURLToPath(new URL(`../dist/program/pool/${name}.cjs`, import.meta.url));
  const kept = `${path}.compiled`;
  const script = new Script(wrapped(path), { filename: path, cachedData: readIfThere(kept) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  const keep = () => {
    const fresh = `${kept}.${threadId}`;
    writeFileSync(fresh, script.createCachedData());
    renameSync(fresh, kept);
  };
  return { exports: module.exports, keep };
}

/** Set by bin/bundle.js: whoever runs keeps what it compiles. */
export const keepsCompiled = process.env.ZOUBAN_KEEP_COMPILED === '1';
