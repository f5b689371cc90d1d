/**
 * Loads a file of dist/program together with what V8 once compiled of it: without, every command and every thread compiles the same functions
 * again, a quarter of a second and more. V8 refuses the work of another V8, or under other flags; what belongs to another text, or is damaged, it
 * would take, so that a hash of both stands before it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';

/**
 * V8's flags of this program. The V8 of Node 20 hands whatever is a little warm to its optimising compiler: a thousand functions in the first five
 * seconds, most of them never called again, on the cores that the threads need. With this one a function must be eight times as warm. Later
 * versions have a compiler in between.
 */
export const flags = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=540000'] : [];

const HASH_BYTES = 32;
const hashOf = (text, compiled) => createHash('sha256').update(text).update(compiled).digest();

/** What is kept of this text; undefined: nothing, or not of this text. */
function keptOf(text, path) {
  try {
    const file = readFileSync(path);
    const compiled = file.subarray(HASH_BYTES);
    return hashOf(text, compiled).equals(file.subarray(0, HASH_BYTES)) ? compiled : undefined;
  } catch {
    return undefined;
  }
}

/** A file as V8 takes it: a function of what Node gives to a module of its kind. */
export function scriptOf(path) {
  const text = readFileSync(path, 'utf8');
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
  const cachedData = keptOf(text, `${path}.compiled`);
  return { text, script: new Script(wrapped, { filename: path, cachedData }), isKept: cachedData !== undefined };
}

/** The exports of dist/program/pool/<name>.cjs, and how to keep what is compiled of it by now. */
export function loadCompiled(name) {
  const path = fileURLToPath(new URL(`../dist/program/pool/${name}.cjs`, import.meta.url));
  const { text, script } = scriptOf(path);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  const keep = () => {
    const fresh = `${path}.compiled.${process.pid}.${threadId}`;
    const compiled = script.createCachedData();
    try {
      writeFileSync(fresh, Buffer.concat([hashOf(text, compiled), compiled]));
      renameSync(fresh, `${path}.compiled`);
    } catch {
      // Then it is compiled again.
    }
  };
  return { exports: module.exports, keep };
}

/** Set by bin/bundle.js: whoever runs keeps what it compiles. */
export const keepsCompiled = process.env.ZOUBAN_KEEP_COMPILED === '1';
