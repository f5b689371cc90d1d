/** Everything the command line takes from the process, so that a test can put its own in. */
import type { Api } from '../api/index.ts';
import type { Environment } from './language.ts';

export interface Sink {
  /** resolves when the text is handed over; a reader that has gone away is not an error */
  write(text: string): Promise<void>;
  isTTY: boolean;
  /** width of the terminal in characters, where known */
  columns?: number;
}

export interface Files {
  /** absolute path, by the working directory */
  resolve(path: string): string;
  /** throws the system's error (`code` ENOENT, EISDIR, EACCES …) */
  read(path: string): Uint8Array;
  /** throws where `write` could not begin: no such folder, a folder, no permission */
  checkWritable(path: string): void;
  /** whole or not at all */
  write(path: string, text: string): void;
  /** a name in the system's temporary folder, for a result whose own place has failed */
  refuge(path: string): string;
}

export type Signal = 'SIGINT' | 'SIGTERM';

export interface World {
  version: string;
  env: Environment;
  processors: number;
  stdin(): Promise<Uint8Array>;
  stdout: Sink;
  stderr: Sink;
  files: Files;
  /** calls back on each signal until the returned function is called */
  onSignal(listener: (signal: Signal) => void): () => void;
  /** ends the process now */
  exitNow(code: number): void;
  loadApi(): Promise<Api>;
}
