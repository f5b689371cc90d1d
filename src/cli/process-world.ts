/** The real world: the process it runs in. */
import { closeSync, openSync, readSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { WriteStream } from 'node:tty';

import { version } from '../api/version.ts';
import { mistakes } from '../text/cli.ts';
import { checkWritable, writeAtomically } from './atomic-write.ts';
import { UserError } from './user-error.ts';
import type { Files, Signal, Sink, World } from './world.ts';

const GONE = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/** A reader that has closed the pipe has read what it wanted; other trouble (a full disk behind `>`) is told. */
function sinkOf(stream: WriteStream): Sink {
  let gone = false;
  // Without a listener the stream's error would end the process.
  stream.on('error', () => {
    gone = true;
  });
  const write = (text: string): Promise<void> =>
    new Promise((done, fail) => {
      if (gone) {
        done();
        return;
      }
      stream.write(text, (error) => {
        if (!error) {
          done();
          return;
        }
        gone = true;
        const code = 'code' in error ? String(error.code) : error.message;
        if (GONE.has(code)) done();
        else fail(new UserError(`stdout.${code}`, mistakes.stdoutFailed(code)));
      });
    });
  return {
    write,
    get isTTY() {
      return stream.isTTY ?? false;
    },
    get columns() {
      return stream.columns;
    },
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

const CHUNK = 1 << 22;
/** Far above the largest school; without it a device without end would be read until memory is gone. */
const LARGEST_FILE = 1 << 29;

/** The file's bytes. Errors carry the system's codes; a file over LARGEST_FILE is EFBIG. */
function readBounded(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const chunks: Uint8Array[] = [];
    for (let total = 0; ;) {
      const chunk = new Uint8Array(CHUNK);
      const read = readSync(file, chunk);
      if (read === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, read));
      total += read;
      if (total > LARGEST_FILE) throw Object.assign(new Error(`${path} is too large`), { code: 'EFBIG' });
    }
  } finally {
    closeSync(file);
  }
}

export function realFiles(workingDirectory: string): Files {
  return {
    resolve: (path) => resolve(workingDirectory, path),
    read: readBounded,
    checkWritable: (path) => checkWritable(path),
    write: (path, text) => writeAtomically(path, text),
    refuge: (path) => join(tmpdir(), `zouban-${process.pid}-${basename(path)}`),
  };
}

function onSignal(listener: (signal: Signal) => void): () => void {
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return () => {
    process.off('SIGINT', listener);
    process.off('SIGTERM', listener);
  };
}

/** From package.json, which lies at another depth for src/ than for dist/src/. */
export function processWorld(): World {
  return {
    version: version(),
    env: process.env,
    processors: availableParallelism(),
    stdin: readStdin,
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    files: realFiles(process.cwd()),
    onSignal,
    exitNow: (code) => process.exit(code),
    loadApi: () => import('../api/index.ts'),
  };
}
